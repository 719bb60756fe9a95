//! Backup and restore, rehearsed with the real program and the real client engine: nothing that a
//! device has is lost, nothing is doubled.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod support;

use approdo_document::DocumentId;
use approdo_sync::store::{DeviceStore, OperationLog};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use support::program::{run, said};
use support::{Device, TestServer};

const CV: DocumentId = DocumentId([1; 16]);
const LETTER: DocumentId = DocumentId([2; 16]);
const PROFILE: &[u8] = &[1];
const EMPLOYER: &[u8] = &[2];

async fn back_up(data: &Path, to: &Path) -> (bool, String) {
    let words = ["backup", "--data", text(data), "--to", text(to)];
    let output = run(&words).await;
    (output.status.success(), said(&output))
}

async fn restore(data: &Path, from: &Path) -> (bool, String) {
    let words = ["restore", "--data", text(data), "--from", text(from)];
    let output = run(&words).await;
    (output.status.success(), said(&output))
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// Asserts that the server and these devices hold the same operations, each once, and that nothing
/// waits.
async fn assert_all_is_there_once(server: &TestServer, devices: [&Device; 2], fewest: usize) {
    for document in [CV, LETTER] {
        let stored = server.server.store().operations(document).await.unwrap();
        let at_server: BTreeSet<_> = stored.iter().map(|operation| operation.id).collect();
        assert_eq!(at_server.len(), stored.len(), "something is doubled");
        for device in devices {
            let held = device.store.operations(document).await.unwrap();
            let held: BTreeSet<_> = held.iter().map(|operation| operation.id).collect();
            assert_eq!(held, at_server);
            assert_eq!(device.store.waiting().await.unwrap().waiting, 0);
        }
        if document == CV {
            assert!(
                stored.len() >= fewest,
                "{} of {fewest} are there",
                stored.len()
            );
        }
    }
}

/// Stops a server, restores a copy into its folder with the program, and starts it again.
async fn restored(server: TestServer, copy: &Path) -> (TestServer, String) {
    let TestServer { server, folder, .. } = server;
    server.stop().await;
    let (succeeded, message) = restore(folder.path(), copy).await;
    assert!(succeeded, "{message}");
    (TestServer::start_in(folder, Vec::new()).await, message)
}

#[tokio::test]
async fn after_a_restore_all_that_devices_have_is_back_once() {
    let server = TestServer::start().await;
    let copies = tempfile::tempdir().unwrap();
    let copy = copies.path().join("monday.sqlite");
    let phone = server.linked(1).await;
    let library = server.link_to(&phone, 2).await;
    phone.write(CV, PROFILE, "Prima della copia").await;
    phone.sync().await;
    library.sync().await;

    let (succeeded, message) = back_up(server.folder.path(), &copy).await;
    assert!(succeeded, "{message}");
    assert!(message.contains("1 accounts and 1 operations"), "{message}");

    phone
        .write(CV, PROFILE, "Dopo la copia, dal telefono")
        .await;
    phone.write(LETTER, PROFILE, "Gentile signora").await;
    phone.sync().await;
    library.sync().await;
    library.write(CV, EMPLOYER, "Cascina Nuova").await;
    library.sync().await;
    library
        .write(CV, EMPLOYER, "Cascina Nuova, scritto senza rete")
        .await;

    let (server, message) = restored(server, &copy).await;
    assert!(message.contains("is kept as"), "{message}");
    assert!(!message.contains("receipt.key"), "{message}");
    let (phone, library) = (phone.moved_to(&server), library.moved_to(&server));
    let reports = phone.sync().await;
    assert!(reports.iter().any(|report| report.restored));
    library.sync().await;
    phone.sync().await;
    assert_all_is_there_once(&server, [&phone, &library], 4).await;
    for device in [&phone, &library] {
        assert_eq!(
            device.text(CV, PROFILE).await,
            "Dopo la copia, dal telefono"
        );
        assert_eq!(device.text(LETTER, PROFILE).await, "Gentile signora");
        let employer = device.text(CV, EMPLOYER).await;
        assert_eq!(employer, "Cascina Nuova, scritto senza rete");
    }
}

#[tokio::test]
async fn a_restore_without_any_later_work_is_noticed_as_well() {
    let server = TestServer::start().await;
    let copies = tempfile::tempdir().unwrap();
    let copy = copies.path().join("copy.sqlite");
    let phone = server.linked(1).await;
    let library = server.link_to(&phone, 2).await;
    phone.write(CV, PROFILE, "Tutto nella copia").await;
    phone.sync().await;
    library.sync().await;
    assert!(back_up(server.folder.path(), &copy).await.0);
    let (server, _) = restored(server, &copy).await;
    let (phone, library) = (phone.moved_to(&server), library.moved_to(&server));
    for device in [&phone, &library] {
        let reports = device.sync().await;
        assert!(reports.iter().any(|report| report.restored));
    }
    assert_all_is_there_once(&server, [&phone, &library], 1).await;
}

#[tokio::test]
async fn copies_made_while_devices_push_are_whole_and_each_can_be_restored() {
    let server = TestServer::start().await;
    let copies = tempfile::tempdir().unwrap();
    let copy = |number: u8| copies.path().join(format!("{number}.sqlite"));
    let phone = server.linked(1).await;
    let library = server.link_to(&phone, 2).await;
    let (stop, stopping) = tokio::sync::watch::channel(false);
    let pushing = tokio::spawn(async move {
        let mut edits: usize = 0;
        while !*stopping.borrow() || edits < 20 {
            edits += 1;
            phone.write(CV, PROFILE, &format!("Frase {edits}")).await;
            phone.sync().await;
        }
        (phone, edits)
    });
    for number in 0..4 {
        let (succeeded, message) = back_up(server.folder.path(), &copy(number)).await;
        assert!(succeeded, "{message}");
    }
    stop.send(true).unwrap();
    let (phone, edits) = pushing.await.unwrap();
    library.sync().await;
    let (server, _) = restored(server, &copy(2)).await;
    let (phone, library) = (phone.moved_to(&server), library.moved_to(&server));
    phone.sync().await;
    library.sync().await;
    assert_all_is_there_once(&server, [&phone, &library], edits).await;
    assert_eq!(library.text(CV, PROFILE).await, format!("Frase {edits}"));
}

#[tokio::test]
async fn a_device_linked_after_the_copy_links_again_and_loses_nothing() {
    let server = TestServer::start().await;
    let copies = tempfile::tempdir().unwrap();
    let copy = copies.path().join("copy.sqlite");
    let phone = server.linked(1).await;
    phone.write(CV, PROFILE, "Prima").await;
    phone.sync().await;
    assert!(back_up(server.folder.path(), &copy).await.0);
    let library = server.link_to(&phone, 2).await;
    library.sync().await;
    library.write(CV, EMPLOYER, "Dalla biblioteca").await;
    library.sync().await;

    let (server, _) = restored(server, &copy).await;
    let (phone, library) = (phone.moved_to(&server), library.moved_to(&server));
    assert!(library.exchange().await.is_err());
    phone.sync().await;
    server.link_existing(&phone, &library).await;
    library.sync().await;
    phone.sync().await;
    assert_all_is_there_once(&server, [&phone, &library], 2).await;
    assert_eq!(phone.text(CV, EMPLOYER).await, "Dalla biblioteca");
}

#[tokio::test]
async fn what_was_replaced_is_kept_whole() {
    let server = TestServer::start().await;
    let copies = tempfile::tempdir().unwrap();
    let copy = copies.path().join("copy.sqlite");
    let phone = server.linked(1).await;
    assert!(back_up(server.folder.path(), &copy).await.0);
    phone
        .write(CV, PROFILE, "Solo nella banca dati sostituita")
        .await;
    phone.sync().await;
    let (server, message) = restored(server, &copy).await;
    let kept = message
        .lines()
        .find_map(|line| line.split("is kept as ").nth(1));
    let kept = PathBuf::from(kept.unwrap());
    assert!(server.server.store().documents().await.unwrap().is_empty());
    let (server, _) = restored(server, &kept).await;
    assert_eq!(server.server.store().documents().await.unwrap(), [CV]);
}

#[tokio::test]
async fn a_copy_is_never_written_over_and_is_for_its_owner_only() {
    use std::os::unix::fs::PermissionsExt as _;
    let server = TestServer::start().await;
    let copies = tempfile::tempdir().unwrap();
    let copy = copies.path().join("copy.sqlite");
    assert!(back_up(server.folder.path(), &copy).await.0);
    let rights = std::fs::metadata(&copy).unwrap().permissions().mode();
    assert_eq!(rights & 0o777, 0o600);
    let first = std::fs::read(&copy).unwrap();
    let (succeeded, message) = back_up(server.folder.path(), &copy).await;
    assert!(
        !succeeded && message.contains("is not overwritten"),
        "{message}"
    );
    assert_eq!(std::fs::read(&copy).unwrap(), first);
    let (succeeded, message) = back_up(copies.path(), &copies.path().join("x")).await;
    assert!(!succeeded && message.contains("--data"), "{message}");
}

#[tokio::test]
async fn nothing_is_restored_under_a_running_server_or_from_what_is_no_copy() {
    let server = TestServer::start().await;
    let copies = tempfile::tempdir().unwrap();
    let copy = copies.path().join("copy.sqlite");
    let phone = server.linked(1).await;
    phone.write(CV, PROFILE, "Resta").await;
    phone.sync().await;
    assert!(back_up(server.folder.path(), &copy).await.0);
    let (succeeded, message) = restore(server.folder.path(), &copy).await;
    assert!(
        !succeeded && message.contains("stop that server"),
        "{message}"
    );

    let TestServer { server, folder, .. } = server;
    server.stop().await;
    let whole = std::fs::read(&copy).unwrap();
    let cut = copies.path().join("cut.sqlite");
    std::fs::write(&cut, &whole[..whole.len() / 2]).unwrap();
    let other = copies.path().join("other.sqlite");
    std::fs::write(&other, "").unwrap();
    let missing = copies.path().join("missing.sqlite");
    for (file, reason) in [(&cut, "damaged"), (&other, "no copy"), (&missing, "--from")] {
        let (succeeded, message) = restore(folder.path(), file).await;
        assert!(!succeeded && message.contains(reason), "{message}");
    }
    let server = TestServer::start_in(folder, Vec::new()).await;
    assert_eq!(server.server.store().documents().await.unwrap(), [CV]);
}

#[tokio::test]
async fn on_a_new_machine_the_missing_key_is_said() {
    let server = TestServer::start().await;
    let copies = tempfile::tempdir().unwrap();
    let copy = copies.path().join("copy.sqlite");
    assert!(back_up(server.folder.path(), &copy).await.0);
    let (succeeded, message) = restore(&copies.path().join("new"), &copy).await;
    assert!(
        succeeded && message.contains("receipt.key is missing"),
        "{message}"
    );
}
