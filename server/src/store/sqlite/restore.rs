//! Putting a copy of the database in place. The data begin a new life (an epoch), so that every
//! device offers again what it has; the database that was there is kept aside.

use super::backup::{check, sync_to_disk};
use super::exchange::begin_epoch;
use super::lock::DataLock;
use super::{DATABASE_FILE, Journal, connect, key, schema};
use crate::store::copies::{CopyError, Counts, Restored};
use jiff::Timestamp;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Nobody else works on these files.
const LONGEST_WAIT: Duration = Duration::from_secs(5);

/// Puts a copy in the place of a data folder's database.
///
/// # Errors
/// Why it was not done; then the database is what it was.
pub async fn restore(folder: &Path, from: &Path) -> Result<Restored, CopyError> {
    let not_written = |source| CopyError::NotWritten {
        path: folder.to_owned(),
        source,
    };
    std::fs::create_dir_all(folder).map_err(not_written)?;
    let lock = DataLock::take(folder)?;
    let path = folder.join(DATABASE_FILE);
    let prepared = path.with_extension("restoring");
    clear(&prepared).map_err(not_written)?;
    copy(from, &prepared)?;
    let counts = match prepare(&prepared, from).await {
        Ok(counts) => counts,
        Err(error) => {
            clear(&prepared).map_err(not_written)?;
            return Err(error);
        }
    };
    settle(&path).await;
    let replaced = keep_aside(&path).map_err(not_written)?;
    std::fs::rename(&prepared, &path).map_err(not_written)?;
    sync_to_disk(&path).map_err(not_written)?;
    lock.give_back();
    Ok(Restored {
        counts,
        replaced,
        lacks_key: !key::is_there(folder),
    })
}

/// Removes what an interrupted restore left: SQLite would take its journal for this copy's.
fn clear(prepared: &Path) -> std::io::Result<()> {
    ["", "-journal", "-wal", "-shm"]
        .into_iter()
        .map(|ending| std::fs::remove_file(with_ending(prepared, ending)))
        .filter(|removed| !is_missing(removed))
        .collect()
}

fn is_missing(result: &std::io::Result<()>) -> bool {
    result
        .as_ref()
        .is_err_and(|error| error.kind() == ErrorKind::NotFound)
}

fn copy(from: &Path, to: &Path) -> Result<(), CopyError> {
    std::fs::copy(from, to)
        .map(|_| ())
        .map_err(|source| CopyError::NotCopied {
            path: from.to_owned(),
            source,
        })
}

/// Checks the copy, brings it to this program's version, and begins its new life.
async fn prepare(prepared: &Path, from: &Path) -> Result<Counts, CopyError> {
    let damaged = |source: sqlx::Error| CopyError::Damaged {
        path: from.to_owned(),
        reason: source.to_string(),
    };
    let copy = connect(prepared, 1, Journal::OneFile, LONGEST_WAIT)
        .await
        .map_err(damaged)?;
    let counts = check(&copy, from).await?;
    schema::bring_up_to_date(&copy, from).await?;
    let mut writer = copy.begin_with("BEGIN IMMEDIATE").await.map_err(damaged)?;
    begin_epoch(&mut writer)
        .await
        .map_err(|error| CopyError::Damaged {
            path: from.to_owned(),
            reason: error.to_string(),
        })?;
    writer.commit().await.map_err(damaged)?;
    copy.close().await;
    sync_to_disk(prepared).map_err(|source| CopyError::NotWritten {
        path: prepared.to_owned(),
        source,
    })?;
    Ok(counts)
}

/// Has SQLite bring its log into the database that is about to be replaced. A database so damaged
/// that it cannot is kept aside with its log as it is.
async fn settle(path: &Path) {
    if !path.exists() {
        return;
    }
    if let Ok(database) = connect(path, 1, Journal::Log, LONGEST_WAIT).await {
        database.close().await;
    }
}

/// Gives the present database a second name. The first one always names a whole database, so that
/// no server ever starts with an empty one by mistake.
fn keep_aside(path: &Path) -> std::io::Result<Option<PathBuf>> {
    if !path.exists() {
        return Ok(None);
    }
    let now = Timestamp::now().strftime("%Y%m%dT%H%M%S%3fZ");
    let aside = path.with_file_name(format!("approdo-replaced-{now}.sqlite"));
    if std::fs::hard_link(path, &aside).is_err() {
        // Not every file system has hard links.
        std::fs::copy(path, &aside)?;
    }
    sync_to_disk(&aside)?;
    for ending in ["-wal", "-shm"] {
        let moved = std::fs::rename(with_ending(path, ending), with_ending(&aside, ending));
        if !is_missing(&moved) {
            moved?;
        }
    }
    Ok(Some(aside))
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}
