//! How long `cargo xtask test` took when it last ran to its end, cold and warm, as it notes itself.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use approdo_tests::environment;
use serde::Deserialize;

/// A run that passed all stages.
#[derive(Debug, Deserialize)]
struct Run {
    seconds: f64,
    stages: BTreeMap<String, f64>,
}

/// The last runs, of which either may still be missing.
#[derive(Debug, Default, Deserialize)]
struct Runs {
    cold: Option<Run>,
    warm: Option<Run>,
}

/// Reads what was noted; a run that never was gives no figure.
pub fn measure() -> Result<Vec<(&'static str, f64)>> {
    let file = environment::target_folder().join("bench/test-runs.json");
    let runs: Runs = match std::fs::read(&file) {
        Ok(bytes) => serde_json::from_slice(&bytes)
            .with_context(|| format!("{} is unreadable; delete it", file.display()))?,
        Err(_) => Runs::default(),
    };
    let known = [("test_cold_s", runs.cold), ("test_warm_s", runs.warm)];
    Ok(known
        .into_iter()
        .filter_map(|(id, run)| {
            let Some(run) = run else {
                println!("  {id}: no run was noted yet");
                return None;
            };
            let stages = run.stages.iter();
            let stages: Vec<String> = stages
                .map(|(stage, seconds)| format!("{stage} {seconds:.0}"))
                .collect();
            println!("  {id}: {}", stages.join(", "));
            Some((id, run.seconds))
        })
        .collect())
}
