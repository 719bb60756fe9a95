//! Worlds of many seeds: bad networks, restarts, restores, clones, compaction; all must converge.
//! `APPRODO_SEED=7` replays one; `APPRODO_SEEDS=1000` runs as many.

use approdo_testkit::simulation::run;

const SEEDS: u64 = 30;
const STEPS: usize = 500;

fn number_from(variable: &str) -> Option<u64> {
    std::env::var(variable).ok()?.parse().ok()
}

#[test]
fn every_world_converges_and_loses_nothing() {
    let seeds = match number_from("APPRODO_SEED") {
        Some(seed) => seed..=seed,
        None => 1..=number_from("APPRODO_SEEDS").unwrap_or(SEEDS),
    };
    let failures: Vec<String> = seeds
        .filter_map(|seed| {
            println!("APPRODO_SEED={seed}");
            run(seed, STEPS).err()
        })
        .collect();
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
}
