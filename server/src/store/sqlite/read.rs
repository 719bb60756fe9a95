//! Reading one page of all that an account may see, in the order of `(since, sequence)`.
//!
//! A row whose bytes were removed, or do not match their hash, is read as a hole: one damaged row
//! must not keep everything after it from anyone.

use super::exchange::read_id;
use super::{fixed, from_integer, to_integer};
use crate::store::{AccountRow, StoreError};
use approdo_document::{AccountId, Operation, OperationHash, OperationId, SpaceId};
use approdo_sync::batch::Batch;
use approdo_sync::receipt::ReceiptKey;
use approdo_sync::server_rules::{LARGEST_PAGE_BYTES, Reading};
use approdo_sync::wire::{DeliveredNote, Hole, MOST_OPERATIONS};
use futures::TryStreamExt as _;
use sqlx::sqlite::SqliteRow;
use sqlx::{Row as _, SqliteConnection};
use std::collections::HashSet;

/// What to read.
pub struct PageRequest<'a> {
    pub account: (AccountId, AccountRow),
    pub reading: Reading,
    /// Most operations wanted.
    pub most: u32,
    /// What this very request carried, which is only named, not sent back.
    pub stored_now: &'a HashSet<OperationId>,
}

/// One page.
#[derive(Default)]
pub struct Page {
    pub delivered: Batch,
    pub notes: Vec<DeliveredNote>,
    pub device_names: Vec<String>,
    pub echoes: Vec<(OperationId, u64)>,
    pub holes: Vec<Hole>,
    /// The last place read: since, sequence, and the operation there.
    pub last: Option<(u64, u64, OperationId)>,
    pub more: bool,
}

/// One row of the history as the reader sees it.
struct Place {
    since: u64,
    sequence: u64,
    id: OperationId,
    hash: OperationHash,
    number: u64,
    space: SpaceId,
    author: AccountId,
    device: Option<(i64, String)>,
    bytes: Option<Vec<u8>>,
}

/// A page while it is filled.
struct Filling<'a> {
    reader: AccountId,
    receipt_key: &'a ReceiptKey,
    stored_now: &'a HashSet<OperationId>,
    page: Page,
    operations: Vec<Operation>,
    devices: Vec<i64>,
    bytes: usize,
}

const PAGE: &str = "WITH page AS MATERIALIZED ( \
       SELECT operations.sequence AS sequence, max(operations.sequence, members.since) AS since \
       FROM members CROSS JOIN operations \
         ON operations.space = members.space AND operations.sequence > CASE \
           WHEN members.since < ?2 THEN ?2 WHEN members.since = ?2 THEN ?3 ELSE 0 END \
       WHERE members.account = ?1 ORDER BY 2, 1 LIMIT ?4) \
     SELECT page.since, page.sequence, operations.id, operations.hash, operations.number, \
       spaces.space, accounts.account, devices.row, devices.name, operations.bytes \
     FROM page CROSS JOIN operations ON operations.sequence = page.sequence \
     CROSS JOIN spaces ON spaces.row = operations.space \
     CROSS JOIN accounts ON accounts.row = operations.author \
     LEFT JOIN devices ON devices.row = operations.device AND devices.account = ?1 \
     ORDER BY page.since, page.sequence";

