//! Worlds of many seeds: bad networks, restarts, restores, clones, compaction; all must converge.
//! `APPRODO_SEED=7` replays one; `APPRODO_SEEDS=1000` runs as many.

use approdo_testkit::simulation::{run_many, run_traced};
use std::thread;

const SEEDS: u64 = 200;

fn number_from(variable: &str) -> Option<u64> {
    std::env::var(variable).ok()?.parse().ok()
}

/// Shows all that happened in a world that fails.
fn replay(seed: u64) {
    let (trace, outcome) = run_traced(seed, None);
    if let Err(reason) = outcome {
        panic!("{}\n\n{reason}", trace.join("\n"));
    }
}

#[test]
fn every_world_converges_and_loses_nothing() {
    if let Some(seed) = number_from("APPRODO_SEED") {
        return replay(seed);
    }
    let last = number_from("APPRODO_SEEDS").unwrap_or(SEEDS);
    let report = run_many(1, last);
    assert!(
        report.first_failure.is_none(),
        "{}",
        report.first_failure.unwrap().1
    );
    assert_eq!(report.seeds, last);
}

#[test]
fn a_seed_replays_exactly_also_on_another_thread() {
    for seed in [3, 17, 1_000_003] {
        let (first, _) = run_traced(seed, None);
        let (again, _) = run_traced(seed, None);
        let elsewhere = thread::spawn(move || run_traced(seed, None).0).join();
        assert!(
            first.len() > 200,
            "the trace of seed {seed} has {} lines",
            first.len()
        );
        assert!(
            first == again,
            "seed {seed} went another way the second time"
        );
        assert!(
            first == elsewhere.unwrap(),
            "seed {seed} went another way on another thread"
        );
    }
}
