//! `cargo xtask bench [ID…]`: measures what the project promises, prints a table and writes
//! `target/bench/report.json`. What is measured and what is to be reached stands in `figures.rs`.
#![expect(
    clippy::print_stdout,
    reason = "a developer's program with a table to print"
)]

mod catalog;
mod figures;
mod first_visit;
mod lighthouse;
mod long_cv;
mod memory;
mod month;
mod pdf;
mod pdf_module;
mod preview;
mod report;
mod server_load;
mod server_memory;
mod slowed;
mod test_runs;
mod typing;
mod wire;

use anyhow::{Context, Result, bail};

use crate::figures::{FIGURES, Measurement};
use crate::report::Report;

#[tokio::main]
async fn main() -> Result<()> {
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    if let Some(unknown) = wanted
        .iter()
        .find(|id| FIGURES.iter().all(|figure| figure.id != id.as_str()))
    {
        let known: Vec<&str> = FIGURES.iter().map(|figure| figure.id).collect();
        bail!("{unknown}: no such figure; there are: {}", known.join(", "));
    }
    let mut report = Report::new(&wanted);
    let mut failures = Vec::new();
    for measurement in Measurement::ALL {
        if !report.wants(measurement) {
            continue;
        }
        println!("measuring: {}", measurement.name());
        match measurement.measure().await {
            Ok(values) => report.add(&values),
            Err(error) => failures.push(format!("{}: {error:#}", measurement.name())),
        }
    }
    println!("{}", report.table());
    report.write().context("the report cannot be written")?;
    if failures.is_empty() {
        return Ok(());
    }
    bail!("not measured:\n{}", failures.join("\n"))
}
