//! Rule: styles speak of start and end, not of left and right, so that languages may run either way.
//! A line that must be physical says why: `/* physical: reason */`.

use super::Finding;
use super::files::TextFile;

/// Finds physical properties and values.
pub fn check(file: &TextFile) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut in_comment = false;
    for (index, line) in file.text.lines().enumerate() {
        let (code, still_in_comment) = without_comments(line, in_comment);
        in_comment = still_in_comment;
        if has_reason(line) {
            continue;
        }
        for declaration in code.split([';', '{', '}']) {
            if let Some(instead) = logical_form(declaration) {
                let shown = declaration.trim();
                let message = format!("`{shown}` is physical; write {instead}");
                findings.push(Finding::new(&file.path, index + 1, message));
            }
        }
    }
    findings
}

/// Whether a line says why it is physical.
fn has_reason(line: &str) -> bool {
    line.split_once("/* physical:")
        .and_then(|(_, rest)| rest.split_once("*/"))
        .is_some_and(|(reason, _)| !reason.trim().is_empty())
}

/// A line without its comments, and whether a comment goes on after it.
fn without_comments(line: &str, in_comment: bool) -> (String, bool) {
    let mut code = String::new();
    let mut rest = line;
    let mut inside = in_comment;
    loop {
        let mark = if inside { "*/" } else { "/*" };
        match rest.split_once(mark) {
            Some((before, after)) => {
                if !inside {
                    code.push_str(before);
                }
                inside = !inside;
                rest = after;
            }
            None => {
                if !inside {
                    code.push_str(rest);
                }
                return (code, inside);
            }
        }
    }
}

/// What to write instead of a physical declaration; nothing for any other.
fn logical_form(declaration: &str) -> Option<String> {
    let (property, value) = declaration.split_once(':')?;
    let property = property.trim();
    let value = value.trim().trim_end_matches("!important").trim();
    let physical_value = matches!(value, "left" | "right");
    match property {
        "left" => Some("`inset-inline-start`".to_owned()),
        "right" => Some("`inset-inline-end`".to_owned()),
        "text-align" | "float" | "clear" if physical_value => {
            Some("`start`, `end`, `inline-start` or `inline-end`".to_owned())
        }
        _ if property.starts_with("--") => None,
        _ => {
            let parts: Vec<&str> = property.split('-').collect();
            let sides = parts.iter().any(|part| matches!(*part, "left" | "right"));
            let of_a_box = parts
                .iter()
                .any(|part| matches!(*part, "margin" | "padding" | "border"));
            (sides && of_a_box)
                .then(|| "the property with `inline-start` or `inline-end`".to_owned())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<usize> {
        let file = TextFile {
            path: "style/a.css".to_owned(),
            text: text.to_owned(),
        };
        check(&file)
            .into_iter()
            .map(|finding| finding.line)
            .collect()
    }

    #[test]
    fn physical_sides_are_found() {
        let css = "a { margin-left: 1rem;\n padding-right:0 }\n.b { left: 0; text-align: right }\n\
                   .c { border-top-left-radius: 2px }\n.d{float:left!important}\n.e{scroll-margin-left:1px}";
        assert_eq!(lines(css), [1, 2, 3, 3, 4, 5, 6]);
    }

    #[test]
    fn logical_sides_comments_and_own_names_are_fine() {
        let css = "a { margin-inline-start: 1rem; text-align: start; inset-inline-end: 0 }\n\
                   /* left: over here\n right: over there */ .left:hover { color: red }\n\
                   .e { --padding-left: 3px; transition: left 1s }";
        assert!(lines(css).is_empty());
    }

    #[test]
    fn a_reason_excuses_its_own_line() {
        assert!(lines("a { left: 0; } /* physical: a map's west */").is_empty());
        assert_eq!(lines("a { left: 0; } /* physical: */"), [1]);
    }
}
