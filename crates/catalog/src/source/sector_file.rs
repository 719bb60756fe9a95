//! The file of a sector, as it is written. Whether it follows the rules is not decided here.

use serde::Deserialize;

use crate::{Language, Phrases};

/// One sector with its occupations.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SectorFile {
    /// What the sector is called.
    pub sector: SectorName,
    /// Its occupations.
    #[serde(default, rename = "occupation")]
    pub occupations: Vec<OccupationSource>,
}

/// What a sector is called.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SectorName {
    /// In Italian.
    pub it: String,
    /// In English.
    pub en: String,
}

impl SectorName {
    /// Returns the name in a language.
    pub fn in_language(&self, language: Language) -> &str {
        match language {
            Language::Italian => &self.it,
            Language::English => &self.en,
        }
    }
}

/// One occupation in both languages.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields are described in content/README.md")]
pub struct OccupationSource {
    pub id: String,
    pub isco: Option<String>,
    pub esco: Option<String>,
    pub cp2021: Option<String>,
    pub cp2021_source: Option<String>,
    #[serde(default)]
    pub certificates: Vec<String>,
    #[serde(default)]
    pub driving: Vec<String>,
    pub it: ItalianText,
    pub en: EnglishText,
}

/// The Italian texts of an occupation.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields are described in content/README.md")]
pub struct ItalianText {
    pub masculine: String,
    pub feminine: String,
    #[serde(default)]
    pub synonyms: Vec<String>,
    pub tasks: Vec<String>,
    pub results: Vec<String>,
    pub skills: Vec<String>,
    pub profile: Vec<String>,
}

/// The English texts of an occupation.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields are described in content/README.md")]
pub struct EnglishText {
    pub label: String,
    #[serde(default)]
    pub synonyms: Vec<String>,
    pub tasks: Vec<String>,
    pub results: Vec<String>,
    pub skills: Vec<String>,
    pub profile: Vec<String>,
}

impl OccupationSource {
    /// Returns the label for a man and for a woman.
    pub fn labels(&self, language: Language) -> [&str; 2] {
        match language {
            Language::Italian => [&self.it.masculine, &self.it.feminine],
            Language::English => [&self.en.label, &self.en.label],
        }
    }

    /// Returns the synonyms.
    pub fn synonyms(&self, language: Language) -> &[String] {
        match language {
            Language::Italian => &self.it.synonyms,
            Language::English => &self.en.synonyms,
        }
    }

    /// Returns the phrases as the client gets them.
    pub fn phrases(&self, language: Language) -> Phrases {
        let (tasks, results, skills, profile) = match language {
            Language::Italian => {
                let text = &self.it;
                (&text.tasks, &text.results, &text.skills, &text.profile)
            }
            Language::English => {
                let text = &self.en;
                (&text.tasks, &text.results, &text.skills, &text.profile)
            }
        };
        Phrases {
            tasks: tasks.clone(),
            results: results.clone(),
            skills: skills.clone(),
            profile: profile.clone(),
        }
    }
}
