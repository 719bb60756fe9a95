//! Rule: each source file says at its top what is in it.
//! Comments on items are the compiler's business (`missing_docs`).

use super::Finding;
use super::files::TextFile;

/// Finds a file that does not open with a `//!` comment.
pub fn check(file: &TextFile) -> Option<Finding> {
    let first = file.text.lines().find(|line| !line.trim().is_empty());
    let says_something = first
        .and_then(|line| line.strip_prefix("//!"))
        .is_some_and(|comment| !comment.trim().is_empty());
    (!says_something).then(|| {
        Finding::new(
            &file.path,
            1,
            "no `//!` at the top; say in one or two lines what is in this file and what is not",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> bool {
        let file = TextFile {
            path: "a.rs".to_owned(),
            text: text.to_owned(),
        };
        check(&file).is_some()
    }

    #[test]
    fn a_comment_with_words_is_needed_before_anything_else() {
        assert!(!found("//! Dates of lives.\n\nuse std::fmt;\n"));
        assert!(found("use std::fmt;\n//! Dates of lives.\n"));
        assert!(found("//!\nuse std::fmt;\n"));
        assert!(found("// Dates of lives.\n"));
        assert!(found(""));
    }
}
