//! The catalogue in one language: what it holds, and finding in it.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use crate::packed::{PackedError, pack, unpack};
use crate::recognition::Recognition;
use crate::search::{Index, Name, occupation_reading};
use crate::{Certificate, Language, Occupation};

/// What the file of a catalogue begins with.
const MARK: [u8; 4] = *b"APCT";
/// How much a synonym counts beside a label.
const SYNONYM_WEIGHT: f32 = 0.97;
/// How much a name in another language counts beside a label.
const FOREIGN_WEIGHT: f32 = 0.9;
/// What a catalogue holds, as it lies in a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CatalogContent {
    /// The language of its texts.
    pub language: Language,
    /// Names of the sectors.
    pub sectors: Vec<String>,
    /// The occupations; among equals, the first is found first.
    pub occupations: Vec<Occupation>,
    /// The certificates that occupations name.
    pub certificates: Vec<Certificate>,
}

impl CatalogContent {
    /// Reads a compact file.
    ///
    /// # Errors
    ///
    /// Says what is wrong with the file.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, PackedError> {
        unpack(MARK, bytes)
    }

    /// Returns the compact file.
    ///
    /// # Errors
    ///
    /// None is known; see [`PackedError`].
    pub fn to_bytes(&self) -> Result<Vec<u8>, PackedError> {
        pack(MARK, self)
    }
}

/// A catalogue that can be searched.
pub struct Catalog {
    content: CatalogContent,
    occupations: Index,
    certificates: Index,
    places: HashMap<String, usize>,
    /// Made when it is first asked for.
    recognition: OnceLock<Recognition>,
}

/// An occupation that a query found.
#[derive(Debug, Clone, Copy)]
pub struct OccupationMatch<'a> {
    /// The occupation.
    pub occupation: &'a Occupation,
    /// The name by which it was found: a label, a synonym or a name in another language.
    pub name: &'a str,
}

impl Catalog {
    /// Reads a compact file and prepares it to be searched.
    ///
    /// # Errors
    ///
    /// Says what is wrong with the file.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, PackedError> {
        Ok(Self::new(CatalogContent::from_bytes(bytes)?))
    }

    /// Prepares a catalogue to be searched.
    pub fn new(content: CatalogContent) -> Self {
        let occupations = Index::new(occupation_names(&content), occupation_reading);
        let certificates = Index::new(certificate_names(&content), occupation_reading);
        let entries = content.occupations.iter().enumerate();
        let places = entries
            .map(|(place, entry)| (entry.id.clone(), place))
            .collect();
        Self {
            content,
            occupations,
            certificates,
            places,
            recognition: OnceLock::new(),
        }
    }

    /// Joins the occupations of ESCO's official files to Approdo's own; those that Approdo has stay its own.
    pub fn with_official(self, official: CatalogContent) -> Self {
        let mut content = self.content;
        let known: HashSet<String> = content
            .occupations
            .iter()
            .filter_map(|occupation| occupation.esco.clone())
            .collect();
        let is_new = |occupation: &Occupation| {
            !occupation
                .esco
                .as_ref()
                .is_some_and(|uri| known.contains(uri))
        };
        let new = official.occupations.into_iter().filter(is_new);
        content.occupations.extend(new);
        Self::new(content)
    }

    /// Returns the language of the texts.
    pub fn language(&self) -> Language {
        self.content.language
    }

    /// Returns all occupations.
    pub fn occupations(&self) -> &[Occupation] {
        &self.content.occupations
    }

    /// Finds an occupation by its id.
    pub fn occupation(&self, id: &str) -> Option<&Occupation> {
        self.content.occupations.get(*self.places.get(id)?)
    }

    /// Returns the name of the sector of an occupation.
    pub fn sector(&self, occupation: &Occupation) -> Option<&str> {
        let sector = self.content.sectors.get(usize::from(occupation.sector?));
        sector.map(String::as_str)
    }

    /// Finds a certificate by its id.
    pub fn certificate(&self, id: &str) -> Option<&Certificate> {
        self.content
            .certificates
            .iter()
            .find(|certificate| certificate.id == id)
    }

    /// Recognises the occupation that a text names, as one writes it in a CV: "Magazziniera presso
    /// Rossi". None where no name of an occupation stands whole in the text.
    pub fn recognise(&self, text: &str) -> Option<&Occupation> {
        let recognition = self.recognition.get_or_init(|| {
            let entries = self.content.occupations.iter().enumerate();
            Recognition::new(entries.flat_map(|(entry, occupation)| {
                names(occupation).map(move |(name, weight)| (entry, name, weight >= 1.0))
            }))
        });
        let entry = recognition.entry_named_in(text)?;
        self.content.occupations.get(entry)
    }

    /// Finds occupations by what is typed so far, the best first; at most `limit`.
    pub fn search(&self, query: &str, limit: usize) -> Vec<OccupationMatch<'_>> {
        let hits = self.occupations.search(query, limit);
        hits.into_iter()
            .filter_map(|hit| {
                let occupation = self.content.occupations.get(hit.entry)?;
                let (name, _) = names(occupation).nth(hit.number)?;
                Some(OccupationMatch { occupation, name })
            })
            .collect()
    }

    /// Returns every certificate.
    pub fn certificates(&self) -> &[Certificate] {
        &self.content.certificates
    }

    /// Finds certificates by what is typed so far, the best first; at most `limit`.
    pub fn search_certificates(&self, query: &str, limit: usize) -> Vec<&Certificate> {
        let hits = self.certificates.search(query, limit);
        hits.into_iter()
            .filter_map(|hit| self.content.certificates.get(hit.entry))
            .collect()
    }
}

/// All names of an occupation with how much each counts.
fn names(occupation: &Occupation) -> impl Iterator<Item = (&str, f32)> {
    let labels = [&occupation.masculine, &occupation.feminine];
    let labels = labels.into_iter().map(|label| (label.as_str(), 1.0));
    let synonyms = occupation.synonyms.iter();
    let foreign = occupation.foreign_names.iter();
    labels
        .chain(synonyms.map(|name| (name.as_str(), SYNONYM_WEIGHT)))
        .chain(foreign.map(|name| (name.as_str(), FOREIGN_WEIGHT)))
}

fn occupation_names(content: &CatalogContent) -> impl Iterator<Item = Name<'_>> {
    let entries = content.occupations.iter().enumerate();
    entries.flat_map(|(entry, occupation)| {
        let names = names(occupation).enumerate();
        names.map(move |(number, (text, weight))| Name {
            entry,
            number,
            text,
            weight,
        })
    })
}

fn certificate_names(content: &CatalogContent) -> impl Iterator<Item = Name<'_>> {
    let entries = content.certificates.iter().enumerate();
    entries.flat_map(|(entry, certificate)| {
        let label = std::iter::once((certificate.label.as_str(), 1.0));
        let synonyms = certificate.synonyms.iter();
        let synonyms = synonyms.map(|name| (name.as_str(), SYNONYM_WEIGHT));
        let names = label.chain(synonyms).enumerate();
        names.map(move |(number, (text, weight))| Name {
            entry,
            number,
            text,
            weight,
        })
    })
}
