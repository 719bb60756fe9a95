//! Rule: only the platform modules name the browser, and the inner crates read no clock and draw no lots.
//! What manifests declare is judged in `dependencies.rs`.

use proc_macro2::{TokenStream, TokenTree};

use super::Finding;
use super::files::TextFile;
use super::tokens::{each_sequence, is_punctuation, line};

/// Where the browser may be named.
const BROWSER_FOLDERS: [&str; 2] = ["app/src/platform/", "crates/store-indexeddb/"];

/// Crates that get time and chance as arguments.
const INNER_FOLDERS: [&str; 6] = [
    "crates/domain/src/",
    "crates/document/src/",
    "crates/sync/src/",
    "crates/exchange/src/",
    "crates/render/src/",
    "crates/catalog/src/",
];

/// Names that bring the browser in, as crates or as what `leptos` passes on.
const BROWSER_NAMES: [&str; 2] = ["web_sys", "js_sys"];

/// Types and functions that read a clock or draw lots; a type may be followed by one function.
const CLOCKS_AND_LOTS: [(&str, Option<&str>); 8] = [
    ("SystemTime", None),
    ("Instant", Some("now")),
    ("Utc", Some("now")),
    ("Local", Some("now")),
    ("OffsetDateTime", Some("now_utc")),
    ("Uuid", Some("new_v4")),
    ("Uuid", Some("now_v7")),
    ("thread_rng", None),
];

/// Finds names that do not belong in a file.
pub fn check(file: &TextFile, tokens: &TokenStream) -> Vec<Finding> {
    let in_folder = |folders: &[&str]| folders.iter().any(|folder| file.path.starts_with(folder));
    let may_name_browser = in_folder(&BROWSER_FOLDERS);
    let is_inner = in_folder(&INNER_FOLDERS);
    let mut findings = Vec::new();
    each_sequence(tokens.clone(), &mut |sequence| {
        for (index, token) in sequence.iter().enumerate() {
            let TokenTree::Ident(identifier) = token else {
                continue;
            };
            let name = identifier.to_string();
            if !may_name_browser && names_browser(&name) {
                let message = format!(
                    "`{name}` names the browser; only app/src/platform/ and crates/store-indexeddb/ may: \
                     put a function there"
                );
                findings.push(Finding::new(&file.path, line(token), message));
            }
            if is_inner && reads_clock_or_lots(&name, sequence.get(index + 1..).unwrap_or_default())
            {
                let message = format!(
                    "`{name}` reads a clock or draws lots; let the caller pass the value as an argument"
                );
                findings.push(Finding::new(&file.path, line(token), message));
            }
        }
    });
    findings
}

fn names_browser(name: &str) -> bool {
    BROWSER_NAMES.contains(&name) || name == "gloo" || name.starts_with("gloo_")
}

/// Whether a name, with what follows it, is in the list of clocks and lots.
fn reads_clock_or_lots(name: &str, after: &[TokenTree]) -> bool {
    CLOCKS_AND_LOTS.iter().any(|(banned, function)| {
        let calls = |wanted: &str| {
            is_punctuation(after.first(), ':')
                && is_punctuation(after.get(1), ':')
                && after
                    .get(2)
                    .is_some_and(|token| token.to_string() == wanted)
        };
        *banned == name && function.is_none_or(calls)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, text: &str) -> Vec<usize> {
        let file = TextFile {
            path: path.to_owned(),
            text: text.to_owned(),
        };
        let tokens = text.parse().unwrap();
        check(&file, &tokens)
            .into_iter()
            .map(|finding| finding.line)
            .collect()
    }

    #[test]
    fn the_browser_is_named_in_its_two_places_only() {
        let text = "use leptos::web_sys;\nfn f() { let x = gloo_net::http::Request::get(\"/\"); }";
        assert_eq!(found("app/src/pages/home.rs", text), [1, 2]);
        assert!(found("app/src/platform/network.rs", text).is_empty());
        assert!(found("crates/store-indexeddb/src/lib.rs", text).is_empty());
        assert!(found("app/src/pages/home.rs", "use leptos::ev; // not web_sys").is_empty());
    }

    #[test]
    fn the_inner_crates_read_no_clock() {
        let text = "fn f() {\n let a = std::time::Instant::now();\n let b: SystemTime; }";
        assert_eq!(found("crates/sync/src/engine.rs", text), [2, 3]);
        assert!(found("server/src/main.rs", text).is_empty());
        assert!(
            found(
                "crates/sync/src/a.rs",
                "fn f(at: Instant) -> Instant { at }"
            )
            .is_empty()
        );
    }
}
