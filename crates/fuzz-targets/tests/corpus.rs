//! Tries again every input that fuzzing kept, so that a broken promise shows without fuzzing.

use approdo_fuzz_targets::{TARGETS, check, seeds};
use std::fs;
use std::io;
use std::path::Path;

#[test]
fn every_promise_holds_for_the_kept_input() -> io::Result<()> {
    let corpus = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../fuzz/corpus"));
    for (name, target) in TARGETS {
        let mut tried = 0;
        for entry in fs::read_dir(corpus.join(name))? {
            target(&fs::read(entry?.path())?);
            tried += 1;
        }
        assert!(tried > 0, "{name} has no corpus");
    }
    Ok(())
}

#[test]
fn every_promise_holds_for_well_formed_input() {
    for (name, bytes) in seeds::all() {
        check(name, &bytes);
    }
}
