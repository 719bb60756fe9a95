//! Sync over HTTP with the real client engine.

mod support;

use approdo_document::DocumentId;
use approdo_sync::frame;
use approdo_sync::store::{DeviceStore, OperationLog};
use approdo_sync::transport::{Transport, TransportError};
use approdo_sync::wire::{SyncResponse, Verdict};
use reqwest::StatusCode;
use serde_json::{Value, json};
use support::{TestServer, copy_database, database_in, operation, push_request};

const CV: DocumentId = DocumentId([1; 16]);
const PROFILE: &[u8] = &[1];
const EMPLOYER: &[u8] = &[2];

#[tokio::test]
async fn what_one_device_writes_is_on_the_other_and_edits_of_both_are_kept() {
    let server = TestServer::start().await;
    let phone = server.linked(1).await;
    phone
        .write(CV, PROFILE, "Magazziniere con patentino del muletto")
        .await;
    phone.sync().await;
    let library = server.link_to(&phone, 2).await;
    library.sync().await;
    assert_eq!(
        library.text(CV, PROFILE).await,
        "Magazziniere con patentino del muletto"
    );
    phone.write(CV, EMPLOYER, "Caseificio dell'Oglio").await;
    library
        .write(CV, PROFILE, "Magazziniere, patentino del muletto, turni")
        .await;
    library.sync().await;
    phone.sync().await;
    library.sync().await;
    for device in [&phone, &library] {
        assert_eq!(device.text(CV, EMPLOYER).await, "Caseificio dell'Oglio");
        assert_eq!(
            device.text(CV, PROFILE).await,
            "Magazziniere, patentino del muletto, turni"
        );
        assert_eq!(device.store.waiting().await.unwrap().waiting, 0);
    }
}

#[tokio::test]
async fn a_device_sees_which_of_its_persons_devices_wrote() {
    let server = TestServer::start().await;
    let phone = server.linked(1).await;
    phone.write(CV, PROFILE, "Cuoca").await;
    phone.sync().await;
    let library = server.link_to(&phone, 2).await;
    library.sync().await;
    let stored = library.store.stored(CV).await.unwrap();
    let name = stored.first().unwrap().device.as_deref();
    assert_eq!(name, Some("Chrome su Android"));
}

#[tokio::test]
async fn nothing_of_another_account_is_ever_delivered_or_writable() {
    let server = TestServer::start().await;
    let anna = server.linked(1).await;
    let bruno = server.linked(2).await;
    anna.write(CV, PROFILE, "Anna cerca lavoro").await;
    anna.sync().await;
    bruno.sync().await;
    assert!(bruno.store.documents().await.unwrap().is_empty());
    bruno
        .write(CV, PROFILE, "Bruno scrive nel CV di Anna")
        .await;
    let report = bruno.exchange().await.unwrap();
    assert_eq!(report.refused, 1);
    anna.sync().await;
    assert_eq!(anna.text(CV, PROFILE).await, "Anna cerca lavoro");
}

#[tokio::test]
async fn work_of_one_person_is_not_taken_under_anothers_session() {
    let server = TestServer::start().await;
    let anna = server.linked(1).await;
    let bruno = server.linked(2).await;
    let account = anna.store.sync_state().await.unwrap().account.unwrap();
    let request = frame::encode(&push_request(account, &[operation(1, 1)]));
    let refused = bruno.transport.exchange(request.clone()).await;
    assert_eq!(refused, Err(TransportError::OtherAccount));
    let stranger = server.device(3);
    let refused = stranger.transport.exchange(request).await;
    assert_eq!(refused, Err(TransportError::NotSignedIn));
    assert!(server.server.store().documents().await.unwrap().is_empty());
}

#[tokio::test]
async fn pushing_again_after_a_lost_answer_changes_nothing() {
    let server = TestServer::start().await;
    let phone = server.linked(1).await;
    let account = phone.store.sync_state().await.unwrap().account.unwrap();
    let operations: Vec<_> = (1..=230).map(|counter| operation(1, counter)).collect();
    let request = frame::encode(&push_request(account, &operations));
    let mut answers = Vec::new();
    for _ in 0..2 {
        let answer = phone.transport.exchange(request.clone()).await.unwrap();
        answers.push(frame::decode::<SyncResponse>(&answer).unwrap());
    }
    assert_eq!(answers[0].pushed, answers[1].pushed);
    assert_eq!(
        answers[1].pushed.last(),
        Some(&Verdict::Stored { number: 230 })
    );
    let stored = server.server.store().operations(operations[0].document);
    assert_eq!(stored.await.unwrap(), operations);
}

#[tokio::test]
async fn a_restart_keeps_all_data_and_sessions() {
    let server = TestServer::start().await;
    let phone = server.linked(1).await;
    phone.write(CV, PROFILE, "Saldatore").await;
    phone.sync().await;
    let server = server.restart().await;
    let phone = phone.moved_to(&server);
    phone.write(CV, EMPLOYER, "Officine Rossi").await;
    phone.sync().await;
    let library = server.link_to(&phone, 2).await;
    library.sync().await;
    assert_eq!(library.text(CV, PROFILE).await, "Saldatore");
    assert_eq!(library.text(CV, EMPLOYER).await, "Officine Rossi");
}

