//! Rule: the project's pages are true. What they link to or name as a file is there, and what they quote
//! from a source file stands in it word for word.

use std::path::Path;

use super::Finding;
use super::files::TextFile;

/// Folders whose files a page may name in `code`; other words in code are not taken for files.
const ROOMS: [&str; 8] = [
    "app/", "server/", "crates/", "style/", "public/", "tests/", "xtask/", "docs/",
];

/// Finds what a page says of files and is not so.
pub fn check(root: &Path, page: &TextFile) -> Vec<Finding> {
    let folder = root.join(&page.path).parent().map(Path::to_owned);
    let folder = folder.unwrap_or_else(|| root.to_owned());
    let mut findings = Vec::new();
    for (index, line) in page.text.lines().enumerate() {
        let line_number = index + 1;
        for target in links(line) {
            if !folder.join(target).exists() {
                let message = format!("{target} is not there; correct the link");
                findings.push(Finding::new(&page.path, line_number, message));
            }
        }
        for named in named_files(line) {
            if !root.join(named).exists() {
                let message = format!("{named} is not there; say where that is now");
                findings.push(Finding::new(&page.path, line_number, message));
            }
        }
    }
    findings.extend(quotes(root, page));
    findings
}

/// The targets of links to files of this project, without their anchors.
fn links(line: &str) -> Vec<&str> {
    let targets = line
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split(')').next());
    targets
        .filter(|target| !target.contains("://") && !target.starts_with(['#', '/', 'm']))
        .filter_map(|target| target.split('#').next())
        .filter(|target| !target.is_empty())
        .collect()
}

/// Words in `code` that name a file or folder of a room.
fn named_files(line: &str) -> Vec<&str> {
    let code = line.split('`').skip(1).step_by(2);
    code.filter(|word| ROOMS.iter().any(|room| word.starts_with(room)))
        .filter(|word| !word.contains(['*', '{', ' ', '…', '$', '<']))
        // What follows is a test in the file (`named_tests`).
        .filter_map(|word| word.split('#').next())
        .collect()
}

/// A block of code that follows a line with nothing but a file's name is a quotation from it.
fn quotes(root: &Path, page: &TextFile) -> Vec<Finding> {
    let lines: Vec<&str> = page.text.lines().collect();
    let mut findings = Vec::new();
    for (index, window) in lines.windows(3).enumerate() {
        let [name, "", "```rust"] = window else {
            continue;
        };
        let Some(source) = name
            .strip_prefix('`')
            .and_then(|rest| rest.strip_suffix('`'))
        else {
            continue;
        };
        let quoted: Vec<&str> = lines[index + 3..]
            .iter()
            .take_while(|line| **line != "```")
            .copied()
            .collect();
        let text = std::fs::read_to_string(root.join(source)).unwrap_or_default();
        // Functions are quoted apart from what stands between them.
        let is_quoted = quoted
            .join("\n")
            .split("\n\n")
            .all(|part| text.contains(part));
        if !is_quoted {
            let message = format!("this is not what stands in {source}; quote it anew");
            findings.push(Finding::new(&page.path, index + 1, message));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<usize> {
        let root = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(root.path().join("docs")).unwrap();
        std::fs::write(
            root.path().join("docs/there.rs"),
            "fn a() {}\n\nfn b() {}\n",
        )
        .unwrap();
        let page = TextFile {
            path: "docs/page.md".to_owned(),
            text: text.to_owned(),
        };
        check(root.path(), &page)
            .iter()
            .map(|finding| finding.line)
            .collect()
    }

    #[test]
    fn links_and_named_files_must_be_there() {
        assert_eq!(found("[a](there.rs#part) and `docs/there.rs`"), [0; 0]);
        assert_eq!(found("\n[a](gone.rs)"), [2]);
        assert_eq!(found("`docs/gone.rs`"), [1]);
        assert_eq!(
            found("[a](https://example.org/x) `docs/{a,b}.rs` `cargo test`"),
            [0; 0]
        );
    }

    #[test]
    fn a_quotation_that_is_out_of_date_is_found() {
        let quote = |code| format!("`docs/there.rs`\n\n```rust\n{code}\n```\n");
        assert_eq!(found(&quote("fn a() {}")), [0; 0]);
        assert_eq!(found(&quote("fn c() {}")), [1]);
    }
}
