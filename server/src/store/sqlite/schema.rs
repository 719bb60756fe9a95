//! Which version of the schema a database has, and how it is brought to this program's. Each step is
//! one transaction together with the note that it was done: interrupted, it has not begun.

use crate::store::OpenError;
use sqlx::migrate::Migrator;
use sqlx::sqlite::SqlitePool;
use std::path::Path;

/// The steps, oldest first.
static STEPS: Migrator = sqlx::migrate!("migrations/sqlite");

/// Returns the version that this program writes.
pub fn newest_version() -> i64 {
    STEPS.iter().map(|step| step.version).max().unwrap_or(0)
}

/// Reads a database's version; zero if it is empty.
///
/// # Errors
/// When the database cannot be read.
pub async fn version_of(database: &SqlitePool) -> Result<i64, sqlx::Error> {
    let is_noted: bool = sqlx::query_scalar(
        "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = '_sqlx_migrations')",
    )
    .fetch_one(database)
    .await?;
    if !is_noted {
        return Ok(0);
    }
    sqlx::query_scalar("SELECT coalesce(max(version), 0) FROM _sqlx_migrations WHERE success")
        .fetch_one(database)
        .await
}

/// Brings a database to this program's version.
///
/// # Errors
/// [`OpenError::Newer`] if a newer program wrote it; otherwise what kept a step from being done.
pub async fn bring_up_to_date(database: &SqlitePool, path: &Path) -> Result<(), OpenError> {
    let found = version_of(database)
        .await
        .map_err(|source| OpenError::Database {
            path: path.to_owned(),
            source,
        })?;
    check_version(found, path)?;
    STEPS
        .run(database)
        .await
        .map_err(|source| OpenError::Migration {
            path: path.to_owned(),
            source,
        })
}

/// Checks that this program can read a database of this version.
///
/// # Errors
/// [`OpenError::Newer`] if it cannot.
pub fn check_version(found: i64, path: &Path) -> Result<(), OpenError> {
    let known = newest_version();
    match found > known {
        true => Err(OpenError::Newer {
            path: path.to_owned(),
            found,
            known,
        }),
        false => Ok(()),
    }
}
