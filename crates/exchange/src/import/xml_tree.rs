//! From text to a tree of XML elements, never deeper or more than a CV could need. Document types are
//! refused, and with them every entity but the five of XML itself.

use crate::import::ImportError;
use crate::limits::{DEEPEST_NESTING, MOST_VALUES};
use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};

/// An element by its local name, whatever its prefix.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Element {
    pub(crate) name: String,
    attributes: Vec<(String, String)>,
    pub(crate) children: Vec<Element>,
    text: String,
}

impl Element {
    /// Returns the first child of that name.
    pub(crate) fn child(&self, name: &str) -> Option<&Element> {
        self.children.iter().find(|child| child.name == name)
    }

    /// Returns what a path of children leads to.
    pub(crate) fn at(&self, path: &[&str]) -> Option<&Element> {
        path.iter()
            .try_fold(self, |element, name| element.child(name))
    }

    /// Returns the text that a path of children leads to; empty if there is none.
    pub(crate) fn text_at(&self, path: &[&str]) -> &str {
        self.at(path).map_or("", Element::text)
    }

    /// Returns the element's own text.
    pub(crate) fn text(&self) -> &str {
        self.text.trim()
    }

    /// Returns the element's own text with the space around it.
    pub(crate) fn untrimmed_text(&self) -> &str {
        &self.text
    }

    /// Returns an attribute's value; empty if there is none.
    pub(crate) fn attribute(&self, name: &str) -> &str {
        let found = self.attributes.iter().find(|(other, _)| other == name);
        found.map_or("", |(_, value)| value)
    }
}

/// Reads a text as XML and returns its root.
///
/// # Errors
/// The text is no XML, declares a document type, is nested too deep or has too many elements.
pub(crate) fn parse(text: &str) -> Result<Element, ImportError> {
    let mut reader = Reader::from_str(text);
    let mut tree = Tree::default();
    for _ in 0..MOST_VALUES {
        let event = reader.read_event().map_err(|_| {
            let line = line_at(text, reader.error_position());
            ImportError::Malformed { line }
        })?;
        match tree.take(event) {
            Ok(true) => {}
            Ok(false) => {
                let line = line_at(text, reader.buffer_position());
                return tree.root.ok_or(ImportError::Malformed { line });
            }
            Err(Refusal::Damaged) => {
                let line = line_at(text, reader.buffer_position());
                return Err(ImportError::Malformed { line });
            }
            Err(Refusal::Harmful(error)) => return Err(error),
        }
    }
    Err(ImportError::TooMany { limit: MOST_VALUES })
}

/// What has been read: the root once it is closed, and the elements still open.
#[derive(Default)]
struct Tree {
    root: Option<Element>,
    open: Vec<Element>,
}

/// Why an event ends the reading.
enum Refusal {
    Damaged,
    Harmful(ImportError),
}

impl Tree {
    /// Takes an event in; false at the end.
    fn take(&mut self, event: Event<'_>) -> Result<bool, Refusal> {
        match event {
            Event::DocType(_) => return Err(Refusal::Harmful(ImportError::DocumentType)),
            Event::Start(_) if self.open.len() >= DEEPEST_NESTING => {
                let limit = DEEPEST_NESTING;
                return Err(Refusal::Harmful(ImportError::TooDeep { limit }));
            }
            Event::Start(start) => self.open.push(element(&start).ok_or(Refusal::Damaged)?),
            Event::Empty(start) => self.close(element(&start))?,
            Event::End(_) => {
                let element = self.open.pop();
                self.close(element)?;
            }
            Event::Text(content) => self.add(content.xml10_content().ok().as_deref())?,
            Event::CData(content) => self.add(content.decode().ok().as_deref())?,
            Event::GeneralRef(reference) => self.add(resolved(&reference).as_deref())?,
            Event::Eof if self.open.is_empty() => return Ok(false),
            Event::Eof => return Err(Refusal::Damaged),
            Event::Decl(_) | Event::Comment(_) | Event::PI(_) => {}
        }
        Ok(true)
    }

    /// Puts a whole element into its parent; a second root is damage.
    fn close(&mut self, element: Option<Element>) -> Result<(), Refusal> {
        let element = element.ok_or(Refusal::Damaged)?;
        match self.open.last_mut() {
            Some(parent) => parent.children.push(element),
            None if self.root.is_none() => self.root = Some(element),
            None => return Err(Refusal::Damaged),
        }
        Ok(())
    }

    /// Adds to the text of the innermost element; outside of all there may be only space.
    fn add(&mut self, content: Option<&str>) -> Result<(), Refusal> {
        let content = content.ok_or(Refusal::Damaged)?;
        match self.open.last_mut() {
            Some(element) => element.text.push_str(content),
            None if content.trim().is_empty() => {}
            None => return Err(Refusal::Damaged),
        }
        Ok(())
    }
}

fn element(start: &BytesStart<'_>) -> Option<Element> {
    let name = str::from_utf8(start.local_name().into_inner())
        .ok()?
        .to_owned();
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.ok()?;
        let key = str::from_utf8(attribute.key.as_ref()).ok()?.to_owned();
        // Only what XML itself names is resolved; nothing is ever declared, see above.
        let value = attribute
            .normalized_value(quick_xml::XmlVersion::Implicit1_0)
            .ok()?;
        attributes.push((key, value.into_owned()));
    }
    Some(Element {
        name,
        attributes,
        ..Element::default()
    })
}

fn resolved(reference: &BytesRef<'_>) -> Option<String> {
    if let Some(character) = reference.resolve_char_ref().ok()? {
        return Some(character.to_string());
    }
    let name = reference.decode().ok()?;
    resolve_predefined_entity(&name).map(str::to_owned)
}

fn line_at(text: &str, position: u64) -> usize {
    let end = usize::try_from(position)
        .unwrap_or(usize::MAX)
        .min(text.len());
    let before = text.as_bytes().get(..end).unwrap_or_default();
    before.iter().filter(|byte| **byte == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_attributes_and_prefixes_are_read() {
        let root = parse(
            "<?xml version='1.0'?><a:b c='1 &amp; 2'><d>x &lt;&#232;<![CDATA[<y>]]></d></a:b>",
        )
        .unwrap();
        assert_eq!((root.name.as_str(), root.attribute("c")), ("b", "1 & 2"));
        assert_eq!(root.text_at(&["d"]), "x <è<y>");
    }

    #[test]
    fn entities_of_ones_own_are_refused() {
        let bomb = "<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>";
        assert_eq!(parse(bomb), Err(ImportError::DocumentType));
        let outside = "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>";
        assert_eq!(parse(outside), Err(ImportError::DocumentType));
        assert_eq!(
            parse("<a>\n&b;</a>"),
            Err(ImportError::Malformed { line: 2 })
        );
    }

    #[test]
    fn harmful_and_broken_xml_is_refused() {
        assert_eq!(
            parse(&"<a>".repeat(100_000)),
            Err(ImportError::TooDeep { limit: 64 })
        );
        let many = format!("<a>{}</a>", "<b/>".repeat(300_000));
        assert_eq!(parse(&many), Err(ImportError::TooMany { limit: 200_000 }));
        for broken in [
            "<a>",
            "<a></b>",
            "<a/><b/>",
            "<a/>x",
            "",
            "<a b='1' b='2'/>",
        ] {
            assert!(
                matches!(parse(broken), Err(ImportError::Malformed { .. })),
                "{broken}"
            );
        }
    }
}
