//! Cursors and receipts that this server never gave, or gave to somebody else: they prove nothing.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod support;

use approdo_document::{AccountId, OperationId, WriterId};
use approdo_sync::batch::Batch;
use approdo_sync::frame;
use approdo_sync::store::{DeviceStore, OperationLog};
use approdo_sync::transport::Transport;
use approdo_sync::wire::{Cursor, Epoch, Receipt, Refusal, SyncRequest, SyncResponse, Verdict};
use support::{Device, TestServer, operation, push_request};

async fn account_of(device: &Device) -> AccountId {
    device.store.sync_state().await.unwrap().account.unwrap()
}

async fn ask(device: &Device, request: &SyncRequest) -> SyncResponse {
    let answer = device.transport.exchange(frame::encode(request)).await;
    frame::decode(&answer.unwrap()).unwrap()
}

/// Asks for what comes after a cursor.
async fn read_after(device: &Device, cursor: Option<Cursor>) -> SyncResponse {
    let request = SyncRequest {
        cursor,
        page: 100,
        ..push_request(account_of(device).await, &[])
    };
    ask(device, &request).await
}

#[tokio::test]
async fn a_made_up_cursor_begins_no_new_epoch() {
    let server = TestServer::start().await;
    let phone = server.linked(1).await;
    let request = push_request(account_of(&phone).await, &[operation(1, 1)]);
    let epoch = ask(&phone, &request).await.epoch;
    for named in [epoch, Epoch([9; 16])] {
        let cursor = Cursor {
            epoch: named,
            since: 1_000_000,
            sequence: 1_000_000,
            operation: OperationId {
                writer: WriterId([9; 16]),
                counter: 9,
            },
            proof: Receipt([9; 16]),
        };
        let answer = read_after(&phone, Some(cursor)).await;
        assert_eq!(answer.epoch, epoch);
        assert_eq!(answer.delivered.len(), 1, "all is read anew");
    }
}

#[tokio::test]
async fn the_cursor_of_another_account_opens_nothing() {
    let server = TestServer::start().await;
    let anna = server.linked(1).await;
    let bruno = server.linked(2).await;
    for (device, writer) in [(&anna, 1), (&bruno, 2)] {
        let request = push_request(account_of(device).await, &[operation(writer, 1)]);
        ask(device, &request).await;
    }
    let annas = read_after(&anna, None).await;
    let answer = read_after(&bruno, annas.cursor).await;
    assert_eq!(answer.epoch, annas.epoch);
    assert_eq!(answer.delivered.unpack().unwrap(), [operation(2, 1)]);
}

#[tokio::test]
async fn work_under_anothers_name_needs_the_receipt_that_the_server_gave() {
    let server = TestServer::start().await;
    let anna = server.linked(1).await;
    let bruno = server.linked(2).await;
    let author = account_of(&anna).await;
    let request = SyncRequest {
        returned: Batch::pack(&[operation(3, 1)]),
        returned_proofs: vec![(author, Receipt([9; 16]))],
        ..push_request(account_of(&bruno).await, &[])
    };
    let answer = ask(&bruno, &request).await;
    assert_eq!(answer.returned, [Verdict::Refused(Refusal::BadReceipt)]);
    assert!(server.server.store().documents().await.unwrap().is_empty());
}
