//! ESCO's official files are imported by the real program and given to the client by the server.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod support;

use approdo_catalog::Catalog;
use std::path::Path;
use std::process::{Output, Stdio};
use support::TestServer;
use tokio::process::Command;

const HEADER: &str =
    "conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,hiddenLabels,status";

fn write_files(folder: &Path) {
    let uri = "http://data.europa.eu/esco/occupation/00-a";
    let italian = format!(
        "{HEADER}\nOccupation,{uri},7112,muratore/muratrice,\"mastro\nmastra\",,released\n"
    );
    let english = format!("{HEADER}\nOccupation,{uri},7112,bricklayer,brick mason,,released\n");
    std::fs::write(folder.join("occupations_it.csv"), italian).unwrap();
    std::fs::write(folder.join("occupations_en.csv"), english).unwrap();
}

async fn import(data: &Path, files: &Path) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_approdo-server"));
    command.args(["catalog", "import", "--data"]).arg(data);
    command
        .arg("--italian")
        .arg(files.join("occupations_it.csv"));
    command
        .arg("--english")
        .arg(files.join("occupations_en.csv"));
    command.stderr(Stdio::piped()).output().await.unwrap()
}

#[tokio::test]
async fn what_is_imported_is_served_and_found() {
    let files = tempfile::tempdir().unwrap();
    write_files(files.path());
    let server = TestServer::start().await;
    let address = format!("{}/api/v1/catalog/it", server.address());
    let answer = server.client.get(&address).send().await.unwrap();
    assert_eq!(answer.status(), 204);
    assert!(answer.headers().get("etag").is_none());

    let output = import(server.folder.path(), files.path()).await;
    assert!(output.status.success(), "{output:?}");
    let answer = server.client.get(&address).send().await.unwrap();
    assert_eq!(answer.status(), 200);
    let tag = answer.headers()["etag"].clone();
    let catalog = Catalog::from_bytes(&answer.bytes().await.unwrap()).unwrap();
    assert_eq!(
        catalog.search("muratri", 3)[0].occupation.feminine,
        "Muratrice"
    );
    assert_eq!(catalog.search("brick", 3).len(), 1);

    let again = server.client.get(&address).header("if-none-match", tag);
    assert_eq!(again.send().await.unwrap().status(), 304);
    let elsewhere = format!("{}/api/v1/catalog/..%2Fapprodo.sqlite", server.address());
    assert_eq!(
        server.client.get(elsewhere).send().await.unwrap().status(),
        404
    );
}

#[tokio::test]
async fn a_file_that_is_none_is_told_in_one_sentence_and_changes_nothing() {
    let files = tempfile::tempdir().unwrap();
    let data = tempfile::tempdir().unwrap();
    write_files(files.path());
    assert!(import(data.path(), files.path()).await.status.success());
    let kept = std::fs::read(data.path().join("catalog/official.it.bin")).unwrap();

    std::fs::write(
        files.path().join("occupations_en.csv"),
        "<html>Not found</html>",
    )
    .unwrap();
    let output = import(data.path(), files.path()).await;
    assert_eq!(output.status.code(), Some(1));
    let message = String::from_utf8(output.stderr).unwrap();
    assert_eq!(message.lines().count(), 1, "{message}");
    assert!(message.contains("occupations_en.csv"), "{message}");
    assert!(message.contains("conceptUri"), "{message}");
    let now = std::fs::read(data.path().join("catalog/official.it.bin")).unwrap();
    assert_eq!(now, kept);
}
