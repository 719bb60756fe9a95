//! Files beside documents: taken in parts, whole once all are there and have the hash they should.

use super::{SqliteStore, from_integer, to_integer};
use crate::store::{AccountRow, BlobPart, BlobTaken, StoreError};
use approdo_document::{BlobHash, SpaceId};
use approdo_sync::blob_exchange::{BlobProgress, MOST_PART_BYTES};
use approdo_sync::blobs::MOST_BLOB_BYTES;
use sha2::{Digest, Sha256};
use sqlx::SqliteConnection;

/// The most bytes that all files of one space may have together.
const MOST_BYTES_OF_SPACE: u64 = 100 * 1024 * 1024;

/// A blob as it stands.
struct Row {
    row: i64,
    bytes: u64,
    is_whole: bool,
}

impl SqliteStore {
    /// Takes a part of a file, if the account may write in the space. A part that does not begin where
    /// the last one ended is passed over: the answer says where to go on.
    ///
    /// # Errors
    /// Why the store failed; nothing was stored.
    pub async fn take_blob_part(
        &self,
        account: AccountRow,
        part: &BlobPart<'_>,
    ) -> Result<BlobTaken, StoreError> {
        let mut transaction = self.begin_write().await?;
        let Some(space) = space_of(&mut transaction, account, part.space).await? else {
            return Ok(BlobTaken::NotAllowed);
        };
        let row = match find(&mut transaction, space, part.hash).await? {
            Some(row) if row.is_whole || row.bytes == part.total => row,
            // A part of other bytes: what was there so far cannot have been right.
            Some(row) => {
                remove(&mut transaction, row.row).await?;
                make(&mut transaction, space, part).await?
            }
            None if used(&mut transaction, space).await? + part.total > MOST_BYTES_OF_SPACE => {
                return Ok(BlobTaken::SpaceFull);
            }
            None => make(&mut transaction, space, part).await?,
        };
        let taken = add(&mut transaction, &row, part).await?;
        transaction.commit().await?;
        Ok(taken)
    }

    /// Returns a part of a file from a place on, and how many bytes the whole has; none if it is not
    /// there whole, or not for this account.
    ///
    /// # Errors
    /// Why the store failed.
    pub async fn blob_part(
        &self,
        account: AccountRow,
        space: SpaceId,
        hash: BlobHash,
        start: u64,
    ) -> Result<Option<(Vec<u8>, u64)>, StoreError> {
        let mut transaction = self.begin_read().await?;
        let Some(space) = space_of(&mut transaction, account, space).await? else {
            return Ok(None);
        };
        let found = find(&mut transaction, space, hash).await?;
        let Some(row) = found.filter(|row| row.is_whole) else {
            return Ok(None);
        };
        let part: Option<(i64, Vec<u8>)> = sqlx::query_as(
            "SELECT start, content FROM blob_parts WHERE blob = ? AND start <= ? \
             ORDER BY start DESC LIMIT 1",
        )
        .bind(row.row)
        .bind(to_integer(start))
        .fetch_optional(&mut *transaction)
        .await?;
        let content = part.map(|(first, content)| {
            let skipped = usize::try_from(start - from_integer(first)).unwrap_or(usize::MAX);
            content.get(skipped..).unwrap_or_default().to_vec()
        });
        Ok(Some((content.unwrap_or_default(), row.bytes)))
    }
}

/// Returns the row of a space that an account may see.
async fn space_of(
    connection: &mut SqliteConnection,
    account: AccountRow,
    space: SpaceId,
) -> Result<Option<i64>, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT spaces.row FROM spaces JOIN members ON members.space = spaces.row \
         WHERE spaces.space = ? AND members.account = ?",
    )
    .bind(space.0.as_slice())
    .bind(account.0)
    .fetch_optional(connection)
    .await
}

async fn find(
    connection: &mut SqliteConnection,
    space: i64,
    hash: BlobHash,
) -> Result<Option<Row>, sqlx::Error> {
    let found: Option<(i64, i64, bool)> =
        sqlx::query_as("SELECT row, bytes, is_whole FROM blobs WHERE space = ? AND hash = ?")
            .bind(space)
            .bind(hash.0.as_slice())
            .fetch_optional(connection)
            .await?;
    Ok(found.map(|(row, bytes, is_whole)| Row {
        row,
        bytes: from_integer(bytes),
        is_whole,
    }))
}

