//! The files of interview questions, as they are written. Whether they follow the rules is not decided
//! here but in `check_questions`.

use serde::Deserialize;

use super::{Fault, Source};
use crate::{CareerStage, Language, Question, QuestionFamily, QuestionOccupation, Questions};

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
    #[serde(default)]
    pub stages: Vec<CareerStage>,
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

    /// Returns the questions in one language, as the client gets them. `source` says what the occupations
    /// are called; questions of an occupation that it does not have are left out, and `check_questions` tells of them.
    pub fn in_language(&self, language: Language, source: &Source) -> Questions {
        let occupations: Vec<QuestionOccupation> = source
            .catalog(language)
            .occupations
            .into_iter()
            .filter_map(|occupation| {
                Some(QuestionOccupation {
                    sector: self.sector_of(&occupation.id)?,
                    name: occupation.label(),
                    id: occupation.id,
                })
            })
            .collect();
        let number = |id: &str| occupations.iter().position(|known| known.id == id);
        let questions = self.questions().filter_map(|(_, family, question)| {
            let occupation = match &question.occupation {
                Some(id) => Some(u16::try_from(number(id)?).ok()?),
                None => None,
            };
            Some(as_packed(question, family, occupation, language))
        });
        Questions {
            language,
            questions: questions.collect(),
            occupations,
        }
    }

    /// Returns the number of the file with an occupation's questions; none if it has no questions.
    fn sector_of(&self, occupation: &str) -> Option<u8> {
        let asks_of = |file: &QuestionFile| {
            let mut questions = file.questions.iter();
            questions.any(|question| question.occupation.as_deref() == Some(occupation))
        };
        let mut files = self.occupations.iter();
        let number = files.position(|(_, file)| asks_of(file))?;
        u8::try_from(number).ok()
    }
}

fn as_packed(
    question: &QuestionSource,
    family: Option<QuestionFamily>,
    occupation: Option<u16>,
    language: Language,
) -> Question {
    let text = question.text(language).clone();
    Question {
        id: question.id.clone(),
        family,
        occupation,
        stages: question.stages.clone(),
        minutes: question.minutes,
        ask: text.ask,
        why: text.why,
        good: text.good,
        avoid: text.avoid,
        rights: text.rights,
        strong: text.strong,
        weak: text.weak,
    }
}
