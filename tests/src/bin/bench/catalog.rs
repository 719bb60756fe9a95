//! How long the catalogue takes to answer a key press, with as many occupations as ESCO has.

use std::fs;
use std::path::Path;
use std::time::Instant;

use anyhow::{Context, Result};
use approdo_catalog::{Catalog, CatalogContent, Language, Occupation, Phrases};

/// Names of each occupation, about as many as the official files have.
const NAMES: usize = 9;
/// What is typed, letter by letter.
const QUERIES: [&str; 8] = [
    "warehouse worker",
    "mettal driwing machine operator",
    "assistant in a hotel kitchen",
    "elektrician",
    "o.s.s.",
    "a",
    "industrial mashine operater",
    "hotel recepcionist manager",
];

/// Types some queries letter by letter and gives the slowest answer but the slowest two in a hundred, in milliseconds.
pub fn measure() -> Result<Vec<(&'static str, f64)>> {
    let catalog = Catalog::new(content()?);
    let mut times_ms = Vec::new();
    for query in QUERIES {
        for (start, letter) in query.char_indices() {
            let end = start + letter.len_utf8();
            let typed = query.get(..end).unwrap_or(query);
            let start = Instant::now();
            let found = catalog.search(typed, 10);
            times_ms.push(start.elapsed().as_secs_f64() * 1_000.0);
            anyhow::ensure!(found.len() <= 10, "more was found than asked for");
        }
    }
    times_ms.sort_by(f64::total_cmp);
    let place = times_ms.len() * 98 / 100;
    let slowest = times_ms.get(place).context("nothing was typed")?;
    Ok(vec![("catalog_search_ms", *slowest)])
}

/// The occupations of ESCO by their labels, each with further names made of its own and other labels' words.
fn content() -> Result<CatalogContent> {
    let list = "../crates/catalog/content/codes/esco-occupations.tsv";
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(list);
    let table = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    let labels: Vec<&str> = table
        .lines()
        .skip(1)
        .filter_map(|line| line.split('\t').nth(1))
        .collect();
    let occupations = labels.iter().enumerate();
    let occupations = occupations.map(|(number, label)| occupation(number, label, &labels));
    Ok(CatalogContent {
        language: Language::English,
        sectors: Vec::new(),
        occupations: occupations.collect(),
        certificates: Vec::new(),
    })
}

fn occupation(number: usize, label: &str, labels: &[&str]) -> Occupation {
    let further = labels.iter().cycle().skip(number * 7 + 1).step_by(31);
    let words = further.filter_map(|other| other.split(' ').next());
    let synonyms = words.take(NAMES - 1).map(|word| format!("{label} {word}"));
    Occupation {
        id: number.to_string(),
        masculine: label.to_owned(),
        feminine: label.to_owned(),
        synonyms: synonyms.collect(),
        foreign_names: Vec::new(),
        sector: None,
        isco: None,
        esco: None,
        cp2021: None,
        certificates: Vec::new(),
        driving: Vec::new(),
        phrases: Phrases::default(),
    }
}
