//! `cargo xtask bench`: builds what is measured and what measures, and starts it.
//! The measurements are in `tests/`; they print the table and write `target/bench/report.json`.

use anyhow::Result;

use crate::process::{cargo_command, run};
use crate::stages::with_built_things;
use crate::workspace::Workspace;
use crate::{server, tools};

/// Measures all figures, or those named.
pub fn bench(workspace: &Workspace, ids: &[String]) -> Result<()> {
    server::build(workspace)?;
    tools::ensure_browser_tools(workspace)?;
    let mut command = cargo_command(
        workspace,
        &[
            "run",
            "--release",
            "--package",
            "approdo-tests",
            "--bin",
            "bench",
            "--",
        ],
    );
    run(with_built_things(workspace, command.args(ids)))
}
