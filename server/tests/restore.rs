//! Backup and restore, rehearsed with the real program and the real client engine: nothing that a
//! device has is lost, nothing is doubled.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod support;

use approdo_document::DocumentId;
use approdo_server::store::SqliteStore;
use approdo_sync::store::{DeviceStore, OperationLog};
use std::collections::BTreeSet;
use support::copies::{back_up, restore, restored, text};
use support::program::spawn;
use support::{Device, TestServer};

const CV: DocumentId = DocumentId([1; 16]);
const LETTER: DocumentId = DocumentId([2; 16]);
const PROFILE: &[u8] = &[1];
const EMPLOYER: &[u8] = &[2];

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
async fn a_restore_that_is_killed_leaves_a_whole_database_and_can_be_repeated() {
    let server = TestServer::start().await;
    let copies = tempfile::tempdir().unwrap();
    let copy = copies.path().join("copy.sqlite");
    let phone = server.linked(1).await;
    phone.write(CV, PROFILE, "Nella copia").await;
    phone.sync().await;
    assert!(back_up(server.folder.path(), &copy).await.0);
    let TestServer { server, folder, .. } = server;
    server.stop().await;
    let data = text(folder.path());
    for prefix in [
        "approdo.restoring",
        "approdo.restoring-journal",
        "approdo-replaced",
    ] {
        let words = ["restore", "--data", data, "--from", text(&copy)];
        let mut restoring = spawn(&words);
        let is_there = || {
            let mut names = std::fs::read_dir(data)
                .unwrap()
                .map(|entry| entry.unwrap().file_name());
            names.any(|name| name.to_str().unwrap().starts_with(prefix))
        };
        while !is_there() && restoring.try_wait().unwrap().is_none() {
            tokio::task::yield_now().await;
        }
        restoring.kill().await.unwrap();
        let store = SqliteStore::open(folder.path()).await.unwrap();
        assert_eq!(store.documents().await.unwrap(), [CV], "killed at {prefix}");
        store.close().await;
    }
    let (succeeded, message) = restore(folder.path(), &copy).await;
    assert!(succeeded, "{message}");
    let server = TestServer::start_in(folder, Vec::new()).await;
    let phone = phone.moved_to(&server);
    phone.sync().await;
    assert_all_is_there_once(&server, [&phone, &phone], 1).await;
}
