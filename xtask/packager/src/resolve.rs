//! Fills in the placeholders of all files in the order of their references, and compresses each file.
//! An address carries the hash of the content with its own placeholders already filled in.

use std::collections::BTreeMap;

use anyhow::{Context, Result, anyhow, bail};

use crate::asset::{self, Asset, Group, Naming, Source};
use crate::compress::Cache;
use crate::placeholders::{self, Placeholder};
use crate::styles;

/// Resolves all files; fails on unknown names, on circles, and on two files of one name.
pub fn resolve(sources: Vec<Source>, cache: &Cache) -> Result<Vec<Asset>> {
    let mut nodes = BTreeMap::new();
    for source in sources {
        let node = Node::new(source)?;
        let name = node.source.name.clone();
        if nodes.insert(name.clone(), node).is_some() {
            bail!("two files are named {name}; rename one of them");
        }
    }
    let order = order(&nodes)?;
    let mut done = Vec::with_capacity(order.len());
    for name in order {
        let node = nodes
            .get(&name)
            .with_context(|| format!("{name} vanished"))?;
        let asset = finish(&node.source, &done, cache).with_context(|| name.clone())?;
        done.push(asset);
    }
    done.sort_by(|left, right| (left.group, &left.name).cmp(&(right.group, &right.name)));
    Ok(done)
}

/// A file with what it refers to.
struct Node {
    source: Source,
    references: Vec<String>,
    summarises: bool,
}

impl Node {
    fn new(source: Source) -> Result<Self> {
        let placeholders = match text_of(&source)? {
            Some(text) => placeholders::find(text).with_context(|| source.name.clone())?,
            None => Vec::new(),
        };
        Ok(Self {
            summarises: placeholders.iter().any(Placeholder::is_summary),
            references: placeholders
                .into_iter()
                .filter_map(|placeholder| match placeholder {
                    Placeholder::Address(name) | Placeholder::Text(name) => Some(name),
                    _ => None,
                })
                .collect(),
            source,
        })
    }
}

/// The text of a file that may hold placeholders.
fn text_of(source: &Source) -> Result<Option<&str>> {
    if !placeholders::may_stand_in(asset::extension(&source.name)) {
        return Ok(None);
    }
    std::str::from_utf8(&source.bytes)
        .map(Some)
        .with_context(|| format!("{}: is not UTF-8", source.name))
}

/// An order in which each file comes after all those it refers to.
fn order(nodes: &BTreeMap<String, Node>) -> Result<Vec<String>> {
    let mut done = Vec::new();
    for name in nodes.keys() {
        visit(name, nodes, &mut Vec::new(), &mut done)?;
    }
    Ok(done)
}

fn visit(
    name: &str,
    nodes: &BTreeMap<String, Node>,
    path: &mut Vec<String>,
    done: &mut Vec<String>,
) -> Result<()> {
    if done.iter().any(|other| other == name) {
        return Ok(());
    }
    if path.iter().any(|other| other == name) {
        let circle = path.join(" → ");
        bail!("{circle} → {name} is a circle; let the caller pass one of the addresses");
    }
    let node = nodes.get(name).ok_or_else(|| {
        let by = path.last().map_or("a file", String::as_str);
        anyhow!(
            "{by} refers to {name}, which does not exist; correct the placeholder or add the file"
        )
    })?;
    path.push(name.to_owned());
    for reference in &node.references {
        visit(reference, nodes, path, done)?;
    }
    if node.summarises {
        for (other, _) in nodes.iter().filter(|(_, other)| !other.summarises) {
            visit(other, nodes, path, done)?;
        }
    }
    path.pop();
    done.push(name.to_owned());
    Ok(())
}

/// Fills in, shrinks, names and compresses one file whose references are done.
fn finish(source: &Source, done: &[Asset], cache: &Cache) -> Result<Asset> {
    let mut bytes = source.bytes.clone();
    if let Some(text) = text_of(source)? {
        let mut filled = placeholders::replace(text, |placeholder| value(placeholder, done))?;
        if asset::extension(&source.name) == "css" {
            filled = styles::minify(&filled)?;
        }
        bytes = filled.into_bytes();
    }
    let url = asset::url(&source.name, source.naming, &bytes);
    let compressed = cache.compress(&bytes)?;
    Ok(Asset {
        name: source.name.clone(),
        path: if url == "/" {
            "index.html".to_owned()
        } else {
            url.trim_start_matches('/').to_owned()
        },
        url,
        content_type: asset::content_type(&source.name)?,
        naming: source.naming,
        group: source.group,
        bytes,
        brotli: compressed.brotli,
        gzip: compressed.gzip,
    })
}

fn value(placeholder: &Placeholder, done: &[Asset]) -> Result<String> {
    let urls = |group: Group| {
        let mut urls: Vec<&str> = done
            .iter()
            .filter(|asset| asset.group == group)
            .map(|asset| asset.url.as_str())
            .collect();
        urls.sort_unstable();
        serde_json::to_string(&urls).context("addresses cannot be written as JSON")
    };
    match placeholder {
        Placeholder::Address(name) => done
            .iter()
            .find(|asset| asset.name == *name)
            .map(|asset| asset.url.clone())
            .with_context(|| format!("{name} has no address yet")),
        Placeholder::Text(name) => text_within_a_page(name, done),
        Placeholder::FirstGroup => urls(Group::First),
        Placeholder::LaterGroup => urls(Group::Later),
        Placeholder::AskedGroup => urls(Group::Asked),
        Placeholder::LaterBytes => Ok(done
            .iter()
            .filter(|asset| asset.group == Group::Later)
            .map(Asset::bytes_on_the_wire)
            .sum::<usize>()
            .to_string()),
        Placeholder::Version => Ok(version(done)),
    }
}

