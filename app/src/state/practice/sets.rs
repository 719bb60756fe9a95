//! Prepared sets: beginning one, what stands in it, changing it, keeping one that was handed over. What a set is stands in
//! `approdo_domain::practice`, how it travels in `approdo_exchange::set`.

use super::documents::{Home, carry_out, ensure, practices};
use super::questions::{AskedQuestion, OWN_MINUTES, asked, text_at};
use crate::platform::random;
use crate::state::intent::Intent;
use crate::state::workspace::Workspace;
use approdo_catalog::Questions;
use approdo_document::{DocumentId, practice_paths};
use approdo_domain::ItemId;
use approdo_domain::practice::{
    OwnQuestionField, PracticePlace, PreparedSet, PreparedSetField, SetQuestion,
};
use approdo_domain::sheet::CriterionId;
use leptos::prelude::untrack;

/// A prepared set with the practice it stands in.
pub type SetHome = (DocumentId, PreparedSet);

/// A question of a set as it is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetLine {
    /// The question as the set names it.
    pub question: SetQuestion,
    /// What can be practised; none of a question that only a newer version knows.
    pub asked: Option<AskedQuestion>,
}

/// Returns the prepared sets of all practices, following them.
pub fn prepared_sets(workspace: Workspace) -> Vec<SetHome> {
    let all = practices(workspace).into_iter();
    let sets = all.flat_map(|(home, practice)| {
        let sets = practice.sets.into_iter();
        sets.map(move |set| (home, set))
    });
    sets.collect()
}

/// Begins a set with nothing in it and returns where it stands.
pub fn begin_set(workspace: Workspace) -> (DocumentId, ItemId) {
    let set = PreparedSet::empty(new_set_id());
    let home = ensure(workspace);
    carry_out(workspace, home, Intent::Together(added(&set, &[])));
    (home, set.id)
}

/// Draws by what a set is known.
pub fn new_set_id() -> ItemId {
    ItemId(u64::from_be_bytes(random::bytes()))
}

/// Keeps a set that was handed over, with its own questions among one's own; returns where it stands, and whether
/// the same was there before.
pub fn keep_set(workspace: Workspace, set: &PreparedSet) -> (DocumentId, ItemId, bool) {
    let all = untrack(|| prepared_sets(workspace));
    if let Some((home, known)) = all.into_iter().find(|(_, known)| says_the_same(known, set)) {
        return (home, known.id, true);
    }
    let home = ensure(workspace);
    let known = untrack(|| practices(workspace));
    carry_out(workspace, home, Intent::Together(added(set, &known)));
    (home, set.id, false)
}

/// Deletes a set, and returns what brings it back.
pub fn delete_set(
    workspace: Workspace,
    home: DocumentId,
    set: ItemId,
) -> impl Fn() + Clone + Send + Sync + use<> {
    let item = practice_paths::sets().item(set);
    let restore = Intent::Restore { item: item.clone() };
    carry_out(workspace, home, Intent::Delete { item });
    move || carry_out(workspace, home, restore.clone())
}

/// Returns the questions of a set in its order, as they are asked.
pub fn set_lines(set: &PreparedSet, questions: &Questions) -> Vec<SetLine> {
    let all = asked(questions, &[]);
    let lines = set.asked().into_iter().map(|question| {
        let asked = match &question {
            SetQuestion::OfCatalog(id) => {
                all.iter().find(|one| one.id.as_ref() == Some(id)).cloned()
            }
            SetQuestion::Own(ask) => Some(AskedQuestion {
                item: question.item(),
                id: None,
                ask: ask.clone(),
                family: None,
                occupation: None,
                sector: None,
                stages: Vec::new(),
                minutes: OWN_MINUTES,
            }),
        };
        SetLine { question, asked }
    });
    lines.collect()
}

