//! Rule: dependencies point inward, and the inner crates know no browser, SQL, clock, chance or network.
//! Only what a manifest declares is judged; dependencies for tests may be anything but the other side.

use std::fs;

use super::Finding;
use crate::workspace::{Dependency, Package, Workspace};

/// For each crate of the house, the crates of the house that it may need.
const ALLOWED: &[(&str, &[&str])] = &[
    ("approdo-domain", &[]),
    ("approdo-document", &["approdo-domain"]),
    ("approdo-sync", &["approdo-domain", "approdo-document"]),
    (
        "approdo-store-indexeddb",
        &["approdo-domain", "approdo-document", "approdo-sync"],
    ),
    (
        "approdo-store-conformance",
        &[
            "approdo-document",
            "approdo-sync",
            "approdo-store-indexeddb",
        ],
    ),
    ("approdo-exchange", &["approdo-domain"]),
    ("approdo-catalog", &["approdo-domain"]),
    ("approdo-render", &["approdo-domain"]),
    (
        "approdo-render-worker",
        &["approdo-domain", "approdo-render", "approdo-outgoing"],
    ),
    (
        "approdo-outgoing",
        &["approdo-domain", "approdo-exchange", "approdo-render"],
    ),
    (
        "approdo-exchange-worker",
        &["approdo-exchange", "approdo-outgoing"],
    ),
    ("approdo-spelling-worker", &[]),
    (
        "approdo-testkit",
        &["approdo-domain", "approdo-document", "approdo-sync"],
    ),
    (
        "approdo-fuzz-targets",
        &[
            "approdo-catalog",
            "approdo-domain",
            "approdo-document",
            "approdo-sync",
            "approdo-render",
            "approdo-exchange",
            "approdo-server",
            "approdo-testkit",
        ],
    ),
    (
        "approdo-app",
        &[
            "approdo-domain",
            "approdo-document",
            "approdo-sync",
            "approdo-store-indexeddb",
            "approdo-exchange",
            "approdo-catalog",
            "approdo-render",
            "approdo-outgoing",
        ],
    ),
    (
        "approdo-server",
        &[
            "approdo-domain",
            "approdo-document",
            "approdo-sync",
            "approdo-exchange",
            "approdo-catalog",
            "approdo-render",
        ],
    ),
    (
        "approdo-example-checklist",
        &["approdo-domain", "approdo-document", "approdo-app"],
    ),
    ("xtask", &[]),
    ("xtask-packager", &["approdo-catalog"]),
];

/// The crates to which everything from outside comes as an argument.
const INNER: [&str; 7] = [
    "approdo-domain",
    "approdo-document",
    "approdo-sync",
    "approdo-exchange",
    "approdo-render",
    "approdo-outgoing",
    "approdo-catalog",
];

/// Packages that bring a browser, SQL, a runtime, chance or a network with them.
const OUTSIDE: [&str; 14] = [
    "tokio",
    "sqlx",
    "axum",
    "hyper",
    "reqwest",
    "leptos",
    "wasm-bindgen",
    "wasm-bindgen-futures",
    "web-sys",
    "js-sys",
    "web-time",
    "rexie",
    "getrandom",
    "fastrand",
];

/// Families of such packages, by the beginning of their names.
const OUTSIDE_FAMILIES: [&str; 2] = ["gloo", "rand"];

/// Finds dependencies that point outward.
pub fn check(workspace: &Workspace) -> Vec<Finding> {
    let mut findings = Vec::new();
    for package in &workspace.packages {
        let manifest = package
            .manifest_path
            .strip_prefix(&workspace.root)
            .unwrap_or(&package.manifest_path)
            .to_string_lossy()
            .replace('\\', "/");
        let text = fs::read_to_string(&package.manifest_path).unwrap_or_default();
        for (name, message) in breaches(package) {
            findings.push(Finding::new(&manifest, line_of(&text, &name), message));
        }
    }
    findings
}

/// The dependencies of one package that it must not have, with the reason.
fn breaches(package: &Package) -> Vec<(String, String)> {
    package
        .dependencies
        .iter()
        .filter_map(|dependency| {
            let reason = breach(&package.name, dependency)?;
            Some((dependency.name.clone(), reason))
        })
        .collect()
}

fn breach(package: &str, dependency: &Dependency) -> Option<String> {
    let name = dependency.name.as_str();
    let for_tests = dependency.kind.as_deref() == Some("dev");
    let sides = ["approdo-app", "approdo-server"];
    if sides.contains(&name) && sides.contains(&package) {
        return Some(format!(
            "{package} needs {name}, but client and server never know each other; share through `sync`"
        ));
    }
    if for_tests || package == "approdo-tests" {
        return None;
    }
    if name.starts_with("approdo-") {
        let allowed = ALLOWED
            .iter()
            .find(|(crate_name, _)| *crate_name == package);
        return match allowed {
            Some((_, inner)) if inner.contains(&name) => None,
            Some(_) => Some(format!(
                "{package} needs {name}, which lies further out; turn the dependency round or pass an argument"
            )),
            None => Some(format!(
                "{package} is not in the list of crates; add it to xtask/src/tidy/dependencies.rs"
            )),
        };
    }
    let outside = OUTSIDE.contains(&name)
        || OUTSIDE_FAMILIES
            .iter()
            .any(|family| name.starts_with(family));
    (INNER.contains(&package) && outside).then(|| {
        format!(
            "{package} needs {name}, but knows no browser, SQL, clock, chance or network; let the caller pass it in"
        )
    })
}

/// The line of a manifest that begins with a name.
fn line_of(manifest: &str, name: &str) -> usize {
    manifest
        .lines()
        .position(|line| line.trim_start().starts_with(name))
        .map_or(1, |index| index + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(package: &str, name: &str, kind: Option<&str>) -> Option<String> {
        breach(
            package,
            &Dependency {
                name: name.to_owned(),
                kind: kind.map(str::to_owned),
            },
        )
    }

    #[test]
    fn the_direction_is_inward() {
        assert!(judged("approdo-document", "approdo-domain", None).is_none());
        assert!(judged("approdo-domain", "approdo-document", None).is_some());
        assert!(judged("approdo-render", "approdo-sync", None).is_some());
        assert!(judged("approdo-server", "approdo-sync", None).is_none());
    }

    #[test]
    fn client_and_server_never_know_each_other_not_even_in_tests() {
        assert!(judged("approdo-app", "approdo-server", None).is_some());
        assert!(judged("approdo-server", "approdo-app", Some("dev")).is_some());
    }

    #[test]
    fn the_inner_crates_get_the_world_as_arguments() {
        for outside in ["tokio", "web-sys", "gloo-net", "rand", "getrandom"] {
            assert!(judged("approdo-sync", outside, None).is_some(), "{outside}");
            assert!(
                judged("approdo-sync", outside, Some("dev")).is_none(),
                "{outside}"
            );
        }
        assert!(judged("approdo-server", "tokio", None).is_none());
        assert!(judged("approdo-domain", "serde", None).is_none());
    }

    #[test]
    fn a_breach_names_its_line() {
        let manifest = "[dependencies]\nserde = \"1\"\ntokio.workspace = true\n";
        assert_eq!(line_of(manifest, "tokio"), 3);
    }
}
