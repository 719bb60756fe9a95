//! The files of interview questions, as they are written. Whether they follow the rules is not decided
//! here but in `check_questions`.

use serde::Deserialize;

use super::Fault;
use crate::Language;

/// A family of general questions; each has one file in `content/questions/general`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum QuestionFamily {
    /// Who somebody is and where they come from.
    AboutYou,
    /// What somebody has done, with an example.
    Experience,
    /// Why this work, why here.
    Motivation,
    /// What somebody does well and what not yet.
    StrengthsAndLimits,
    /// Hours, travel, pay, papers.
    PracticalConditions,
    /// Questions that weigh: gaps, age, a dismissal.
    Difficult,
    /// Questions that may not be asked, and how to answer them.
    Illegal,
    /// Questions that the candidate asks.
    AskBack,
    /// The last minutes of an interview.
    Closing,
}

impl QuestionFamily {
    /// All families, in the order in which an interview meets them.
    pub const ALL: [Self; 9] = [
        Self::AboutYou,
        Self::Experience,
        Self::Motivation,
        Self::StrengthsAndLimits,
        Self::PracticalConditions,
        Self::Difficult,
        Self::Illegal,
        Self::AskBack,
        Self::Closing,
    ];

    /// Returns the id, by which its file is named.
    pub fn id(self) -> &'static str {
        match self {
            Self::AboutYou => "about-you",
            Self::Experience => "experience",
            Self::Motivation => "motivation",
            Self::StrengthsAndLimits => "strengths-and-limits",
            Self::PracticalConditions => "practical-conditions",
            Self::Difficult => "difficult",
            Self::Illegal => "illegal",
            Self::AskBack => "ask-back",
            Self::Closing => "closing",
        }
    }
}

/// One file of questions.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionFile {
    /// The questions, in the order of the file.
    #[serde(default, rename = "question")]
    pub questions: Vec<QuestionSource>,
}

/// One question in both languages.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(
    missing_docs,
    reason = "the fields are described in content/questions/README.md"
)]
pub struct QuestionSource {
    pub id: String,
    pub occupation: Option<String>,
    pub minutes: u8,
    pub it: QuestionText,
    pub en: QuestionText,
}

/// A question in one language.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(
    missing_docs,
    reason = "the fields are described in content/questions/README.md"
)]
pub struct QuestionText {
    pub ask: String,
    pub why: String,
    pub good: Vec<String>,
    pub avoid: Vec<String>,
    pub rights: Option<String>,
    pub strong: Option<String>,
    pub weak: Option<String>,
}

impl QuestionSource {
    /// Returns the text in a language.
    pub fn text(&self, language: Language) -> &QuestionText {
        match language {
            Language::Italian => &self.it,
            Language::English => &self.en,
        }
    }
}

/// All questions that are written.
#[derive(Debug, Default)]
pub struct QuestionBank {
    /// The general questions, by family.
    pub general: Vec<(QuestionFamily, QuestionFile)>,
    /// The questions of occupations, each file with its name.
    pub occupations: Vec<(String, QuestionFile)>,
}

impl QuestionBank {
    /// Reads the files of `content/questions`, given as `general/FAMILY.toml` or
    /// `occupations/SECTOR.toml` and text. Families come in their order, sectors by name.
    ///
    /// # Errors
    ///
    /// Says which file cannot be read and why, or that no family has its name.
    pub fn read<'a>(
        files: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, Vec<Fault>> {
        let mut bank = Self::default();
        let mut faults = Vec::new();
        for (name, text) in files {
            match toml::from_str(text) {
                Ok(file) => faults.extend(bank.take(name, file)),
                Err(error) => faults.push(Fault::new(name, "", error.to_string())),
            }
        }
        let place = |family| {
            QuestionFamily::ALL
                .iter()
                .position(|known| *known == family)
        };
        bank.general.sort_by_key(|(family, _)| place(*family));
        bank.occupations.sort_by(|one, other| one.0.cmp(&other.0));
        match faults.is_empty() {
            true => Ok(bank),
            false => Err(faults),
        }
    }

    fn take(&mut self, name: &str, file: QuestionFile) -> Option<Fault> {
        if name.starts_with("occupations/") {
            self.occupations.push((name.to_owned(), file));
            return None;
        }
        let is_named = |family: &QuestionFamily| name == format!("general/{}.toml", family.id());
        let Some(family) = QuestionFamily::ALL.into_iter().find(is_named) else {
            let message = "no family has this name; see QuestionFamily";
            return Some(Fault::new(name, "", message));
        };
        self.general.push((family, file));
        None
    }

    /// Goes through all questions, each with its file and, if it is a general one, its family.
    pub fn questions(
        &self,
    ) -> impl Iterator<Item = (String, Option<QuestionFamily>, &QuestionSource)> {
        let general = self.general.iter().flat_map(|(family, file)| {
            let name = format!("general/{}.toml", family.id());
            let questions = file.questions.iter();
            questions.map(move |question| (name.clone(), Some(*family), question))
        });
        let occupations = self.occupations.iter().flat_map(|(name, file)| {
            let questions = file.questions.iter();
            questions.map(move |question| (name.clone(), None, question))
        });
        general.chain(occupations)
    }
}
