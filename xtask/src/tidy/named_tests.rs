//! Rule: a test that a page of `docs/` names exists. Pages name tests as `path/to/file.rs#test_name`.
//! Whether the test passes is the business of the test itself.

use super::Finding;
use super::files::TextFile;

/// Finds the named tests of a page that are in none of the sources.
pub fn check(page: &TextFile, sources: &[TextFile]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, line) in page.text.lines().enumerate() {
        for (path, test) in line.split('`').filter_map(named) {
            let source = sources.iter().find(|source| source.path == path);
            let message = match source {
                None => format!("{path}: no such file; name the test where it is now"),
                Some(source) if !has_test(&source.text, test) => {
                    format!("{path} has no test {test}; name the one that makes this fault happen")
                }
                Some(_) => continue,
            };
            findings.push(Finding::new(&page.path, index + 1, message));
        }
    }
    findings
}

/// Reads `path/to/file.rs#test_name`.
fn named(word: &str) -> Option<(&str, &str)> {
    word.split_once('#')
        .filter(|(path, _)| path.ends_with(".rs"))
}

/// A test is a function, or a case that a suite names in a string.
fn has_test(text: &str, test: &str) -> bool {
    text.contains(&format!("fn {test}(")) || text.contains(&format!("\"{test}\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, text: &str) -> TextFile {
        TextFile {
            path: path.to_owned(),
            text: text.to_owned(),
        }
    }

    #[test]
    fn a_named_test_must_be_in_the_named_file() {
        let sources = [file("tests/a.rs", "fn it_holds() {}\ncase(\"by_name\", x)")];
        let page =
            "`tests/a.rs#it_holds`, `tests/a.rs#by_name`\n`tests/a.rs#it`\n`tests/b.rs#it_holds`";
        let found = check(&file("docs/faults.md", page), &sources);
        let lines: Vec<usize> = found.iter().map(|finding| finding.line).collect();
        assert_eq!(lines, [2, 3]);
    }
}
