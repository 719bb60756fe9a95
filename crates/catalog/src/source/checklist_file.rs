//! The files of checklists, as they are written. Whether they follow the rules is decided in
//! `check_checklists`.

use approdo_domain::practice::{ChecklistAddition, ChecklistPhase, InterviewKind};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::Fault;
use crate::{
    CalmMinute, CalmStep, ChecklistContent, ChecklistDocument, ChecklistEntry, ChecklistPart,
    Checklists, DocumentTime, Language, ThankYou,
};

/// Something that is written in both languages.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InBoth<T> {
    /// In Italian.
    pub it: T,
    /// In English.
    pub en: T,
}

impl<T> InBoth<T> {
    /// Returns what is written in a language.
    pub fn in_language(&self, language: Language) -> &T {
        match language {
            Language::Italian => &self.it,
            Language::English => &self.en,
        }
    }
}

/// The file of one list. Fields as in `content/checklists/README.md`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(
    missing_docs,
    reason = "the fields are described in content/checklists/README.md"
)]
pub struct ChecklistFile {
    pub id: String,
    pub part: String,
    pub it: String,
    pub en: String,
    #[serde(default, rename = "item")]
    pub items: Vec<ItemSource>,
}

/// One item of a list.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(
    missing_docs,
    reason = "the fields are described in content/checklists/README.md"
)]
pub struct ItemSource {
    pub id: String,
    pub phase: ChecklistPhase,
    pub it: LineSource,
    pub en: LineSource,
}

/// A line with its hint.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LineSource {
    /// What is done or brought.
    pub text: String,
    /// How.
    pub hint: Option<String>,
}

/// The file of documents.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentsFile {
    /// The documents, in the order of the file.
    #[serde(default, rename = "document")]
    pub documents: Vec<DocumentSource>,
}

/// One document.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(
    missing_docs,
    reason = "the fields are described in content/checklists/README.md"
)]
pub struct DocumentSource {
    pub id: String,
    pub when: DocumentTime,
    pub it: LineSource,
    pub en: LineSource,
}

/// The file of the calm minute.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(
    missing_docs,
    reason = "the fields are described in content/checklists/README.md"
)]
pub struct CalmFile {
    pub breaths: u8,
    pub it: CalmText,
    pub en: CalmText,
    #[serde(rename = "step")]
    pub steps: Vec<StepSource>,
}

/// What is said around the minute.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(
    missing_docs,
    reason = "the fields are described in content/checklists/README.md"
)]
pub struct CalmText {
    pub title: String,
    pub before: String,
    pub stop: String,
}

/// Which part of the minute a step belongs to; in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum StepPart {
    /// Before the breaths.
    Start,
    /// In each breath.
    Breath,
    /// After the breaths.
    End,
}

/// One step of the minute.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(
    missing_docs,
    reason = "the fields are described in content/checklists/README.md"
)]
pub struct StepSource {
    pub id: String,
    pub part: StepPart,
    pub seconds: u8,
    pub it: String,
    pub en: String,
}

/// The file of the lines of thanks.
pub type ThankYouFile = InBoth<ThankYou>;

/// All that is written for checklists.
#[derive(Debug, Clone)]
pub struct ChecklistSource {
    /// The lists: that for every interview, those of kinds, those of cases.
    pub lists: Vec<ChecklistFile>,
    /// The documents.
    pub documents: DocumentsFile,
    /// The calm minute.
    pub calm: CalmFile,
    /// The lines of thanks.
    pub thank_you: ThankYouFile,
}

impl ChecklistSource {
    /// Reads the files of `content/checklists`, given as name and text. Files that are no `.toml` are passed over.
    ///
    /// # Errors
    ///
    /// Says which file cannot be read and why, or which is missing.
    pub fn read<'a>(
        files: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, Vec<Fault>> {
        let mut faults = Vec::new();
        let (mut lists, mut documents, mut calm, mut thank_you) = (Vec::new(), None, None, None);
        for (name, text) in files {
            match name.strip_suffix(".toml") {
                None => {}
                Some("documents") => documents = read(name, text, &mut faults),
                Some("calm") => calm = read(name, text, &mut faults),
                Some("thank-you") => thank_you = read(name, text, &mut faults),
                Some(id) => {
                    let list: Option<ChecklistFile> = read(name, text, &mut faults);
                    let misnamed = list.as_ref().filter(|list| list.id != id);
                    faults.extend(misnamed.map(|list| {
                        Fault::new(name, &list.id, "the id is the file's name without `.toml`")
                    }));
                    lists.extend(list);
                }
            }
        }
        lists.sort_by_key(|list: &ChecklistFile| (list.place(), list.id.clone()));
        match (documents, calm, thank_you) {
            (Some(documents), Some(calm), Some(thank_you)) if faults.is_empty() => Ok(Self {
                lists,
                documents,
                calm,
                thank_you,
            }),
            _ => {
                let message = "documents.toml, calm.toml and thank-you.toml are all needed";
                faults.push(Fault::new("checklists", "", message));
                Err(faults)
            }
        }
    }

