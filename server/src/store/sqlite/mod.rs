//! The store in one SQLite file: how it is opened. What it does is in the modules beside this one.
//!
//! One connection writes, several read. Every commit reaches the disk before it is acknowledged:
//! `synchronous=FULL`, since in WAL mode the default can lose commits when the power fails.

pub mod backup;
pub mod blobs;
mod devices;
mod exchange;
pub mod inspect;
mod key;
mod links;
mod lock;
mod operation_log;
mod push;
mod read;
pub mod restore;
mod rows;
mod schema;

pub use links::Claim;

use crate::limits::Limits;
use crate::secrets::random_bytes;
use crate::store::{AccountRow, OpenError, StoreError};
use approdo_document::AccountId;
use approdo_sync::receipt::ReceiptKey;
use lock::DataLock;
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{Connection as _, Sqlite, SqliteConnection, Transaction};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// The name of the database within the data folder.
pub const DATABASE_FILE: &str = "approdo.sqlite";

const READERS: u32 = 4;

/// The server's store in one SQLite file.
#[derive(Debug, Clone)]
pub struct SqliteStore {
    writer: SqlitePool,
    readers: SqlitePool,
    receipt_key: ReceiptKey,
    /// The lowest sequence this run gives to an operation ([`first_sequence`]).
    first_sequence: u64,
    path: PathBuf,
    lock: Arc<DataLock>,
}

/// How a connection treats SQLite's journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Journal {
    /// As a running server needs it: readers and the writer do not wait for each other.
    Log,
    /// For reading beside the server's writer.
    LogReadOnly,
    /// Everything in one file.
    OneFile,
    /// Whatever the database has.
    AsItIs,
}

impl SqliteStore {
    /// Opens the store in a folder, making both if need be.
    ///
    /// # Errors
    /// Why it cannot be opened, and what to do.
    pub async fn open(folder: &Path) -> Result<Self, OpenError> {
        Self::open_with(folder, Limits::default().database_time).await
    }

    /// Opens the store like [`SqliteStore::open`]; requests wait for the database as long as this.
    ///
    /// # Errors
    /// Why it cannot be opened, and what to do.
    pub async fn open_with(folder: &Path, longest_wait: Duration) -> Result<Self, OpenError> {
        let not_writable = |source| OpenError::NotWritable {
            path: folder.to_owned(),
            source,
        };
        std::fs::create_dir_all(folder).map_err(not_writable)?;
        let lock = Arc::new(DataLock::take(folder)?);
        let receipt_key = key::read_or_draw(folder)?;
        let path = folder.join(DATABASE_FILE);
        let failed = |source| OpenError::Database {
            path: path.clone(),
            source,
        };
        let writer = connect(&path, 1, Journal::Log, longest_wait)
            .await
            .map_err(failed)?;
        schema::bring_up_to_date(&writer, &path).await?;
        begin_first_epoch(&writer, random_bytes()?)
            .await
            .map_err(failed)?;
        let first_sequence = first_sequence(&writer, random_bytes()?)
            .await
            .map_err(failed)?;
        Ok(Self {
            readers: connect(&path, READERS, Journal::LogReadOnly, longest_wait)
                .await
                .map_err(failed)?,
            writer,
            receipt_key,
            first_sequence,
            path,
            lock,
        })
    }

    /// Closes all connections, so that the file stands alone, and lets others work on the folder.
    pub async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
        self.lock.give_back();
    }

    /// Returns the size of the database and its log in bytes; what cannot be seen counts nothing.
    pub fn size_on_disk(&self) -> u64 {
        let mut log = self.path.clone().into_os_string();
        log.push("-wal");
        [self.path.as_path(), Path::new(&log)]
            .into_iter()
            .filter_map(|path| std::fs::metadata(path).ok())
            .map(|facts| facts.len())
            .sum()
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
async fn connect(
    path: &Path,
    most: u32,
    journal: Journal,
    longest_wait: Duration,
) -> Result<SqlitePool, sqlx::Error> {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(journal == Journal::Log)
        .read_only(journal == Journal::LogReadOnly)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(longest_wait);
    let options = match journal {
        Journal::Log | Journal::LogReadOnly => options.journal_mode(SqliteJournalMode::Wal),
        Journal::OneFile => options.journal_mode(SqliteJournalMode::Delete),
        Journal::AsItIs => options,
    };
    SqlitePoolOptions::new()
        .acquire_timeout(longest_wait)
        .max_connections(most)
        // A full disk makes SQLite end a transaction by itself, which sqlx does not hear of: that
        // connection would refuse every transaction to come.
        .before_acquire(|connection, _| {
            let is_usable = !connection.is_in_transaction();
            Box::pin(async move { Ok(is_usable) })
        })
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

/// Returns where this run's sequences begin: not where the database's end, but by chance up to a
/// million further on. After a restore that nobody told the server of, an operation that comes again
/// could get the sequence it had before, and devices that had read up to it would not notice what is
/// missing before it.
async fn first_sequence(writer: &SqlitePool, chance: [u8; 4]) -> Result<u64, sqlx::Error> {
    let highest: i64 = sqlx::query_scalar("SELECT highest_sequence FROM server")
        .fetch_one(writer)
        .await?;
    let left_out = u64::from(u32::from_be_bytes(chance) >> 12);
    Ok(from_integer(highest) + 1 + left_out)
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
