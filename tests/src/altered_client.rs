//! The client with some of its files changed, for what no browser can be told from outside: a page
//! without IndexedDB, a language written from right to left. People never get these.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use tempfile::TempDir;

use crate::environment;

/// The list of the client's files.
const LIST: &str = "assets.json";

/// A copy of the packaged client in a folder of its own; dropping it deletes it.
#[derive(Debug)]
pub struct AlteredClient {
    folder: TempDir,
}

impl AlteredClient {
    /// Copies the packaged client.
    ///
    /// # Errors
    /// When there is none, or the disk refuses.
    pub fn copy() -> Result<Self> {
        let packaged = environment::client_folder()?;
        let folder = TempDir::with_prefix("approdo-client-")?;
        copy_folder(&packaged, folder.path())
            .with_context(|| format!("{} cannot be copied", packaged.display()))?;
        Ok(Self { folder })
    }

    /// A client that runs as in a browser without IndexedDB.
    ///
    /// # Errors
    /// Those of [`AlteredClient::copy`] and [`AlteredClient::alter`].
    pub fn without_indexed_db() -> Result<Self> {
        let client = Self::copy()?;
        let missing = "Object.defineProperty(globalThis, 'indexedDB', { value: undefined });\n";
        let script = "<script type=\"module\"";
        client.alter("index.html", |page| {
            page.replacen(script, &format!("<script>{missing}</script>{script}"), 1)
        })?;
        Ok(client)
    }

    /// A client whose Italian is written from right to left: every word mirrored by marks, as a
    /// pseudo-language shows what a real one will need.
    ///
    /// # Errors
    /// Those of [`AlteredClient::copy`] and [`AlteredClient::alter`].
    pub fn right_to_left() -> Result<Self> {
        let client = Self::copy()?;
        client.alter("index.html", |page| {
            page.replacen(r#"direction: "ltr""#, r#"direction: "rtl""#, 1)
        })?;
        client.alter("assets/translations/it.", |messages| {
            let messages = serde_json::from_str(&messages).map(mirrored);
            messages.map_or_else(|_| String::new(), |messages: Value| messages.to_string())
        })?;
        Ok(client)
    }

    /// Changes the text of the one file whose path begins so, and has it sent as it is.
    ///
    /// # Errors
    /// When there is no such file, the change changes nothing, or the disk refuses.
    pub fn alter(&self, beginning: &str, change: impl FnOnce(String) -> String) -> Result<()> {
        let list_file = self.folder.path().join(LIST);
        let mut list: Value = serde_json::from_slice(&std::fs::read(&list_file)?)?;
        let entries = list.as_array_mut().context("the list holds no files")?;
        let begins = |entry: &&mut Value| {
            let path = entry["path"].as_str();
            path.is_some_and(|path| path.starts_with(beginning))
        };
        let mut found = entries.iter_mut().filter(begins);
        let entry = found
            .next()
            .with_context(|| format!("no file begins with {beginning}"))?;
        let file = self
            .folder
            .path()
            .join(entry["path"].as_str().unwrap_or_default());
        let before = std::fs::read_to_string(&file)?;
        let after = change(before.clone());
        ensure!(
            after != before && !after.is_empty(),
            "{} is not changed",
            file.display()
        );
        std::fs::write(&file, after)?;
        for packed in ["brotli_bytes", "gzip_bytes"] {
            entry[packed] = Value::Null;
        }
        std::fs::write(&list_file, list.to_string())?;
        Ok(())
    }

    /// Returns the folder for the server to serve.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            std::fs::create_dir(&target)?;
            copy_folder(&entry.path(), &target)?;
        } else {
            std::fs::copy(entry.path(), &target)?;
        }
    }
    Ok(())
}

/// Mirrors every text of a JSON value.
fn mirrored(value: Value) -> Value {
    match value {
        Value::String(text) => Value::String(mirrored_text(&text)),
        Value::Array(values) => values.into_iter().map(mirrored).collect(),
        Value::Object(values) => {
            let values = values.into_iter();
            values.map(|(key, value)| (key, mirrored(value))).collect()
        }
        other => other,
    }
}

/// Writes each word from right to left (Unicode bidirectional algorithm, RIGHT-TO-LEFT OVERRIDE),
/// placeholders excepted.
fn mirrored_text(text: &str) -> String {
    let mut mirrored = String::new();
    let (mut in_word, mut in_placeholder) = (false, false);
    for character in text.chars() {
        let belongs = character.is_alphabetic() && !in_placeholder;
        if belongs != in_word {
            mirrored.push(if belongs { '\u{202E}' } else { '\u{202C}' });
            in_word = belongs;
        }
        match character {
            '{' => in_placeholder = true,
            '}' => in_placeholder = false,
            _ => {}
        }
        mirrored.push(character);
    }
    if in_word {
        mirrored.push('\u{202C}');
    }
    mirrored
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_mirrored_and_placeholders_are_not() {
        assert_eq!(
            mirrored_text("Elimina: {name}"),
            "\u{202E}Elimina\u{202C}: {name}"
        );
    }
}
