//! The compact files of the catalogue, made from `crates/catalog/content`. What they hold and how they
//! are read is in the crate `approdo-catalog`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use approdo_catalog::source::{
    ChecklistSource, Codes, CriteriaFile, Fault, LetterSource, PlaceTables, QuestionBank, check,
    check_checklists, check_letters, check_questions, economic_activities,
};
use approdo_catalog::{EconomicActivities, Language};

use crate::asset::{Group, Naming, Source};
use crate::inputs::files_below;

/// Where the texts are, below the root.
const CONTENT: &str = "crates/catalog/content";

/// Adds the occupations, the phrases of letters, the questions, checklists and criteria for interviews in each
/// language, the places and the economic activities.
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
        sources.push(source(name, bytes, Group::Later));
    }
    add_for_interviews(sources, &content, &written)?;
    add_criteria(sources, &content)?;
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

/// Adds the questions and the checklists.
fn add_for_interviews(
    sources: &mut Vec<Source>,
    content: &Path,
    written: &approdo_catalog::source::Source,
) -> Result<()> {
    let mut files = read_folder(content, "questions/general", "general/")?;
    files.extend(read_folder(
        content,
        "questions/occupations",
        "occupations/",
    )?);
    let bank = readable(QuestionBank::read(named(&files)), "questions")?;
    refuse(&check_questions(&bank, written))?;
    let files = read_folder(content, "checklists", "")?;
    let lists = readable(ChecklistSource::read(named(&files)), "checklists")?;
    refuse(&check_checklists(&lists))?;
    for language in Language::ALL {
        let bytes = bank.in_language(language, written).to_bytes()?;
        let name = format!("catalog/questions-{}.bin", language.code());
        sources.push(source(name, bytes, Group::Later));
        let bytes = lists.in_language(language).to_bytes()?;
        let name = format!("catalog/checklists-{}.bin", language.code());
        sources.push(source(name, bytes, Group::Later));
    }
    Ok(())
}

fn add_criteria(sources: &mut Vec<Source>, content: &Path) -> Result<()> {
    let written = CriteriaFile::read(&text(&content.join(CriteriaFile::PATH))?);
    let written = written.map_err(|fault| anyhow::anyhow!("{fault}"))?;
    refuse(&written.check())?;
    for language in Language::ALL {
        let name = format!("catalog/criteria-{}.bin", language.code());
        let bytes = written.criteria(language).to_bytes()?;
        sources.push(source(name, bytes, Group::Later));
    }
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
    let files = read_folder(content, "letters", "")?;
    readable(LetterSource::read(named(&files)), "letters")
}

/// Reads the files of a folder, each under its name with something in front.
fn read_folder(content: &Path, folder: &str, front: &str) -> Result<Vec<(String, String)>> {
    let mut files = Vec::new();
    for path in files_below(&content.join(folder))? {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        files.push((format!("{front}{name}"), text(&path)?));
    }
    Ok(files)
}

fn named(files: &[(String, String)]) -> impl Iterator<Item = (&str, &str)> {
    let files = files.iter();
    files.map(|(name, text)| (name.as_str(), text.as_str()))
}

fn readable<T>(read: std::result::Result<T, Vec<Fault>>, folder: &str) -> Result<T> {
    read.or_else(|faults| {
        refuse(&faults)?;
        bail!("{CONTENT}/{folder} is not readable")
    })
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
    use crate::compress::{Cache, Effort};
    use approdo_catalog::{Catalog, Checklists, Criteria, Letters, Places, Questions};

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
            let name = format!("catalog/questions-{}.bin", language.code());
            let questions = Questions::from_bytes(&bytes(&name)).unwrap();
            assert!(questions.questions.len() > 180);
            let name = format!("catalog/checklists-{}.bin", language.code());
            let lists = Checklists::from_bytes(&bytes(&name)).unwrap();
            assert_eq!(lists.language, language);
            let name = format!("catalog/criteria-{}.bin", language.code());
            let criteria = Criteria::from_bytes(&bytes(&name)).unwrap();
            assert_eq!(criteria.language, language);
        }
        let places = Places::from_bytes(&bytes("catalog/places.bin")).unwrap();
        assert!(places.municipality_count() > 7_000);
        EconomicActivities::from_bytes(&bytes("catalog/economic_activities.bin")).unwrap();
    }

    #[test]
    fn questions_and_checklists_travel_in_a_hundred_and_fifty_thousand_bytes() {
        let mut sources = Vec::new();
        add(&mut sources, root()).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::open(folder.path().to_owned(), Effort::Best).unwrap();
        for language in Language::ALL {
            let names = ["questions", "checklists"]
                .map(|name| format!("catalog/{name}-{}.bin", language.code()));
            let of_language = sources.iter().filter(|source| names.contains(&source.name));
            let sizes = of_language.map(|source| {
                let compressed = cache.compress(&source.bytes).unwrap();
                compressed.brotli.unwrap().len()
            });
            let size: usize = sizes.sum();
            assert!((10_000..150_000).contains(&size), "{size} bytes");
        }
    }

    #[test]
    fn no_file_of_the_catalogue_burdens_a_first_visit() {
        let mut sources = Vec::new();
        add(&mut sources, root()).unwrap();
        assert!(sources.iter().all(|source| source.group != Group::First));
    }
}
