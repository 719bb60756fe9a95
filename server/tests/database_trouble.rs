//! A full disk, a disk that fails, a database that another program holds: nothing acknowledged is
//! lost, nobody is kept from reading, and work goes on when the trouble is over.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod support;

use approdo_document::DocumentId;
use approdo_server::limits::Limits;
use approdo_server::store::SqliteStore;
use approdo_sync::exchange::ExchangeError;
use approdo_sync::frame::{self, MEDIA_TYPE};
use approdo_sync::store::{DeviceStore, OperationLog};
use approdo_sync::transport::TransportError;
use approdo_sync::wire::{SyncResponse, Verdict};
use reqwest::{Client, Method};
use std::collections::BTreeSet;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;
use support::program::Program;
use support::{Device, TestServer, database_in, operation, push_request};
use tokio::process::Command;

const CV: DocumentId = DocumentId([1; 16]);
const PROFILE: &[u8] = &[1];

/// A way to give the program a disk of its own that is soon full.
const SMALL_DISK: &str = "mount -t tmpfs -o size=4m tmpfs \"$1\" && \
    head -c 1500000 /dev/zero > \"$1/ballast\" && exec \"$0\" --listen 127.0.0.1:0 --data \"$1\"";
/// Where no disk may be mounted: files that may not grow, which SQLite sees as a disk that fails.
const SMALL_FILES: &str =
    "trap '' XFSZ; ulimit -f 2500; exec \"$0\" --listen 127.0.0.1:0 --data \"$1\"";

async fn start_with_little_room(folder: &Path, script: &str) -> Program {
    let mut command = match script == SMALL_DISK {
        true => Command::new("unshare"),
        false => Command::new("env"),
    };
    if script == SMALL_DISK {
        command.args(["--mount", "--map-root-user"]);
    }
    command
        .args(["sh", "-c", script, env!("CARGO_BIN_EXE_approdo-server")])
        .arg(folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true);
    Program::spawn(command).await
}

async fn may_mount() -> bool {
    let words = [
        "--mount",
        "--map-root-user",
        "mount",
        "-t",
        "tmpfs",
        "tmpfs",
        "/mnt",
    ];
    let tried = Command::new("unshare")
        .args(words)
        .stderr(Stdio::null())
        .status()
        .await;
    tried.is_ok_and(|status| status.success())
}

/// Pushes twenty operations; answers the status, and asserts that success means that all are stored.
async fn push(device: &Device, batch: u64) -> u16 {
    let account = device.store.sync_state().await.unwrap().account.unwrap();
    let operations: Vec<_> = (batch * 20 + 1..=batch * 20 + 20)
        .map(|counter| {
            let mut operation = operation(1, counter);
            operation.body.resize(10_000, b'x');
            operation
        })
        .collect();
    let request = device
        .transport
        .request(Method::POST, "/api/v1/sync")
        .header("content-type", MEDIA_TYPE)
        .body(frame::encode(&push_request(account, &operations)));
    let answer = device.transport.send(request).await.unwrap();
    let status = answer.status().as_u16();
    if status == 200 {
        let answer: SyncResponse = frame::decode(&answer.bytes().await.unwrap()).unwrap();
        let stored = |verdict: &Verdict| matches!(verdict, Verdict::Stored { .. });
        assert!(answer.pushed.iter().all(stored));
    }
    status
}

/// Pushes until the disk refuses; answers how many batches were acknowledged, and the refusal.
async fn push_until_full(device: &Device) -> (u64, u16) {
    for batch in 0..200 {
        let status = push(device, batch).await;
        if status != 200 {
            return (batch, status);
        }
    }
    panic!("the disk never got full");
}

/// Reads all that the server has, as a device with an empty store does.
async fn read_all(device: &Device) -> BTreeSet<u64> {
    device.sync().await;
    let held = device.store.operations(operation(1, 1).document).await;
    held.unwrap()
        .iter()
        .map(|operation| operation.id.counter)
        .collect()
}

#[tokio::test]
async fn a_full_disk_refuses_writes_and_goes_on_when_there_is_room() {
    if !may_mount().await {
        return files_that_may_not_grow().await;
    }
    let folder = tempfile::tempdir().unwrap();
    let program = start_with_little_room(folder.path(), SMALL_DISK).await;
    let phone = Device::new(&Client::new(), &program.address, 1);
    phone.make_account().await;
    let (acknowledged, refusal) = push_until_full(&phone).await;
    assert_eq!(refusal, 507);
    assert_eq!(push(&phone, acknowledged).await, 507);
    assert_eq!(phone.get("/api/v1/session").await.status(), 200);
    assert_eq!(read_all(&phone).await, (1..=acknowledged * 20).collect());

    let own_files = format!("/proc/{}/root", program.child.id().unwrap());
    let ballast = folder.path().join("ballast");
    let ballast = Path::new(&own_files).join(ballast.strip_prefix("/").unwrap());
    std::fs::remove_file(ballast).unwrap();
    assert_eq!(push(&phone, acknowledged).await, 200);
    assert_eq!(
        read_all(&phone).await,
        (1..=acknowledged * 20 + 20).collect()
    );
}

#[tokio::test]
async fn files_that_may_not_grow_refuse_writes_and_keep_what_was_acknowledged() {
    files_that_may_not_grow().await;
}

async fn files_that_may_not_grow() {
    let folder = tempfile::tempdir().unwrap();
    let program = start_with_little_room(folder.path(), SMALL_FILES).await;
    let phone = Device::new(&Client::new(), &program.address, 1);
    phone.make_account().await;
    let (acknowledged, refusal) = push_until_full(&phone).await;
    assert!(refusal == 500 || refusal == 507, "{refusal}");
    assert_eq!(read_all(&phone).await, (1..=acknowledged * 20).collect());
    program.kill().await;
    let store = SqliteStore::open(folder.path()).await.unwrap();
    let stored = store.operations(operation(1, 1).document).await.unwrap();
    let stored: BTreeSet<_> = stored
        .iter()
        .map(|operation| operation.id.counter)
        .collect();
    assert_eq!(stored, (1..=acknowledged * 20).collect());
    store.close().await;
}

#[tokio::test]
async fn a_database_that_another_program_holds_is_waited_for_then_said() {
    let limits = Limits {
        database_time: Duration::from_millis(300),
        ..Limits::default()
    };
    let server = TestServer::start_limited(limits).await;
    let phone = server.linked(1).await;
    phone.write(CV, PROFILE, "Prima").await;
    phone.sync().await;
    let library = server.link_to(&phone, 2).await;
    let other_program = database_in(server.folder.path()).await;
    let held = other_program.begin_with("BEGIN IMMEDIATE").await.unwrap();

    phone.write(CV, PROFILE, "Durante").await;
    let refused = phone.exchange().await;
    let busy = matches!(
        refused,
        Err(ExchangeError::Transport(TransportError::Busy {
            retry_after_ms: Some(2_000)
        }))
    );
    assert!(busy, "{refused:?}");
    assert_eq!(phone.store.waiting().await.unwrap().waiting, 1);
    library.sync().await;
    assert_eq!(library.text(CV, PROFILE).await, "Prima");

    held.rollback().await.unwrap();
    phone.sync().await;
    library.sync().await;
    assert_eq!(library.text(CV, PROFILE).await, "Durante");
}
