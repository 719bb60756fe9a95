//! One exchange with a device: what is pushed is stored in one transaction that reaches the disk,
//! then one page is read. What is decided stands in `approdo_sync::server_rules`.

use super::push::Pushed;
use super::read::{Page, PageRequest};
use super::{
    SqliteStore, find_account, find_or_make_account, fixed, from_integer, push, read, rows,
};
use crate::secrets::random_bytes;
use crate::store::{AccountRow, DeviceRow, Exchanged, StoreError};
use approdo_document::{AccountId, OperationId, WriterId};
use approdo_sync::server_rules::{self, CursorFacts, EpochStanding, Opened, Reading, reading_from};
use approdo_sync::store::ServerStore;
use approdo_sync::wire::{Cursor, Epoch, Receipt, SyncRequest, SyncResponse};
use sqlx::SqliteConnection;

/// What is known when the page is about to be read.
struct Placed {
    epoch: Epoch,
    account: Option<AccountRow>,
    reading: Reading,
    pushed: Pushed,
}

impl SqliteStore {
    /// Carries out one request of a device of `account`.
    ///
    /// # Errors
    /// Why nothing of it was stored.
    pub async fn exchange_from(
        &self,
        account: AccountId,
        device: Option<DeviceRow>,
        request: &SyncRequest,
    ) -> Result<Exchanged, StoreError> {
        let opened = server_rules::open(account, request)?;
        let carries_nothing = opened.pushed.is_empty() && opened.returned.is_empty();
        let placed = match carries_nothing {
            true => self.place(account, request.cursor.as_ref()).await?,
            false => None,
        };
        let placed = match placed {
            Some(placed) => placed,
            None => self.store(account, device, request, &opened).await?,
        };
        let mut reader = self.begin_read().await?;
        let concerned = rows::members_of(&mut reader, &placed.pushed.changed_spaces).await?;
        let page = match placed.account {
            Some(row) => {
                let wanted = PageRequest {
                    account: (account, row),
                    reading: placed.reading,
                    most: request.page,
                    stored_now: &placed.pushed.ids,
                };
                read::page(&mut reader, &self.receipt_key, &wanted).await?
            }
            None => Page::default(),
        };
        Ok(Exchanged {
            stored: placed.pushed.stored,
            response: self.answer(account, placed, page),
            concerned,
        })
    }

    /// Finds where to read from; none if that needs a transaction that writes.
    async fn place(
        &self,
        account: AccountId,
        cursor: Option<&Cursor>,
    ) -> Result<Option<Placed>, StoreError> {
        let mut reader = self.begin_read().await?;
        let row = find_account(&mut reader, account).await?;
        let (epoch, _, reading) = self.look_up(&mut reader, account, row, cursor).await?;
        let needs_epoch = reading == Reading::Start { new_epoch: true };
        Ok((!needs_epoch).then_some(Placed {
            epoch,
            account: row,
            reading,
            pushed: Pushed::default(),
        }))
    }

    /// Stores what a request carries, and begins a new epoch if its cursor proves a restore.
    async fn store(
        &self,
        account: AccountId,
        device: Option<DeviceRow>,
        request: &SyncRequest,
        opened: &Opened,
    ) -> Result<Placed, StoreError> {
        let mut writer = self.begin_write().await?;
        let row = find_or_make_account(&mut writer, account).await?;
        let cursor = request.cursor.as_ref();
        let (mut epoch, highest, reading) = self
            .look_up(&mut writer, account, Some(row), cursor)
            .await?;
        if reading == (Reading::Start { new_epoch: true }) {
            epoch = begin_epoch(&mut writer).await?;
            tracing::warn!("a device proves that the database was restored; a new epoch begins");
        }
        let from = push::Sender {
            account: row,
            device,
            receipt_key: &self.receipt_key,
        };
        let highest = highest.max(self.first_sequence - 1);
        let pushed = push::store(&mut writer, &from, highest, opened).await?;
        writer.commit().await?;
        Ok(Placed {
            epoch,
            account: Some(row),
            reading,
            pushed,
        })
    }

