//! Elements to write, and the markup that Europass wants inside texts.

use quick_xml::escape::escape;

/// An element to write: its attributes, and either a text or other elements.
pub(super) struct Node {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    text: String,
    children: Vec<Node>,
}

/// Makes an element with nothing in it.
pub(super) fn node(name: &'static str) -> Node {
    Node {
        name,
        attributes: Vec::new(),
        text: String::new(),
        children: Vec::new(),
    }
}

impl Node {
    pub(super) fn attribute(mut self, name: &'static str, value: &str) -> Self {
        self.attributes.push((name, value.to_owned()));
        self
    }

    pub(super) fn text(mut self, text: &str) -> Self {
        text.clone_into(&mut self.text);
        self
    }

    pub(super) fn child(mut self, child: Node) -> Self {
        self.children.push(child);
        self
    }

    pub(super) fn children(mut self, children: Vec<Node>) -> Self {
        self.children.extend(children);
        self
    }

    pub(super) fn text_child(self, name: &'static str, text: &str) -> Self {
        self.child(node(name).text(text))
    }

    /// Adds an element with a text, unless there is no text.
    pub(super) fn optional(self, name: &'static str, text: &str) -> Self {
        if text.trim().is_empty() {
            return self;
        }
        self.text_child(name, text)
    }

    /// Writes the element, each on a line of its own.
    pub(super) fn write(&self, target: &mut String, depth: usize) {
        let indent = "  ".repeat(depth);
        target.push_str(&format!("{indent}<{}", self.name));
        for (name, value) in &self.attributes {
            target.push_str(&format!(" {name}=\"{}\"", escape(allowed(value))));
        }
        if self.text.is_empty() && self.children.is_empty() {
            target.push_str("/>\n");
            return;
        }
        target.push('>');
        target.push_str(&escape(allowed(&self.text)));
        if !self.children.is_empty() {
            target.push('\n');
            for child in &self.children {
                child.write(target, depth + 1);
            }
            target.push_str(&indent);
        }
        target.push_str(&format!("</{}>\n", self.name));
    }
}

/// Leaves out what XML 1.0 has no way to say (section 2.2).
fn allowed(text: &str) -> String {
    let is_allowed = |character: &char| match *character {
        '\t' | '\n' => true,
        '\u{fffe}' | '\u{ffff}' => false,
        character => !character.is_control(),
    };
    text.chars().filter(is_allowed).collect()
}

/// Returns each line as a paragraph of HTML, as the Europass editor keeps texts.
pub(super) fn paragraphs(text: &str) -> String {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines
        .map(|line| format!("<p>{}</p>", escape(line)))
        .collect()
}

/// Returns one line as a paragraph, several as a list.
pub(super) fn list(lines: &[String]) -> String {
    match lines {
        [] => String::new(),
        [line] => paragraphs(line),
        lines => {
            let items = lines
                .iter()
                .map(|line| format!("<li>{}</li>", escape(line.as_str())));
            format!("<ul>{}</ul>", items.collect::<String>())
        }
    }
}