    /// Returns the checklists in one language, as the client gets them.
    pub fn in_language(&self, language: Language) -> Checklists {
        let lists = self.lists.iter();
        let documents = self.documents.documents.iter();
        Checklists {
            language,
            lists: lists.filter_map(|list| list.packed(language)).collect(),
            documents: documents.map(|one| one.packed(language)).collect(),
            calm: self.calm.packed(language),
            thank_you: self.thank_you.in_language(language).clone(),
        }
    }
}

fn read<T: DeserializeOwned>(name: &str, text: &str, faults: &mut Vec<Fault>) -> Option<T> {
    let file = toml::from_str(text);
    file.map_err(|error| faults.push(Fault::new(name, "", error.to_string())))
        .ok()
}

impl ChecklistFile {
    /// Returns when the list applies; none if no part, kind or case is called so.
    pub fn part(&self) -> Option<ChecklistPart> {
        match self.part.as_str() {
            "base" => Some(ChecklistPart::Base),
            "interview" => InterviewKind::from_code(&self.id).map(ChecklistPart::Interview),
            "addition" => ChecklistAddition::from_code(&self.id).map(ChecklistPart::Addition),
            _ => None,
        }
    }

    /// Where the list stands among all: the base, then kinds, then cases.
    fn place(&self) -> usize {
        let parts = ["base", "interview", "addition"];
        let place = parts.iter().position(|part| *part == self.part);
        place.unwrap_or(parts.len())
    }

    fn packed(&self, language: Language) -> Option<ChecklistContent> {
        let name = match language {
            Language::Italian => &self.it,
            Language::English => &self.en,
        };
        let items = self.items.iter().map(|item| {
            let line = item.line(language).clone();
            ChecklistEntry {
                id: item.id.clone(),
                phase: item.phase,
                text: line.text,
                hint: line.hint,
            }
        });
        Some(ChecklistContent {
            part: self.part()?,
            name: name.clone(),
            items: items.collect(),
        })
    }
}

impl ItemSource {
    /// Returns the line in a language.
    pub fn line(&self, language: Language) -> &LineSource {
        match language {
            Language::Italian => &self.it,
            Language::English => &self.en,
        }
    }
}

impl DocumentSource {
    /// Returns the line in a language.
    pub fn line(&self, language: Language) -> &LineSource {
        match language {
            Language::Italian => &self.it,
            Language::English => &self.en,
        }
    }

    fn packed(&self, language: Language) -> ChecklistDocument {
        let line = self.line(language).clone();
        ChecklistDocument {
            when: self.when,
            text: line.text,
            hint: line.hint,
        }
    }
}

impl CalmFile {
    /// Returns the steps in the order in which they are done, breaths repeated.
    pub fn walk(&self) -> Vec<&StepSource> {
        let of = |part: StepPart| self.steps.iter().filter(move |step| step.part == part);
        let breaths = (0..self.breaths).flat_map(|_| of(StepPart::Breath));
        let start = of(StepPart::Start);
        start.chain(breaths).chain(of(StepPart::End)).collect()
    }

    fn packed(&self, language: Language) -> CalmMinute {
        let text = match language {
            Language::Italian => self.it.clone(),
            Language::English => self.en.clone(),
        };
        let steps = self.walk().into_iter().map(|step| CalmStep {
            id: step.id.clone(),
            words: match language {
                Language::Italian => step.it.clone(),
                Language::English => step.en.clone(),
            },
            seconds: step.seconds,
        });
        CalmMinute {
            title: text.title,
            before: text.before,
            stop: text.stop,
            steps: steps.collect(),
        }
    }
}
