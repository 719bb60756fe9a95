//! Many worlds at once, on all cores.

use super::run;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// What came of many worlds.
#[derive(Debug, Clone)]
pub struct Report {
    /// How many ran.
    pub seeds: u64,
    /// How long it took.
    pub took: Duration,
    /// The lowest seed that failed, and why.
    pub first_failure: Option<(u64, String)>,
}

impl Report {
    /// Returns how many worlds ran in a second.
    pub fn seeds_per_second(&self) -> f64 {
        self.seeds as f64 / self.took.as_secs_f64().max(f64::EPSILON)
    }
}

/// Runs the worlds of the seeds `first` to `last` on all cores. After a failure no further seed is
/// begun, so that the lowest that fails is the one reported.
pub fn run_many(first: u64, last: u64) -> Report {
    let start = Instant::now();
    let next = AtomicU64::new(first);
    let ran = AtomicU64::new(0);
    let first_failure = Mutex::new(None);
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let work = || {
        while is_empty(&first_failure) {
            let seed = next.fetch_add(1, Ordering::Relaxed);
            if seed > last {
                break;
            }
            if let Err(reason) = run(seed) {
                keep_lowest(&first_failure, seed, reason);
            }
            ran.fetch_add(1, Ordering::Relaxed);
        }
    };
    thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(work);
        }
    });
    Report {
        seeds: ran.into_inner(),
        took: start.elapsed(),
        first_failure: first_failure
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner),
    }
}

type Failure = Option<(u64, String)>;

fn is_empty(failure: &Mutex<Failure>) -> bool {
    failure
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .is_none()
}

fn keep_lowest(failure: &Mutex<Failure>, seed: u64, reason: String) {
    let mut kept = failure.lock().unwrap_or_else(PoisonError::into_inner);
    if kept.as_ref().is_none_or(|(lowest, _)| seed < *lowest) {
        *kept = Some((seed, reason));
    }
}
