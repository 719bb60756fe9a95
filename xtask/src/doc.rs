//! `cargo xtask doc`: the documentation of the code, without warnings, with a front page that leads through
//! the house from the inside out. What each room says of itself stands in its own `//!`.

use std::fmt::Write as _;
use std::fs;

use anyhow::{Context, Result};

use crate::process::{cargo_command, run};
use crate::workspace::Workspace;

/// The floors of the house, from the inside out: a title, and the crates on it.
const FLOORS: [(&str, &[&str]); 6] = [
    ("What things are", &["approdo-domain"]),
    (
        "How edits become documents that converge, and travel",
        &["approdo-document", "approdo-sync"],
    ),
    (
        "What devices keep and print",
        &[
            "approdo-store-indexeddb",
            "approdo-render",
            "approdo-render-worker",
            "approdo-spelling-worker",
        ],
    ),
    (
        "What is known beforehand, and what other programs write",
        &[
            "approdo-catalog",
            "approdo-exchange",
            "approdo-outgoing",
            "approdo-exchange-worker",
        ],
    ),
    ("The two programs", &["approdo-app", "approdo-server"]),
    (
        "What proves that it works, and builds it",
        &[
            "approdo-testkit",
            "approdo-fuzz-targets",
            "approdo-store-conformance",
            "approdo-tests",
            "approdo-example-checklist",
            "xtask",
            "xtask-packager",
        ],
    ),
];

/// Makes the documentation; any warning fails it.
pub fn doc(workspace: &Workspace) -> Result<()> {
    let arguments = ["doc", "--workspace", "--no-deps"];
    run(cargo_command(workspace, &arguments).env("RUSTDOCFLAGS", "--deny warnings"))?;
    let page = workspace.target.join("doc/index.html");
    fs::write(&page, front_page(workspace))
        .with_context(|| format!("{}: cannot be written", page.display()))?;
    println!("{}", page.display());
    Ok(())
}

fn front_page(workspace: &Workspace) -> String {
    let mut page = String::from(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Approdo: the house</title>\
         <meta name=\"viewport\" content=\"width=device-width\">\
         <style>main{font:1.1rem/1.5 sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem}dd{margin:0 0 .75rem}</style><main><h1>Approdo: the house</h1>\
         <p>Begin at the top: each floor knows those above it and none below. The map of the house is \
         <code>docs/architecture.md</code>, the way from an idea to the screen \
         <code>docs/adding-a-feature.md</code>.</p>",
    );
    for (title, rooms) in FLOORS {
        let _ = write!(page, "<h2>{title}</h2><dl>");
        for room in rooms {
            let description = workspace.package(room).map(|it| it.description.as_str());
            let _ = write!(
                page,
                "<dt><a href=\"{}/index.html\">{room}</a></dt><dd>{}</dd>",
                room.replace('-', "_"),
                description.unwrap_or_default()
            );
        }
        page.push_str("</dl>");
    }
    page.push_str("</main></html>\n");
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_front_page_leads_to_every_room_and_says_what_it_is() {
        let workspace = Workspace::find().unwrap();
        let page = front_page(&workspace);
        for package in &workspace.packages {
            let folder = package.name.replace('-', "_");
            assert!(
                page.contains(&format!("href=\"{folder}/index.html\"")),
                "{folder}"
            );
            assert!(
                page.contains(&package.description),
                "{folder} says nothing of itself"
            );
            assert!(!package.description.is_empty(), "{folder}");
        }
    }
}
