//! Identities: who wrote, what, where. Drawing random bits is always the caller's part.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt;
use uuid::Uuid;

/// Identifies one page load of one tab: 128 random bits, never used again, so that tabs, cloned
/// profiles and restored backups cannot write under the same name.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct WriterId(pub [u8; 16]);

/// Identifies one document: a UUID of version 7 (RFC 9562), so that lists sort by creation.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct DocumentId(pub [u8; 16]);

/// Identifies one space: the unit of access and of numbering.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SpaceId(pub [u8; 16]);

/// Identifies an account: who a device acts for on the server.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct AccountId(pub [u8; 16]);

/// Identifies a register to those who cannot read bodies: the first 64 bits of
/// SHA-256(document id ‖ path). Sealed documents will key this hash.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RegisterKey(pub [u8; 8]);

/// Identifies an operation: the `counter`-th of its writer, counting from one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct OperationId {
    /// Who wrote it.
    pub writer: WriterId,
    /// Its place among all that this writer wrote.
    pub counter: u64,
}

/// The first 128 bits of the SHA-256 of an operation's canonical bytes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct OperationHash(pub [u8; 16]);

/// The SHA-256 of a blob's content.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct BlobHash(pub [u8; 32]);

impl DocumentId {
    /// Makes a UUIDv7 from the time in milliseconds since 1970 and ten random bytes.
    pub fn new(now_ms: u64, random: [u8; 10]) -> Self {
        Self(
            *uuid::Builder::from_unix_timestamp_millis(now_ms, &random)
                .into_uuid()
                .as_bytes(),
        )
    }
}

impl SpaceId {
    /// Returns the space that holds just one document and carries its id.
    pub fn of_document(document: DocumentId) -> Self {
        Self(document.0)
    }
}

impl RegisterKey {
    /// Derives the key of the register at `path` of `document`.
    pub fn derive(document: DocumentId, path: &[u8]) -> Self {
        let digest = Sha256::new()
            .chain_update(document.0)
            .chain_update(path)
            .finalize();
        let mut key = [0; 8];
        key.copy_from_slice(&digest[..8]);
        Self(key)
    }
}

/// Writes ids of 16 bytes as UUIDs, and reads them back.
macro_rules! uuid_text {
    ($($name:ident),*) => {$(
        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&Uuid::from_bytes(self.0), formatter)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(formatter, "{}({self})", stringify!($name))
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::try_parse(text).map(|uuid| Self(*uuid.as_bytes()))
            }
        }
    )*};
}

uuid_text!(WriterId, DocumentId, SpaceId, AccountId);

/// Writes ids as hexadecimal digits in debugging output.
macro_rules! hexadecimal_debug {
    ($($name:ident),*) => {$(
        impl fmt::Debug for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(formatter, "{}(", stringify!($name))?;
                self.0.iter().try_for_each(|byte| write!(formatter, "{byte:02x}"))?;
                write!(formatter, ")")
            }
        }
    )*};
}

hexadecimal_debug!(RegisterKey, OperationHash, BlobHash);

impl fmt::Display for OperationId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}#{}", self.writer, self.counter)
    }
}

impl fmt::Debug for OperationId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}
