//! The statements of a push: constant texts over any number of rows at once.

use super::exchange::{read_id, write_id};
use super::{fixed, from_integer, to_integer};
use crate::store::{AccountRow, DeviceRow, StoreError};
use approdo_document::{Operation, OperationHash, OperationId, SpaceId};
use approdo_sync::server_rules::{Known, Opened};
use sqlx::SqliteConnection;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// A space that an offered operation names.
pub struct Space {
    pub row: i64,
    pub highest_number: u64,
    pub is_member: bool,
    pub is_changed: bool,
}

/// An operation about to be written.
pub struct NewRow<'a> {
    pub sequence: u64,
    pub operation: &'a Operation,
    pub hash: OperationHash,
    pub space: i64,
    pub number: u64,
    pub author: AccountRow,
    pub device: Option<DeviceRow>,
}

/// Writes operations, and what was given out for them.
pub async fn write(
    connection: &mut SqliteConnection,
    new_rows: &[NewRow<'_>],
    changed: impl Iterator<Item = &Space>,
    highest_sequence: u64,
) -> Result<(), StoreError> {
    let mut rest = new_rows;
    for statement in INSERTS.iter() {
        while rest.len() >= statement.rows {
            let (now, later) = rest.split_at(statement.rows);
            insert(connection, &statement.sql, now).await?;
            rest = later;
        }
    }
    for space in changed {
        sqlx::query("UPDATE spaces SET highest_number = ? WHERE row = ?")
            .bind(to_integer(space.highest_number))
            .bind(space.row)
            .execute(&mut *connection)
            .await?;
    }
    sqlx::query("UPDATE server SET highest_sequence = ?")
        .bind(to_integer(highest_sequence))
        .execute(connection)
        .await?;
    Ok(())
}

/// A statement that inserts several operations at once; prepared once, since its text is constant.
struct Insert {
    rows: usize,
    sql: String,
}

/// From many rows to one.
static INSERTS: LazyLock<[Insert; 3]> = LazyLock::new(|| {
    [100, 10, 1].map(|rows| Insert {
        rows,
        sql: format!(
            "INSERT INTO operations \
               (sequence, id, hash, space, number, author, device, document, bytes) VALUES {}",
            vec!["(?, ?, ?, ?, ?, ?, ?, ?, ?)"; rows].join(", ")
        ),
    })
});

async fn insert(
    connection: &mut SqliteConnection,
    sql: &'static str,
    rows: &[NewRow<'_>],
) -> Result<(), StoreError> {
    let mut query = sqlx::query(sql);
    for row in rows {
        query = query
            .bind(to_integer(row.sequence))
            .bind(write_id(row.operation.id).to_vec())
            .bind(row.hash.0.to_vec())
            .bind(row.space)
            .bind(to_integer(row.number))
            .bind(row.author.0)
            .bind(row.device.map(|device| device.0))
            .bind(row.operation.document.0.to_vec())
            // Serialising a plain struct into memory has no way to fail; were there one, the row
            // would not match its hash and be told of when it is read.
            .bind(postcard::to_allocvec(row.operation).unwrap_or_default());
    }
    query.execute(connection).await?;
    Ok(())
}

/// What is stored under one id.
pub struct Found {
    pub id: OperationId,
    pub known: Known,
    pub is_removed: bool,
}

/// Finds what is stored under the ids that a request offers or builds upon.
pub async fn find_known(
    connection: &mut SqliteConnection,
    opened: &Opened,
) -> Result<Vec<Found>, StoreError> {
    let offered = opened.pushed.iter();
    let offered = offered.chain(opened.returned.iter().map(|(operation, ..)| operation));
    let ids: HashSet<OperationId> = offered
        .flat_map(|operation| {
            let bases = match operation.self_contained {
                true => &[],
                false => operation.base.as_slice(),
            };
            bases.iter().copied().chain([operation.id])
        })
        .collect();
    let wanted = json_list(ids.into_iter().map(|id| hex::encode(write_id(id))));
    let found: Vec<(Vec<u8>, Vec<u8>, i64, bool)> = sqlx::query_as(
        "SELECT operations.id, operations.hash, operations.number, operations.bytes IS NULL \
         FROM json_each(?) AS wanted \
         CROSS JOIN operations ON operations.id = unhex(wanted.value)",
    )
    .bind(wanted)
    .fetch_all(connection)
    .await?;
    let found = found
        .into_iter()
        .map(|(id, hash, number, is_removed)| Found {
            id: read_id(&id),
            known: Known {
                hash: OperationHash(fixed(&hash)),
                number: from_integer(number),
            },
            is_removed,
        });
    Ok(found.collect())
}

/// Finds the spaces that a request names.
pub async fn find_spaces(
    connection: &mut SqliteConnection,
    account: AccountRow,
    opened: &Opened,
) -> Result<HashMap<SpaceId, Space>, StoreError> {
    let pushed = opened.pushed.iter().map(|operation| operation.space);
    let returned = opened
        .returned
        .iter()
        .map(|(operation, ..)| operation.space);
    let named: HashSet<SpaceId> = pushed.chain(returned).collect();
    let wanted = json_list(named.into_iter().map(|space| hex::encode(space.0)));
    let found: Vec<(Vec<u8>, i64, i64, bool)> = sqlx::query_as(
        "SELECT spaces.space, spaces.row, spaces.highest_number, members.account IS NOT NULL \
         FROM json_each(?) AS wanted CROSS JOIN spaces ON spaces.space = unhex(wanted.value) \
         LEFT JOIN members ON members.space = spaces.row AND members.account = ?",
    )
    .bind(wanted)
    .bind(account.0)
    .fetch_all(connection)
    .await?;
    let spaces = found.into_iter().map(|(id, row, highest, is_member)| {
        let space = Space {
            row,
            highest_number: from_integer(highest),
            is_member,
            is_changed: false,
        };
        (SpaceId(fixed(&id)), space)
    });
    Ok(spaces.collect())
}

/// Makes a space with its first writer as its owner, who sees it from the beginning.
pub async fn make_space(
    connection: &mut SqliteConnection,
    space: SpaceId,
    owner: AccountRow,
) -> Result<Space, StoreError> {
    let row: i64 = sqlx::query_scalar(
        "INSERT INTO spaces (space, highest_number) VALUES (?, 0) RETURNING row",
    )
    .bind(space.0.as_slice())
    .fetch_one(&mut *connection)
    .await?;
    sqlx::query("INSERT INTO members (account, space, since) VALUES (?, ?, 0)")
        .bind(owner.0)
        .bind(row)
        .execute(connection)
        .await?;
    Ok(Space {
        row,
        highest_number: 0,
        is_member: true,
        is_changed: false,
    })
}

/// Returns every account that may see one of these spaces.
pub async fn members_of(
    connection: &mut SqliteConnection,
    spaces: &[i64],
) -> Result<Vec<AccountRow>, StoreError> {
    if spaces.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<i64> = sqlx::query_scalar(
        "SELECT DISTINCT members.account FROM json_each(?) AS changed \
         CROSS JOIN members ON members.space = changed.value",
    )
    .bind(serde_json::json!(spaces).to_string())
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().map(AccountRow).collect())
}

/// Writes hexadecimal texts as a JSON list, by which SQLite takes any number of them at once.
fn json_list(texts: impl Iterator<Item = String>) -> String {
    serde_json::Value::from_iter(texts).to_string()
}