/// Returns the questions with one added at the end, or without it if it is among them.
pub fn with_or_without(set: &PreparedSet, question: &SetQuestion) -> Vec<SetQuestion> {
    let mut questions = set.asked();
    match questions.iter().position(|known| known == question) {
        Some(place) => {
            questions.remove(place);
        }
        None => questions.push(question.clone()),
    }
    questions
}

/// Returns the questions with one moved by a place; none if it stands at that end.
pub fn moved(set: &PreparedSet, question: &SetQuestion, up: bool) -> Option<Vec<SetQuestion>> {
    let mut questions = set.asked();
    let place = questions.iter().position(|known| known == question)?;
    let other = match up {
        true => place.checked_sub(1)?,
        false => place + 1,
    };
    (other < questions.len()).then(|| {
        questions.swap(place, other);
        questions
    })
}

/// Returns the criteria with one more, or without it; all of them are none, which is how a set says all.
pub fn criteria_with_or_without(
    set: &PreparedSet,
    all: &[CriterionId],
    criterion: CriterionId,
) -> Vec<CriterionId> {
    let chosen = set.chosen_criteria();
    let is_chosen = |one: &CriterionId| chosen.is_empty() || chosen.contains(one);
    let changed = |one: &CriterionId| is_chosen(one) != (*one == criterion);
    let kept: Vec<CriterionId> = all.iter().copied().filter(changed).collect();
    match kept.len() == all.len() {
        true => Vec::new(),
        false => kept,
    }
}

/// Whether two sets are the same but for by what they are known and who prepared them.
fn says_the_same(one: &PreparedSet, other: &PreparedSet) -> bool {
    let content = |set: &PreparedSet| {
        let name = set.name.trim().to_owned();
        (
            name,
            set.occupation.clone(),
            set.asked(),
            set.chosen_criteria(),
        )
    };
    content(one) == content(other)
}

