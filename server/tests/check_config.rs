//! What `--check-config` finds, with the real program on real folders.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod support;

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use support::database_in;
use support::program::{Program, run, said};
use tempfile::TempDir;

/// Checks a data folder; answers whether the program is content, and what it says.
async fn check(data: &Path, more: &[&str]) -> (bool, String) {
    let mut words = vec!["--check-config", "--data", data.to_str().unwrap()];
    words.extend(more);
    if !more.contains(&"--listen") {
        words.extend(["--listen", "127.0.0.1:0"]);
    }
    let output = run(&words).await;
    (output.status.success(), said(&output))
}

/// Returns a folder that a server has used.
async fn used() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    Program::start(folder.path()).await.kill().await;
    folder
}

fn assert_has(report: &str, level: &str, text: &str) {
    let found = report
        .lines()
        .any(|line| line.starts_with(level) && line.contains(text));
    assert!(found, "no line {level} with {text} in\n{report}");
}

#[tokio::test]
async fn a_new_folder_is_fine_and_is_not_made_yet() {
    let parent = tempfile::tempdir().unwrap();
    let data = parent.path().join("data");
    let (is_sound, report) = check(&data, &[]).await;
    assert!(is_sound, "{report}");
    assert_has(&report, "ok", "will make the data folder");
    assert_has(&report, "notice", "holds no client");
    assert!(report.ends_with("The server can start.\n"), "{report}");
    assert!(!data.exists());
}

#[tokio::test]
async fn a_used_folder_is_fine_and_stays_as_it_is() {
    let folder = used().await;
    let (is_sound, report) = check(folder.path(), &[]).await;
    assert!(is_sound, "{report}");
    assert_has(&report, "ok", "the database has schema");
    assert_has(&report, "ok", "receipt.key is there");
    Program::start(folder.path()).await;
}

#[tokio::test]
async fn a_folder_that_cannot_be_made_is_wrong() {
    let parent = tempfile::tempdir().unwrap();
    let file = parent.path().join("file");
    std::fs::write(&file, "").unwrap();
    let (is_sound, report) = check(&file.join("data"), &[]).await;
    assert!(!is_sound);
    assert_has(&report, "WRONG", "cannot be written");
    assert!(report.ends_with("cannot start like this.\n"), "{report}");
}

#[tokio::test]
async fn a_key_that_others_may_read_or_that_is_damaged_is_wrong() {
    let folder = used().await;
    let key = folder.path().join("receipt.key");
    std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o644)).unwrap();
    let (is_sound, report) = check(folder.path(), &[]).await;
    assert!(!is_sound);
    assert_has(&report, "WRONG", "chmod 600");
    std::fs::write(&key, "short").unwrap();
    assert_has(
        &check(folder.path(), &[]).await.1,
        "WRONG",
        "receipt.key is damaged",
    );
    std::fs::remove_file(&key).unwrap();
    let (is_sound, report) = check(folder.path(), &[]).await;
    assert!(is_sound);
    assert_has(&report, "notice", "no receipt.key");
}

#[tokio::test]
async fn a_database_that_is_none_or_newer_is_wrong() {
    let folder = used().await;
    let database = folder.path().join("approdo.sqlite");
    let pool = database_in(folder.path()).await;
    let newer = "UPDATE _sqlx_migrations SET version = 9000 \
        WHERE version = (SELECT max(version) FROM _sqlx_migrations)";
    sqlx::query(newer).execute(&pool).await.unwrap();
    pool.close().await;
    let (is_sound, report) = check(folder.path(), &[]).await;
    assert!(!is_sound);
    assert_has(&report, "WRONG", "schema 9000");
    std::fs::write(&database, "no database".repeat(500)).unwrap();
    assert_has(
        &check(folder.path(), &[]).await.1,
        "WRONG",
        "restore it from a backup",
    );
}

#[tokio::test]
async fn a_running_server_is_seen_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let program = Program::start(folder.path()).await;
    let address = program.address.strip_prefix("http://").unwrap();
    let (is_sound, report) = check(folder.path(), &["--listen", address]).await;
    assert!(is_sound, "{report}");
    assert_has(&report, "notice", "a server works on the data folder");
    assert_has(&report, "notice", "perhaps by that server");
    let (is_sound, report) = check(&folder.path().join("x"), &["--listen", address]).await;
    assert!(!is_sound);
    assert_has(&report, "WRONG", "taken by another program");
    assert_eq!(
        reqwest::get(format!("{}/healthz", program.address))
            .await
            .unwrap()
            .status(),
        204
    );
}

#[tokio::test]
async fn two_servers_never_work_on_one_folder() {
    let folder = tempfile::tempdir().unwrap();
    let _first = Program::start(folder.path()).await;
    let words = [
        "--listen",
        "127.0.0.1:0",
        "--data",
        folder.path().to_str().unwrap(),
    ];
    let output = run(&words).await;
    assert_eq!(output.status.code(), Some(1));
    assert!(
        said(&output).contains("stop that server"),
        "{}",
        said(&output)
    );
}

#[tokio::test]
async fn what_is_open_to_the_world_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let open = ["--listen", "0.0.0.0:0", "--metrics-listen", "0.0.0.0:0"];
    let (is_sound, report) = check(folder.path(), &open).await;
    assert!(is_sound, "{report}");
    assert_has(&report, "notice", "--secure-cookies");
    assert_has(&report, "notice", "figures are given beyond this machine");
}
