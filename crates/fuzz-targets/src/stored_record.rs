//! A record of the browser's store: what was read of it reads the same once written, also when a newer
//! version put something behind it; what is sealed with another key is not taken for a text.

use crate::cipher::{IDENTITY, Sealed};
use crate::record_body::{RecordBody, delivery_number, delivery_of_number};
use approdo_document::{Document, project_cv};
use approdo_domain::validate;
use approdo_sync::store::SyncState;

/// What a newer version may have written behind what this one reads.
const OF_A_NEWER_VERSION: &[u8] = b"\x01scritto da una versione piu nuova";

pub(crate) fn check(bytes: &[u8]) {
    check_body(bytes);
    if let Some((number, _)) = bytes.split_first_chunk::<4>() {
        check_delivery(u32::from_le_bytes(*number));
    }
    if let Ok(state) = postcard::from_bytes::<SyncState>(bytes) {
        let again = postcard::to_allocvec(&state).unwrap_or_default();
        assert_eq!(postcard::from_bytes(&again), Ok(state));
    }
}

fn check_body(bytes: &[u8]) {
    let Some(body) = RecordBody::open(sealed(bytes)) else {
        return;
    };
    let again = body.seal();
    assert!(again.key_id == IDENTITY && again.nonce.is_none());
    let newer = [again.body.as_slice(), OF_A_NEWER_VERSION].concat();
    assert_eq!(RecordBody::open(sealed(&newer)).as_ref(), Some(&body));
    assert_eq!(RecordBody::open(again).as_ref(), Some(&body));
    let of_another_key = Sealed {
        key_id: IDENTITY + 1,
        ..body.seal()
    };
    assert_eq!(RecordBody::open(of_another_key), None);
    check_shown(body);
}

/// A CV with this one operation can be shown.
fn check_shown(body: RecordBody) {
    let operation = body.operation;
    let mut document = Document::new(operation.document, operation.space);
    let id = operation.id;
    document.ingest(operation);
    assert!(document.operations().all(|kept| kept.id == id));
    validate(&project_cv(&document));
}

fn check_delivery(number: u32) {
    if let Some(delivery) = delivery_of_number(number) {
        let written = delivery_number(delivery);
        assert_eq!(delivery_of_number(written), Some(delivery));
    }
}

fn sealed(bytes: &[u8]) -> Sealed {
    Sealed {
        key_id: IDENTITY,
        nonce: None,
        body: bytes.to_vec(),
    }
}
