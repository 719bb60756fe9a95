//! Each deliberately broken variant is caught, and `docs/what-catches-what.md` says by what.

use super::{CASES, Worlds};
use approdo_testkit::simulation::{Broken, run_broken};
use std::fmt::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::thread;

/// So many worlds of the simulation look for a mistake.
const SEEDS: u64 = 12;

/// What found a mistake out.
struct Caught {
    broken: Broken,
    /// Tests of invariants.
    tests: Vec<&'static str>,
    /// Whether one of the first [`SEEDS`] worlds did.
    by_simulation: bool,
}

impl Caught {
    fn prefix(&self) -> String {
        format!("invariant_{:02}_", self.broken.invariant())
    }

    /// Names the tests of the invariant itself, and of the others only the numbers.
    fn tests_in_words(&self) -> String {
        let prefix = self.prefix();
        let (own, others): (Vec<&str>, Vec<&str>) = self
            .tests
            .iter()
            .partition(|test| test.starts_with(&prefix));
        let mut words: Vec<String> = own.iter().map(|test| format!("`{test}`")).collect();
        let mut numbers: Vec<&str> = others.iter().map(|test| &test[10..12]).collect();
        numbers.dedup();
        if !numbers.is_empty() {
            words.push(format!("those of {}", numbers.join(", ")));
        }
        words.join("<br>")
    }
}

fn catch(broken: Broken) -> Caught {
    let fails = |case: fn(Worlds)| {
        let attempt = AssertUnwindSafe(|| case(Worlds(Some(broken))));
        catch_unwind(attempt).is_err()
    };
    let tests = CASES.iter().filter(|(_, case)| fails(*case));
    let run = |seed| catch_unwind(|| run_broken(seed, Some(broken)));
    Caught {
        broken,
        tests: tests.map(|(name, _)| *name).collect(),
        by_simulation: (1..=SEEDS).any(|seed| !matches!(run(seed), Ok(Ok(())))),
    }
}

fn catch_all() -> Vec<Caught> {
    let (some, others) = Broken::ALL.split_at(Broken::ALL.len() / 2);
    thread::scope(|scope| {
        let halves = [some, others].map(|half| {
            scope.spawn(move || half.iter().map(|broken| catch(*broken)).collect::<Vec<_>>())
        });
        let caught = halves.map(|half| half.join().expect("each mistake is tried"));
        caught.into_iter().flatten().collect()
    })
}

fn table(caught: &[Caught]) -> String {
    let mut table = String::from(
        "| invariant | mistake | caught by | simulation |\n| --- | --- | --- | --- |\n",
    );
    for one in caught {
        let simulation = if one.by_simulation { "yes" } else { "–" };
        let _ = writeln!(
            table,
            "| {} | {} | {} | {simulation} |",
            one.broken.invariant(),
            one.broken.mistake(),
            one.tests_in_words(),
        );
    }
    table
}

#[test]
fn each_broken_variant_is_caught_as_the_table_says() {
    let caught = catch_all();
    for one in &caught {
        let own = one.prefix();
        assert!(
            one.by_simulation || one.tests.iter().any(|test| test.starts_with(&own)),
            "nothing catches {:?}",
            one.broken
        );
    }
    let found = table(&caught);
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/what-catches-what.md");
    let page = std::fs::read_to_string(&file).expect("docs/what-catches-what.md is there");
    let (before, _) = page
        .split_once("| invariant")
        .expect("the page has its table");
    if std::env::var_os("APPRODO_WRITE_TABLES").is_some() {
        std::fs::write(&file, format!("{before}{found}")).expect("the page can be written");
    } else {
        assert!(
            page.ends_with(&found),
            "docs/what-catches-what.md is out of date; write it anew with APPRODO_WRITE_TABLES=1:\n{found}"
        );
    }
}
