//! Rule: a source file holds one idea, so it stays short.
//! The length of functions is clippy's business.

use super::Finding;
use super::files::TextFile;

/// The number of lines that a source file must not reach.
const TOO_MANY_LINES: usize = 400;

/// Finds a file that is too long.
pub fn check(file: &TextFile) -> Option<Finding> {
    let lines = file.text.lines().count();
    (lines >= TOO_MANY_LINES).then(|| {
        let message =
            format!("{lines} lines, {TOO_MANY_LINES} or more; split the file by its ideas");
        Finding::new(&file.path, lines, message)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(lines: usize) -> TextFile {
        TextFile {
            path: "app/src/long.rs".to_owned(),
            text: "//\n".repeat(lines),
        }
    }

    #[test]
    fn only_long_files_are_found() {
        assert!(check(&file(399)).is_none());
        assert!(check(&file(400)).is_some());
    }
}
