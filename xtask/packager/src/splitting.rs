//! Splits the app's module where its source says so (`app/src/on_demand`): what a first visit
//! needs, and the parts that are fetched on demand. Which functions go where follows from the
//! relocations that the linker left in the module; `app/build.rs` asks it to.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result, anyhow, bail};
use wasm_encoder::RawSection;
use wasm_split_cli_support::Options;
use wasmparser::{Parser, Payload};

use crate::bindings::Generated;

/// The script that fetches the parts, as the splitting names it.
const LOADER: &str = "__wasm_split.js";

/// The module that is stored with what a first visit brings, as `app/src/on_demand/parts.rs` names it.
const FIRST: &str = "on_demand";

/// What is not needed at once.
pub struct Parts {
    /// The modules, by file name.
    files: BTreeMap<String, Vec<u8>>,
    /// The script that fetches them.
    loader: String,
    /// The file names, without ending, of the modules that go with a first visit.
    first: Vec<String>,
}

/// Splits a module that was linked with relocations into what is needed at once, of which the
/// bindings are still to be made, and the rest.
pub fn split(module: &[u8]) -> Result<(Vec<u8>, Parts)> {
    let folder = tempfile::tempdir()?;
    let main_path = folder.path().join("main.wasm");
    let mut options = Options::new(module);
    options.output_dir = folder.path();
    options.main_out_path = &main_path;
    options.link_name = LOADER;
    let written = wasm_split_cli_support::transform(options)
        .map_err(|error| anyhow!("{error:#}"))
        .context("the app's module cannot be split; was it linked with --emit-relocs?")?;
    let mut needed = written.prefetch_map;
    let first = needed
        .remove(FIRST)
        .with_context(|| format!("the app has no module {FIRST}"))?;
    let mut files = BTreeMap::new();
    for path in written.split_modules {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let bytes = without_custom_sections(&fs::read(&path)?)?;
        files.insert(name.into_owned(), bytes);
    }
    let loader = fs::read_to_string(folder.path().join(LOADER))?;
    Ok((
        fs::read(&main_path)?,
        Parts {
            files,
            loader,
            first,
        },
    ))
}

impl Parts {
    /// Adds the parts to the bindings of the main module, and to their script what fetches the parts:
    /// one file less on the way to the editor. Returns the modules that nobody needs before the page is usable.
    pub fn join(self, files: &mut Generated, script_name: &str) -> Result<Generated> {
        let script = files
            .get_mut(script_name)
            .with_context(|| format!("{script_name} was not generated"))?;
        let joined = with_loader(&String::from_utf8_lossy(script), &self.loader, &self.files)?;
        *script = joined.into_bytes();
        let is_first = |name: &str| {
            let stem = name.trim_end_matches(".wasm");
            self.first.iter().any(|first| first == stem)
        };
        let (first, later): (Generated, Generated) =
            self.files.into_iter().partition(|(name, _)| is_first(name));
        files.extend(first);
        Ok(later)
    }
}

/// Puts the loader in place of its import.
fn with_loader(script: &str, loader: &str, parts: &BTreeMap<String, Vec<u8>>) -> Result<String> {
    // One import for each module.
    let imports: Vec<&str> = script
        .lines()
        .filter(|line| line.starts_with("import * as ") && line.contains(LOADER))
        .collect();
    if imports.is_empty() {
        bail!("the bindings do not import what fetches the parts");
    }
    // The functions of the script itself are at hand: nothing is imported from it.
    let loader: Vec<&str> = loader
        .lines()
        .filter(|line| !line.starts_with("import ") && !line.trim_start().starts_with("//"))
        .collect();
    let exported: Vec<&str> = loader
        .iter()
        .filter_map(|line| line.strip_prefix("export const ")?.split(' ').next())
        .collect();
    let mut loader = loader.join("\n").replace("export const ", "const ");
    for name in parts.keys() {
        loader = loader.replace(&format!("./{name}"), &format!("{{{{asset:{name}}}}}"));
    }
    let exported = exported.join(", ");
    let mut joined = script.to_owned();
    for import in &imports {
        joined = joined.replacen(import, "", 1);
    }
    joined.push_str(&format!("\n{loader}\n"));
    for import in imports {
        let module = import.split_whitespace().nth(3).unwrap_or_default();
        joined.push_str(&format!("const {module} = {{ {exported} }};\n"));
    }
    Ok(joined)
}

/// Removes names and marks of tools.
fn without_custom_sections(module: &[u8]) -> Result<Vec<u8>> {
    let mut kept = wasm_encoder::Module::new();
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload?;
        if matches!(payload, Payload::CustomSection(_)) {
            continue;
        }
        if let Some((id, range)) = payload.as_section() {
            let range = usize::try_from(range.start)?..usize::try_from(range.end)?;
            let data = module.get(range).context("a section is cut off")?;
            kept.section(&RawSection { id, data });
        }
    }
    Ok(kept.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_loader_takes_the_place_of_its_import() {
        let script = "import * as import1 from \"./__wasm_split.js\"\n\
            import * as import2 from \"./__wasm_split.js\"\n\
            function initSync() {}\nuse({ './__wasm_split.js': import1 });";
        let loader = "import { initSync } from \"./main.js\";\n\
            export const load_more = () => fetch(new URL(\"./split_more.wasm\", import.meta.url));";
        let parts = BTreeMap::from([("split_more.wasm".to_owned(), Vec::new())]);
        let joined = with_loader(script, loader, &parts).unwrap();
        assert!(!joined.contains("import *") && !joined.contains("export"));
        assert!(joined.contains("new URL(\"{{asset:split_more.wasm}}\", import.meta.url)"));
        assert!(
            joined.ends_with("const import1 = { load_more };\nconst import2 = { load_more };\n")
        );
    }

    #[test]
    fn names_go_and_code_stays() {
        let mut module = wasm_encoder::Module::new();
        let mut types = wasm_encoder::TypeSection::new();
        types.ty().function([], []);
        module.section(&types);
        let plain = module.clone().finish();
        module.section(&wasm_encoder::CustomSection {
            name: "name".into(),
            data: b"function names".into(),
        });
        assert_eq!(without_custom_sections(&module.finish()).unwrap(), plain);
    }
}
