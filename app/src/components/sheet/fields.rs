//! What each field of a sheet is: its words, its names for browsers and tests.

use crate::components::choice_words::Choice;
use crate::components::field_facts::{FieldFacts, field_id, plain};
use crate::components::field_place::FieldPlace;
use crate::i18n::Key;
use crate::state::editor::Editor;
use crate::state::jump::Jump;
use approdo_domain::sheet::{
    AboutField, ConsentField, PointField, ReplyField, SheetPlace, StepField, WordsField, mark,
};
use approdo_domain::{FieldKind, ItemId, Reason};
use leptos::prelude::Track;

impl FieldPlace for SheetPlace {
    fn facts(self) -> FieldFacts {
        let facts = facts(self);
        match self.kind() {
            FieldKind::Paragraphs => facts.paragraphs(),
            _ => facts,
        }
    }

    fn item(self) -> Option<ItemId> {
        match self {
            Self::Step(id, _) => Some(id),
            Self::Point(criterion, _) => Some(ItemId::of_name(criterion.as_str())),
            _ => None,
        }
    }

    fn choices(self) -> Vec<Choice> {
        Vec::new()
    }

    fn mark(self, editor: Editor<Self>) -> Option<Reason> {
        // As in a CV: when a field is left, not at each pause in typing.
        let judged = editor.shared().signal(|signals| signals.judged.clone());
        judged.track();
        mark(self, &editor.shown(self))
    }

    fn way(self) -> Jump {
        Jump {
            part: part_of(self).to_owned(),
            field: field_id(self),
            selected: None,
        }
    }

    fn editor_address(editor: Editor<Self>) -> String {
        format!("/sheets/{}", editor.id())
    }
}

/// Returns the word of the part of the form in which a place stands. A criterion stands in one of three, which
/// the catalogue knows.
pub fn part_of(place: SheetPlace) -> &'static str {
    match place {
        SheetPlace::Words(WordsField::Strengths) => "strengths",
        SheetPlace::Words(_) => "words",
        SheetPlace::Point(..) => "cv",
        SheetPlace::Step(..) => "plan",
        SheetPlace::Consent(_) | SheetPlace::EraseOn => "consents",
        _ => "about",
    }
}

fn facts(place: SheetPlace) -> FieldFacts {
    match place {
        SheetPlace::Role => plain("sheet", "role", Key::SheetsTitle),
        SheetPlace::Source => plain("sheet", "source", Key::SheetsTitle),
        SheetPlace::Criteria => plain("sheet", "criteria", Key::SheetsTitle),
        SheetPlace::EraseOn => {
            plain("sheet", "erase-on", Key::SheetFieldEraseOn).hint(Key::SheetFieldEraseOnHint)
        }
        SheetPlace::About(field) => about(field),
        SheetPlace::Words(field) => words(field),
        SheetPlace::Consent(field) => consent(field),
        SheetPlace::Reply(field) => reply(field),
        SheetPlace::Point(_, field) => point(field),
        SheetPlace::Step(_, field) => step(field),
    }
}

fn about(field: AboutField) -> FieldFacts {
    let plain = |name, label| plain("about", name, label);
    match field {
        AboutField::Candidate => {
            plain("candidate", Key::SheetFieldCandidate).hint(Key::SheetFieldCandidateHint)
        }
        AboutField::Occupation => plain("occupation", Key::SheetFieldOccupation),
        AboutField::Assessor => plain("assessor", Key::SheetFieldAssessor),
        AboutField::Body => plain("body", Key::SheetFieldBody),
        AboutField::Date => plain("date", Key::SheetFieldDate),
    }
}

fn words(field: WordsField) -> FieldFacts {
    let plain = |name, label| plain("words", name, label);
    match field {
        WordsField::Strengths => {
            plain("strengths", Key::SheetPartStrengths).hint(Key::SheetFieldLinesHint)
        }
        WordsField::FirstChange => {
            plain("first-change", Key::SheetFieldFirstChange).hint(Key::SheetFieldFirstChangeHint)
        }
        WordsField::Training => {
            plain("training", Key::SheetFieldTraining).hint(Key::SheetFieldLinesHint)
        }
        WordsField::Notes => plain("notes", Key::SheetFieldNotes),
    }
}

fn consent(field: ConsentField) -> FieldFacts {
    let plain = |name, label| plain("consent", name, label);
    match field {
        ConsentField::Cv => plain("cv", Key::SheetConsentCv),
        ConsentField::Desk => plain("desk", Key::SheetConsentDesk),
        ConsentField::Parent => plain("parent", Key::SheetConsentParent),
    }
}

fn reply(field: ReplyField) -> FieldFacts {
    let plain = |name, label| plain("reply", name, label);
    match field {
        ReplyField::FirstChange => plain("first-change", Key::SheetFieldAnswer),
        ReplyField::Whole => plain("whole", Key::SheetFieldWhole),
    }
}

fn point(field: PointField) -> FieldFacts {
    let plain = |name, label| plain("point", name, label);
    match field {
        PointField::Level => plain("level", Key::SheetFieldLevel),
        PointField::Note => plain("note", Key::SheetFieldNote),
        PointField::Answer => plain("answer", Key::SheetFieldAnswer),
    }
}

fn step(field: StepField) -> FieldFacts {
    let plain = |name, label| plain("step", name, label);
    match field {
        StepField::What => plain("what", Key::SheetFieldStep),
        StepField::By => plain("by", Key::SheetFieldBy),
        StepField::Done => plain("done", Key::SheetFieldDone),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use approdo_domain::sheet::{Point, Sheet, Step};
    use std::collections::BTreeSet;

    #[test]
    fn no_two_places_share_an_id() {
        let mut sheet = Sheet::default();
        for name in ["cv-contacts", "cv-dates"] {
            sheet.points.insert(name.parse().unwrap(), Point::default());
        }
        sheet.steps = vec![Step::empty(ItemId(1)), Step::empty(ItemId(2))];
        let places = sheet.places();
        let ids: BTreeSet<String> = places.iter().map(|place| field_id(*place)).collect();
        assert_eq!(ids.len(), places.len());
    }
}
