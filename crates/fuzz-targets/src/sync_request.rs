//! A device's request at the server: it is carried out or refused, never both ways; what was stored
//! stays stored; nothing of another account is seen or changed.

use crate::{ACCOUNT, OTHER_DOCUMENT, world};
use approdo_document::{Operation, SpaceId};
use approdo_sync::batch::Batch;
use approdo_sync::frame;
use approdo_sync::memory::MemoryServerStore;
use approdo_sync::server_rules::{LARGEST_PAGE_BYTES, RequestError};
use approdo_sync::store::ServerStore;
use approdo_sync::wire::{LARGEST_BODY_BYTES, SyncRequest, SyncResponse, Verdict};
use futures::executor::block_on;

pub(crate) fn check(bytes: &[u8]) {
    let _ = frame::decode::<SyncRequest>(bytes);
    let Ok(mut request) = frame::decode::<SyncRequest>(&frame::wrap(bytes)) else {
        return;
    };
    assert_eq!(frame::decode(&frame::encode(&request)), Ok(request.clone()));
    let server = world::server();
    if request.account != ACCOUNT {
        let refused = block_on(server.exchange(ACCOUNT, &request));
        assert_eq!(refused, Err(RequestError::OtherAccount));
        request.account = ACCOUNT;
    }
    let secret_before = secret(&server);
    let Ok(first) = block_on(server.exchange(ACCOUNT, &request)) else {
        return;
    };
    check_answer(&server, &request, &first);
    let second = block_on(server.exchange(ACCOUNT, &request));
    let Ok(second) = second else {
        panic!("the same request was taken, then refused");
    };
    check_answer(&server, &request, &second);
    check_repeated(&first, &second);
    assert_eq!(secret(&server), secret_before);
}

fn check_answer(server: &MemoryServerStore, request: &SyncRequest, answer: &SyncResponse) {
    assert_eq!(frame::decode(&frame::encode(answer)), Ok(answer.clone()));
    assert_eq!(answer.pushed.len(), request.pushed.len());
    assert_eq!(answer.returned.len(), request.returned.len());
    assert_eq!(answer.delivered.len(), answer.delivered_notes.len());
    let offered = unpacked(&request.pushed)
        .into_iter()
        .chain(unpacked(&request.returned));
    for (operation, verdict) in offered.zip(answer.pushed.iter().chain(&answer.returned)) {
        if matches!(verdict, Verdict::Stored { .. }) {
            assert!(
                server.has(operation.id),
                "stored, and not there: {}",
                operation.id
            );
        }
    }
    let delivered = unpacked(&answer.delivered);
    assert!(
        !delivered.iter().any(is_secret),
        "another account's work was delivered"
    );
    let bytes: usize = delivered.iter().map(|operation| operation.body.len()).sum();
    assert!(
        bytes <= LARGEST_PAGE_BYTES + LARGEST_BODY_BYTES,
        "{bytes} bytes"
    );
}

/// What is stored keeps its number when it is offered again.
fn check_repeated(first: &SyncResponse, second: &SyncResponse) {
    let verdicts =
        |answer: &SyncResponse| [answer.pushed.clone(), answer.returned.clone()].concat();
    for (first, second) in verdicts(first).into_iter().zip(verdicts(second)) {
        if matches!(first, Verdict::Stored { .. }) {
            assert_eq!(first, second);
        }
    }
}

/// What only the other account may see and change.
fn secret(server: &MemoryServerStore) -> Vec<Operation> {
    server
        .all_operations()
        .into_iter()
        .filter(is_secret)
        .collect()
}

fn is_secret(operation: &Operation) -> bool {
    operation.space == SpaceId::of_document(OTHER_DOCUMENT)
}

fn unpacked(batch: &Batch) -> Vec<Operation> {
    batch.unpack().unwrap_or_default()
}
