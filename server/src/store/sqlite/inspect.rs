//! Looking at a data folder without changing it, for `--check-config`.

use super::lock::DataLock;
use super::{DATABASE_FILE, Journal, connect, key, schema};
use crate::store::OpenError;
use std::fs::OpenOptions;
use std::path::Path;
use std::time::Duration;

/// Nobody else works on these files.
const LONGEST_WAIT: Duration = Duration::from_secs(5);

/// What a data folder is like.
#[derive(Debug)]
pub enum Folder {
    /// Not there; it can be made.
    Missing,
    /// A server works on it.
    InUse,
    /// It cannot be made or written.
    Unusable(OpenError),
    /// It can be used.
    Usable {
        /// The database's version.
        schema: Schema,
        /// The key of the receipts.
        key: KeyState,
    },
}

/// What a database is like.
#[derive(Debug)]
pub enum Schema {
    /// There is none yet.
    None,
    /// This program's version.
    Current(i64),
    /// An earlier version, which will be brought to this one.
    Older {
        /// The version found.
        found: i64,
        /// This program's version.
        known: i64,
    },
    /// Newer than this program, or damaged.
    Unreadable(OpenError),
}

/// What the key of the receipts is like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyState {
    /// There is none.
    Missing,
    /// It is not a key.
    Damaged,
    /// Others than its owner may read it; these are its rights.
    Open(u32),
    /// It is as it should be.
    Sound,
}

/// Looks at a data folder.
pub async fn inspect(folder: &Path) -> Folder {
    if !folder.exists() {
        return match check_writable(nearest_existing(folder), folder) {
            Ok(()) => Folder::Missing,
            Err(error) => Folder::Unusable(error),
        };
    }
    if let Err(error) = check_writable(folder, folder) {
        return Folder::Unusable(error);
    }
    // Held while looking: the database must not be looked at under a server's hands.
    let lock = match DataLock::take(folder) {
        Ok(lock) => lock,
        Err(OpenError::InUse { .. }) => return Folder::InUse,
        Err(error) => return Folder::Unusable(error),
    };
    let looked = Folder::Usable {
        schema: look_at_database(&folder.join(DATABASE_FILE)).await,
        key: look_at_key(&folder.join(key::KEY_FILE)),
    };
    lock.give_back();
    looked
}

fn nearest_existing(folder: &Path) -> &Path {
    folder
        .ancestors()
        .skip(1)
        .find(|path| path.exists())
        .unwrap_or(Path::new("."))
}

/// Writes and removes an empty file: rights alone do not tell of a disk mounted to be read only.
fn check_writable(existing: &Path, folder: &Path) -> Result<(), OpenError> {
    let trial = existing.join(format!(".approdo-trial-{}", std::process::id()));
    OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(&trial)
        .and_then(|_| std::fs::remove_file(&trial))
        .map_err(|source| OpenError::NotWritable {
            path: folder.to_owned(),
            source,
        })
}

async fn look_at_database(path: &Path) -> Schema {
    if !path.exists() {
        return Schema::None;
    }
    let found = match read_version(path).await {
        Ok(found) => found,
        Err(source) => {
            return Schema::Unreadable(OpenError::Database {
                path: path.to_owned(),
                source,
            });
        }
    };
    let known = schema::newest_version();
    match schema::check_version(found, path) {
        Err(error) => Schema::Unreadable(error),
        Ok(()) if found < known => Schema::Older { found, known },
        Ok(()) => Schema::Current(found),
    }
}

async fn read_version(path: &Path) -> Result<i64, sqlx::Error> {
    let database = connect(path, 1, Journal::AsItIs, LONGEST_WAIT).await?;
    let version = schema::version_of(&database).await;
    database.close().await;
    version
}

fn look_at_key(path: &Path) -> KeyState {
    let Ok(facts) = std::fs::metadata(path) else {
        return KeyState::Missing;
    };
    if facts.len() != 32 {
        return KeyState::Damaged;
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = facts.permissions().mode() & 0o777;
        if mode & 0o077 != 0 {
            return KeyState::Open(mode);
        }
    }
    KeyState::Sound
}
