//! Builds the server with the client embedded in it; starts it, or copies it for distribution.
//! What the server does is in `server/`.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::client::{self, Build};
use crate::process::{cargo_command, run as run_command, step};
use crate::workspace::Workspace;

/// Names the folder of the packaged client to the server's build script and to the tests.
pub const CLIENT_FOLDER_VARIABLE: &str = "APPRODO_CLIENT_DIR";

/// Builds the client, then the server around it, and gives the program.
pub fn build(workspace: &Workspace) -> Result<PathBuf> {
    let client = client::build(workspace, Build::Small)?;
    step("compiling the server (minutes the first time)", || {
        run_command(
            cargo_command(
                workspace,
                &["build", "--release", "--package", "approdo-server"],
            )
            .env(CLIENT_FOLDER_VARIABLE, &client),
        )
    })?;
    Ok(workspace.server_binary())
}

/// Builds everything and becomes the server, so that signals reach it directly.
pub fn run(workspace: &Workspace, port: u16, data: &str) -> Result<()> {
    let binary = build(workspace)?;
    println!("▸ Approdo opens at http://127.0.0.1:{port} with its data in {data}; Ctrl-C ends it");
    let mut command = Command::new(&binary);
    command
        .args(["--listen", &format!("127.0.0.1:{port}")])
        .args(["--data", data]);
    become_program(command)
}

#[cfg(unix)]
fn become_program(mut command: Command) -> Result<()> {
    use std::os::unix::process::CommandExt as _;
    Err(command.exec()).context("the server does not start")
}

#[cfg(not(unix))]
fn become_program(mut command: Command) -> Result<()> {
    run_command(&mut command)
}

/// Builds everything and copies the one program to `target/dist`.
pub fn dist(workspace: &Workspace) -> Result<()> {
    let binary = build(workspace)?;
    let folder = workspace.target.join("dist");
    fs::create_dir_all(&folder)?;
    let copy = folder.join(binary.file_name().unwrap_or_default());
    let bytes = fs::copy(&binary, &copy)
        .with_context(|| format!("{}: cannot be written", copy.display()))?;
    // It says itself whether it is whole: the client is inside, and it could start.
    run_command(
        Command::new(&copy)
            .args(["--check-config", "--listen", "127.0.0.1:0", "--data"])
            .arg(folder.join("data")),
    )?;
    println!("{} ({bytes} bytes)", copy.display());
    Ok(())
}
