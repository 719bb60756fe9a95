//! What only a client for `cargo xtask run --watch` has: a script that loads the page again after each
//! build, and a service worker that stores nothing.

use anyhow::{Context, Result};

use crate::asset::{Group, Naming, Source};

const RELOAD: &str = include_str!("../development/reload.js");
const SERVICE_WORKER: &str = include_str!("../development/sw.js");

/// The name of the script among the client's files.
const RELOAD_NAME: &str = "reload.js";

/// Adds the script to the files and to the page, and puts the service worker in the place of the other.
pub fn add(sources: &mut Vec<Source>) -> Result<()> {
    let page = find(sources, "index.html")?;
    let text = std::str::from_utf8(&page.bytes).context("index.html is not UTF-8")?;
    let (head, rest) = (text.split_once("</head>")).context("index.html has no </head>")?;
    let script = format!(r#"<script type="module" src="{{{{asset:{RELOAD_NAME}}}}}"></script>"#);
    page.bytes = format!("{head}{script}\n</head>{rest}").into_bytes();
    find(sources, "sw.js")?.bytes = SERVICE_WORKER.as_bytes().to_vec();
    sources.push(Source {
        name: RELOAD_NAME.to_owned(),
        bytes: RELOAD.as_bytes().to_vec(),
        group: Group::Other,
        naming: Naming::Hashed,
    });
    Ok(())
}

fn find<'a>(sources: &'a mut [Source], name: &str) -> Result<&'a mut Source> {
    let mut sources = sources.iter_mut();
    sources
        .find(|source| source.name == name)
        .with_context(|| format!("public/{name} is missing"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(name: &str, text: &str) -> Source {
        Source {
            name: name.to_owned(),
            bytes: text.as_bytes().to_vec(),
            group: Group::First,
            naming: Naming::Fixed,
        }
    }

    #[test]
    fn the_page_gets_the_script_and_the_service_worker_stores_nothing() {
        let mut sources = vec![
            source("index.html", "<head><title>x</title></head><body></body>"),
            source("sw.js", "cache.put()"),
        ];
        add(&mut sources).unwrap();
        let text = |name: &str| {
            let source = sources.iter().find(|source| source.name == name).unwrap();
            String::from_utf8(source.bytes.clone()).unwrap()
        };
        assert!(text("index.html").contains(r#"src="{{asset:reload.js}}"></script>"#));
        assert!(text("index.html").ends_with("</head><body></body>"));
        assert!(!text("sw.js").contains("put("));
        assert!(!text("sw.js").contains(r#"addEventListener("fetch""#));
    }
}