/// The text of a file that stands in the page itself, which it must not end.
fn text_within_a_page(name: &str, done: &[Asset]) -> Result<String> {
    let asset = done.iter().find(|asset| asset.name == name);
    let asset = asset.with_context(|| format!("{name} is not filled in yet"))?;
    let text =
        std::str::from_utf8(&asset.bytes).with_context(|| format!("{name}: is not UTF-8"))?;
    if text.contains("</") || text.contains("<!--") {
        bail!("{name} stands in the page and holds `</` or `<!--`: write it another way");
    }
    Ok(text.to_owned())
}

/// A short hash that changes with any address or any content under a fixed address.
fn version(done: &[Asset]) -> String {
    let mut lines: Vec<String> = done
        .iter()
        .map(|asset| match asset.naming {
            Naming::Hashed => asset.url.clone(),
            Naming::Fixed => format!("{} {}", asset.url, asset::digest(&asset.bytes)),
        })
        .collect();
    lines.sort_unstable();
    let mut digest = asset::digest(lines.join("\n").as_bytes());
    digest.truncate(16);
    digest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compress::Effort;

    fn source(name: &str, text: &str, group: Group, naming: Naming) -> Source {
        Source {
            name: name.to_owned(),
            bytes: text.as_bytes().to_vec(),
            group,
            naming,
        }
    }

    fn resolve_all(sources: Vec<Source>) -> Result<Vec<Asset>> {
        let folder = tempfile::tempdir()?;
        resolve(
            sources,
            &Cache::open(folder.path().to_owned(), Effort::Best)?,
        )
    }

    fn site(font: &str) -> Vec<Asset> {
        resolve_all(vec![
            source("index.html", "<link href={{asset:style.css}}>", Group::First, Naming::Fixed),
            source("style.css", "a{background:url({{asset:a.woff2}})}", Group::First, Naming::Hashed),
            source("a.woff2", font, Group::First, Naming::Hashed),
            source("b.ttf", "a font for print", Group::Later, Naming::Hashed),
            source(
                "sw.js",
                "const v='{{version}}',f={{assets:first}},l={{assets:later}},n={{assets:later-bytes}};",
                Group::Other,
                Naming::Fixed,
            ),
        ])
        .unwrap()
    }

    fn text(assets: &[Asset], name: &str) -> String {
        let asset = assets.iter().find(|asset| asset.name == name).unwrap();
        String::from_utf8(asset.bytes.clone()).unwrap()
    }

    #[test]
    fn a_text_in_the_page_is_the_finished_one() {
        let sources = vec![
            source(
                "index.html",
                "<style>{{inline:style.css}}</style>",
                Group::First,
                Naming::Fixed,
            ),
            source(
                "style.css",
                "a { color: red }\n\n",
                Group::Other,
                Naming::Hashed,
            ),
        ];
        let assets = resolve_all(sources).unwrap();
        let page = assets
            .iter()
            .find(|asset| asset.name == "index.html")
            .unwrap();
        assert_eq!(page.bytes, b"<style>a{color:red}</style>");
        let hostile = vec![
            source(
                "index.html",
                "<script>{{inline:a.js}}</script>",
                Group::First,
                Naming::Fixed,
            ),
            source("a.js", "x = '</script>'", Group::Other, Naming::Hashed),
        ];
        assert!(resolve_all(hostile).is_err());
    }

    #[test]
    fn a_new_font_changes_every_address_that_leads_to_it() {
        let (before, after) = (site("one"), site("two"));
        assert_ne!(text(&before, "index.html"), text(&after, "index.html"));
        assert_ne!(text(&before, "sw.js"), text(&after, "sw.js"));
        let url = |assets: &[Asset], name: &str| {
            assets
                .iter()
                .find(|asset| asset.name == name)
                .unwrap()
                .url
                .clone()
        };
        assert_ne!(url(&before, "style.css"), url(&after, "style.css"));
        assert_eq!(url(&before, "b.ttf"), url(&after, "b.ttf"));
    }

    #[test]
    fn the_service_worker_lists_both_groups_and_not_itself() {
        let worker = text(&site("one"), "sw.js");
        assert!(worker.contains(r#"f=["/","/assets/a."#), "{worker}");
        assert!(worker.contains(r#"l=["/assets/b."#), "{worker}");
        assert!(worker.contains("n=16;"), "{worker}");
        assert!(
            !worker.contains("sw.js") && !worker.contains("{{"),
            "{worker}"
        );
    }

    #[test]
    fn circles_and_unknown_names_are_reported_with_the_way_there() {
        let circle = resolve_all(vec![
            source("a.js", "{{asset:b.js}}", Group::First, Naming::Hashed),
            source("b.js", "{{asset:a.js}}", Group::First, Naming::Hashed),
        ]);
        assert!(
            circle
                .unwrap_err()
                .to_string()
                .contains("a.js → b.js → a.js")
        );
        let unknown = resolve_all(vec![source(
            "a.js",
            "{{asset:nowhere.js}}",
            Group::First,
            Naming::Hashed,
        )]);
        assert!(
            unknown
                .unwrap_err()
                .to_string()
                .contains("a.js refers to nowhere.js")
        );
    }
}
