//! What people write, and how it becomes the compact files: reading, checking, making.
//!
//! `content/README.md` has the rules. The files themselves are read by the caller.

mod certificate_file;
mod check;
mod check_checklists;
mod check_letters;
mod check_phrases;
mod check_question_text;
mod check_questions;
mod checklist_file;
mod codes;
mod criteria;
mod esco_files;
mod fault;
mod letter_file;
mod make;
mod plain_text;
mod questions;
mod sector_file;
mod tables;

pub use certificate_file::{CertificateFile, CertificateSource, CertificateText};
pub use check::check;
pub use check_checklists::check_checklists;
pub use check_letters::check_letters;
pub use check_questions::check_questions;
pub use checklist_file::{
    CalmFile, CalmText, ChecklistFile, ChecklistSource, DocumentSource, DocumentsFile, InBoth,
    ItemSource, LineSource, StepPart, StepSource, ThankYouFile,
};
pub use codes::Codes;
pub use criteria::{CriteriaFile, CriterionSource, CriterionText};
pub use esco_files::{EscoError, EscoFile};
pub use fault::Fault;
pub use letter_file::{LetterFile, LetterSource};
pub use questions::{QuestionBank, QuestionFile, QuestionSource, QuestionText};
pub use sector_file::{EnglishText, ItalianText, OccupationSource, SectorFile, SectorName};
pub use tables::{PlaceTables, economic_activities};

/// All that is written, as read from `content`.
#[derive(Debug, Default)]
pub struct Source {
    /// Each sector with the name of its file.
    pub sectors: Vec<(String, SectorFile)>,
    /// The certificates.
    pub certificates: CertificateFile,
}

impl Source {
    /// Name of the file that holds the certificates.
    pub const CERTIFICATES: &'static str = "certificates.toml";

    /// Reads the files of `content`, given as name and text; sectors come in the order of their names.
    ///
    /// # Errors
    ///
    /// Says in which file and line what is written cannot be read.
    pub fn read<'a>(
        files: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, Vec<Fault>> {
        let mut source = Self::default();
        let mut faults = Vec::new();
        for (name, text) in files {
            let unreadable = |error: toml::de::Error| Fault::new(name, "", error.to_string());
            if name == Self::CERTIFICATES {
                match toml::from_str(text).map_err(unreadable) {
                    Ok(file) => source.certificates = file,
                    Err(fault) => faults.push(fault),
                }
            } else {
                match toml::from_str(text).map_err(unreadable) {
                    Ok(file) => source.sectors.push((name.to_owned(), file)),
                    Err(fault) => faults.push(fault),
                }
            }
        }
        source.sectors.sort_by(|one, other| one.0.cmp(&other.0));
        match faults.is_empty() {
            true => Ok(source),
            false => Err(faults),
        }
    }

    /// Goes through all occupations, each with the name of its file.
    pub fn occupations(&self) -> impl Iterator<Item = (&str, &OccupationSource)> {
        self.sectors.iter().flat_map(|(name, sector)| {
            let name = name.as_str();
            sector.occupations.iter().map(move |entry| (name, entry))
        })
    }
}
