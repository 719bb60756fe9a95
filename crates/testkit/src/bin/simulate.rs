//! `simulate FIRST LAST`: runs the simulated worlds of these seeds on all cores, and says how many a
//! second, or which failed first and how to play that one again.
#![expect(
    clippy::print_stdout,
    reason = "a program for developers reports on the terminal"
)]

use approdo_testkit::simulation::run_many;
use std::process::ExitCode;

/// So many worlds are run when nothing else is said.
const SEEDS: u64 = 10_000;

fn main() -> ExitCode {
    let numbers: Option<Vec<u64>> = std::env::args()
        .skip(1)
        .map(|word| word.parse().ok())
        .collect();
    let (first, last) = match numbers.as_deref() {
        Some([]) => (1, SEEDS),
        Some([last]) => (1, *last),
        Some([first, last]) => (*first, *last),
        _ => {
            println!("usage: simulate [[FIRST] LAST], both numbers of seeds");
            return ExitCode::FAILURE;
        }
    };
    let report = run_many(first, last);
    println!(
        "simulation: {} worlds in {:.1} s, {:.0} seeds per second",
        report.seeds,
        report.took.as_secs_f64(),
        report.seeds_per_second()
    );
    match report.first_failure {
        None => ExitCode::SUCCESS,
        Some((seed, reason)) => {
            println!("the first failing seed is {seed}:\n{reason}");
            ExitCode::FAILURE
        }
    }
}
