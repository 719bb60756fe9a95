//! Takes the paths of the building machine out of compiled modules: messages of panics name source
//! files. Then a build is the same on each machine, and a little smaller.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::process::{run, text};
use crate::wasm_compiler::{self, WasmCompiler};
use crate::workspace::Workspace;

/// The setting for cargo's `--config` that adds the flags to those of the workspace.
pub fn setting(workspace: &Workspace, compiler: WasmCompiler) -> Result<String> {
    // What is fetched later would lie in a folder that is not known yet.
    let fetching = ["fetch", "--locked", "--target", wasm_compiler::TARGET];
    run(&mut compiler.cargo(workspace, &fetching))?;
    let mut flags = Vec::new();
    for folder in registry_folders()? {
        flags.push(flag(&folder, "")?);
    }
    flags.push(flag(&workspace.target, "target")?);
    flags.push(flag(&workspace.root, "")?);
    if let Some((folder, name)) = compiler.library_source() {
        flags.push(flag(&folder, &name)?);
    }
    let flags = serde_json::to_string(&flags)?;
    Ok(format!(
        "target.{}.rustflags={flags}",
        wasm_compiler::TARGET
    ))
}

fn flag(from: &Path, to: &str) -> Result<String> {
    Ok(format!("--remap-path-prefix={}={to}", text(from)?))
}

/// The folders of the sources of published crates, one for each registry.
fn registry_folders() -> Result<Vec<PathBuf>> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(env::home_dir()?.join(".cargo")));
    let sources = home
        .context("there is no home folder; set CARGO_HOME")?
        .join("registry/src");
    let entries =
        fs::read_dir(&sources).with_context(|| format!("{}: not readable", sources.display()))?;
    let mut folders = Vec::new();
    for entry in entries {
        folders.push(entry?.path());
    }
    folders.sort();
    Ok(folders)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_named_as_the_compiler_wants_it() {
        let flag = flag(Path::new("/home/anna/approdo"), "").unwrap();
        assert_eq!(flag, "--remap-path-prefix=/home/anna/approdo=");
    }
}
