//! Steps of the schema: interrupted they have not begun, and a database that a newer program wrote is
//! refused with a sentence.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod support;

use approdo_document::DocumentId;
use reqwest::Client;
use sqlx::migrate::Migrator;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;
use support::program::{Program, run, said};
use support::{Device, TestServer, database_in};
use tokio::process::Command;

const CV: DocumentId = DocumentId([1; 16]);
const PROFILE: &[u8] = &[1];
/// How often a condition is looked at.
const LOOK_AGAIN: Duration = Duration::from_millis(2);

/// Writes the steps of a newer program: ours, and one that takes its time.
fn write_newer_steps(folder: &Path) {
    let ours = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations/sqlite");
    for entry in std::fs::read_dir(ours).unwrap() {
        let step = entry.unwrap();
        std::fs::copy(step.path(), folder.join(step.file_name())).unwrap();
    }
    let slow = "ALTER TABLE operations ADD COLUMN newer INTEGER NOT NULL DEFAULT 7; \
        CREATE TABLE newer (number INTEGER PRIMARY KEY, filler BLOB) STRICT; \
        INSERT INTO newer WITH RECURSIVE counted (number) AS \
          (SELECT 1 UNION ALL SELECT number + 1 FROM counted LIMIT 100000) \
          SELECT number, randomblob(400) FROM counted;";
    std::fs::write(folder.join("9000_newer.sql"), slow).unwrap();
}

/// Names the folder with steps and database to the process that is killed.
const MIGRATED_FOLDER: &str = "APPRODO_MIGRATED_FOLDER";

/// Carries out all steps on a database.
async fn migrate(folder: &Path) {
    let steps = Migrator::new(folder.join("steps")).await.unwrap();
    let database = database_in(folder).await;
    steps.run(&database).await.unwrap();
    database.close().await;
}

#[tokio::test]
#[ignore = "only a part of the test below, in a process that it kills"]
async fn migrating_process() {
    let folder = std::env::var(MIGRATED_FOLDER).unwrap();
    migrate(Path::new(&folder)).await;
}

#[tokio::test]
async fn a_step_of_the_schema_that_is_interrupted_has_not_begun() {
    let server = TestServer::start().await;
    let phone = server.linked(1).await;
    phone.write(CV, PROFILE, "Da prima").await;
    phone.sync().await;
    let TestServer { server, folder, .. } = server;
    server.stop().await;
    std::fs::create_dir(folder.path().join("steps")).unwrap();
    write_newer_steps(&folder.path().join("steps"));

    let mut migrating = Command::new(std::env::current_exe().unwrap())
        .args(["--ignored", "--exact", "migrating_process"])
        .env(MIGRATED_FOLDER, folder.path())
        .stdout(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .unwrap();
    let log = folder.path().join("approdo.sqlite-wal");
    while std::fs::metadata(&log).map_or(0, |facts| facts.len()) < 1_000_000 {
        assert_eq!(
            migrating.try_wait().unwrap(),
            None,
            "it ended before it was killed"
        );
        tokio::time::sleep(LOOK_AGAIN).await;
    }
    migrating.kill().await.unwrap();

    let server = TestServer::start_in(folder, Vec::new()).await;
    let phone = phone.moved_to(&server);
    phone.write(CV, PROFILE, "Dopo l'interruzione").await;
    phone.sync().await;
    let TestServer { server, folder, .. } = server;
    server.stop().await;
    migrate(folder.path()).await;
    let database = database_in(folder.path()).await;
    let newer: Vec<i64> = sqlx::query_scalar("SELECT newer FROM operations")
        .fetch_all(&database)
        .await
        .unwrap();
    assert_eq!(newer, [7, 7]);
    database.close().await;

    let words = [
        "--listen",
        "127.0.0.1:0",
        "--data",
        folder.path().to_str().unwrap(),
    ];
    let output = run(&words).await;
    assert_eq!(output.status.code(), Some(1));
    let message = said(&output);
    assert!(
        message.contains("a newer version of Approdo wrote"),
        "{message}"
    );
    assert!(message.contains("schema 9000"), "{message}");
}

#[tokio::test]
async fn killed_at_any_moment_of_its_first_start_it_starts_the_next_time() {
    let folder = tempfile::tempdir().unwrap();
    for file in [
        "approdo.lock",
        "receipt.key",
        "approdo.sqlite",
        "approdo.sqlite-wal",
    ] {
        let mut child = support::program::command(folder.path(), "127.0.0.1:0")
            .spawn()
            .unwrap();
        while !folder.path().join(file).exists() {
            tokio::time::sleep(LOOK_AGAIN).await;
        }
        child.kill().await.unwrap();
    }
    let program = Program::start(folder.path()).await;
    let phone = Device::new(&Client::new(), &program.address, 1);
    phone.make_account().await;
    phone.write(CV, PROFILE, "Va").await;
    phone.sync().await;
}
