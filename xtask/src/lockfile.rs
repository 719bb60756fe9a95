//! The versions that Cargo.lock fixes for the WebAssembly bindings.
//! Other packages of the lock file are of no interest here.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

/// Fails unless the client's bindings and the tool that completes them have one version.
pub fn check_bindings(root: &Path) -> Result<()> {
    let lock = fs::read_to_string(root.join("Cargo.lock"))
        .context("Cargo.lock is not readable; it belongs to the repository")?;
    let client = version(&lock, "wasm-bindgen");
    let tool = version(&lock, "wasm-bindgen-cli-support");
    match (client, tool) {
        (Some(client), Some(tool)) if client == tool => Ok(()),
        (Some(client), Some(tool)) => bail!(
            "Cargo.lock has wasm-bindgen {client} but wasm-bindgen-cli-support {tool}; run \
             `cargo update wasm-bindgen wasm-bindgen-cli-support` (or `--precise {client}` for the latter)"
        ),
        (None, _) => bail!("Cargo.lock has no wasm-bindgen; run `cargo check -p approdo-app`"),
        (_, None) => {
            bail!("Cargo.lock has no wasm-bindgen-cli-support; run `cargo check -p xtask-packager`")
        }
    }
}

/// The version of the first package of this name.
fn version<'a>(lock: &'a str, name: &str) -> Option<&'a str> {
    let heading = format!("name = \"{name}\"\n");
    let (_, after) = lock.split_once(&heading)?;
    let line = after.lines().next()?;
    line.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n\n\
        [[package]]\nname = \"wasm-bindgen-cli-support\"\nversion = \"0.2.129\"\n";

    #[test]
    fn versions_that_differ_are_reported_with_a_remedy() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("Cargo.lock"), LOCK).unwrap();
        let message = check_bindings(folder.path()).unwrap_err().to_string();
        assert!(message.contains("0.2.130") && message.contains("0.2.129"));
        assert!(message.contains("cargo update"));
        fs::write(folder.path().join("Cargo.lock"), LOCK.replace("129", "130")).unwrap();
        assert!(check_bindings(folder.path()).is_ok());
    }
}
