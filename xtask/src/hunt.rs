//! Which cases property tests draw: `cargo xtask test` always the same ones, so that red means that this change is at
//! fault, and that it is red again on the next machine; `cargo xtask hunt` new ones, for as long as one likes.

use std::process::Command;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result};

use crate::process::{run, step};
use crate::stages;
use crate::workspace::Workspace;

/// Read by proptest: from which number all cases are drawn.
const SEED_VARIABLE: &str = "PROPTEST_RNG_SEED";
/// The number of `cargo xtask test`. Any other would do.
const USUAL_SEED: u64 = 1;
/// How long is hunted if nothing else is said, in minutes.
const USUAL_MINUTES: u64 = 10;

/// Has a command of cargo draw the cases that are drawn everywhere, unless another number is asked for.
pub fn with_usual_seed(command: &mut Command) -> &mut Command {
    match std::env::var_os(SEED_VARIABLE) {
        Some(_) => command,
        None => command.env(SEED_VARIABLE, USUAL_SEED.to_string()),
    }
}

/// Runs the native tests again and again on new cases, until the minutes are over or one fails.
pub fn hunt(workspace: &Workspace, words: &[String]) -> Result<()> {
    let minutes = match words.first() {
        None => USUAL_MINUTES,
        Some(word) => word
            .parse()
            .with_context(|| format!("{word}: give a number of minutes"))?,
    };
    let start = Instant::now();
    let first_seed = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs();
    for seed in first_seed.. {
        let seed_words = seed.to_string();
        step(&format!("cases of {SEED_VARIABLE}={seed}"), || {
            let mut packages = stages::native_packages(workspace);
            run(packages.env(SEED_VARIABLE, &seed_words))?;
            let mut client = stages::client_and_example(workspace);
            run(client.env(SEED_VARIABLE, &seed_words))
        })?;
        if start.elapsed() >= Duration::from_secs(minutes * 60) {
            break;
        }
    }
    Ok(())
}
