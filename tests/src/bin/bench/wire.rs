//! How many bytes one field edit costs on the wire.

use anyhow::{Context, Result};
use approdo_document::AccountId;
use approdo_sync::batch::Batch;
use approdo_sync::frame;
use approdo_sync::wire::{Cursor, Epoch, Receipt, SyncRequest};
use approdo_tests::edits::Typist;

/// Edits in the batch that is weighed.
const EDITS: usize = 50;
/// Edits made before, so that fields hold text and most edits are patches.
const EARLIER: usize = 100;

/// Weighs a whole request with 50 edits of one word each, and shares its bytes among them.
pub fn measure() -> Result<Vec<(&'static str, f64)>> {
    let mut typist = Typist::new(7);
    let earlier = typist.next_edits(EARLIER);
    let last = earlier.last().context("no edits were made")?;
    let operations = typist.next_edits(EDITS);
    let request = SyncRequest {
        account: AccountId([1; 16]),
        cursor: Some(Cursor {
            epoch: Epoch([2; 16]),
            since: 1,
            sequence: 100,
            operation: last.id,
            proof: Receipt([3; 16]),
        }),
        pushed: Batch::pack(&operations),
        returned: Batch::default(),
        returned_proofs: Vec::new(),
        page: 500,
    };
    let bytes = u32::try_from(frame::encode(&request).len())?;
    let edits = u32::try_from(EDITS)?;
    Ok(vec![(
        "wire_edit_bytes",
        f64::from(bytes) / f64::from(edits),
    )])
}
