//! Mock interviews among what a person practises: beginning one, keeping what each question took, deleting one.

use super::plan::MockChoice;
use super::run::{Ending, Taken};
use crate::platform::{clock, random};
use crate::state::intent::Intent;
use crate::state::practice::documents::{Home, carry_out, ensure};
use crate::state::practice::questions::{AskedQuestion, OWN, text_at};
use crate::state::workspace::Workspace;
use approdo_document::{Author, DocumentId, WriterId, practice_paths};
use approdo_domain::practice::{
    MockInterview, MockOutcome, MockQuestion, MockQuestionField, PracticePlace,
};
use approdo_domain::{DateText, ItemId};

/// Where a mock interview stands: in which document, as which entry.
pub type MockHome = (DocumentId, ItemId);

/// Keeps that a mock interview was begun, with what it asks.
pub fn begin_mock(
    workspace: Workspace,
    choice: &MockChoice,
    questions: &[AskedQuestion],
) -> MockHome {
    let home = ensure(workspace);
    let item = ItemId(u64::from_be_bytes(random::bytes()));
    let mock = made_of(item, choice, questions, clock::today());
    let now_ms = clock::now_ms();
    // A writer of its own: these operations are made outside the document that takes them in.
    let mut author = Author::new(WriterId(random::bytes()));
    let change = workspace.read(home, |open, _| {
        author.add_mock(open.document(), &mock, now_ms)
    });
    let operations = change.operations;
    carry_out(workspace, home, Intent::Begin { operations });
    (home, item)
}

fn made_of(
    id: ItemId,
    choice: &MockChoice,
    questions: &[AskedQuestion],
    (year, month, day): (u16, u8, u8),
) -> MockInterview {
    let questions = questions.iter().map(|question| MockQuestion {
        question: question.id.clone().unwrap_or_else(|| OWN.to_owned()),
        ..MockQuestion::empty(question.item)
    });
    MockInterview {
        kind: choice.kind.code().to_owned(),
        occupation: choice.occupation.clone(),
        minutes: choice.minutes.to_string(),
        date: DateText(format!("{year:04}-{month:02}-{day:02}")),
        questions: questions.collect(),
        ..MockInterview::empty(id)
    }
}

/// Keeps how a question ended and how long it took.
pub fn keep_taken(workspace: Workspace, (home, mock): MockHome, question: ItemId, taken: Taken) {
    let outcome = match taken.ending {
        Some(Ending::Answered) => MockOutcome::Answered.code(),
        Some(Ending::Skipped) => MockOutcome::Skipped.code(),
        None => "",
    };
    let place = |field| PracticePlace::MockQuestion(mock, question, field);
    let seconds = taken.milliseconds.div_ceil(1_000).to_string();
    let texts = vec![
        text_at(place(MockQuestionField::Outcome), outcome.to_owned()),
        text_at(place(MockQuestionField::Seconds), seconds),
    ];
    carry_out(workspace, home, Intent::Together(texts));
}

/// Deletes a mock interview, and returns what brings it back.
pub fn delete_mock(
    workspace: Workspace,
    (home, mock): MockHome,
) -> impl Fn() + Clone + Send + Sync + use<> {
    let item = practice_paths::mocks().item(mock);
    carry_out(workspace, home, Intent::Delete { item: item.clone() });
    move || carry_out(workspace, home, Intent::Restore { item: item.clone() })
}

/// Returns all mock interviews, the last begun first.
pub fn mocks(practices: &[Home]) -> Vec<(DocumentId, MockInterview)> {
    let mut all: Vec<_> = practices
        .iter()
        .flat_map(|(home, practice)| practice.mocks.iter().map(|mock| (*home, mock.clone())))
        .collect();
    all.reverse();
    // Dates are written so that their order is that of their letters.
    all.sort_by(|(_, one), (_, other)| other.date.0.cmp(&one.date.0));
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use approdo_domain::practice::{MockKind, Practice};

    fn question(item: u64, id: Option<&str>) -> AskedQuestion {
        AskedQuestion {
            item: ItemId(item),
            id: id.map(str::to_owned),
            ask: "?".to_owned(),
            family: None,
            occupation: None,
            sector: None,
            stages: Vec::new(),
            minutes: 2,
        }
    }

    #[test]
    fn a_mock_interview_remembers_what_it_asked_and_when() {
        let choice = MockChoice {
            kind: MockKind::Unsure,
            occupation: "cook".to_owned(),
            stage: None,
            minutes: 10,
        };
        let asked = [question(4, Some("why-this-job")), question(3, None)];
        let mock = made_of(ItemId(1), &choice, &asked, (2026, 3, 9));
        assert_eq!((&*mock.date.0, &*mock.minutes), ("2026-03-09", "10"));
        assert_eq!(mock.mock_kind(), MockKind::Unsure);
        let questions = mock.questions.iter();
        let questions: Vec<_> = questions.map(|one| (one.id.0, &*one.question)).collect();
        assert_eq!(questions, [(4, "why-this-job"), (3, "own")]);
    }

    #[test]
    fn the_last_one_stands_first_whichever_practice_it_is_in() {
        let of = |byte: u8, mocks: &[(u64, &str)]| {
            let mocks = mocks.iter().map(|(item, date)| MockInterview {
                date: DateText((*date).to_owned()),
                ..MockInterview::empty(ItemId(*item))
            });
            let practice = Practice {
                mocks: mocks.collect(),
                ..Practice::default()
            };
            (DocumentId([byte; 16]), practice)
        };
        let practices = [
            of(
                1,
                &[(1, "2026-03-01"), (2, "2026-03-09"), (3, "2026-03-09")],
            ),
            of(2, &[(4, "2026-03-05")]),
        ];
        let order: Vec<u64> = mocks(&practices)
            .iter()
            .map(|(_, mock)| mock.id.0)
            .collect();
        assert_eq!(order, [3, 2, 4, 1]);
    }
}
