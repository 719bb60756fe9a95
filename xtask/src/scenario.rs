//! `cargo xtask scenario WORD…`: plays the end-to-end tests whose names hold a word, on a client that
//! is built in seconds. Only `cargo xtask test` plays them on what people get.

use anyhow::Result;

use crate::client::{self, Build};
use crate::process::{cargo_command, run, step};
use crate::server::CLIENT_FOLDER_VARIABLE;
use crate::stages::with_built_things;
use crate::workspace::Workspace;
use crate::{conformance, tools};

/// Tells the tests to serve the client from its folder rather than the one built into the server.
const SERVED_FOLDER_VARIABLE: &str = "APPRODO_SERVED_DIR";

/// Builds what is needed and plays the scenarios.
pub fn play(workspace: &Workspace, words: &[String]) -> Result<()> {
    let folder = client::build(workspace, Build::Quick)?;
    step("compiling the server", || {
        let arguments = ["build", "--package", "approdo-server"];
        run(&mut cargo_command(workspace, &arguments))
    })?;
    if !conformance::folder(workspace).exists() {
        conformance::build(workspace)?;
    }
    tools::ensure_browser_tools(workspace)?;
    let name = format!("approdo-server{}", std::env::consts::EXE_SUFFIX);
    let tests = ["test", "--package", "approdo-tests", "--test", "end_to_end"];
    let mut command = cargo_command(workspace, &tests);
    command.arg("--").arg("--nocapture").args(words);
    run(with_built_things(workspace, &mut command)
        .env(
            "APPRODO_SERVER_BIN",
            workspace.target.join("debug").join(name),
        )
        .env("APPRODO_PACKAGER_OPTIONS", "--quick")
        .env("APPRODO_MODULES_DIR", Build::Quick.modules(workspace))
        .env(CLIENT_FOLDER_VARIABLE, &folder)
        .env(SERVED_FOLDER_VARIABLE, &folder))
}
