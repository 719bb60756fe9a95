//! What each field of a letter is: its words, its names for browsers and tests, the answers it offers.

use super::words::{form_words, writer_form_words};
use crate::components::choice_words::Choice;
use crate::components::field_facts::{FieldFacts, field_id, plain};
use crate::components::field_place::FieldPlace;
use crate::components::suggestions::{SuggestedField, suggestions};
use crate::i18n::{CvLanguage, Key, Language};
use crate::state::editor::Editor;
use crate::state::jump::Jump;
use crate::state::reference::finding::SuggestionKind;
use approdo_domain::letter::{
    AddresseeField, AnswersField, LetterField, LetterForm, LetterPlace, SenderField, WantedField,
    WordForm, mark,
};
use approdo_domain::{FieldKind, Reason};
use leptos::prelude::*;

impl FieldPlace for LetterPlace {
    fn facts(self) -> FieldFacts {
        let facts = facts(self);
        match self.kind() {
            FieldKind::Paragraphs => facts.paragraphs(),
            _ => facts,
        }
    }

    fn choices(self) -> Vec<Choice> {
        match self {
            Self::Form => LetterForm::ALL
                .map(|form| (form.code(), form_words(form).0))
                .to_vec(),
            Self::Language => Language::ALL
                .map(|language| (language.tag(), language.name()))
                .to_vec(),
            Self::WriterForm => WordForm::ALL
                .map(|form| (form.code(), writer_form_words(form)))
                .to_vec(),
            Self::Addressee(AddresseeField::Form) => vec![
                (WordForm::Masculine.code(), Key::LetterFieldAddresseeMan),
                (WordForm::Feminine.code(), Key::LetterFieldAddresseeWoman),
            ],
            _ => Vec::new(),
        }
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
        format!("/letters/{}", editor.id())
    }

    fn beside(self, editor: Editor<Self>) -> AnyView {
        let suggested = SuggestionKind::of_letter(self).map(|kind| {
            suggestions(SuggestedField {
                id: field_id(self),
                kind,
                language: Box::new(move || {
                    CvLanguage::of_tag(&editor.shown(LetterPlace::Language))
                }),
                choose: Box::new(move |chosen| editor.write_step(self, chosen)),
            })
        });
        suggested.into_any()
    }
}

/// Returns the word of the part of the editor in which a place stands.
pub fn part_of(place: LetterPlace) -> &'static str {
    match place {
        LetterPlace::Sender(_) | LetterPlace::SenderLeftOut(_) => "sender",
        LetterPlace::Addressee(_) => "addressee",
        LetterPlace::Wanted(_) | LetterPlace::Answer(_) => "wanted",
        LetterPlace::Text(_) => "texts",
        _ => "about",
    }
}

fn facts(place: LetterPlace) -> FieldFacts {
    match place {
        LetterPlace::Title => {
            plain("letter", "title", Key::LetterFieldTitle).hint(Key::LetterFieldTitleHint)
        }
        LetterPlace::Form => plain("letter", "form", Key::LetterFieldForm),
        LetterPlace::Language => plain("letter", "language", Key::LetterFieldLanguage),
        LetterPlace::WriterForm => plain("letter", "writer-form", Key::LetterFieldWriterForm),
        LetterPlace::Cv => plain("letter", "cv", Key::LetterFieldCv),
        LetterPlace::Sender(field) => sender(field),
        LetterPlace::SenderLeftOut(field) => FieldFacts {
            group: "sender-left-out",
            ..sender(field)
        },
        LetterPlace::Addressee(field) => addressee(field),
        LetterPlace::Wanted(field) => wanted(field),
        LetterPlace::Answer(field) => answer(field),
        LetterPlace::Text(field) => written(field),
    }
}

fn sender(field: SenderField) -> FieldFacts {
    let plain = |name, label| plain("sender", name, label);
    match field {
        SenderField::Name => plain("name", Key::LetterFieldName),
        SenderField::Address => plain("address", Key::FieldAddress),
        SenderField::PostalCode => plain("postal-code", Key::FieldPostalCode).keyboard("numeric"),
        SenderField::City => plain("city", Key::FieldCity),
        SenderField::Phone => plain("phone", Key::FieldPhone).keyboard("tel"),
        SenderField::Email => plain("email", Key::FieldEmail).keyboard("email"),
    }
}

fn addressee(field: AddresseeField) -> FieldFacts {
    let plain = |name, label| plain("addressee", name, label);
    match field {
        AddresseeField::Company => plain("company", Key::LetterFieldCompany),
        AddresseeField::Person => {
            plain("person", Key::LetterFieldPerson).hint(Key::LetterFieldPersonHint)
        }
        AddresseeField::Function => {
            plain("function", Key::LetterFieldFunction).hint(Key::LetterFieldFunctionHint)
        }
        AddresseeField::Form => plain("form", Key::LetterFieldAddresseeForm),
        AddresseeField::Address => plain("address", Key::FieldAddress),
        AddresseeField::PostalCode => {
            plain("postal-code", Key::FieldPostalCode).keyboard("numeric")
        }
        AddresseeField::City => plain("city", Key::FieldCity),
        AddresseeField::Email => plain("email", Key::FieldEmail).keyboard("email"),
    }
}

fn wanted(field: WantedField) -> FieldFacts {
    let plain = |name, label| plain("wanted", name, label);
    match field {
        WantedField::Role => plain("role", Key::LetterFieldRole),
        WantedField::Source => plain("source", Key::LetterFieldSource),
        WantedField::Reference => plain("reference", Key::LetterFieldReference),
    }
}

fn answer(field: AnswersField) -> FieldFacts {
    let plain = |name, label| plain("answer", name, label);
    match field {
        AnswersField::Reason => plain("reason", Key::LetterFieldReason),
        AnswersField::Skill => plain("skill", Key::LetterFieldSkill),
        AnswersField::SecondSkill => plain("second-skill", Key::LetterFieldSecondSkill),
        AnswersField::Availability => plain("availability", Key::LetterFieldAvailability),
    }
}

fn written(field: LetterField) -> FieldFacts {
    let plain = |name, label| plain("text", name, label);
    match field {
        LetterField::Place => plain("place", Key::LetterFieldPlace),
        LetterField::Date => plain("date", Key::LetterFieldDate).hint(Key::LetterFieldDateHint),
        LetterField::Subject => plain("subject", Key::LetterFieldSubject),
        LetterField::Salutation => plain("salutation", Key::LetterFieldSalutation),
        LetterField::Opening => plain("opening", Key::LetterFieldOpening),
        LetterField::WhyMe => plain("why-me", Key::LetterFieldWhyMe),
        LetterField::WhyYou => plain("why-you", Key::LetterFieldWhyYou),
        LetterField::Closing => plain("closing", Key::LetterFieldClosing),
        LetterField::Signature => plain("signature", Key::LetterFieldSignature),
        LetterField::Enclosures => {
            plain("enclosures", Key::LetterFieldEnclosures).hint(Key::LetterFieldEnclosuresHint)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_two_places_share_an_id() {
        let places = LetterPlace::all();
        let ids: BTreeSet<String> = places.iter().map(|place| field_id(*place)).collect();
        assert_eq!(ids.len(), places.len());
    }

    #[test]
    fn what_is_chosen_has_answers_and_what_is_typed_has_none() {
        for place in LetterPlace::all() {
            let is_choice = place.kind() == FieldKind::Choice;
            assert_eq!(!place.choices().is_empty(), is_choice, "{place:?}");
        }
    }
}
