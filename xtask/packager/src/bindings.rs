//! The JavaScript bindings of a WebAssembly module, for pages and module workers.
//! Names for people and tool marks are removed; what a file is called on the server is not decided here.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

/// Files by path, relative to the bindings: `NAME.js`, `NAME_bg.wasm`, `snippets/…`.
pub type Generated = BTreeMap<String, Vec<u8>>;

/// Makes the bindings of a module under the given name.
pub fn generate(module: Vec<u8>, name: &str) -> Result<Generated> {
    let mut output = Bindgen::new()
        .input_bytes(name, module)
        .web(true)?
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .omit_default_module_path(true)
        // What a module in parts shares with its parts.
        .keep_lld_exports(true)
        .generate_output()
        .with_context(|| format!("{name}: no bindings could be made"))?;
    let mut script = output.js().to_owned();
    for (index, import) in output.wasm_mut().imports.iter_mut().enumerate() {
        if let Some(renamed) = with_short_name(&script, &import.name, index) {
            script = renamed;
            import.name = short_name(index);
        }
    }
    let mut files = Generated::new();
    files.insert(format!("{name}.js"), script.into_bytes());
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

/// Gives an imported function a short name in the script that defines it; none if the script does
/// not. The long names end in hashes, which no compression makes small: 8 kB of a first visit.
fn with_short_name(script: &str, name: &str, index: usize) -> Option<String> {
    let is_generated = name.starts_with("__wb");
    let definition = format!("\n{name}: function(");
    let short = format!("\n{}: function(", short_name(index));
    (is_generated && script.matches(name).count() == 1 && script.contains(&definition))
        .then(|| script.replacen(&definition, &short, 1))
}

fn short_name(index: usize) -> String {
    format!("i{index}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_is_renamed_only_where_it_is_defined_and_nowhere_else_named() {
        let script = "{\n__wbg_a_1: function(x) {},\n__wbg_b_2: function() {}}; __wbg_b_2();";
        let renamed = with_short_name(script, "__wbg_a_1", 7).unwrap();
        assert!(renamed.contains("\ni7: function(x)"));
        assert_eq!(with_short_name(script, "__wbg_b_2", 8), None);
        assert_eq!(with_short_name(script, "log", 9), None);
    }
}
