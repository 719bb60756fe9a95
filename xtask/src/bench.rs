//! `cargo xtask bench`: builds what is measured and what measures, and starts it.
//! The measurements are in `tests/`; they print the table and write `target/bench/report.json`. The
//! simulation is no figure: it runs only when named.

use anyhow::Result;

use crate::process::{cargo_command, run};
use crate::stages::with_built_things;
use crate::workspace::Workspace;
use crate::{server, test_runs, tools};

/// Runs 10,000 simulated worlds.
const SIMULATION: &str = "simulation";

/// Measures all figures, or those named.
pub fn bench(workspace: &Workspace, ids: &[String]) -> Result<()> {
    if ids.iter().any(|id| id == SIMULATION) {
        simulate(workspace)?;
        if ids.len() == 1 {
            return Ok(());
        }
    }
    let ids = ids.iter().filter(|id| *id != SIMULATION);
    // Only when it is asked for by name: it takes as long as everything else together.
    if ids.clone().any(|id| id == "test_cold_s") {
        test_runs::run_cold(workspace)?;
    }
    server::build(workspace)?;
    tools::ensure_browser_tools(workspace)?;
    tools::ensure_lighthouse(workspace)?;
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

fn simulate(workspace: &Workspace) -> Result<()> {
    let words = [
        "run",
        "--release",
        "--package",
        "approdo-testkit",
        "--bin",
        "simulate",
    ];
    run(&mut cargo_command(workspace, &words))
}