/// Reads one page.
pub async fn page(
    connection: &mut SqliteConnection,
    receipt_key: &ReceiptKey,
    wanted: &PageRequest<'_>,
) -> Result<Page, StoreError> {
    let (since, sequence) = match wanted.reading {
        Reading::After { since, sequence } => (since, sequence),
        Reading::Start { .. } => (0, 0),
    };
    let most = usize::try_from(wanted.most)
        .unwrap_or(MOST_OPERATIONS)
        .clamp(1, MOST_OPERATIONS);
    let mut filling = Filling {
        reader: wanted.account.0,
        receipt_key,
        stored_now: wanted.stored_now,
        page: Page::default(),
        operations: Vec::new(),
        devices: Vec::new(),
        bytes: 0,
    };
    let mut rows = sqlx::query(PAGE)
        .bind(wanted.account.1.0)
        .bind(to_integer(since))
        .bind(to_integer(sequence))
        .bind(i64::try_from(most + 1).unwrap_or(i64::MAX))
        .fetch(connection);
    let mut taken = 0;
    while let Some(row) = rows.try_next().await? {
        if taken == most || !filling.take(read_place(&row)?) {
            filling.page.more = true;
            break;
        }
        taken += 1;
    }
    filling.page.delivered = Batch::pack(&filling.operations);
    Ok(filling.page)
}

fn read_place(row: &SqliteRow) -> Result<Place, sqlx::Error> {
    let device: Option<i64> = row.try_get(7)?;
    let name: Option<String> = row.try_get(8)?;
    Ok(Place {
        since: from_integer(row.try_get(0)?),
        sequence: from_integer(row.try_get(1)?),
        id: read_id(row.try_get(2)?),
        hash: OperationHash(fixed(row.try_get(3)?)),
        number: from_integer(row.try_get(4)?),
        space: SpaceId(fixed(row.try_get(5)?)),
        author: AccountId(fixed(row.try_get(6)?)),
        device: device.zip(name),
        bytes: row.try_get(9)?,
    })
}

impl Filling<'_> {
    /// Puts one place on the page; answers false if the page has no room left for it.
    fn take(&mut self, place: Place) -> bool {
        let size = place.bytes.as_ref().map_or(0, Vec::len);
        if !self.operations.is_empty() && self.bytes + size > LARGEST_PAGE_BYTES {
            return false;
        }
        self.page.last = Some((place.since, place.sequence, place.id));
        if self.stored_now.contains(&place.id) {
            self.page.echoes.push((place.id, place.number));
            return true;
        }
        match place
            .bytes
            .as_deref()
            .map(|bytes| read_operation(bytes, &place))
        {
            Some(Some(operation)) => self.deliver(operation, &place, size),
            Some(None) => {
                tracing::error!(
                    sequence = place.sequence,
                    "a stored operation is damaged and is served as a hole; restore the database"
                );
                self.skip(&place);
            }
            None => self.skip(&place),
        }
        true
    }

    fn deliver(&mut self, operation: Operation, place: &Place, size: usize) {
        let is_own = place.author == self.reader;
        let receipt = || {
            self.receipt_key
                .receipt(place.hash, place.author, place.space)
        };
        let note = DeliveredNote {
            number: place.number,
            author: place.author,
            receipt: (!is_own).then(receipt),
            device: self.device_index(place.device.as_ref().filter(|_| is_own)),
        };
        self.page.notes.push(note);
        self.operations.push(operation);
        self.bytes += size;
    }

    fn device_index(&mut self, device: Option<&(i64, String)>) -> Option<u32> {
        let (row, name) = device?;
        let known = self.devices.iter().position(|known| known == row);
        let index = known.unwrap_or_else(|| {
            self.devices.push(*row);
            self.page.device_names.push(name.clone());
            self.devices.len() - 1
        });
        u32::try_from(index).ok()
    }

    fn skip(&mut self, place: &Place) {
        let last = self.page.holes.last_mut();
        match last.filter(|hole| hole.space == place.space && hole.to + 1 == place.number) {
            Some(hole) => hole.to = place.number,
            None => self.page.holes.push(Hole {
                space: place.space,
                from: place.number,
                to: place.number,
            }),
        }
    }
}

/// Reads an operation; none if the bytes are not those that were stored.
fn read_operation(bytes: &[u8], place: &Place) -> Option<Operation> {
    let operation: Operation = postcard::from_bytes(bytes).ok()?;
    (operation.hash() == place.hash && operation.id == place.id).then_some(operation)
}
