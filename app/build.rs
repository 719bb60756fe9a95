//! Generates `enum Key`: one variant for each translation key, in the sorted order in which the
//! values of a language are loaded. Whether the languages agree is checked by `cargo xtask tidy`.
//! Has the linker leave in the module what splitting it needs (`src/on_demand.rs`).

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::{env, fs};

const REFERENCE: &str = "translations/it.json";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={REFERENCE}");
    if env::var("CARGO_CFG_TARGET_FAMILY")? == "wasm" {
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
    let text = fs::read_to_string(REFERENCE)?;
    let messages: BTreeMap<String, serde_json::Value> = serde_json::from_str(&text)?;
    let mut code = String::from(
        "/// Names one message of the interface.\n\
         #[derive(Debug, Clone, Copy, PartialEq, Eq)]\n\
         pub enum Key {\n",
    );
    for key in messages.keys() {
        writeln!(code, "    /// `{key}`.\n    {},", variant(key))?;
    }
    writeln!(code, "}}\n\n/// How many messages a language has.")?;
    writeln!(code, "pub const COUNT: usize = {};", messages.len())?;
    let folder = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(folder.join("keys.rs"), code)?;
    Ok(())
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
