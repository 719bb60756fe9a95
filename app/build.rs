//! Generates `enum Key`: one variant for each translation key, those of the first visit before those
//! of what is loaded on demand, each in the sorted order in which the values of a language are loaded.
//! A language in which only a CV can be must say all that a printed CV says; whether the languages agree
//! otherwise is checked by `cargo xtask tidy`. Has the linker leave in the module what
//! splitting it needs (`src/on_demand`).

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::{env, fs};

/// The language whose keys count.
const REFERENCE: &str = "it.json";
const FIRST: &str = "translations";
/// A folder for each topic of what is loaded on demand.
const LATER: &str = "translations/later";

/// The languages in which a CV can be and the interface is not.
const OF_CV: &str = "translations/cv";
/// How the keys of what a printed CV says begin: in sorted order they stand together.
const CV_PREFIX: &str = "cv.";

type Messages = BTreeMap<String, serde_json::Value>;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={FIRST}");
    if env::var("CARGO_CFG_TARGET_FAMILY")? == "wasm" {
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
    let first = read(PathBuf::from(FIRST))?;
    let mut later = Messages::new();
    for topic in fs::read_dir(LATER)? {
        for (key, message) in read(topic?.path())? {
            if first.contains_key(&key) || later.insert(key.clone(), message).is_some() {
                return Err(format!("`{key}` stands in two files of {FIRST}; keep one").into());
            }
        }
    }
    check_languages_of_cv(&first)?;
    let folder = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(folder.join("keys.rs"), code(&first, &later)?)?;
    Ok(())
}

fn read(folder: PathBuf) -> Result<Messages, Box<dyn Error>> {
    let text = fs::read_to_string(folder.join(REFERENCE))?;
    Ok(serde_json::from_str(&text)?)
}

/// Fails if a language of a CV lacks a word, or has one that no CV says.
fn check_languages_of_cv(first: &Messages) -> Result<(), Box<dyn Error>> {
    let said: Vec<&String> = (first.keys())
        .filter(|key| key.starts_with(CV_PREFIX))
        .collect();
    for file in fs::read_dir(OF_CV)? {
        let path = file?.path();
        let words: Messages = serde_json::from_str(&fs::read_to_string(&path)?)?;
        let missing = said.iter().find(|key| !words.contains_key(**key));
        let surplus = words.keys().find(|key| !said.contains(key));
        if let Some(key) = missing.copied().or(surplus) {
            let path = path.display();
            return Err(format!("{path} and {FIRST}/{REFERENCE} differ in `{key}`").into());
        }
    }
    Ok(())
}

fn code(first: &Messages, later: &Messages) -> Result<String, Box<dyn Error>> {
    let mut code = String::from(
        "/// Names one message of the interface.\n\
         #[derive(Debug, Clone, Copy, PartialEq, Eq)]\n\
         pub enum Key {\n",
    );
    for key in first.keys().chain(later.keys()) {
        writeln!(code, "    /// `{key}`.\n    {},", variant(key))?;
    }
    writeln!(code, "}}\n\n/// How many messages a first visit has.")?;
    writeln!(code, "pub const FIRST_COUNT: usize = {};", first.len())?;
    let cv_first = first.keys().take_while(|key| key.as_str() < CV_PREFIX);
    writeln!(
        code,
        "\n/// How many messages stand before those of a printed CV."
    )?;
    writeln!(code, "pub const CV_FIRST: usize = {};", cv_first.count())?;
    Ok(code)
}

/// Makes `HomeTitle` out of `home.title`.
fn variant(key: &str) -> String {
    key.split(['.', '-'])
        .map(|word| {
            let (first, rest) = word.split_at(word.len().min(1));
            format!("{}{rest}", first.to_uppercase())
        })
        .collect()
}
