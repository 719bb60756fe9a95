//! What an occupation and a certificate are, in one language, as the client gets them.

use approdo_domain::DrivingCategory;
use serde::{Deserialize, Serialize};

/// An occupation with what a person may want to say of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Occupation {
    /// A name that never changes; for occupations of ESCO's files their URI.
    pub id: String,
    /// How a man in that occupation calls it.
    pub masculine: String,
    /// How a woman in that occupation calls it; the same word where there is one form.
    pub feminine: String,
    /// Other words for it, in the catalogue's language.
    pub synonyms: Vec<String>,
    /// Its label and the words for it in the other languages, to be found by only.
    pub foreign_names: Vec<String>,
    /// The sector it belongs to, as the number of a sector of the catalogue.
    pub sector: Option<u16>,
    /// Unit group of ISCO-08 (ILO), four digits.
    pub isco: Option<u16>,
    /// URI in ESCO.
    pub esco: Option<String>,
    /// Code in ISTAT's CP2021.
    pub cp2021: Option<String>,
    /// Certificates that employers often ask for, by id.
    pub certificates: Vec<String>,
    /// Driving licences the trade needs.
    pub driving: Vec<DrivingCategory>,
    /// What the person may take and adapt.
    pub phrases: Phrases,
}

impl Occupation {
    /// Returns both forms as one label: "Magazziniere / Magazziniera", or the only form.
    pub fn label(&self) -> String {
        match self.masculine == self.feminine {
            true => self.masculine.clone(),
            false => format!("{} / {}", self.masculine, self.feminine),
        }
    }
}

/// Phrases to tap and adapt; `…` stands where the person's own figure or word goes.
///
/// The lists of both languages are of the same length and in the same order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phrases {
    /// What one does in that trade.
    pub tasks: Vec<String>,
    /// What one can be proud of.
    pub results: Vec<String>,
    /// What one can do or knows.
    pub skills: Vec<String>,
    /// Sentences to open a CV with.
    pub profile: Vec<String>,
}

/// A certificate or a training that employers ask for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    /// A name that never changes.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// Other words for it.
    pub synonyms: Vec<String>,
    /// What it is for, in one line.
    pub explanation: String,
    /// How long it is valid.
    pub validity: Validity,
    /// The law or standard it comes from.
    pub source: Option<String>,
}

/// How long a certificate is valid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Validity {
    /// It does not expire, or it varies and the explanation says so.
    Unlimited,
    /// It expires, after a time that varies.
    Expires,
    /// It expires after so many years.
    Years(u8),
}
