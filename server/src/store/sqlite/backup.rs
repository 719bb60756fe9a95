//! A copy of the database, taken while the server runs: one state of it, whole and checked. The key
//! of the receipts is not in it; why stands in `docs/decisions/0014-operating.md`.

use super::{DATABASE_FILE, Journal, connect};
use crate::store::copies::{CopyError, Counts};
use sqlx::sqlite::SqlitePool;
use std::fs::{File, OpenOptions};
use std::io::ErrorKind;
use std::path::Path;
use std::time::Duration;

/// How long a copy waits for the database.
const LONGEST_WAIT: Duration = Duration::from_secs(30);

/// Copies the database of a data folder to a new file, and tells what is in the copy.
///
/// # Errors
/// Why there is no copy; then there is no file either.
pub async fn back_up(folder: &Path, to: &Path) -> Result<Counts, CopyError> {
    let path = folder.join(DATABASE_FILE);
    if !path.exists() {
        return Err(CopyError::NoDatabase { path });
    }
    let written = |source| CopyError::NotWritten {
        path: to.to_owned(),
        source,
    };
    let text = to.to_str().ok_or_else(|| CopyError::BadName {
        path: to.to_owned(),
    })?;
    reserve(to)?;
    let copied = copy(&path, to, text).await;
    if copied.is_err() {
        // What was begun is no copy.
        std::fs::remove_file(to).map_err(written)?;
    }
    copied
}

/// Makes the file, empty, for this user's eyes only, unless there is one of that name.
fn reserve(to: &Path) -> Result<(), CopyError> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    let path = to.to_owned();
    match options.open(to) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            Err(CopyError::AlreadyThere { path })
        }
        Err(source) => Err(CopyError::NotWritten { path, source }),
    }
}

async fn copy(path: &Path, to: &Path, text: &str) -> Result<Counts, CopyError> {
    let failed = |source| CopyError::Database {
        path: path.to_owned(),
        source,
    };
    let database = connect(path, 1, Journal::AsItIs, LONGEST_WAIT)
        .await
        .map_err(failed)?;
    let vacuumed = sqlx::query("VACUUM INTO ?")
        .bind(text)
        .execute(&database)
        .await;
    database.close().await;
    vacuumed.map_err(failed)?;
    let copy = connect(to, 1, Journal::AsItIs, LONGEST_WAIT)
        .await
        .map_err(failed)?;
    let counts = check(&copy, to).await;
    copy.close().await;
    let counts = counts?;
    sync_to_disk(to).map_err(|source| CopyError::NotWritten {
        path: to.to_owned(),
        source,
    })?;
    Ok(counts)
}

/// Checks that a copy is whole and Approdo's, and counts what is in it.
///
/// # Errors
/// [`CopyError::Damaged`] or [`CopyError::NotApprodo`].
pub async fn check(copy: &SqlitePool, path: &Path) -> Result<Counts, CopyError> {
    let damaged = |reason: String| CopyError::Damaged {
        path: path.to_owned(),
        reason,
    };
    let verdict: String = sqlx::query_scalar("PRAGMA quick_check(1)")
        .fetch_one(copy)
        .await
        .map_err(|error| damaged(error.to_string()))?;
    if verdict != "ok" {
        return Err(damaged(verdict));
    }
    let counts: (i64, i64) = sqlx::query_as(
        "SELECT (SELECT count(*) FROM accounts), (SELECT count(*) FROM operations) FROM server",
    )
    .fetch_one(copy)
    .await
    .map_err(|_| CopyError::NotApprodo {
        path: path.to_owned(),
    })?;
    Ok(Counts {
        accounts: counts.0,
        operations: counts.1,
    })
}

/// Makes a file, and its name in its folder, outlive a power failure.
///
/// # Errors
/// When the disk refuses.
pub fn sync_to_disk(path: &Path) -> std::io::Result<()> {
    File::open(path)?.sync_all()?;
    let folder = path.parent().filter(|folder| *folder != Path::new(""));
    File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
}
