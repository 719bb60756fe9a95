//! The compact files of the catalogue, made from `crates/catalog/content`. What they hold and how they
//! are read is in the crate `approdo-catalog`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use approdo_catalog::source::{
    Codes, Fault, LetterSource, PlaceTables, check, check_letters, economic_activities,
};
use approdo_catalog::{EconomicActivities, Language};

use crate::asset::{Group, Naming, Source};
use crate::inputs::files_below;

/// Where the texts are, below the root.
const CONTENT: &str = "crates/catalog/content";

/// Adds the occupations and the phrases of letters in each language, the places and the economic activities.
pub fn add(sources: &mut Vec<Source>, root: &Path) -> Result<()> {
    let content = root.join(CONTENT);
    let written = read_texts(&content)?;
    let codes = Codes::read(
        &table(&content, "isco-08.tsv")?,
        &table(&content, "esco-occupations.tsv")?,
    );
    refuse(&check(&written, &codes))?;
    for language in Language::ALL {
        let name = format!("catalog/{}.bin", language.code());
        let bytes = written.catalog(language).to_bytes()?;
        sources.push(source(name, bytes, Group::Later));
    }
    let letters = read_letters(&content)?;
    refuse(&check_letters(&letters))?;
    for language in Language::ALL {
        let name = format!("catalog/letters-{}.bin", language.code());
        let bytes = letters.letters(language).to_bytes()?;
        // No page asks for them yet: nobody's data allowance is spent on them.
        sources.push(source(name, bytes, Group::Other));
    }
    let name = "catalog/places.bin".to_owned();
    sources.push(source(name, places(&content)?, Group::Later));
    let activities = economic_activities(&table(&content, "ateco-2025.tsv")?);
    let activities = activities.map_err(|fault| anyhow::anyhow!("{fault}"))?;
    let bytes = EconomicActivities::pack(&activities)?;
    let name = "catalog/economic_activities.bin".to_owned();
    // No page asks for them yet: nobody's data allowance is spent on them.
    sources.push(source(name, bytes, Group::Other));
    Ok(())
}

fn source(name: String, bytes: Vec<u8>, group: Group) -> Source {
    Source {
        name,
        bytes,
        group,
        naming: Naming::Hashed,
    }
}

fn read_texts(content: &Path) -> Result<approdo_catalog::source::Source> {
    let certificates = approdo_catalog::source::Source::CERTIFICATES;
    let mut paths = files_below(&content.join("occupations"))?;
    paths.push(content.join(certificates));
    let mut files = Vec::new();
    for path in paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        files.push((name.into_owned(), text(&path)?));
    }
    let named = files
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()));
    match approdo_catalog::source::Source::read(named) {
        Ok(written) => Ok(written),
        Err(faults) => {
            refuse(&faults)?;
            bail!("{CONTENT} is not readable")
        }
    }
}

fn read_letters(content: &Path) -> Result<LetterSource> {
    let mut files = Vec::new();
    for path in files_below(&content.join("letters"))? {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        files.push((name.into_owned(), text(&path)?));
    }
    let named = files
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()));
    match LetterSource::read(named) {
        Ok(letters) => Ok(letters),
        Err(faults) => {
            refuse(&faults)?;
            bail!("{CONTENT}/letters is not readable")
        }
    }
}

fn places(content: &Path) -> Result<Vec<u8>> {
    let tables = PlaceTables {
        municipalities: &table(content, "municipalities.tsv")?,
        provinces: &table(content, "provinces.tsv")?,
        countries: &table(content, "countries.tsv")?,
    };
    let places = tables.read().map_err(|fault| anyhow::anyhow!("{fault}"))?;
    Ok(places.to_bytes()?)
}

/// Stops if something that is written breaks the rules.
fn refuse(faults: &[Fault]) -> Result<()> {
    if faults.is_empty() {
        return Ok(());
    }
    let lines: Vec<String> = faults.iter().map(Fault::to_string).collect();
    bail!("{CONTENT} breaks its rules:\n{}", lines.join("\n"))
}

fn table(content: &Path, name: &str) -> Result<String> {
    text(&content.join("codes").join(name))
}

fn text(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("{}: not readable", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use approdo_catalog::{Catalog, Letters, Places};

    fn root() -> &'static Path {
        Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
    }

    #[test]
    fn the_client_can_read_each_file() {
        let mut sources = Vec::new();
        add(&mut sources, root()).unwrap();
        let bytes = |name: &str| {
            let source = sources.iter().find(|source| source.name == name);
            source.unwrap().bytes.clone()
        };
        for language in Language::ALL {
            let name = format!("catalog/{}.bin", language.code());
            let catalog = Catalog::from_bytes(&bytes(&name)).unwrap();
            assert_eq!(catalog.language(), language);
            let name = format!("catalog/letters-{}.bin", language.code());
            let letters = Letters::from_bytes(&bytes(&name)).unwrap();
            assert!(letters.forms.iter().any(|(form, _)| form == "spontaneous"));
        }
        let places = Places::from_bytes(&bytes("catalog/places.bin")).unwrap();
        assert!(places.municipality_count() > 7_000);
        EconomicActivities::from_bytes(&bytes("catalog/economic_activities.bin")).unwrap();
    }

    #[test]
    fn no_file_of_the_catalogue_burdens_a_first_visit() {
        let mut sources = Vec::new();
        add(&mut sources, root()).unwrap();
        assert!(sources.iter().all(|source| source.group != Group::First));
    }
}
