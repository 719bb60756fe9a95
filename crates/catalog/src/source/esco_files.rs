//! Reads the official files of ESCO, `occupations_it.csv` and `occupations_en.csv`, as the European
//! Commission publishes them: comma-separated, one header line, labels in `altLabels` one a line.

use std::collections::HashMap;

use csv::StringRecord;

use super::codes::ESCO_OCCUPATION;
use crate::{CatalogContent, Language, Occupation, Phrases};

/// Largest file that is read; the published ones have about 5 MB.
const LARGEST_BYTES: usize = 64 * 1024 * 1024;
/// Most occupations that are read; ESCO 1.2 has 3,039.
const MOST_OCCUPATIONS: usize = 20_000;
/// Longest label that is kept, in characters; longer ones are no names.
const LONGEST_LABEL: usize = 150;
/// Most further labels that are kept of an occupation.
const MOST_LABELS: usize = 60;

/// Why a file of ESCO cannot be read.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum EscoError {
    /// It is far larger than what is published.
    #[error(
        "the file has more than 64 MB; the published one has about 5, take it from esco.ec.europa.eu again"
    )]
    TooLarge,
    /// It is written in another encoding, or no text at all.
    #[error(
        "the file is not written in UTF-8; take the CSV from esco.ec.europa.eu without opening and saving it"
    )]
    NotUtf8,
    /// A column is missing.
    #[error("the file has no column `{0}`; take the occupations file of the classification as CSV")]
    MissingColumn(&'static str),
    /// A line cannot be taken apart.
    #[error("line {line} cannot be read; the file may be cut off, take it again")]
    Unreadable {
        /// Number of the line, from 1.
        line: u64,
    },
    /// There is nothing in it that could be searched.
    #[error(
        "the file holds no occupation with a label; take the occupations file, not skills or groups"
    )]
    Empty,
    /// It holds more than any version of ESCO.
    #[error("the file holds more than 20,000 occupations; take it from esco.ec.europa.eu again")]
    TooMany,
}

/// One language's file, read.
#[derive(Debug)]
pub struct EscoFile {
    occupations: Vec<EscoOccupation>,
}

#[derive(Debug)]
struct EscoOccupation {
    uri: String,
    isco: Option<u16>,
    label: String,
    others: Vec<String>,
}

impl EscoFile {
    /// Reads a file.
    ///
    /// # Errors
    ///
    /// Says what is wrong with the file and what to do.
    pub fn read(bytes: &[u8]) -> Result<Self, EscoError> {
        if bytes.len() > LARGEST_BYTES {
            return Err(EscoError::TooLarge);
        }
        let text = std::str::from_utf8(bytes).map_err(|_| EscoError::NotUtf8)?;
        let text = text.trim_start_matches('\u{feff}');
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let columns = Columns::find(reader.headers().map_err(|error| unreadable(&error))?)?;
        let mut occupations = Vec::new();
        for record in reader.records() {
            let record = record.map_err(|error| unreadable(&error))?;
            occupations.extend(columns.occupation(&record));
            if occupations.len() > MOST_OCCUPATIONS {
                return Err(EscoError::TooMany);
            }
        }
        match occupations.is_empty() {
            true => Err(EscoError::Empty),
            false => Ok(Self { occupations }),
        }
    }

    /// Returns how many occupations there are.
    pub fn count(&self) -> usize {
        self.occupations.len()
    }

    /// Returns a catalogue in the language of this file, found by the names of the other file too.
    pub fn catalog(&self, language: Language, other: &Self) -> CatalogContent {
        let others: HashMap<&str, &EscoOccupation> = other
            .occupations
            .iter()
            .map(|occupation| (occupation.uri.as_str(), occupation))
            .collect();
        let occupations = self.occupations.iter();
        let occupations =
            occupations.map(|occupation| occupation.entry(others.get(occupation.uri.as_str())));
        CatalogContent {
            language,
            sectors: Vec::new(),
            occupations: occupations.collect(),
            certificates: Vec::new(),
        }
    }
}

impl EscoOccupation {
    fn entry(&self, other: Option<&&Self>) -> Occupation {
        let (masculine, feminine) = both_forms(&self.label);
        let foreign = other.map(|other| {
            let (masculine, feminine) = both_forms(&other.label);
            [masculine, feminine]
        });
        let mut foreign_names: Vec<String> = foreign.into_iter().flatten().collect();
        foreign_names.dedup();
        Occupation {
            id: self.uri.clone(),
            masculine,
            feminine,
            synonyms: self.others.clone(),
            foreign_names,
            sector: None,
            isco: self.isco,
            esco: Some(self.uri.clone()),
            cp2021: None,
            certificates: Vec::new(),
            driving: Vec::new(),
            phrases: Phrases::default(),
        }
    }
}

/// Both forms of a label that ESCO writes as "magazziniere/magazziniera", with a capital letter.
fn both_forms(label: &str) -> (String, String) {
    let (one, other) = label.split_once('/').unwrap_or((label, label));
    let is_pair = !one.trim().is_empty() && !other.trim().is_empty() && !other.contains('/');
    match is_pair {
        true => (capitalized(one.trim()), capitalized(other.trim())),
        false => (capitalized(label), capitalized(label)),
    }
}

fn capitalized(text: &str) -> String {
    let mut characters = text.chars();
    match characters.next() {
        Some(first) => first.to_uppercase().chain(characters).collect(),
        None => String::new(),
    }
}

/// Where the columns stand; their order differs from version to version.
struct Columns {
    uri: usize,
    isco: usize,
    label: usize,
    others: usize,
}

impl Columns {
    fn find(header: &StringRecord) -> Result<Self, EscoError> {
        let find = |name: &'static str| {
            let place = header.iter().position(|column| column.trim() == name);
            place.ok_or(EscoError::MissingColumn(name))
        };
        Ok(Self {
            uri: find("conceptUri")?,
            isco: find("iscoGroup")?,
            label: find("preferredLabel")?,
            others: find("altLabels")?,
        })
    }

    /// The occupation of a line; nothing for lines without a label or of other things.
    fn occupation(&self, record: &StringRecord) -> Option<EscoOccupation> {
        let uri = record.get(self.uri)?.trim();
        let label = label(record.get(self.label)?)?;
        let id = uri.strip_prefix(ESCO_OCCUPATION)?;
        let is_id = !id.is_empty() && id.len() <= 64 && id.bytes().all(is_id_byte);
        let mut others: Vec<String> = record
            .get(self.others)?
            .lines()
            .filter_map(self::label)
            .filter(|other| *other != label)
            .take(MOST_LABELS)
            .collect();
        others.dedup();
        is_id.then(|| EscoOccupation {
            uri: uri.to_owned(),
            isco: record.get(self.isco).and_then(isco_group),
            label,
            others,
        })
    }
}

fn is_id_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'-'
}

/// A label without blanks around it; nothing if it cannot be a name.
fn label(text: &str) -> Option<String> {
    let text: String = text.chars().filter(|sign| !sign.is_control()).collect();
    let text = text.trim();
    let is_name = !text.is_empty() && text.chars().count() <= LONGEST_LABEL;
    is_name.then(|| text.to_owned())
}

/// A unit group of ISCO-08; some versions write a `C` before it.
fn isco_group(text: &str) -> Option<u16> {
    let digits = text.trim().trim_start_matches('C');
    let group = digits.parse().ok()?;
    (digits.len() == 4 && group < 10_000).then_some(group)
}

fn unreadable(error: &csv::Error) -> EscoError {
    EscoError::Unreadable {
        line: error.position().map_or(1, csv::Position::line),
    }
}
