//! The store in one SQLite file: how it is opened. What it does is in the modules beside this one.
//!
//! One connection writes, several read. Every commit reaches the disk before it is acknowledged:
//! `synchronous=FULL`, since in WAL mode the default can lose commits when the power fails.

mod devices;
mod exchange;
mod key;
mod links;
mod operation_log;
mod push;
mod read;
mod rows;

pub use links::Claim;

use crate::secrets::random_bytes;
use crate::store::{AccountRow, OpenError, StoreError};
use approdo_document::AccountId;
use approdo_sync::receipt::ReceiptKey;
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{Sqlite, SqliteConnection, Transaction};
use std::path::Path;
use std::time::Duration;

/// The name of the database within the data folder.
pub const DATABASE_FILE: &str = "approdo.sqlite";

const READERS: u32 = 4;
const LONGEST_WAIT: Duration = Duration::from_secs(5);

/// The server's store in one SQLite file.
#[derive(Debug, Clone)]
pub struct SqliteStore {
    writer: SqlitePool,
    readers: SqlitePool,
    receipt_key: ReceiptKey,
}

impl SqliteStore {
    /// Opens the store in a folder, making both if need be.
    ///
    /// # Errors
    /// Why it cannot be opened, and what to do.
    pub async fn open(folder: &Path) -> Result<Self, OpenError> {
        let not_writable = |source| OpenError::NotWritable {
            path: folder.to_owned(),
            source,
        };
        std::fs::create_dir_all(folder).map_err(not_writable)?;
        let receipt_key = key::read_or_draw(folder)?;
        let path = folder.join(DATABASE_FILE);
        let failed = |source| OpenError::Database {
            path: path.clone(),
            source,
        };
        let writer = connect(&path, 1, false).await.map_err(failed)?;
        sqlx::migrate!("migrations/sqlite")
            .run(&writer)
            .await
            .map_err(|source| OpenError::Migration {
                path: path.clone(),
                source,
            })?;
        begin_first_epoch(&writer, random_bytes()?)
            .await
            .map_err(failed)?;
        Ok(Self {
            readers: connect(&path, READERS, true).await.map_err(failed)?,
            writer,
            receipt_key,
        })
    }

    /// Closes all connections, so that the file stands alone and may be copied.
    pub async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }

    /// Tells whether the database answers.
    ///
    /// # Errors
    /// [`StoreError`] if it does not.
    pub async fn is_alive(&self) -> Result<(), StoreError> {
        sqlx::query("SELECT 1 FROM server")
            .execute(&self.readers)
            .await?;
        Ok(())
    }

    /// Begins a transaction that will write, waiting for its turn.
    async fn begin_write(&self) -> Result<Transaction<'static, Sqlite>, StoreError> {
        Ok(self.writer.begin_with("BEGIN IMMEDIATE").await?)
    }

    /// Begins a transaction that reads from one state of the database.
    async fn begin_read(&self) -> Result<Transaction<'static, Sqlite>, StoreError> {
        Ok(self.readers.begin().await?)
    }
}

/// Opens connections to the database.
async fn connect(path: &Path, most: u32, reads_only: bool) -> Result<SqlitePool, sqlx::Error> {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(!reads_only)
        .read_only(reads_only)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(LONGEST_WAIT);
    SqlitePoolOptions::new()
        .acquire_timeout(LONGEST_WAIT)
        .max_connections(most)
        .connect_with(options)
        .await
}

/// Gives a new database its first epoch; does nothing to one that has one.
async fn begin_first_epoch(writer: &SqlitePool, epoch: [u8; 16]) -> Result<(), sqlx::Error> {
    let mut transaction = writer.begin_with("BEGIN IMMEDIATE").await?;
    sqlx::query(
        "INSERT OR IGNORE INTO server (only_row, epoch, highest_sequence) VALUES (1, ?, 0)",
    )
    .bind(epoch.as_slice())
    .execute(&mut *transaction)
    .await?;
    sqlx::query("INSERT OR IGNORE INTO epochs (epoch) SELECT epoch FROM server")
        .execute(&mut *transaction)
        .await?;
    transaction.commit().await
}

/// Finds an account's row.
async fn find_account(
    connection: &mut SqliteConnection,
    account: AccountId,
) -> Result<Option<AccountRow>, sqlx::Error> {
    let row = sqlx::query_scalar("SELECT row FROM accounts WHERE account = ?")
        .bind(account.0.as_slice())
        .fetch_optional(connection)
        .await?;
    Ok(row.map(AccountRow))
}

/// Finds an account's row, making it if need be.
async fn find_or_make_account(
    connection: &mut SqliteConnection,
    account: AccountId,
) -> Result<AccountRow, sqlx::Error> {
    if let Some(row) = find_account(&mut *connection, account).await? {
        return Ok(row);
    }
    let row = sqlx::query_scalar("INSERT INTO accounts (account) VALUES (?) RETURNING row")
        .bind(account.0.as_slice())
        .fetch_one(connection)
        .await?;
    Ok(AccountRow(row))
}

/// SQLite's integers are signed; the server's own numbers never reach half their range.
fn to_integer(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// The way back of [`to_integer`].
fn from_integer(number: i64) -> u64 {
    u64::try_from(number).unwrap_or(0)
}

/// Reads an id of fixed length; a damaged one reads as zeros, which name nothing.
fn fixed<const LENGTH: usize>(bytes: &[u8]) -> [u8; LENGTH] {
    bytes.try_into().unwrap_or([0; LENGTH])
}