#[tokio::test]
async fn after_a_restore_from_a_backup_devices_bring_back_what_is_missing() {
    let server = TestServer::start().await;
    let phone = server.linked(1).await;
    let library = server.link_to(&phone, 2).await;
    phone.write(CV, PROFILE, "Prima della copia").await;
    phone.sync().await;
    library.sync().await;
    let (backup, server) = {
        let backup = tempfile::tempdir().unwrap();
        let TestServer { server, folder, .. } = server;
        server.stop().await;
        copy_database(folder.path(), backup.path());
        (backup, TestServer::start_in(folder, Vec::new()).await)
    };
    let (phone, library) = (phone.moved_to(&server), library.moved_to(&server));
    phone.write(CV, PROFILE, "Dopo la copia").await;
    phone.write(CV, EMPLOYER, "Cascina Nuova").await;
    phone.sync().await;
    let TestServer { server, folder, .. } = server;
    server.stop().await;
    copy_database(backup.path(), folder.path());
    let server = TestServer::start_in(folder, Vec::new()).await;
    let (phone, library) = (phone.moved_to(&server), library.moved_to(&server));
    let reports = phone.sync().await;
    assert!(reports.iter().any(|report| report.restored));
    library.sync().await;
    assert_eq!(library.text(CV, PROFILE).await, "Dopo la copia");
    assert_eq!(library.text(CV, EMPLOYER).await, "Cascina Nuova");
}

#[tokio::test]
async fn one_damaged_row_fails_alone_and_the_server_starts() {
    let server = TestServer::start().await;
    let phone = server.linked(1).await;
    phone.write(CV, PROFILE, "si perde").await;
    phone.write(CV, EMPLOYER, "resta").await;
    phone.sync().await;
    let pool = database_in(server.folder.path()).await;
    sqlx::query(
        "UPDATE operations SET bytes = zeroblob(9) \
         WHERE sequence = (SELECT min(sequence) FROM operations)",
    )
    .execute(&pool)
    .await
    .unwrap();
    pool.close().await;
    let server = server.restart().await;
    let phone = phone.moved_to(&server);
    let library = server.link_to(&phone, 2).await;
    library.sync().await;
    assert_eq!(library.text(CV, EMPLOYER).await, "resta");
    assert_eq!(library.text(CV, PROFILE).await, "");
}

#[tokio::test]
async fn a_withdrawn_device_keeps_its_waiting_work() {
    let server = TestServer::start().await;
    let phone = server.linked(1).await;
    let library = server.link_to(&phone, 2).await;
    let devices: Value = phone.get("/api/v1/devices").await.json().await.unwrap();
    assert_eq!(devices[0]["this_device"], true);
    assert_eq!(devices[0]["name"], "Chrome su Android");
    assert_eq!(devices[0]["created_at"], "2026-11-18T11:06:40Z");
    assert_eq!(devices[0]["last_seen_day"], "2026-11-18");
    let withdrawn = devices[1]["device"].as_str().unwrap();
    library.write(CV, PROFILE, "scritto senza rete").await;
    let answer = phone.delete(&format!("/api/v1/devices/{withdrawn}")).await;
    assert_eq!(answer.status(), StatusCode::NO_CONTENT);
    assert!(library.exchange().await.is_err());
    assert_eq!(library.get("/api/v1/session").await.status(), 401);
    assert_eq!(library.store.waiting().await.unwrap().waiting, 1);
    let devices: Value = phone.get("/api/v1/devices").await.json().await.unwrap();
    assert_eq!(devices.as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn signing_out_ends_the_session_and_removes_the_cookie() {
    let server = TestServer::start().await;
    let phone = server.linked(1).await;
    let old_cookie = phone.transport.cookie().unwrap();
    assert_eq!(phone.delete("/api/v1/session").await.status(), 204);
    assert!(phone.transport.cookie().unwrap().ends_with('='));
    phone.transport.set_cookie(old_cookie);
    assert_eq!(phone.get("/api/v1/session").await.status(), 401);
}

#[tokio::test]
async fn one_account_cannot_withdraw_the_devices_of_another() {
    let server = TestServer::start().await;
    let anna = server.linked(1).await;
    let bruno = server.linked(2).await;
    let session: Value = anna.get("/api/v1/session").await.json().await.unwrap();
    let path = format!("/api/v1/devices/{}", session["device"].as_str().unwrap());
    assert_eq!(bruno.delete(&path).await.status(), 404);
    assert_eq!(anna.get("/api/v1/session").await.status(), 200);
}

#[tokio::test]
async fn a_clone_of_a_writer_does_not_replace_what_is_stored() {
    let server = TestServer::start().await;
    let phone = server.linked(1).await;
    let library = server.link_to(&phone, 2).await;
    let clone = support::Device::new(&server.client, &server.address(), 1);
    clone.transport.set_cookie(
        library
            .transport
            .cookie()
            .unwrap()
            .replace(library.transport.profile(), clone.transport.profile()),
    );
    let account =
        json!({"account": phone.store.sync_state().await.unwrap().account.unwrap().to_string()});
    clone.bind(&account).await;
    phone.write(CV, PROFILE, "dal telefono").await;
    clone.write(CV, PROFILE, "dal clone").await;
    phone.sync().await;
    clone.sync().await;
    phone.sync().await;
    library.sync().await;
    let path = approdo_document::Path(PROFILE.to_vec());
    let versions = library.document(CV).await.versions(&path);
    let mut texts: Vec<_> = versions.into_iter().map(|version| version.text).collect();
    texts.sort();
    assert_eq!(texts, ["dal clone", "dal telefono"]);
}
