//! What a PDF says, as the tools of poppler and qpdf read it.

use std::ffi::OsStr;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

/// Returns the text in the order in which it stands in the file: the order a screen reader follows.
///
/// # Errors
/// When `pdftotext` is missing or cannot read the file.
pub fn text(file: &Path) -> Result<String> {
    output("pdftotext", &["-raw".as_ref(), file.as_ref(), "-".as_ref()])
}

/// Returns one line of what `pdfinfo` says, for example `Tagged`.
///
/// # Errors
/// When `pdfinfo` is missing, cannot read the file, or has no such line.
pub fn info(file: &Path, name: &str) -> Result<String> {
    let lines = output("pdfinfo", &[file.as_ref()])?;
    lines
        .lines()
        .find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))
        .map(|value| value.trim().to_owned())
        .with_context(|| format!("pdfinfo says nothing of {name}: {lines}"))
}

/// Returns what `pdffonts` says of the fonts in the file.
///
/// # Errors
/// When `pdffonts` is missing or cannot read the file.
pub fn fonts(file: &Path) -> Result<String> {
    output("pdffonts", &[file.as_ref()])
}

/// Counts the pictures in the file.
///
/// # Errors
/// When `pdfimages` is missing or cannot read the file.
pub fn count_pictures(file: &Path) -> Result<usize> {
    let lines = output("pdfimages", &["-list".as_ref(), file.as_ref()])?;
    // Two lines of heading.
    Ok(lines.lines().skip(2).count())
}

/// Checks the structure of the file.
///
/// # Errors
/// With what `qpdf` complains of.
pub fn check(file: &Path) -> Result<()> {
    output("qpdf", &["--check".as_ref(), file.as_ref()]).map(drop)
}

/// Checks that every word of every phrase stands in a text, in this order.
///
/// # Errors
/// With the first word that is missing after the one before it.
pub fn contains_in_order(text: &str, phrases: &[&str]) -> Result<()> {
    let words: Vec<&str> = words_of(text).collect();
    let mut position = 0;
    for phrase in phrases {
        for word in words_of(phrase) {
            let found = words[position..].iter().position(|here| *here == word);
            let step = found.with_context(|| {
                let before = words[position.saturating_sub(5)..position].join(" ");
                format!("“{word}” of “{phrase}” is not found after “{before}” in:\n{text}")
            })?;
            position += step + 1;
        }
    }
    Ok(())
}

/// Splits a text into words, without the signs that a layout puts between texts.
fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace()
        .map(|word| word.trim_matches([',', '·', '•', ';', ':']))
        .filter(|word| !word.is_empty())
}

fn output(program: &str, arguments: &[&OsStr]) -> Result<String> {
    let output = Command::new(program)
        .args(arguments)
        .output()
        .with_context(|| format!("{program} cannot be started; install it with apt-get"))?;
    ensure!(
        output.status.success(),
        "{program} complains: {}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    Ok(String::from_utf8(output.stdout)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_over_line_ends_and_in_order_only() {
        let text = "Niccolò D'Alò\nmuratore\na Cremona";
        assert!(contains_in_order(text, &["Niccolò D'Alò", "muratore a Cremona"]).is_ok());
        assert!(contains_in_order(text, &["Cremona", "muratore"]).is_err());
    }
}
