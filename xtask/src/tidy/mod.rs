//! `cargo xtask tidy`: rules of this house that no compiler knows, each in a file of its own.
//! What clippy and rustfmt check is not repeated here.

mod dependencies;
mod documents;
mod files;
mod length;
mod messages;
mod named_tests;
mod names;
mod opening_comment;
mod styles;
mod tokens;
mod translations;
mod view_text;

use anyhow::{Result, bail};

use crate::workspace::Workspace;

/// One breach of a rule: where, what is wrong, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The file, relative to the root.
    pub path: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong; what to do.
    pub message: String,
}

impl Finding {
    fn new(path: &str, line: usize, message: impl Into<String>) -> Self {
        Self {
            path: path.to_owned(),
            line,
            message: message.into(),
        }
    }
}

/// Checks all rules and prints every breach.
pub fn tidy(workspace: &Workspace) -> Result<()> {
    let mut findings = dependencies::check(workspace);
    let sources = files::read(&workspace.root, &["rs"])?;
    for file in &sources {
        findings.extend(opening_comment::check(file));
        findings.extend(length::check(file));
        match tokens::read(file) {
            Ok(tokens) => {
                findings.extend(names::check(file, &tokens));
                findings.extend(view_text::check(file, tokens));
            }
            Err(finding) => findings.push(finding),
        }
    }
    for page in files::read(&workspace.root, &["md"])? {
        findings.extend(documents::check(&workspace.root, &page));
        findings.extend(named_tests::check(&page, &sources));
    }
    for file in files::read(&workspace.root.join("style"), &["css"])? {
        findings.extend(styles::check(&file.below("style")));
    }
    let translations = files::read(&workspace.root.join("app/translations"), &["json"])?;
    let translations: Vec<_> = translations
        .iter()
        .map(|file| file.below("app/translations"))
        .collect();
    findings.extend(translations::check(&translations));
    findings.sort();
    findings.dedup();
    for finding in &findings {
        println!("{}:{}: {}", finding.path, finding.line, finding.message);
    }
    match findings.len() {
        0 => {
            println!("tidy: {} source files keep the rules", sources.len());
            Ok(())
        }
        1 => bail!("one breach of the rules above"),
        number => bail!("{number} breaches of the rules above"),
    }
}
