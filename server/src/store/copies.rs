//! What backup and restore tell: the same words for every store.

use super::OpenError;
use std::path::PathBuf;
use thiserror::Error;

/// What is in a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    /// Accounts.
    pub accounts: i64,
    /// Operations.
    pub operations: i64,
}

/// What a restore did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// What the copy held.
    pub counts: Counts,
    /// Where the database is that was there before, if there was one.
    pub replaced: Option<PathBuf>,
    /// Whether the key of the receipts is missing in the folder.
    pub lacks_key: bool,
}

/// Why a copy was not made or not put in place; everything is as it was.
#[derive(Debug, Error)]
pub enum CopyError {
    /// Nothing to copy.
    #[error("there is no database at {path}; name the data folder with --data")]
    NoDatabase {
        /// Where it would be.
        path: PathBuf,
    },
    /// A file of that name is there.
    #[error("{path} is there already and is not overwritten; name a new file with --to")]
    AlreadyThere {
        /// The file.
        path: PathBuf,
    },
    /// SQLite takes names in UTF-8 only.
    #[error("{path} is no name in UTF-8; name another file with --to")]
    BadName {
        /// The file.
        path: PathBuf,
    },
    /// A file cannot be read.
    #[error("{path} cannot be copied ({source}); name the copy to restore with --from")]
    NotCopied {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A file cannot be written.
    #[error("{path} cannot be written ({source}); look at its disk and at this user's rights")]
    NotWritten {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The database refused.
    #[error("the database {path} could not be copied ({source}); look at the disk for the copy")]
    Database {
        /// The file.
        path: PathBuf,
        /// What the database said.
        source: sqlx::Error,
    },
    /// The copy is damaged.
    #[error("the copy {path} is damaged ({reason}); take another one")]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What the database said.
        reason: String,
    },
    /// The file is a database of something else.
    #[error("{path} is no copy of an Approdo database; take the file that backup wrote")]
    NotApprodo {
        /// The file.
        path: PathBuf,
    },
    /// The folder is in use, or the copy is a newer program's.
    #[error(transparent)]
    Open(#[from] OpenError),
}
