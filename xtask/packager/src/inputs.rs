//! Gathers the files of the client: `public/`, `style/`, the words and the bindings.
//! Decides for each when it is fetched and whether its name carries a hash.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::asset::{Group, Naming, Source, extension};
use crate::bindings::Generated;
use crate::{styles, words};

/// Reads everything but the compiled modules.
pub fn collect(root: &Path) -> Result<Vec<Source>> {
    let mut sources = public_files(&root.join("public"))?;
    sources.push(Source {
        name: "style.css".to_owned(),
        bytes: styles::join(&root.join("style"))?.into_bytes(),
        // Its text stands in the page.
        group: Group::Other,
        naming: Naming::Hashed,
    });
    sources.extend(words::collect(&root.join("app/translations"))?);
    Ok(sources)
}

/// Adds what the binding tool generated for one module.
pub fn add_bindings(sources: &mut Vec<Source>, module: &str, files: Generated, group: Group) {
    let script = format!("{module}.js");
    for (name, mut bytes) in files {
        if sources.iter().any(|source| source.name == name) {
            continue; // Both modules may carry the same snippet; the earlier group keeps it.
        }
        if name == script {
            let text = String::from_utf8_lossy(&bytes);
            bytes = with_snippet_placeholders(&text).into_bytes();
        }
        sources.push(Source {
            name,
            bytes,
            group,
            naming: Naming::Hashed,
        });
    }
}

/// Turns the relative imports of snippets into placeholders for their addresses.
fn with_snippet_placeholders(script: &str) -> String {
    let mut result = String::with_capacity(script.len());
    let mut rest = script;
    while let Some((before, from_path)) = rest.split_once("./snippets/") {
        let end = from_path.find(['\'', '"']).unwrap_or(from_path.len());
        let (path, after) = from_path.split_at(end);
        result.push_str(before);
        result.push_str("{{asset:snippets/");
        result.push_str(path);
        result.push_str("}}");
        rest = after;
    }
    result.push_str(rest);
    result
}

fn public_files(folder: &Path) -> Result<Vec<Source>> {
    let mut sources = Vec::new();
    for path in files_below(folder)? {
        let relative = path.strip_prefix(folder)?;
        let parts: Vec<_> = relative
            .components()
            .map(|part| part.as_os_str().to_string_lossy())
            .collect();
        let name = parts.join("/");
        if let Some((group, naming)) = place_of(&name) {
            let bytes =
                fs::read(&path).with_context(|| format!("{}: not readable", path.display()))?;
            sources.push(Source {
                name,
                bytes,
                group,
                naming,
            });
        }
    }
    if !sources.iter().any(|source| source.name == "index.html") {
        bail!("public/index.html is missing; it is the page everything starts from");
    }
    Ok(sources)
}

/// When a file of `public/` is fetched and how it is named; nothing for files that are not served.
fn place_of(name: &str) -> Option<(Group, Naming)> {
    match (name, extension(name)) {
        ("index.html", _) => Some((Group::First, Naming::Fixed)),
        ("sw.js" | "robots.txt", _) => Some((Group::Other, Naming::Fixed)),
        // Its text stands in the page.
        ("boot.js", _) => Some((Group::Other, Naming::Hashed)),
        (_, "webmanifest" | "png" | "svg" | "ico") => Some((Group::Later, Naming::Fixed)),
        (_, "aff" | "dic" | "words") | ("spelling-worker.js", _) => {
            Some((Group::Asked, Naming::Hashed))
        }
        (_, "txt") => Some((Group::Other, Naming::Fixed)),
        (_, "woff2") => Some((Group::First, Naming::Hashed)),
        (_, "ttf" | "js") => Some((Group::Later, Naming::Hashed)),
        _ => None,
    }
}

/// All files below a folder, in a fixed order.
pub fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let entries = fs::read_dir(folder)
        .with_context(|| format!("{}: this folder is missing", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(files_below(&path)?);
        } else {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_and_scripts_for_developers_are_not_served() {
        assert_eq!(place_of("fonts/README.md"), None);
        assert_eq!(place_of("fonts/build.py"), None);
        assert_eq!(place_of("icons/build.sh"), None);
    }

    #[test]
    fn the_service_worker_keeps_its_name_and_the_fonts_for_print_come_later() {
        assert_eq!(place_of("sw.js"), Some((Group::Other, Naming::Fixed)));
        assert_eq!(
            place_of("fonts/a.ttf"),
            Some((Group::Later, Naming::Hashed))
        );
        assert_eq!(
            place_of("dictionaries/it_IT.dic"),
            Some((Group::Asked, Naming::Hashed))
        );
        assert_eq!(
            place_of("fonts/a.woff2"),
            Some((Group::First, Naming::Hashed))
        );
    }

    #[test]
    fn imports_of_snippets_become_placeholders() {
        let script = "import { a } from './snippets/leptos-1a/inline0.js';\nimport b from \"./snippets/x/b.js\";";
        assert_eq!(
            with_snippet_placeholders(script),
            "import { a } from '{{asset:snippets/leptos-1a/inline0.js}}';\nimport b from \"{{asset:snippets/x/b.js}}\";"
        );
    }
}
