//! What of a record never changes, to and from bytes; and the number for where it stands. Nothing here
//! knows the browser: the fields of a record are in `record`.

use crate::cipher::{self, Sealed};
use approdo_document::Operation;
use approdo_sync::store::{Delivery, Origin};
use serde::{Deserialize, Serialize};

/// The part of a record that never changes. What a newer writer puts behind it is skipped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordBody {
    /// The operation.
    pub operation: Operation,
    /// Who wrote it, as seen from this device.
    pub origin: Origin,
    /// What the device it was written on calls itself, where that is known.
    pub device: Option<String>,
}

impl RecordBody {
    /// Writes the body, and seals it.
    pub fn seal(&self) -> Sealed {
        // Serialising plain structs into memory has no way to fail.
        cipher::seal(postcard::to_allocvec(self).unwrap_or_default())
    }

    /// Reads a body; none if it is damaged or sealed with a key this device does not have.
    pub fn open(sealed: Sealed) -> Option<Self> {
        postcard::from_bytes(&cipher::open(sealed)?).ok()
    }
}

/// Returns the number that a record keeps for where its operation stands.
pub fn delivery_number(delivery: Delivery) -> u32 {
    let mut bytes = [0; 4];
    // It is one or two bytes: the variant, and the reason of a refusal.
    let _ = postcard::to_slice(&delivery, &mut bytes);
    u32::from_le_bytes(bytes)
}

/// Returns where an operation of this number stands; none if the number is no such thing.
pub fn delivery_of_number(number: u32) -> Option<Delivery> {
    postcard::from_bytes(&number.to_le_bytes()).ok()
}
