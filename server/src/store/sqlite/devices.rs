//! Accounts, and the devices that act for them. A device is only a credential, with a name.

use super::{SqliteStore, find_or_make_account, fixed, from_integer, to_integer};
use crate::secrets::{SecretHash, random_bytes};
use crate::store::{AccountRow, DeviceId, DeviceRow, DeviceView, NewDevice, Session, StoreError};
use approdo_document::{AccountId, SpaceId};
use sqlx::SqliteConnection;

const DAY_MS: u64 = 86_400_000;

impl SqliteStore {
    /// Finds the session of a token, and notes the day on which its device was seen.
    ///
    /// # Errors
    /// [`StoreError`] if the database fails.
    pub async fn session(
        &self,
        token_hash: &SecretHash,
        now_ms: u64,
    ) -> Result<Option<Session>, StoreError> {
        type Found = (i64, Vec<u8>, i64, Vec<u8>, i64);
        let found: Option<Found> = sqlx::query_as(
            "SELECT devices.row, devices.device, accounts.row, accounts.account, \
               devices.last_seen_day \
             FROM devices JOIN accounts ON accounts.row = devices.account \
             WHERE devices.token_hash = ?",
        )
        .bind(token_hash.as_slice())
        .fetch_optional(&self.readers)
        .await?;
        let Some((device_row, device, account_row, account, last_seen_day)) = found else {
            return Ok(None);
        };
        let today = to_integer(now_ms / DAY_MS);
        if today > last_seen_day {
            self.note_day(device_row, today).await;
        }
        Ok(Some(Session {
            account: AccountId(fixed(&account)),
            account_row: AccountRow(account_row),
            device: DeviceId(fixed(&device)),
            device_row: DeviceRow(device_row),
        }))
    }

    /// Notes the day on which a device was seen. A request does not fail for the want of that note.
    async fn note_day(&self, device: i64, today: i64) {
        let noted = sqlx::query("UPDATE devices SET last_seen_day = ? WHERE row = ?")
            .bind(today)
            .bind(device)
            .execute(&self.writer)
            .await;
        if let Err(error) = noted {
            tracing::warn!(%error, "the day on which a device was seen could not be noted");
        }
    }

    /// Makes an anonymous account with its first device.
    ///
    /// # Errors
    /// [`StoreError`] if the database fails.
    pub async fn make_account(&self, device: NewDevice<'_>) -> Result<AccountId, StoreError> {
        let account = AccountId(random_bytes()?);
        let mut writer = self.begin_write().await?;
        let row = find_or_make_account(&mut writer, account).await?;
        add_device(&mut writer, row, device).await?;
        writer.commit().await?;
        Ok(account)
    }

    /// Makes this the account's only recovery code.
    ///
    /// # Errors
    /// [`StoreError`] if the database fails.
    pub async fn set_recovery(
        &self,
        account: AccountRow,
        code_hash: &SecretHash,
    ) -> Result<(), StoreError> {
        sqlx::query("UPDATE accounts SET recovery_hash = ? WHERE row = ?")
            .bind(code_hash.as_slice())
            .bind(account.0)
            .execute(&self.writer)
            .await?;
        Ok(())
    }

    /// Gives a device a session of the account with this recovery code, if there is one.
    ///
    /// # Errors
    /// [`StoreError`] if the database fails.
    pub async fn recover(
        &self,
        code_hash: &SecretHash,
        device: NewDevice<'_>,
    ) -> Result<Option<AccountId>, StoreError> {
        let mut writer = self.begin_write().await?;
        let found: Option<(i64, Vec<u8>)> =
            sqlx::query_as("SELECT row, account FROM accounts WHERE recovery_hash = ?")
                .bind(code_hash.as_slice())
                .fetch_optional(&mut *writer)
                .await?;
        let Some((row, account)) = found else {
            return Ok(None);
        };
        add_device(&mut writer, AccountRow(row), device).await?;
        writer.commit().await?;
        Ok(Some(AccountId(fixed(&account))))
    }

    /// Returns the devices that hold a session of the account, oldest first.
    ///
    /// # Errors
    /// [`StoreError`] if the database fails.
    pub async fn devices(&self, account: AccountRow) -> Result<Vec<DeviceView>, StoreError> {
        let found: Vec<(Vec<u8>, String, i64, i64)> = sqlx::query_as(
            "SELECT device, name, created_at_ms, last_seen_day FROM devices \
             WHERE account = ? AND token_hash IS NOT NULL ORDER BY row",
        )
        .bind(account.0)
        .fetch_all(&self.readers)
        .await?;
        let devices = found
            .into_iter()
            .map(|(device, name, created, seen)| DeviceView {
                device: DeviceId(fixed(&device)),
                name,
                created_at_ms: from_integer(created),
                last_seen_day: from_integer(seen),
            });
        Ok(devices.collect())
    }

    /// Ends the session of one of the account's devices; answers which, if it had one.
    ///
    /// # Errors
    /// [`StoreError`] if the database fails.
    pub async fn withdraw(
        &self,
        account: AccountRow,
        device: DeviceId,
    ) -> Result<Option<DeviceRow>, StoreError> {
        let row: Option<i64> = sqlx::query_scalar(
            "UPDATE devices SET token_hash = NULL \
             WHERE device = ? AND account = ? AND token_hash IS NOT NULL RETURNING row",
        )
        .bind(device.0.as_slice())
        .bind(account.0)
        .fetch_optional(&self.writer)
        .await?;
        Ok(row.map(DeviceRow))
    }

    /// Lets an account read and write a space from now on; answers false if it is not there
    /// or open to it already.
    /// The grant takes a place in the history of its own, after all that the account has read.
    ///
    /// # Errors
    /// [`StoreError`] if the database fails.
    pub async fn grant(&self, space: SpaceId, account: AccountId) -> Result<bool, StoreError> {
        let mut writer = self.begin_write().await?;
        let account = find_or_make_account(&mut writer, account).await?;
        let granted = sqlx::query(
            "INSERT OR IGNORE INTO members (account, space, since) \
             SELECT ?, spaces.row, server.highest_sequence + 1 FROM spaces, server \
             WHERE spaces.space = ?",
        )
        .bind(account.0)
        .bind(space.0.as_slice())
        .execute(&mut *writer)
        .await?;
        sqlx::query("UPDATE server SET highest_sequence = highest_sequence + 1")
            .execute(&mut *writer)
            .await?;
        writer.commit().await?;
        Ok(granted.rows_affected() > 0)
    }
}

/// Adds a device with its token to an account.
pub async fn add_device(
    connection: &mut SqliteConnection,
    account: AccountRow,
    device: NewDevice<'_>,
) -> Result<(), StoreError> {
    let id: [u8; 16] = random_bytes()?;
    sqlx::query(
        "INSERT INTO devices (device, account, name, token_hash, created_at_ms, last_seen_day) \
         VALUES (?, ?, ?, ?, ?, ?)",
    )
    .bind(id.as_slice())
    .bind(account.0)
    .bind(device.name)
    .bind(device.token_hash.as_slice())
    .bind(to_integer(device.now_ms))
    .bind(to_integer(device.now_ms / DAY_MS))
    .execute(connection)
    .await?;
    Ok(())
}
