//! What copies of the database are like, and what is never done with them.

mod support;

use approdo_document::DocumentId;
use approdo_sync::store::OperationLog;
use std::path::PathBuf;
use support::TestServer;
use support::copies::{back_up, restore, restored};

const CV: DocumentId = DocumentId([1; 16]);
const PROFILE: &[u8] = &[1];

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
