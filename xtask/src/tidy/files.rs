//! The text files that the rules are about.
//! Built things, data and foreign packages are left out.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use walkdir::WalkDir;

/// Folders that hold nothing of ours.
const FOREIGN_FOLDERS: [&str; 4] = ["target", "node_modules", "data", ".git"];

/// A file with its text.
pub struct TextFile {
    /// The path relative to the folder that was read, with forward slashes.
    pub path: String,
    /// The content.
    pub text: String,
}

impl TextFile {
    /// The same file, seen from a folder further up.
    pub fn below(&self, folder: &str) -> Self {
        Self {
            path: format!("{folder}/{}", self.path),
            text: self.text.clone(),
        }
    }

    /// The folder the file is in.
    pub fn folder(&self) -> &str {
        self.path.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// The file's name without its folders and its last ending.
    pub fn stem(&self) -> &str {
        let name = self.path.rsplit('/').next().unwrap_or(&self.path);
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }
}

/// Reads all files with one of the endings below a folder, in a fixed order; a missing folder is empty.
pub fn read(folder: &Path, endings: &[&str]) -> Result<Vec<TextFile>> {
    let mut files = Vec::new();
    if !folder.is_dir() {
        return Ok(files);
    }
    let entries = WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| {
            let name = entry.file_name().to_string_lossy();
            !(entry.file_type().is_dir() && FOREIGN_FOLDERS.contains(&name.as_ref()))
        });
    for entry in entries {
        let entry = entry?;
        let path = entry.path();
        let matches = path
            .extension()
            .is_some_and(|ending| endings.iter().any(|wanted| ending == *wanted));
        if !entry.file_type().is_file() || !matches {
            continue;
        }
        let text = fs::read_to_string(path)
            .with_context(|| format!("{}: not readable as text", path.display()))?;
        let relative = path.strip_prefix(folder).unwrap_or(path);
        files.push(TextFile {
            path: relative.to_string_lossy().replace('\\', "/"),
            text,
        });
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn built_things_and_other_endings_are_left_out() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("target/debug")).unwrap();
        fs::create_dir_all(folder.path().join("src")).unwrap();
        for name in ["target/debug/built.rs", "src/ours.rs", "src/notes.md"] {
            fs::write(folder.path().join(name), "x").unwrap();
        }
        let files = read(folder.path(), &["rs"]).unwrap();
        let paths: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
        assert_eq!(paths, ["src/ours.rs"]);
        assert_eq!(files[0].stem(), "ours");
    }
}
