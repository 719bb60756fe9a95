//! Backup and restore with the real program.

use super::TestServer;
use super::program::{run, said};
use std::path::Path;

/// Copies a database with the program; answers whether it did, and what it says.
pub async fn back_up(data: &Path, to: &Path) -> (bool, String) {
    let words = ["backup", "--data", text(data), "--to", text(to)];
    let output = run(&words).await;
    (output.status.success(), said(&output))
}

/// Restores a copy with the program; answers whether it did, and what it says.
pub async fn restore(data: &Path, from: &Path) -> (bool, String) {
    let words = ["restore", "--data", text(data), "--from", text(from)];
    let output = run(&words).await;
    (output.status.success(), said(&output))
}

/// Returns a path as a word for a command line.
pub fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// Stops a server, restores a copy into its folder with the program, and starts it again.
pub async fn restored(server: TestServer, copy: &Path) -> (TestServer, String) {
    let TestServer { server, folder, .. } = server;
    server.stop().await;
    let (succeeded, message) = restore(folder.path(), copy).await;
    assert!(succeeded, "{message}");
    (TestServer::start_in(folder, Vec::new()).await, message)
}
