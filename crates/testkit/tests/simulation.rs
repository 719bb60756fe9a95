//! Worlds of many seeds: bad networks, restarts, restores, clones, compaction; all must converge.
//! `APPRODO_SEED=7` replays one; `APPRODO_SEEDS=1000` runs as many.

use approdo_testkit::simulation::run;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

const SEEDS: u64 = 30;
const STEPS: usize = 500;

fn number_from(variable: &str) -> Option<u64> {
    std::env::var(variable).ok()?.parse().ok()
}

#[test]
fn every_world_converges_and_loses_nothing() {
    let (first, last) = match number_from("APPRODO_SEED") {
        Some(seed) => (seed, seed),
        None => (1, number_from("APPRODO_SEEDS").unwrap_or(SEEDS)),
    };
    let next = AtomicU64::new(first);
    let failures = Mutex::new(Vec::new());
    let cores = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(|| {
                loop {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    if seed > last {
                        break;
                    }
                    if let Err(reason) = run(seed, STEPS) {
                        failures.lock().unwrap().push(reason);
                    }
                }
            });
        }
    });
    let failures = failures.into_inner().unwrap();
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
}
