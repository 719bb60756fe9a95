//! Writes well-formed input into the corpora below a folder, for fuzzing to begin with.

use approdo_fuzz_targets::seeds;
use std::path::PathBuf;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let folder = env::args_os()
        .nth(1)
        .map_or_else(|| PathBuf::from("fuzz/corpus"), PathBuf::from);
    for (number, (target, bytes)) in seeds::all().into_iter().enumerate() {
        let corpus = folder.join(target);
        fs::create_dir_all(&corpus)?;
        fs::write(corpus.join(format!("seed-{number:03}")), bytes)?;
    }
    Ok(())
}