async fn make(
    connection: &mut SqliteConnection,
    space: i64,
    part: &BlobPart<'_>,
) -> Result<Row, sqlx::Error> {
    let row = sqlx::query_scalar(
        "INSERT INTO blobs (space, hash, bytes, is_whole) VALUES (?, ?, ?, 0) RETURNING row",
    )
    .bind(space)
    .bind(part.hash.0.as_slice())
    .bind(to_integer(part.total))
    .fetch_one(connection)
    .await?;
    Ok(Row {
        row,
        bytes: part.total,
        is_whole: false,
    })
}

async fn remove(connection: &mut SqliteConnection, row: i64) -> Result<(), sqlx::Error> {
    for statement in [
        "DELETE FROM blob_parts WHERE blob = ?",
        "DELETE FROM blobs WHERE row = ?",
    ] {
        sqlx::query(statement)
            .bind(row)
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}

/// Returns how many bytes the files of a space will have.
async fn used(connection: &mut SqliteConnection, space: i64) -> Result<u64, sqlx::Error> {
    let bytes: i64 =
        sqlx::query_scalar("SELECT coalesce(sum(bytes), 0) FROM blobs WHERE space = ?")
            .bind(space)
            .fetch_one(connection)
            .await?;
    Ok(from_integer(bytes))
}

/// Adds a part where it belongs, and looks at the hash once all are there.
async fn add(
    connection: &mut SqliteConnection,
    row: &Row,
    part: &BlobPart<'_>,
) -> Result<BlobTaken, sqlx::Error> {
    if row.is_whole {
        return Ok(BlobTaken::Progress(BlobProgress::Whole));
    }
    let received: i64 = sqlx::query_scalar(
        "SELECT coalesce(max(start + length(content)), 0) FROM blob_parts WHERE blob = ?",
    )
    .bind(row.row)
    .fetch_one(&mut *connection)
    .await?;
    let received = from_integer(received);
    let length = u64::try_from(part.content.len()).unwrap_or(u64::MAX);
    let fits = part.start == received && length <= row.bytes - received.min(row.bytes);
    if !fits {
        return Ok(BlobTaken::Progress(BlobProgress::Received(received)));
    }
    if length > 0 {
        sqlx::query("INSERT INTO blob_parts (blob, start, content) VALUES (?, ?, ?)")
            .bind(row.row)
            .bind(to_integer(part.start))
            .bind(part.content)
            .execute(&mut *connection)
            .await?;
    }
    if received + length < row.bytes {
        return Ok(BlobTaken::Progress(BlobProgress::Received(
            received + length,
        )));
    }
    if hash_of(connection, row.row).await? != part.hash {
        remove(connection, row.row).await?;
        return Ok(BlobTaken::OtherContent);
    }
    sqlx::query("UPDATE blobs SET is_whole = 1 WHERE row = ?")
        .bind(row.row)
        .execute(&mut *connection)
        .await?;
    let concerned: Vec<i64> = sqlx::query_scalar(
        "SELECT account FROM members WHERE space = (SELECT space FROM blobs WHERE row = ?)",
    )
    .bind(row.row)
    .fetch_all(connection)
    .await?;
    Ok(BlobTaken::Completed(
        concerned.into_iter().map(AccountRow).collect(),
    ))
}

async fn hash_of(connection: &mut SqliteConnection, row: i64) -> Result<BlobHash, sqlx::Error> {
    let parts: Vec<Vec<u8>> =
        sqlx::query_scalar("SELECT content FROM blob_parts WHERE blob = ? ORDER BY start")
            .bind(row)
            .fetch_all(connection)
            .await?;
    let mut hasher = Sha256::new();
    parts.iter().for_each(|part| hasher.update(part));
    Ok(BlobHash(hasher.finalize().into()))
}

/// Tells whether a part is of a size that is taken.
pub fn is_sound(part: &BlobPart<'_>) -> bool {
    let most = u64::try_from(MOST_BLOB_BYTES).unwrap_or(u64::MAX);
    part.content.len() <= MOST_PART_BYTES && part.total <= most
}