/// What adds a set, and those of its own questions that are in no practice yet.
fn added(set: &PreparedSet, practices: &[Home]) -> Vec<Intent> {
    let mut intents = vec![Intent::Add {
        list: practice_paths::sets(),
        item: set.id,
        position: usize::MAX,
    }];
    let texts = [
        (PreparedSetField::Name, &set.name),
        (PreparedSetField::Occupation, &set.occupation),
        (PreparedSetField::Questions, &set.questions),
        (PreparedSetField::Criteria, &set.criteria),
    ];
    let given = texts.into_iter().filter(|(_, text)| !text.is_empty());
    intents.extend(
        given.map(|(field, text)| text_at(PracticePlace::Set(set.id, field), text.clone())),
    );
    if set.received {
        let place = PracticePlace::Set(set.id, PreparedSetField::Received);
        let path = practice_paths::path(place);
        intents.push(Intent::Flag { path, flag: true });
    }
    let is_known = |item: ItemId| {
        let mut own = practices
            .iter()
            .flat_map(|(_, practice)| &practice.own_questions);
        own.any(|own| own.id == item)
    };
    for question in set.asked() {
        let item = question.item();
        if let SetQuestion::Own(ask) = question
            && !is_known(item)
        {
            let list = practice_paths::own_questions();
            let position = usize::MAX;
            intents.push(Intent::Add {
                list,
                item,
                position,
            });
            let place = PracticePlace::OwnQuestion(item, OwnQuestionField::Ask);
            intents.push(text_at(place, ask));
        }
    }
    intents
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::open_document::OpenDocument;
    use approdo_catalog::{Language, Question};
    use approdo_document::{Author, DocumentKind, WriterId, project_practice};
    use approdo_domain::practice::{Practice, questions_text};

    fn of_catalog(id: &str) -> SetQuestion {
        SetQuestion::OfCatalog(id.to_owned())
    }

    fn own() -> SetQuestion {
        SetQuestion::Own("Sai usare il muletto?".to_owned())
    }

    fn set() -> PreparedSet {
        PreparedSet {
            name: "Start Lab".to_owned(),
            questions: questions_text(&[of_catalog("b"), own(), of_catalog("of-next-year")]),
            criteria: "cv-contacts".to_owned(),
            received: true,
            ..PreparedSet::empty(ItemId(7))
        }
    }

    fn questions() -> Questions {
        let question = |id: &str| Question {
            id: id.to_owned(),
            family: None,
            occupation: None,
            stages: Vec::new(),
            minutes: 2,
            ask: format!("Ask {id}"),
            why: String::new(),
            good: Vec::new(),
            avoid: Vec::new(),
            rights: None,
            strong: None,
            weak: None,
        };
        Questions {
            language: Language::Italian,
            questions: vec![question("a"), question("b")],
            occupations: Vec::new(),
        }
    }

    #[test]
    fn questions_are_asked_in_the_order_of_the_set_and_what_is_not_known_is_told_apart() {
        let lines = set_lines(&set(), &questions());
        let asks: Vec<Option<&str>> = lines
            .iter()
            .map(|line| line.asked.as_ref().map(|one| one.ask.as_str()))
            .collect();
        assert_eq!(asks, [Some("Ask b"), Some("Sai usare il muletto?"), None]);
    }

    #[test]
    fn a_set_that_was_handed_over_stands_in_the_practice_with_its_own_questions() {
        let mut open = OpenDocument::new(DocumentId([1; 16]));
        let mut author = Author::new(WriterId([1; 16]));
        let begun = author.write_practice(open.document(), &Practice::default(), 1_000);
        let operations = begun.operations;
        open.carry_out(Intent::Begin { operations }, &mut author, 1_000);
        open.carry_out(Intent::Together(added(&set(), &[])), &mut author, 2_000);
        assert_eq!(open.document().kind(), Some(DocumentKind::Practice));
        let practice = project_practice(open.document());
        assert_eq!(practice.sets, [set()]);
        let asks: Vec<&str> = practice
            .own_questions
            .iter()
            .map(|own| own.ask.as_str())
            .collect();
        assert_eq!(asks, ["Sai usare il muletto?"]);
        let again = added(&set(), &[(DocumentId([1; 16]), practice)]);
        let questions = again.iter().filter(|intent| {
            matches!(intent, Intent::Add { list, .. } if *list == practice_paths::own_questions())
        });
        assert_eq!(
            questions.count(),
            0,
            "a question that is there is not added again"
        );
    }

    #[test]
    fn a_set_is_known_by_what_it_says() {
        let prepared = PreparedSet {
            received: false,
            ..PreparedSet {
                id: ItemId(9),
                ..set()
            }
        };
        assert!(says_the_same(&prepared, &set()));
        let other = PreparedSet {
            criteria: String::new(),
            ..set()
        };
        assert!(!says_the_same(&other, &set()));
    }

    #[test]
    fn questions_are_added_last_taken_out_and_moved() {
        let with = with_or_without(&set(), &of_catalog("a"));
        assert_eq!(with.last(), Some(&of_catalog("a")));
        assert_eq!(with_or_without(&set(), &own()).len(), 2);
        let up = moved(&set(), &own(), true).unwrap();
        assert_eq!(up[..2], [own(), of_catalog("b")]);
        assert_eq!(moved(&set(), &of_catalog("b"), true), None);
        assert_eq!(moved(&set(), &of_catalog("of-next-year"), false), None);
    }

    #[test]
    fn all_criteria_are_said_by_none() {
        let all: Vec<CriterionId> = ["a", "b", "c"].map(|id| id.parse().unwrap()).to_vec();
        let mut set = PreparedSet::empty(ItemId(1));
        let without = criteria_with_or_without(&set, &all, all[1]);
        assert_eq!(without, [all[0], all[2]]);
        set.criteria = "a c".to_owned();
        assert_eq!(criteria_with_or_without(&set, &all, all[1]), []);
        assert_eq!(criteria_with_or_without(&set, &all, all[0]), [all[2]]);
    }
}
