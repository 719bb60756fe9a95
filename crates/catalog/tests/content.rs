//! The texts in `content` follow their own rules. The rules are in `content/README.md`.

use std::fs;
use std::path::{Path, PathBuf};

use approdo_catalog::source::{Codes, Fault, Source, check};

fn content() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("content")
}

/// The files of `content` as name and text.
fn files() -> Vec<(String, String)> {
    let mut paths = vec![content().join(Source::CERTIFICATES)];
    if let Ok(entries) = fs::read_dir(content().join("occupations")) {
        paths.extend(entries.flatten().map(|entry| entry.path()));
    }
    paths
        .into_iter()
        .filter_map(|path| {
            let name = path.file_name()?.to_str()?.to_owned();
            Some((name, fs::read_to_string(&path).ok()?))
        })
        .collect()
}

fn codes() -> Codes {
    let folder = content().join("codes");
    let read = |name: &str| fs::read_to_string(folder.join(name)).unwrap_or_default();
    Codes::read(&read("isco-08.tsv"), &read("esco-occupations.tsv"))
}

fn lines(faults: &[Fault]) -> String {
    let lines: Vec<String> = faults.iter().map(Fault::to_string).collect();
    lines.join("\n")
}

#[test]
fn every_text_follows_the_rules() {
    let files = files();
    let named = files
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()));
    let source = match Source::read(named) {
        Ok(source) => source,
        Err(faults) => panic!("not readable:\n{}", lines(&faults)),
    };
    let faults = check(&source, &codes());
    assert!(
        faults.is_empty(),
        "{} faults:\n{}",
        faults.len(),
        lines(&faults)
    );
}
