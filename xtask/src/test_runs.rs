//! Notes how long `cargo xtask test` takes, stage by stage, for `cargo xtask bench` to show, and runs
//! it in a fresh clone to know how long it takes from nothing.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use crate::process::{cargo_command, run, step, text};
use crate::wasm_compiler::TARGET;
use crate::workspace::Workspace;

/// One run that passed all stages.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TestRun {
    /// From the start to the end.
    pub seconds: f64,
    /// The seconds of each stage.
    pub stages: BTreeMap<String, f64>,
}

impl TestRun {
    /// Adds a stage.
    pub fn add(&mut self, stage: &str, time: Duration) {
        self.stages.insert(stage.to_owned(), time.as_secs_f64());
        self.seconds += time.as_secs_f64();
    }
}

/// The last runs.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
struct LastRuns {
    /// With nothing built before but this tool.
    cold: Option<TestRun>,
    /// With everything built that had not changed.
    warm: Option<TestRun>,
}

/// Tells whether neither client nor server was ever built here.
pub fn is_cold(workspace: &Workspace) -> bool {
    let built = ["release", TARGET];
    !built
        .iter()
        .any(|name| workspace.target.join(name).exists())
}

/// Keeps a run as the last of its kind.
pub fn note(workspace: &Workspace, test_run: TestRun, is_cold: bool) -> Result<()> {
    let file = file_below(&workspace.target);
    let mut last = read(&file);
    if is_cold {
        last.cold = Some(test_run);
    } else {
        last.warm = Some(test_run);
    }
    write(&file, &last)
}

/// Runs all tests in a clone of what is committed, with nothing built; takes as long as that does.
pub fn run_cold(workspace: &Workspace) -> Result<()> {
    let clone = workspace.target.join("cold-clone");
    if clone.exists() {
        fs::remove_dir_all(&clone)?;
    }
    run(Command::new("git")
        .args(["clone", "--quiet", "--local"])
        .args([text(&workspace.root)?, text(&clone)?]))?;
    let result = step("all tests in a fresh clone (half an hour or more)", || {
        run(cargo_command(workspace, &["xtask", "test"])
            .current_dir(&clone)
            .env("CARGO_TARGET_DIR", clone.join("target")))
    });
    let noted = read(&file_below(&clone.join("target"))).cold;
    fs::remove_dir_all(&clone)?;
    result?;
    note(workspace, noted.context("the run was not noted")?, true)
}

fn file_below(target: &Path) -> PathBuf {
    target.join("bench/test-runs.json")
}

/// An unreadable note is as good as none: the next run writes it anew.
fn read(file: &Path) -> LastRuns {
    let bytes = fs::read(file).unwrap_or_default();
    serde_json::from_slice(&bytes).unwrap_or_default()
}

fn write(file: &Path, last: &LastRuns) -> Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(file, serde_json::to_string_pretty(last)?)
        .with_context(|| format!("{}: cannot be written", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_is_read_back_and_adds_up() {
        let folder = tempfile::tempdir().unwrap();
        let file = file_below(folder.path());
        assert_eq!(read(&file), LastRuns::default());
        let mut test_run = TestRun::default();
        test_run.add("unit", Duration::from_secs(40));
        test_run.add("server", Duration::from_secs(2));
        assert!((test_run.seconds - 42.0).abs() < 0.001);
        let last = LastRuns {
            cold: None,
            warm: Some(test_run),
        };
        write(&file, &last).unwrap();
        assert_eq!(read(&file), last);
    }
}
