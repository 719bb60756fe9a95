//! Reads the files of `content` for the tests.

#![allow(dead_code, reason = "each test uses its own part")]

use std::fs;
use std::path::{Path, PathBuf};

use approdo_catalog::source::{
    ChecklistSource, Codes, CriteriaFile, Fault, PlaceTables, QuestionBank, Source,
    economic_activities,
};
use approdo_catalog::{Catalog, EconomicActivities, Language, Places};

pub fn content() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("content")
}

/// Reads a list of `content/codes`.
pub fn table(name: &str) -> String {
    fs::read_to_string(content().join("codes").join(name)).unwrap_or_default()
}

/// Reads all that is written.
pub fn source() -> Source {
    let mut paths = vec![content().join(Source::CERTIFICATES)];
    if let Ok(entries) = fs::read_dir(content().join("occupations")) {
        paths.extend(entries.flatten().map(|entry| entry.path()));
    }
    let files: Vec<(String, String)> = paths
        .into_iter()
        .filter_map(|path| {
            let name = path.file_name()?.to_str()?.to_owned();
            Some((name, fs::read_to_string(&path).ok()?))
        })
        .collect();
    let named = files
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()));
    match Source::read(named) {
        Ok(source) => source,
        Err(faults) => panic!("not readable:\n{}", lines(&faults)),
    }
}

/// Reads all interview questions, general and of occupations.
pub fn question_bank() -> QuestionBank {
    let mut files: Vec<(String, String)> = Vec::new();
    for folder in ["general", "occupations"] {
        let Ok(entries) = fs::read_dir(content().join("questions").join(folder)) else {
            continue;
        };
        files.extend(entries.flatten().filter_map(|entry| {
            let name = format!("{folder}/{}", entry.file_name().to_str()?);
            Some((name, fs::read_to_string(entry.path()).ok()?))
        }));
    }
    let named = files
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()));
    match QuestionBank::read(named) {
        Ok(bank) => bank,
        Err(faults) => panic!("not readable:\n{}", lines(&faults)),
    }
}

/// Reads the checklists.
pub fn checklists() -> ChecklistSource {
    let entries = fs::read_dir(content().join("checklists")).into_iter();
    let files: Vec<(String, String)> = entries
        .flatten()
        .flatten()
        .filter_map(|entry| {
            let name = entry.file_name().to_str()?.to_owned();
            Some((name, fs::read_to_string(entry.path()).ok()?))
        })
        .collect();
    let named = files
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()));
    match ChecklistSource::read(named) {
        Ok(checklists) => checklists,
        Err(faults) => panic!("not readable:\n{}", lines(&faults)),
    }
}

/// Reads the criteria of the assessor's sheet.
pub fn criteria() -> CriteriaFile {
    let text = fs::read_to_string(content().join(CriteriaFile::PATH)).unwrap_or_default();
    match CriteriaFile::read(&text) {
        Ok(criteria) => criteria,
        Err(fault) => panic!("{fault}"),
    }
}

pub fn codes() -> Codes {
    Codes::read(&table("isco-08.tsv"), &table("esco-occupations.tsv"))
}

pub fn lines(faults: &[Fault]) -> String {
    let lines: Vec<String> = faults.iter().map(Fault::to_string).collect();
    lines.join("\n")
}

/// The catalogue as the client gets it: through its compact file.
pub fn catalog(language: Language) -> Catalog {
    let bytes = source().catalog(language).to_bytes().unwrap_or_default();
    match Catalog::from_bytes(&bytes) {
        Ok(catalog) => catalog,
        Err(error) => panic!("{error}"),
    }
}

/// The compact file of places.
pub fn places_file() -> Vec<u8> {
    let tables = PlaceTables {
        municipalities: &table("municipalities.tsv"),
        provinces: &table("provinces.tsv"),
        countries: &table("countries.tsv"),
    };
    match tables.read() {
        Ok(content) => content.to_bytes().unwrap_or_default(),
        Err(fault) => panic!("{fault}"),
    }
}

pub fn places() -> Places {
    match Places::from_bytes(&places_file()) {
        Ok(places) => places,
        Err(error) => panic!("{error}"),
    }
}

pub fn economic_sectors() -> EconomicActivities {
    let activities = match economic_activities(&table("ateco-2025.tsv")) {
        Ok(activities) => activities,
        Err(fault) => panic!("{fault}"),
    };
    let bytes = EconomicActivities::pack(&activities).unwrap_or_default();
    match EconomicActivities::from_bytes(&bytes) {
        Ok(activities) => activities,
        Err(error) => panic!("{error}"),
    }
}
