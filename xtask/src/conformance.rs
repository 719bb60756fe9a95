//! Compiles the conformance suite of the browser store as a page's module, for the tests in browsers.
//! The suite is a crate beside the store's; opening the page is up to `tests/`.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::client::{TOOL_PROFILE, packager};
use crate::process::{run, step, text};
use crate::wasm_compiler;
use crate::workspace::Workspace;

/// The crate of the suite.
const PACKAGE: &str = "approdo-store-conformance";

/// Names the folder with `conformance.js` and `conformance_bg.wasm` to the tests.
pub const FOLDER_VARIABLE: &str = "APPRODO_CONFORMANCE_DIR";

/// Where the module and its bindings go.
pub fn folder(workspace: &Workspace) -> PathBuf {
    workspace.target.join("conformance")
}

/// Builds the module and its bindings.
pub fn build(workspace: &Workspace) -> Result<()> {
    let compiler = wasm_compiler::ensure(workspace)?;
    step("compiling the conformance suite for browsers", || {
        run(&mut compiler.cargo(
            workspace,
            &[
                "build",
                "--package",
                PACKAGE,
                "--profile",
                TOOL_PROFILE,
                "--target",
                wasm_compiler::TARGET,
            ],
        ))
    })?;
    let wasm = workspace
        .target
        .join(wasm_compiler::TARGET)
        .join(TOOL_PROFILE)
        .join(format!("{}.wasm", PACKAGE.replace('-', "_")));
    run(Command::new(packager(workspace)?)
        .args(["bind", "--name", "conformance"])
        .args(["--wasm", text(&wasm)?])
        .args(["--out", text(&folder(workspace))?]))
}
