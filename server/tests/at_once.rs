//! Several devices at the server at once.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod support;

use approdo_sync::frame;
use approdo_sync::store::{DeviceStore, OperationLog};
use approdo_sync::transport::Transport;
use approdo_sync::wire::{SyncResponse, Verdict};
use std::collections::BTreeSet;
use support::{Device, TestServer, operation, push_request};
use tokio::task::JoinSet;

const WRITERS: [u8; 4] = [2, 3, 4, 5];
const REQUESTS: u64 = 25;
const PER_REQUEST: u64 = 4;

async fn writes(device: Device, writer: u8) {
    let account = device.store.sync_state().await.unwrap().account.unwrap();
    for request in 0..REQUESTS {
        let counters = (request * PER_REQUEST + 1)..=(request * PER_REQUEST + PER_REQUEST);
        let operations: Vec<_> = counters.map(|counter| operation(writer, counter)).collect();
        let request = frame::encode(&push_request(account, &operations));
        let answer = device.transport.exchange(request).await.unwrap();
        let answer: SyncResponse = frame::decode(&answer).unwrap();
        let stored = |verdict: &Verdict| matches!(verdict, Verdict::Stored { .. });
        assert!(answer.pushed.iter().all(stored));
    }
}

/// Work whose transaction ends late must not get a place in front of where somebody has read to.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn whoever_reads_while_others_write_misses_nothing() {
    let server = TestServer::start().await;
    let reader = server.linked(1).await;
    let mut writing = JoinSet::new();
    for writer in WRITERS {
        let device = server.link_to(&reader, writer).await;
        writing.spawn(writes(device, writer));
    }
    let mut reads = 0;
    while !writing.is_empty() {
        reader.exchange().await.unwrap();
        reads += 1;
        while let Some(ended) = writing.try_join_next() {
            ended.unwrap();
        }
    }
    reader.sync().await;
    assert!(reads > 1, "it read while others wrote");
    let every: BTreeSet<u64> = (1..=REQUESTS * PER_REQUEST).collect();
    for writer in WRITERS {
        let document = operation(writer, 1).document;
        let here = reader.store.operations(document).await.unwrap();
        let here: BTreeSet<u64> = here.iter().map(|operation| operation.id.counter).collect();
        assert_eq!(here, every, "of writer {writer}");
    }
}