    /// Returns the epoch, the highest sequence, and where to read from.
    async fn look_up(
        &self,
        connection: &mut SqliteConnection,
        account: AccountId,
        row: Option<AccountRow>,
        cursor: Option<&Cursor>,
    ) -> Result<(Epoch, u64, Reading), StoreError> {
        type Found = (Vec<u8>, i64, bool, Option<Vec<u8>>, Option<i64>);
        let (epoch, highest, is_known, id, since): Found = sqlx::query_as(
            "SELECT server.epoch, server.highest_sequence, \
               EXISTS (SELECT 1 FROM epochs WHERE epochs.epoch = ?1), operations.id, members.since \
             FROM server \
             LEFT JOIN operations ON operations.sequence = ?2 \
             LEFT JOIN members ON members.space = operations.space AND members.account = ?3",
        )
        .bind(cursor.map(|cursor| cursor.epoch.0.to_vec()))
        .bind(cursor.and_then(|cursor| i64::try_from(cursor.sequence).ok()))
        .bind(row.map(|row| row.0))
        .fetch_one(connection)
        .await?;
        let epoch = Epoch(fixed(&epoch));
        let highest = from_integer(highest);
        let facts = CursorFacts {
            is_proven: cursor.is_some_and(|cursor| self.receipt_key.gave_cursor(account, cursor)),
            epoch: match cursor {
                Some(cursor) if cursor.epoch == epoch => EpochStanding::Current,
                _ if is_known => EpochStanding::Earlier,
                _ => EpochStanding::Unknown,
            },
            highest,
            operation: id.map(|id| read_id(&id)),
            visible_since: since.map(from_integer),
        };
        Ok((epoch, highest, reading_from(cursor, &facts)))
    }

    fn answer(&self, account: AccountId, placed: Placed, page: Page) -> SyncResponse {
        let cursor = page.last.map(|(since, sequence, operation)| Cursor {
            epoch: placed.epoch,
            since,
            sequence,
            operation,
            proof: Receipt([0; 16]),
        });
        SyncResponse {
            epoch: placed.epoch,
            pushed: placed.pushed.verdicts,
            returned: placed.pushed.returned_verdicts,
            delivered: page.delivered,
            delivered_notes: page.notes,
            device_names: page.device_names,
            echoes: page.echoes,
            holes: page.holes,
            cursor: cursor.map(|cursor| self.receipt_key.prove_cursor(account, cursor)),
            more: page.more,
        }
    }
}

impl ServerStore for SqliteStore {
    type Error = StoreError;

    async fn exchange(
        &self,
        account: AccountId,
        request: &SyncRequest,
    ) -> Result<SyncResponse, StoreError> {
        Ok(self.exchange_from(account, None, request).await?.response)
    }
}

/// Begins a new life of the server's data.
pub async fn begin_epoch(connection: &mut SqliteConnection) -> Result<Epoch, StoreError> {
    let epoch: [u8; 16] = random_bytes()?;
    sqlx::query("UPDATE server SET epoch = ?")
        .bind(epoch.as_slice())
        .execute(&mut *connection)
        .await?;
    sqlx::query("INSERT INTO epochs (epoch) VALUES (?)")
        .bind(epoch.as_slice())
        .execute(connection)
        .await?;
    Ok(Epoch(epoch))
}

/// Writes an operation's id as the database keeps it.
pub fn write_id(id: OperationId) -> [u8; 24] {
    let mut bytes = [0; 24];
    bytes[..16].copy_from_slice(&id.writer.0);
    bytes[16..].copy_from_slice(&id.counter.to_be_bytes());
    bytes
}

/// The way back of [`write_id`].
pub fn read_id(bytes: &[u8]) -> OperationId {
    let bytes: [u8; 24] = fixed(bytes);
    let (writer, counter) = bytes.split_at(16);
    OperationId {
        writer: WriterId(fixed(writer)),
        counter: u64::from_be_bytes(fixed(counter)),
    }
}
