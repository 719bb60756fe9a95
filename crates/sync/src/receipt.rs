//! Proofs a server gives: that it accepted an operation from its author, that it gave a cursor to
//! an account. The key is kept apart from the database's backups, so that both outlive a restore.
//!
//! Each proof is the first 128 bits of HMAC-SHA-256 (RFC 2104, truncated as its section 5 allows)
//! over a tag that says which kind it is, and the fields in a fixed order.

use crate::wire::{Cursor, Receipt};
use approdo_document::{AccountId, OperationHash, SpaceId};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::fmt;

const ACCEPTED: &[u8] = b"approdo accepted 0";
const CURSOR: &[u8] = b"approdo cursor 0";

/// The key of one server's proofs: 256 random bits drawn once, by the caller.
#[derive(Clone, PartialEq, Eq)]
pub struct ReceiptKey([u8; 32]);

impl ReceiptKey {
    /// Takes the key's bytes.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Makes the proof that an operation with this hash was accepted from `author` in `space`.
    pub fn receipt(&self, hash: OperationHash, author: AccountId, space: SpaceId) -> Receipt {
        self.mac(&[ACCEPTED, &hash.0, &author.0, &space.0])
    }

    /// Tells whether this server accepted an operation with this hash from `author` in `space`.
    pub fn is_receipt_of(
        &self,
        receipt: Receipt,
        hash: OperationHash,
        author: AccountId,
        space: SpaceId,
    ) -> bool {
        equal(self.receipt(hash, author, space), receipt)
    }

    /// Makes the proof that a cursor was given to `account`; the cursor's own proof does not count.
    pub fn cursor_proof(&self, account: AccountId, cursor: &Cursor) -> Receipt {
        self.mac(&[
            CURSOR,
            &account.0,
            &cursor.epoch.0,
            &cursor.since.to_be_bytes(),
            &cursor.sequence.to_be_bytes(),
            &cursor.operation.writer.0,
            &cursor.operation.counter.to_be_bytes(),
        ])
    }

    /// Returns the cursor with its proof put in.
    pub fn prove_cursor(&self, account: AccountId, cursor: Cursor) -> Cursor {
        let proof = self.cursor_proof(account, &cursor);
        Cursor { proof, ..cursor }
    }

    /// Tells whether this server gave this cursor to `account`.
    pub fn gave_cursor(&self, account: AccountId, cursor: &Cursor) -> bool {
        equal(self.cursor_proof(account, cursor), cursor.proof)
    }

    /// Every field but the tag has a fixed length, so their row has one meaning only.
    fn mac(&self, fields: &[&[u8]]) -> Receipt {
        // HMAC fills a key shorter than a block with zeros.
        let mut block = [0; 64];
        block[..32].copy_from_slice(&self.0);
        let mut mac = Hmac::<Sha256>::new(&block.into());
        let mut receipt = [0; 16];
        for field in fields {
            mac.update(field);
        }
        receipt.copy_from_slice(&mac.finalize().into_bytes()[..16]);
        Receipt(receipt)
    }
}

impl fmt::Debug for ReceiptKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("ReceiptKey(secret)")
    }
}

/// Compares in a time that does not tell how many bytes agree.
fn equal(one: Receipt, other: Receipt) -> bool {
    let difference = one
        .0
        .iter()
        .zip(other.0)
        .fold(0, |difference, (one, other)| difference | (one ^ other));
    difference == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    const HASH: OperationHash = OperationHash([1; 16]);
    const AUTHOR: AccountId = AccountId([2; 16]);
    const SPACE: SpaceId = SpaceId([3; 16]);

    #[test]
    fn a_receipt_holds_for_its_author_and_no_other() {
        let key = ReceiptKey::new([9; 32]);
        let receipt = key.receipt(HASH, AUTHOR, SPACE);
        assert!(key.is_receipt_of(receipt, HASH, AUTHOR, SPACE));
        assert!(!key.is_receipt_of(receipt, HASH, AccountId([7; 16]), SPACE));
        assert!(!ReceiptKey::new([8; 32]).is_receipt_of(receipt, HASH, AUTHOR, SPACE));
    }
}
