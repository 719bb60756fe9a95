//! What the server keeps: operations in their order, accounts, devices, attempts to link.
//!
//! Here are the types that routes and stores share. SQL stands only in `sqlite`; a store for
//! PostgreSQL will stand beside it with the same methods.

pub mod copies;
pub mod sqlite;

use crate::secrets::NoRandomness;
use approdo_document::{AccountId, BlobHash, SpaceId};
use approdo_sync::blob_exchange::BlobProgress;
use approdo_sync::server_rules::RequestError;
use approdo_sync::wire::SyncResponse;
use serde::Serialize;
use std::path::PathBuf;
use thiserror::Error;

pub use sqlite::SqliteStore;

/// Identifies one device of an account: random, without meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct DeviceId(pub [u8; 16]);

/// Identifies one attempt to link a device: random, without meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct LinkId(pub [u8; 16]);

/// Writes ids as 32 hexadecimal digits, and reads them back.
macro_rules! hexadecimal_text {
    ($($name:ident),*) => {$(
        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(&hex::encode(self.0))
            }
        }

        impl std::str::FromStr for $name {
            type Err = hex::FromHexError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                let mut bytes = [0; 16];
                hex::decode_to_slice(text, &mut bytes)?;
                Ok(Self(bytes))
            }
        }
    )*};
}

hexadecimal_text!(DeviceId, LinkId);

/// The place of an account in its store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct AccountRow(pub i64);

/// The place of a device in its store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct DeviceRow(pub i64);

/// Who a request acts for, and from which device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Session {
    /// The account.
    pub account: AccountId,
    /// The account's place in the store.
    pub account_row: AccountRow,
    /// The device.
    pub device: DeviceId,
    /// The device's place in the store.
    pub device_row: DeviceRow,
}

/// A device about to get a session.
#[derive(Debug, Clone, Copy)]
pub struct NewDevice<'a> {
    /// What its person calls it.
    pub name: &'a str,
    /// The hash of its token.
    pub token_hash: [u8; 32],
    /// Now, in milliseconds since 1970.
    pub now_ms: u64,
}

/// A device as its owner sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeviceView {
    /// The device.
    pub device: DeviceId,
    /// What its person calls it.
    pub name: String,
    /// When it was linked, in milliseconds since 1970.
    pub created_at_ms: u64,
    /// The last day on which it was seen, in days since 1970.
    pub last_seen_day: u64,
}

/// How far an attempt to link has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkState {
    /// The code waits to be entered.
    Open,
    /// A device has entered it; the owner has not yet compared the words.
    Claimed,
    /// The owner said yes.
    Confirmed,
    /// The owner said no.
    Rejected,
    /// Its time is over.
    Expired,
}

/// An attempt to link as the account's owner sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkView {
    /// How far it has come.
    pub state: LinkState,
    /// The word that the other device shows.
    pub matching_word: Option<String>,
    /// What the other device calls itself.
    pub device_name: Option<String>,
}

/// What a claiming device learns when it asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClaimOutcome {
    /// The owner has not decided.
    Waiting,
    /// The owner said yes; the device now has a session. Said once.
    Confirmed(AccountId),
    /// The owner said no.
    Rejected,
    /// Its time is over, it was taken up already, or it never was.
    Expired,
}

/// What an exchange did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exchanged {
    /// The answer.
    pub response: SyncResponse,
    /// Operations stored that were not there before.
    pub stored: usize,
    /// Every account that may see a space in which something was stored.
    pub concerned: Vec<AccountRow>,
}

/// A part of a file beside a document, as a device sends it.
#[derive(Debug, Clone, Copy)]
pub struct BlobPart<'a> {
    /// Whose it is.
    pub space: SpaceId,
    /// The hash of the whole.
    pub hash: BlobHash,
    /// Where the part begins.
    pub start: u64,
    /// How many bytes the whole has.
    pub total: u64,
    /// The bytes; none only asks how far the server is.
    pub content: &'a [u8],
}

/// What became of a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BlobTaken {
    /// So much is there now, or it was whole before.
    Progress(BlobProgress),
    /// With this part it is whole: everyone who may see it can have it now.
    Completed(Vec<AccountRow>),
    /// The account may not see the space.
    NotAllowed,
    /// All parts are there and make other content than the hash says: none of them was kept.
    OtherContent,
    /// The space has as many bytes of files as it may.
    SpaceFull,
}

/// Why a store cannot do what was asked; nothing of it was done.
#[derive(Debug, Error)]
pub enum StoreError {
    /// The request as a whole cannot be taken.
    #[error(transparent)]
    Request(#[from] RequestError),
    /// The database did not come free in time.
    #[error("the database is busy; send the request again in a moment")]
    Busy,
    /// The disk is full.
    #[error("the disk is full; make room on it: devices keep their work and send it again")]
    Full,
    /// The database failed.
    #[error("the database failed ({0}); look at the disk and at the file's rights")]
    Database(sqlx::Error),
    /// The machine gave no random numbers.
    #[error(transparent)]
    Randomness(#[from] NoRandomness),
}

/// Why a store cannot be opened.
#[derive(Debug, Error)]
pub enum OpenError {
    /// The folder cannot be made or written.
    #[error(
        "the data folder {path} cannot be written ({source}); choose another with --data, or give \
         this user the right to write there"
    )]
    NotWritable {
        /// The folder.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// Another program works on the folder.
    #[error("another program works on the data folder {path}; stop that server first")]
    InUse {
        /// The folder.
        path: PathBuf,
    },
    /// The key file is not a key.
    #[error("{path} is damaged; put it back from where you keep its copy")]
    DamagedKey {
        /// The file.
        path: PathBuf,
    },
    /// The database cannot be opened.
    #[error("the database {path} cannot be opened ({source}); restore it from a backup")]
    Database {
        /// The file.
        path: PathBuf,
        /// What the database said.
        source: sqlx::Error,
    },
    /// A newer program wrote the database.
    #[error(
        "a newer version of Approdo wrote {path} (schema {found}; this program knows up to \
         {known}); install that version again, or restore a backup from before the update"
    )]
    Newer {
        /// The file.
        path: PathBuf,
        /// The version found.
        found: i64,
        /// The newest version that this program knows.
        known: i64,
    },
    /// The database cannot be brought to this version.
    #[error(
        "the database {path} cannot be brought to this version ({source}); nothing of it was \
         changed: look at the disk, or install the version of Approdo that wrote it"
    )]
    Migration {
        /// The file.
        path: PathBuf,
        /// What the migration said.
        source: sqlx::migrate::MigrateError,
    },
    /// The machine gave no random numbers.
    #[error(transparent)]
    Randomness(#[from] NoRandomness),
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        match (&error, result_code(&error)) {
            (sqlx::Error::PoolTimedOut, _) | (_, Some(BUSY | LOCKED)) => Self::Busy,
            (_, Some(FULL)) => Self::Full,
            _ => Self::Database(error),
        }
    }
}

/// SQLite's primary result codes (<https://sqlite.org/rescode.html>) that have a meaning of their own here.
const BUSY: u32 = 5;
const LOCKED: u32 = 6;
const FULL: u32 = 13;

/// Returns the primary result code: the lowest byte of the extended one.
fn result_code(error: &sqlx::Error) -> Option<u32> {
    let extended: u32 = error.as_database_error()?.code()?.parse().ok()?;
    Some(extended & 0xff)
}
