//! The JavaScript bindings of a WebAssembly module, for pages and module workers.
//! Names for people and tool marks are removed; what a file is called on the server is not decided here.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

/// Files by path, relative to the bindings: `NAME.js`, `NAME_bg.wasm`, `snippets/…`.
pub type Generated = BTreeMap<String, Vec<u8>>;

/// Makes the bindings of the module in `wasm` under the given name.
pub fn generate(wasm: &Path, name: &str) -> Result<Generated> {
    let bytes = fs::read(wasm)
        .with_context(|| format!("{}: not readable; compile it first", wasm.display()))?;
    let mut output = Bindgen::new()
        .input_bytes(name, bytes)
        .web(true)?
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .omit_default_module_path(true)
        .generate_output()
        .with_context(|| format!("{}: no bindings could be made", wasm.display()))?;
    let mut files = Generated::new();
    files.insert(format!("{name}.js"), output.js().as_bytes().to_vec());
    files.insert(format!("{name}_bg.wasm"), output.wasm_mut().emit_wasm());
    for (owner, snippets) in output.snippets() {
        for (index, script) in snippets.iter().enumerate() {
            let path = format!("snippets/{owner}/inline{index}.js");
            files.insert(path, script.as_bytes().to_vec());
        }
    }
    for (path, script) in output.local_modules() {
        files.insert(format!("snippets/{path}"), script.as_bytes().to_vec());
    }
    Ok(files)
}
