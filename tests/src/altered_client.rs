//! The client with some of its files changed, for what no browser can be told from outside: a page
//! without IndexedDB or with a full one, a language written from right to left. People never get these.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use tempfile::TempDir;

use crate::browser::Browser;
use crate::environment;

/// The list of the client's files.
const LIST: &str = "assets.json";

/// Makes every writing transaction end as in Chromium when there is no room, while [`fill_store`] is in
/// force: all its requests succeed, then it is aborted, and only its own error says why. (The
/// protocol's way of setting a quota has no effect on a page that runs already.)
pub const STORE_THAT_FILLS_UP: &str = "
    const isFull = () => document.documentElement.dataset.storeIsFull !== undefined;
    const seen = new WeakSet();
    const abortAfter = (store, steps) => {
        store.get('a key that is not there').onsuccess = () => {
            if (steps > 0) return abortAfter(store, steps - 1);
            const error = new DOMException('no room', 'QuotaExceededError');
            Object.defineProperty(store.transaction, 'error', { value: error });
            store.transaction.abort();
        };
    };
    for (const name of ['put', 'add']) {
        const write = IDBObjectStore.prototype[name];
        IDBObjectStore.prototype[name] = function (...values) {
            if (isFull() && !seen.has(this.transaction)) {
                seen.add(this.transaction);
                abortAfter(this, 20);
            }
            return write.apply(this, values);
        };
    }
    const commit = IDBTransaction.prototype.commit;
    IDBTransaction.prototype.commit = function () {
        // One that is about to be aborted must last until then.
        if (!seen.has(this)) commit.call(this);
    };";

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
        Self::that_runs_first(
            "Object.defineProperty(globalThis, 'indexedDB', { value: undefined });",
        )
    }

    /// A client in which [`fill_store`] leaves no room.
    ///
    /// # Errors
    /// Those of [`AlteredClient::copy`] and [`AlteredClient::alter`].
    pub fn whose_store_fills_up() -> Result<Self> {
        Self::that_runs_first(STORE_THAT_FILLS_UP)
    }

    /// A client whose pages run a script before their own.
    fn that_runs_first(extra: &str) -> Result<Self> {
        let client = Self::copy()?;
        let script = "<script type=\"module\"";
        client.alter("index.html", |page| {
            page.replacen(script, &format!("<script>{{{extra}}}</script>{script}"), 1)
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
        for messages in ["assets/translations/it.", "assets/translations/later/it."] {
            client.alter(messages, |messages| {
                let messages = serde_json::from_str(&messages).map(mirrored);
                messages.map_or_else(|_| String::new(), |messages: Value| messages.to_string())
            })?;
        }
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

/// Leaves no room in the store of the page shown now.
///
/// # Errors
/// When the browser refuses.
pub async fn fill_store(browser: &Browser) -> Result<()> {
    let fill = "document.documentElement.dataset.storeIsFull = ''";
    browser.script::<Value>(fill, &[]).await.map(drop)
}

/// Makes room again in the store of the page shown now, and answers whether it is still the one that
/// had none.
///
/// # Errors
/// When the browser refuses.
pub async fn empty_store(browser: &Browser) -> Result<bool> {
    let empty = "const root = document.documentElement;
        const wasFull = root.dataset.storeIsFull !== undefined;
        delete root.dataset.storeIsFull;
        return wasFull";
    browser.script(empty, &[]).await
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

/// Writes words from right to left (Unicode bidirectional algorithm, RIGHT-TO-LEFT OVERRIDE),
/// placeholders excepted. The spaces between words go along: Firefox gives a space that stands between
/// two marks a place of its own, beyond the end of a line, which no real language brings about.
fn mirrored_text(text: &str) -> String {
    let mut mirrored = String::new();
    let (mut in_word, mut in_placeholder) = (false, false);
    for character in text.chars() {
        let is_within = character.is_alphabetic() || (in_word && character == ' ');
        let belongs = is_within && !in_placeholder;
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
        assert_eq!(
            mirrored_text("Su questo, {name}"),
            "\u{202E}Su questo\u{202C}, {name}"
        );
    }
}
