//! A set that somebody prepared for a group: an occupation, questions in their order, the criteria of sheets. One
//! entry of a practice; its questions and criteria stand in texts, a line or a word for each, so that the set stays
//! small enough for one QR code.

use super::parts::entry_with_lists;
use crate::ItemId;
use crate::fields::field_names;
use crate::sheet::CriterionId;
use serde::{Deserialize, Serialize};

/// How many questions of a set are read.
pub const MOST_SET_QUESTIONS: usize = 60;
/// How many criteria of a set are read.
pub const MOST_SET_CRITERIA: usize = 100;
/// Longest question that is read, in characters.
pub const LONGEST_SET_QUESTION: usize = 300;

/// How the line of a question of the catalogue begins.
const OF_CATALOG: char = '=';
/// How the line of a question of one's own begins.
const OWN: char = '?';

entry_with_lists! {
    /// A prepared set.
    struct PreparedSet {},
    /// What stands in a prepared set.
    enum PreparedSetField {
        /// What it is called.
        name: Name => Line,
        /// The occupation: its id in the catalogue.
        occupation: Occupation => Line,
        /// The questions, one a line: see [`PreparedSet::asked`].
        questions: Questions => Paragraphs,
        /// The criteria of sheets that are begun with it, with spaces between; empty for all.
        criteria: Criteria => Line,
        /// Whether it was handed over by somebody else.
        received: Received => Flag,
    }
}

/// A question of a set.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SetQuestion {
    /// One of the catalogue, by its id.
    OfCatalog(String),
    /// One of the person who prepared the set, as it is said aloud.
    Own(String),
}

impl SetQuestion {
    /// Returns the identity of the question's answer: the same on every phone that gets the set.
    pub fn item(&self) -> ItemId {
        match self {
            Self::OfCatalog(id) => ItemId::of_name(id),
            // No id of the catalogue has a sign that is no letter, digit or hyphen.
            Self::Own(ask) => ItemId::of_name(&format!("{OWN}{ask}")),
        }
    }

    fn line(&self) -> String {
        match self {
            Self::OfCatalog(id) => format!("{OF_CATALOG}{id}"),
            Self::Own(ask) => format!("{OWN}{}", one_line(ask)),
        }
    }

    /// Reads a line; none of what a newer version wrote.
    fn of_line(line: &str) -> Option<Self> {
        let line = line.trim();
        if let Some(id) = line.strip_prefix(OF_CATALOG) {
            let is_allowed = |sign: char| sign.is_ascii_alphanumeric() || sign == '-';
            let is_id =
                !id.is_empty() && id.len() <= LONGEST_SET_QUESTION && id.chars().all(is_allowed);
            return is_id.then(|| Self::OfCatalog(id.to_owned()));
        }
        let ask = one_line(line.strip_prefix(OWN)?);
        (!ask.is_empty()).then_some(Self::Own(ask))
    }
}

/// Returns words with single spaces between, cut where nobody listens any more.
fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let cut: String = words.join(" ").chars().take(LONGEST_SET_QUESTION).collect();
    cut.trim_end().to_owned()
}

impl PreparedSet {
    /// Returns the questions in their order, each once.
    pub fn asked(&self) -> Vec<SetQuestion> {
        let mut asked: Vec<SetQuestion> = Vec::new();
        for question in self.questions.lines().filter_map(SetQuestion::of_line) {
            if asked.len() < MOST_SET_QUESTIONS && !asked.contains(&question) {
                asked.push(question);
            }
        }
        asked
    }

    /// Returns the criteria chosen; none for all of them.
    pub fn chosen_criteria(&self) -> Vec<CriterionId> {
        criteria_of(&self.criteria)
    }
}

/// Returns questions as the text that is kept.
pub fn questions_text(questions: &[SetQuestion]) -> String {
    let lines: Vec<String> = questions.iter().map(SetQuestion::line).collect();
    lines.join("\n")
}

/// Returns criteria as the text that is kept.
pub fn criteria_text(criteria: &[CriterionId]) -> String {
    let names: Vec<&str> = criteria.iter().map(CriterionId::as_str).collect();
    names.join(" ")
}

/// Reads the names of criteria with spaces between, each once; what names none is passed over.
pub fn criteria_of(text: &str) -> Vec<CriterionId> {
    let mut criteria: Vec<CriterionId> = Vec::new();
    for criterion in text.split_whitespace().filter_map(|name| name.parse().ok()) {
        if criteria.len() < MOST_SET_CRITERIA && !criteria.contains(&criterion) {
            criteria.push(criterion);
        }
    }
    criteria
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of_text(text: &str) -> PreparedSet {
        PreparedSet {
            questions: text.to_owned(),
            ..PreparedSet::empty(ItemId(1))
        }
    }

    #[test]
    fn questions_keep_their_order_and_their_texts() {
        let questions = [
            SetQuestion::OfCatalog("why-this-job".to_owned()),
            SetQuestion::Own("=Sai usare il muletto?".to_owned()),
            SetQuestion::OfCatalog("about-you".to_owned()),
        ];
        let text = questions_text(&questions);
        assert_eq!(text, "=why-this-job\n?=Sai usare il muletto?\n=about-you");
        assert_eq!(of_text(&text).asked(), questions);
    }

    #[test]
    fn what_a_newer_version_wrote_is_passed_over_and_nothing_comes_twice() {
        let set = of_text("=a\n!later\n\n=a\n?Come va?\n=not an id\n?\n  ?Come   va?");
        let own = SetQuestion::Own("Come va?".to_owned());
        assert_eq!(set.asked(), [SetQuestion::OfCatalog("a".to_owned()), own]);
    }

    #[test]
    fn a_question_of_ones_own_never_stands_for_one_of_the_catalogue() {
        let own = SetQuestion::Own("why-this-job".to_owned());
        assert_ne!(own.item(), ItemId::of_name("why-this-job"));
        assert_eq!(
            own.item(),
            SetQuestion::Own("why-this-job".to_owned()).item()
        );
    }

    #[test]
    fn criteria_are_read_once_each_and_what_names_none_is_passed_over() {
        let criteria = criteria_of("cv-contacts  Nessuno cv-dates cv-contacts");
        assert_eq!(criteria_text(&criteria), "cv-contacts cv-dates");
        assert!(criteria_of("").is_empty());
    }

    proptest! {
        #[test]
        fn any_text_is_read_within_bounds_and_what_was_read_stays(text in "([=?]?\\PC{0,40}\n){0,80}") {
            let asked = of_text(&text).asked();
            prop_assert!(asked.len() <= MOST_SET_QUESTIONS);
            prop_assert_eq!(of_text(&questions_text(&asked)).asked(), asked);
            let criteria = criteria_of(&text);
            prop_assert_eq!(criteria_of(&criteria_text(&criteria)), criteria);
        }
    }
}
