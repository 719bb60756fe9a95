//! The questions that can be asked: those of the catalogue and one's own, as one thing, and what is done with one.

use super::documents::{Home, carry_out, ensure, home_of_answer};
use super::editor::PracticeEditor;
use crate::platform::random;
use crate::state::intent::Intent;
use crate::state::workspace::Workspace;
use approdo_catalog::{CareerStage, QuestionFamily, Questions};
use approdo_document::{DocumentId, practice_paths};
use approdo_domain::ItemId;
use approdo_domain::practice::{Answer, AnswerField, OwnQuestionField, PracticePlace, Sureness};

/// How an answer says that its question is one's own.
pub(super) const OWN: &str = "own";
/// How the address of a question of one's own begins.
const OWN_ADDRESS: &str = "own-";
/// How long an answer to a question of one's own may take, in minutes.
pub(super) const OWN_MINUTES: u8 = 2;

/// A question that can be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskedQuestion {
    /// The identity of its answer.
    pub item: ItemId,
    /// Its id in the catalogue; none for one's own.
    pub id: Option<String>,
    /// As it is said aloud.
    pub ask: String,
    /// The family of a general one.
    pub family: Option<QuestionFamily>,
    /// The id of the occupation it belongs to.
    pub occupation: Option<String>,
    /// The number of that occupation's sector.
    pub sector: Option<u8>,
    /// Whom it is asked of; everybody if none is named.
    pub stages: Vec<CareerStage>,
    /// How long a good answer takes.
    pub minutes: u8,
}

impl AskedQuestion {
    /// Returns the question's word in the address.
    pub fn word(&self) -> String {
        match &self.id {
            Some(id) => id.clone(),
            None => Self::own_word(self.item),
        }
    }

    /// Returns the word in the address of a question of one's own.
    pub fn own_word(item: ItemId) -> String {
        format!("{OWN_ADDRESS}{item}")
    }
}

/// Returns all questions: those of the catalogue, then one's own of all practices.
pub fn asked(questions: &Questions, practices: &[Home]) -> Vec<AskedQuestion> {
    let of_catalog = questions.questions.iter().map(|question| {
        let occupation = questions.occupation_of(question);
        AskedQuestion {
            item: ItemId::of_name(&question.id),
            id: Some(question.id.clone()),
            ask: question.ask.clone(),
            family: question.family,
            occupation: occupation.map(|occupation| occupation.id.clone()),
            sector: occupation.map(|occupation| occupation.sector),
            stages: question.stages.clone(),
            minutes: question.minutes,
        }
    });
    let own = practices
        .iter()
        .flat_map(|(_, practice)| &practice.own_questions);
    let own = own.map(|question| AskedQuestion {
        item: question.id,
        id: None,
        ask: question.ask.clone(),
        family: None,
        occupation: None,
        sector: None,
        stages: Vec::new(),
        minutes: OWN_MINUTES,
    });
    of_catalog.chain(own).collect()
}

/// Returns how sure the person feels of an answer, in whichever practice that is said.
pub fn sureness(practices: &[Home], item: ItemId) -> Option<Sureness> {
    let mut said = practices
        .iter()
        .filter_map(|(_, practice)| practice.answer(item)?.sure());
    said.next()
}

/// Returns the answers to one question in practices other than the one where it is written on.
pub fn answers_elsewhere(practices: &[Home], item: ItemId) -> Vec<Answer> {
    let home = home_of_answer(practices, item);
    let others = practices.iter().filter(|(id, _)| Some(*id) != home);
    let answers = others.filter_map(|(_, practice)| practice.answer(item));
    answers
        .filter(|answer| answer.steps_written() > 0)
        .cloned()
        .collect()
}

/// Begins the answer to a question, where none is begun yet, and returns the document it stands in.
pub fn begin_answer(
    workspace: Workspace,
    practices: &[Home],
    question: &AskedQuestion,
) -> DocumentId {
    if let Some(home) = home_of_answer(practices, question.item) {
        return home;
    }
    // The answer to a question of one's own stands beside it.
    let own = practices.iter().find(|(_, practice)| {
        let mut own = practice.own_questions.iter();
        own.any(|own| own.id == question.item)
    });
    let home = own.map_or_else(|| ensure(workspace), |(id, _)| *id);
    let place = PracticePlace::Answer(question.item, AnswerField::Question);
    let text = question.id.clone().unwrap_or_else(|| OWN.to_owned());
    carry_out(workspace, home, text_at(place, text));
    home
}

/// Notes how sure the person feels of an answer.
pub fn say_sureness(
    workspace: Workspace,
    practices: &[Home],
    question: &AskedQuestion,
    sure: Sureness,
) {
    let home = begin_answer(workspace, practices, question);
    let place = PracticePlace::Answer(question.item, AnswerField::Sureness);
    carry_out(workspace, home, text_at(place, sure.code().to_owned()));
}

/// Writes down a question of one's own, and returns its identity.
pub fn write_own_question(workspace: Workspace, ask: &str) -> ItemId {
    let home = ensure(workspace);
    let item = ItemId(u64::from_be_bytes(random::bytes()));
    let add = Intent::Add {
        list: practice_paths::own_questions(),
        item,
        position: usize::MAX,
    };
    let place = PracticePlace::OwnQuestion(item, OwnQuestionField::Ask);
    let write = text_at(place, ask.trim().to_owned());
    carry_out(workspace, home, Intent::Together(vec![add, write]));
    item
}

/// Deletes a question of one's own, with its answer, and returns what brings both back.
pub fn delete_own_question(
    workspace: Workspace,
    practices: &[Home],
    item: ItemId,
) -> Option<impl Fn() + Clone + Send + Sync + use<>> {
    let home = practices.iter().find(|(_, practice)| {
        let mut own = practice.own_questions.iter();
        own.any(|own| own.id == item)
    });
    let (home, practice) = home?;
    let mut paths = vec![practice_paths::own_questions().item(item)];
    if practice.answer(item).is_some() {
        paths.push(practice_paths::answers().item(item));
    }
    let home = *home;
    let all =
        |intent: fn(_) -> Intent| Intent::Together(paths.iter().cloned().map(intent).collect());
    carry_out(workspace, home, all(|item| Intent::Delete { item }));
    let restore = all(|item| Intent::Restore { item });
    Some(move || carry_out(workspace, home, restore.clone()))
}

/// Makes the intent to write a text at a place.
pub(super) fn text_at(place: PracticePlace, text: String) -> Intent {
    Intent::Text {
        path: practice_paths::path(place),
        text,
        over: None,
    }
}

impl PracticeEditor {
    /// Adds a line to a step of an answer, as a step of its own for undo.
    pub fn add_line(self, item: ItemId, field: AnswerField, line: &str) {
        let place = PracticePlace::Answer(item, field);
        let present = self.shown(place);
        let text = match present.trim_end() {
            "" => line.to_owned(),
            present => format!("{present}\n{line}"),
        };
        self.write_step(place, &text);
    }
}
