//! Attempts to link one more device: a code that works once, a claim, the owner's yes or no.

use super::devices::add_device;
use super::{SqliteStore, fixed, to_integer};
use crate::secrets::{SecretHash, random_bytes};
use crate::store::{AccountRow, ClaimOutcome, LinkId, LinkState, LinkView, NewDevice, StoreError};
use approdo_document::AccountId;

/// What a device says of itself when it enters a code.
#[derive(Debug, Clone, Copy)]
pub struct Claim<'a> {
    /// The hash of the claim's token.
    pub token_hash: SecretHash,
    /// What the device calls itself.
    pub device_name: &'a str,
    /// The word that both devices show.
    pub matching_word: &'a str,
}

impl SqliteStore {
    /// Opens an attempt; the account's earlier one, if it is still open, ends.
    ///
    /// # Errors
    /// [`StoreError`] if the database fails.
    pub async fn open_link(
        &self,
        account: AccountRow,
        code_hash: &SecretHash,
        now_ms: u64,
        expires_at_ms: u64,
    ) -> Result<LinkId, StoreError> {
        let link = LinkId(random_bytes()?);
        let mut writer = self.begin_write().await?;
        sqlx::query(
            "DELETE FROM links WHERE expires_at_ms <= ? OR (account = ? AND state = 'open')",
        )
        .bind(to_integer(now_ms))
        .bind(account.0)
        .execute(&mut *writer)
        .await?;
        sqlx::query(
            "INSERT INTO links (link, account, code_hash, state, expires_at_ms) \
             VALUES (?, ?, ?, 'open', ?)",
        )
        .bind(link.0.as_slice())
        .bind(account.0)
        .bind(code_hash.as_slice())
        .bind(to_integer(expires_at_ms))
        .execute(&mut *writer)
        .await?;
        writer.commit().await?;
        Ok(link)
    }

    /// Claims the open attempt with this code, which then no longer works; answers whether there
    /// was one.
    ///
    /// # Errors
    /// [`StoreError`] if the database fails.
    pub async fn claim_link(
        &self,
        code_hash: &SecretHash,
        claim: Claim<'_>,
        now_ms: u64,
    ) -> Result<bool, StoreError> {
        let claimed = sqlx::query(
            "UPDATE links SET state = 'claimed', code_hash = NULL, claim_hash = ?, \
               device_name = ?, matching_word = ? \
             WHERE code_hash = ? AND state = 'open' AND expires_at_ms > ?",
        )
        .bind(claim.token_hash.as_slice())
        .bind(claim.device_name)
        .bind(claim.matching_word)
        .bind(code_hash.as_slice())
        .bind(to_integer(now_ms))
        .execute(&self.writer)
        .await?;
        Ok(claimed.rows_affected() == 1)
    }

    /// Returns one of the account's attempts.
    ///
    /// # Errors
    /// [`StoreError`] if the database fails.
    pub async fn link(
        &self,
        account: AccountRow,
        link: LinkId,
        now_ms: u64,
    ) -> Result<Option<LinkView>, StoreError> {
        type Found = (String, Option<String>, Option<String>, i64);
        let found: Option<Found> = sqlx::query_as(
            "SELECT state, matching_word, device_name, expires_at_ms FROM links \
             WHERE link = ? AND account = ?",
        )
        .bind(link.0.as_slice())
        .bind(account.0)
        .fetch_optional(&self.readers)
        .await?;
        Ok(found.map(
            |(state, matching_word, device_name, expires_at_ms)| LinkView {
                state: read_state(&state, expires_at_ms <= to_integer(now_ms)),
                matching_word,
                device_name,
            },
        ))
    }

    /// Takes down the owner's yes or no to a claimed attempt; answers whether it was claimed.
    ///
    /// # Errors
    /// [`StoreError`] if the database fails.
    pub async fn settle_link(
        &self,
        account: AccountRow,
        link: LinkId,
        is_confirmed: bool,
        now_ms: u64,
    ) -> Result<bool, StoreError> {
        let state = match is_confirmed {
            true => "confirmed",
            false => "rejected",
        };
        let settled = sqlx::query(
            "UPDATE links SET state = ? \
             WHERE link = ? AND account = ? AND state = 'claimed' AND expires_at_ms > ?",
        )
        .bind(state)
        .bind(link.0.as_slice())
        .bind(account.0)
        .bind(to_integer(now_ms))
        .execute(&self.writer)
        .await?;
        Ok(settled.rows_affected() == 1)
    }

    /// Tells a claiming device how its claim stands. If it was confirmed, the device gets its
    /// session with that, once.
    ///
    /// # Errors
    /// [`StoreError`] if the database fails.
    pub async fn take_claim(
        &self,
        claim_hash: &SecretHash,
        token_hash: SecretHash,
        now_ms: u64,
    ) -> Result<ClaimOutcome, StoreError> {
        type Found = (String, String, i64, Vec<u8>, i64);
        let mut writer = self.begin_write().await?;
        let found: Option<Found> = sqlx::query_as(
            "SELECT links.state, links.device_name, accounts.row, accounts.account, \
               links.expires_at_ms \
             FROM links JOIN accounts ON accounts.row = links.account WHERE links.claim_hash = ?",
        )
        .bind(claim_hash.as_slice())
        .fetch_optional(&mut *writer)
        .await?;
        let Some((state, name, row, account, expires_at_ms)) = found else {
            return Ok(ClaimOutcome::Expired);
        };
        match read_state(&state, expires_at_ms <= to_integer(now_ms)) {
            LinkState::Confirmed if state == "confirmed" => {}
            LinkState::Rejected => return Ok(ClaimOutcome::Rejected),
            LinkState::Claimed | LinkState::Open => return Ok(ClaimOutcome::Waiting),
            LinkState::Confirmed | LinkState::Expired => return Ok(ClaimOutcome::Expired),
        }
        sqlx::query("UPDATE links SET state = 'used' WHERE claim_hash = ?")
            .bind(claim_hash.as_slice())
            .execute(&mut *writer)
            .await?;
        let device = NewDevice {
            name: &name,
            token_hash,
            now_ms,
        };
        add_device(&mut writer, AccountRow(row), device).await?;
        writer.commit().await?;
        Ok(ClaimOutcome::Confirmed(AccountId(fixed(&account))))
    }
}

/// Reads a state as people see it. One that was used counts as confirmed for its owner.
fn read_state(state: &str, is_over: bool) -> LinkState {
    match state {
        "used" => LinkState::Confirmed,
        "rejected" => LinkState::Rejected,
        _ if is_over => LinkState::Expired,
        "open" => LinkState::Open,
        "claimed" => LinkState::Claimed,
        _ => LinkState::Confirmed,
    }
}
