//! Compiles the conformance suite of the browser store as a page's module, for the tests in browsers.
//! The suite is the example `conformance` of the store's crate; opening the page is up to `tests/`.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::client::{TOOL_PROFILE, packager};
use crate::process::{run, step, text};
use crate::wasm_compiler;
use crate::workspace::Workspace;

/// The crate of the store.
const PACKAGE: &str = "approdo-store-indexeddb";

/// The example that runs the suite, and the name of its module.
const EXAMPLE: &str = "conformance";

/// Names the folder with `conformance.js` and `conformance_bg.wasm` to the tests.
pub const FOLDER_VARIABLE: &str = "APPRODO_CONFORMANCE_DIR";

/// Where the module and its bindings go.
pub fn folder(workspace: &Workspace) -> PathBuf {
    workspace.target.join("conformance")
}

/// Builds the module and its bindings; without the example there is nothing to build.
pub fn build(workspace: &Workspace) -> Result<()> {
    if !workspace.has_example(PACKAGE, EXAMPLE) {
        println!("  {PACKAGE} has no example `{EXAMPLE}`; its suite does not run in browsers");
        return Ok(());
    }
    let compiler = wasm_compiler::ensure(workspace)?;
    step("compiling the conformance suite for browsers", || {
        run(&mut compiler.cargo(
            workspace,
            &[
                "build",
                "--package",
                PACKAGE,
                "--example",
                EXAMPLE,
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
        .join("examples")
        .join(format!("{EXAMPLE}.wasm"));
    run(Command::new(packager(workspace)?)
        .args(["bind", "--name", EXAMPLE])
        .args(["--wasm", text(&wasm)?])
        .args(["--out", text(&folder(workspace))?]))
}
