//! What is wrong with a text of the catalogue, and where.

use std::fmt;

/// Something that does not follow `content/README.md`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Name of the file.
    pub file: String,
    /// Id of the entry; empty if the file as a whole is meant.
    pub entry: String,
    /// What is wrong and what to do.
    pub message: String,
}

impl Fault {
    /// Makes a fault of an entry.
    pub fn new(file: &str, entry: &str, message: impl Into<String>) -> Self {
        Self {
            file: file.to_owned(),
            entry: entry.to_owned(),
            message: message.into(),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            file,
            entry,
            message,
        } = self;
        match entry.is_empty() {
            true => write!(formatter, "{file}: {message}"),
            false => write!(formatter, "{file}: {entry}: {message}"),
        }
    }
}
