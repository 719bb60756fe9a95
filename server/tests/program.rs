//! The real program: what it says when it cannot start, how it stops, what survives its death.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod support;

use approdo_server::store::SqliteStore;
use approdo_sync::frame;
use approdo_sync::store::{DeviceStore, OperationLog};
use approdo_sync::transport::Transport;
use approdo_sync::wire::{SyncResponse, Verdict};
use std::collections::BTreeSet;
use std::path::Path;
use std::process::Stdio;
use std::sync::Arc;
use support::program::{self, Program};
use support::{Device, operation, push_request};
use tokio::process::Command;

async fn failure(data: &Path, listen: &str) -> String {
    let output = program::command(data, listen)
        .stderr(Stdio::piped())
        .output()
        .await
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    String::from_utf8(output.stderr).unwrap()
}

#[tokio::test]
async fn a_taken_port_is_said_in_one_sentence_with_the_remedy() {
    let folder = tempfile::tempdir().unwrap();
    let first = Program::start(folder.path()).await;
    let address = first.address.strip_prefix("http://").unwrap();
    let message = failure(folder.path(), address).await;
    assert_eq!(message.lines().count(), 1, "{message}");
    assert!(message.contains("taken by another program"), "{message}");
    assert!(message.contains("--listen"), "{message}");
}

#[tokio::test]
async fn a_data_folder_that_cannot_be_written_is_said_with_the_remedy() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    std::fs::write(&file, "").unwrap();
    let message = failure(&file.join("data"), "127.0.0.1:0").await;
    assert_eq!(message.lines().count(), 1, "{message}");
    assert!(message.contains("--data"), "{message}");
}

#[tokio::test]
async fn a_damaged_database_is_said_with_the_remedy() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(
        folder.path().join("approdo.sqlite"),
        "no database".repeat(500),
    )
    .unwrap();
    let message = failure(folder.path(), "127.0.0.1:0").await;
    assert!(message.contains("restore it from a backup"), "{message}");
}

/// Two servers would give out the same numbers, and not hear of each other's news.
#[tokio::test]
async fn a_second_server_on_the_same_data_is_refused_and_the_first_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let first = Program::start(folder.path()).await;
    let device = Device::new(&reqwest::Client::new(), &first.address, 1);
    device.make_account().await;
    let account = device.store.sync_state().await.unwrap().account.unwrap();
    let push = async |counter| {
        let request = frame::encode(&push_request(account, &[operation(1, counter)]));
        let answer = device.transport.exchange(request).await.unwrap();
        frame::decode::<SyncResponse>(&answer).unwrap().pushed
    };
    assert_eq!(push(1).await, [Verdict::Stored { number: 1 }]);
    let message = failure(folder.path(), "127.0.0.1:0").await;
    assert_eq!(message.lines().count(), 1, "{message}");
    assert!(message.contains("stop that server first"), "{message}");
    assert_eq!(push(2).await, [Verdict::Stored { number: 2 }]);
    // Whoever dies without a word leaves nothing behind that keeps the next from starting.
    first.kill().await;
    let _next = Program::start(folder.path()).await;
}

#[tokio::test]
async fn an_unknown_option_is_said() {
    let output = Command::new(env!("CARGO_BIN_EXE_approdo-server"))
        .arg("--prot")
        .output()
        .await
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stderr).unwrap().contains("--help"));
}

#[cfg(unix)]
#[tokio::test]
async fn told_to_stop_it_ends_in_good_order() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = Program::start(folder.path()).await;
    let id = program.child.id().unwrap().to_string();
    let told = Command::new("kill").args(["-TERM", &id]).status().await;
    assert!(told.unwrap().success());
    assert!(program.child.wait().await.unwrap().success());
}

#[tokio::test]
async fn killed_in_the_middle_of_pushes_it_has_all_that_it_acknowledged() {
    let folder = tempfile::tempdir().unwrap();
    for round in 0..3_u64 {
        let program = Program::start(folder.path()).await;
        let writer = 10 + u8::try_from(round).unwrap();
        let device = Device::new(&reqwest::Client::new(), &program.address, writer);
        device.make_account().await;
        let account = device.store.sync_state().await.unwrap().account.unwrap();
        let device = Arc::new(device);
        let (acknowledged, mut heard) = tokio::sync::mpsc::unbounded_channel();
        let pushing = tokio::spawn(async move {
            for batch in 0..10_000 {
                let counters = (batch * 20 + 1)..=(batch * 20 + 20);
                let operations: Vec<_> =
                    counters.map(|counter| operation(writer, counter)).collect();
                let request = frame::encode(&push_request(account, &operations));
                let Ok(answer) = device.transport.exchange(request).await else {
                    return;
                };
                let answer: SyncResponse = frame::decode(&answer).unwrap();
                for (operation, verdict) in operations.iter().zip(&answer.pushed) {
                    assert!(matches!(verdict, Verdict::Stored { .. }));
                    acknowledged.send(operation.id).unwrap();
                }
            }
        });
        let mut ids = BTreeSet::new();
        while ids.len() < 100 {
            ids.insert(heard.recv().await.unwrap());
        }
        program.kill().await;
        pushing.await.unwrap();
        while let Some(id) = heard.recv().await {
            ids.insert(id);
        }
        let store = SqliteStore::open(folder.path()).await.unwrap();
        let stored = store
            .operations(operation(writer, 1).document)
            .await
            .unwrap();
        let stored: BTreeSet<_> = stored.iter().map(|operation| operation.id).collect();
        assert!(ids.is_subset(&stored), "an acknowledged operation is lost");
        store.close().await;
    }
}
