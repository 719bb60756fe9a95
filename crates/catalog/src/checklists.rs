//! The checklists for interviews, as the client gets them: in one language. How they are written is in
//! `content/checklists/README.md`; what a person makes of one is in `domain::practice`.

use approdo_domain::ItemId;
use approdo_domain::practice::{ChecklistAddition, ChecklistPhase, InterviewKind};
use serde::{Deserialize, Serialize};

use crate::Language;
use crate::packed::{PackedError, pack, unpack};

/// What a compact file of checklists begins with.
const MARK: [u8; 4] = *b"APCL";

/// All that is written on checklists, in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checklists {
    /// The language they are written in.
    pub language: Language,
    /// The lists: the one for every interview, those of a kind, those of a person's case.
    pub lists: Vec<ChecklistContent>,
    /// What to bring, what to give later, what never to give.
    pub documents: Vec<ChecklistDocument>,
    /// A minute of calm.
    pub calm: CalmMinute,
    /// Hints for the lines of thanks.
    pub thank_you: ThankYou,
}

/// When a list applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ChecklistPart {
    /// Always.
    Base,
    /// For a kind of interview.
    Interview(InterviewKind),
    /// In a person's case.
    Addition(ChecklistAddition),
}

/// One list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChecklistContent {
    /// When it applies.
    pub part: ChecklistPart,
    /// What it is called.
    pub name: String,
    /// Its items, in their order.
    pub items: Vec<ChecklistEntry>,
}

/// One item of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChecklistEntry {
    /// A name that never changes.
    pub id: String,
    /// When it is done.
    pub phase: ChecklistPhase,
    /// What is done.
    pub text: String,
    /// How, if the text alone does not say so.
    pub hint: Option<String>,
}

/// When a document is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DocumentTime {
    /// Everybody brings it to the interview.
    Interview,
    /// Whoever has it brings it.
    IfItApplies,
    /// Not before being hired.
    AfterTheOffer,
    /// Never.
    Never,
}

impl DocumentTime {
    /// All times, in the order of the list.
    pub const ALL: [Self; 4] = [
        Self::Interview,
        Self::IfItApplies,
        Self::AfterTheOffer,
        Self::Never,
    ];
}

/// One document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChecklistDocument {
    /// When it is given.
    pub when: DocumentTime,
    /// What it is.
    pub text: String,
    /// What to look at.
    pub hint: Option<String>,
}

/// A minute of calm.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalmMinute {
    /// What it is called.
    pub title: String,
    /// When to do it, and how.
    pub before: String,
    /// When to stop.
    pub stop: String,
    /// The steps, in the order in which they are done, breaths repeated.
    pub steps: Vec<CalmStep>,
}

/// One step of the minute.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalmStep {
    /// A name that never changes; `in` and `out` are the halves of a breath.
    pub id: String,
    /// What is said and shown.
    pub words: String,
    /// How long it takes.
    pub seconds: u8,
}

/// Hints for the lines of thanks after an interview; `…` is a blank for the person's own word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ThankYou {
    /// What it is called.
    pub title: String,
    /// When it is sent, and by which way.
    pub when: String,
    /// What stands in it.
    pub points: Vec<String>,
    /// What does not.
    pub avoid: Vec<String>,
    /// The subject of an e-mail.
    pub subject: String,
    /// The lines of an e-mail.
    pub email: Vec<String>,
    /// A message.
    pub message: String,
}

impl Checklists {
    /// Reads a compact file.
    ///
    /// # Errors
    ///
    /// Says what is wrong with the file.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, PackedError> {
        unpack(MARK, bytes)
    }

    /// Writes a compact file.
    ///
    /// # Errors
    ///
    /// None in practice: everything here can be written.
    pub fn to_bytes(&self) -> Result<Vec<u8>, PackedError> {
        pack(MARK, self)
    }

    /// Returns the entries of a list for an interview of that kind, in their order: those for every interview, those of
    /// the kind, then those of each addition.
    pub fn entries(
        &self,
        kind: InterviewKind,
        additions: &[ChecklistAddition],
    ) -> Vec<&ChecklistEntry> {
        let applies = |part: ChecklistPart| match part {
            ChecklistPart::Base => true,
            ChecklistPart::Interview(of) => of == kind,
            ChecklistPart::Addition(of) => additions.contains(&of),
        };
        let lists = self.lists.iter().filter(|list| applies(list.part));
        lists.flat_map(|list| &list.items).collect()
    }

    /// Returns the entry that an item of a person's list stands for; none of an item of their own.
    pub fn entry(&self, item: ItemId) -> Option<&ChecklistEntry> {
        let mut entries = self.lists.iter().flat_map(|list| &list.items);
        entries.find(|entry| ItemId::of_name(&entry.id) == item)
    }
}
