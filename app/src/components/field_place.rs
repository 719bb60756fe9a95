//! A place that has a field on screen: what fields need to know of it, whatever the kind of document. What
//! each field of a CV is stands in `field_facts`, of a letter in `letter/fields`.

use super::choice_words::{self, Choice};
use super::conflict_panel::{conflict_panel, merge_note};
use super::entry_fields::first_field;
use super::field_facts::{FieldFacts, cv_field};
use super::on_demand::{piece, when_there};
use super::part::Part;
use crate::i18n::{format, text};
use crate::state::editor::{DocumentPlace, Editor};
use crate::state::jump::Jump;
use approdo_domain::{CvPlace, ItemId, Reason};
use leptos::prelude::*;

/// A place that has a field on screen.
pub trait FieldPlace: DocumentPlace {
    /// Returns what the field is.
    fn facts(self) -> FieldFacts;

    /// Returns the entry that the place is in; none for what is there once.
    fn item(self) -> Option<ItemId> {
        None
    }

    /// Returns the answers that the place offers, in their order.
    fn choices(self) -> Vec<Choice>;

    /// Returns what is wrong with what is written, following it.
    fn mark(self, _editor: Editor<Self>) -> Option<Reason> {
        None
    }

    /// Returns where the place is, in words: the part of the form, the entry's own name, the field.
    fn whereabouts(self, _editor: Editor<Self>) -> String {
        text(self.facts().label)
    }

    /// Returns the way to the field within the editor.
    fn way(self) -> Jump;

    /// Returns the address of the editor.
    fn editor_address(editor: Editor<Self>) -> String;

    /// Draws what stands under the field: suggestions, ready phrases, explanations.
    fn beside(self, _editor: Editor<Self>) -> AnyView {
        ().into_any()
    }

    /// Draws the versions of a text that exclude each other.
    fn conflict(self, editor: Editor<Self>) -> AnyView {
        conflict_panel(editor, self)
    }

    /// Draws the note that a text was merged.
    fn merged(self, editor: Editor<Self>) -> AnyView {
        merge_note(editor, self)
    }
}

impl FieldPlace for CvPlace {
    fn facts(self) -> FieldFacts {
        cv_field(self)
    }

    fn item(self) -> Option<ItemId> {
        self.entry().map(|(_, item)| item)
    }

    fn choices(self) -> Vec<Choice> {
        choice_words::choices(self)
    }

    fn mark(self, editor: Editor<Self>) -> Option<Reason> {
        editor.findings().with(|findings| {
            let mut here = findings.iter().filter(|finding| finding.place == self);
            here.next().map(|finding| finding.reason)
        })
    }

    fn whereabouts(self, editor: Editor<Self>) -> String {
        let entry = self.entry().map(|(section, item)| {
            let name = editor.shown(first_field(section, item));
            name.trim().to_owned()
        });
        let entry = entry.unwrap_or_default();
        let field = format(self.facts().label, &[("name", &entry)]);
        let mut pieces = vec![Part::of(self).title(), entry, field];
        pieces.dedup();
        pieces.retain(|piece| !piece.is_empty());
        pieces.join(" · ")
    }

    fn way(self) -> Jump {
        Part::of(self).jump(field_id(self))
    }

    fn editor_address(editor: Editor<Self>) -> String {
        format!("/cv/{}", editor.id())
    }

    fn beside(self, editor: Editor<Self>) -> AnyView {
        when_there(move |tools| (tools.beside_field)(editor, self))
    }

    fn conflict(self, editor: Editor<Self>) -> AnyView {
        piece(move |parts| (parts.conflict_panel)(editor, self))
    }

    fn merged(self, editor: Editor<Self>) -> AnyView {
        piece(move |parts| (parts.merge_note)(editor, self))
    }
}

/// Returns what a field is.
pub fn field_facts(place: impl FieldPlace) -> FieldFacts {
    place.facts()
}

/// Returns the `id` of a field's input.
pub fn field_id(place: impl FieldPlace) -> String {
    let FieldFacts { group, name, .. } = place.facts();
    match (place.item(), name) {
        (Some(item), name) => format!("{group}-{item}-{name}"),
        (None, "") => group.to_owned(),
        (None, name) => format!("{group}-{name}"),
    }
}

/// Returns the name of a field for tests, such as `experience.role`.
pub fn field_name(place: impl FieldPlace) -> String {
    let FieldFacts { group, name, .. } = place.facts();
    match name {
        "" => group.to_owned(),
        name => format!("{group}.{name}"),
    }
}

/// Returns the words of what stands at a place whose answers are chosen; none for other texts.
pub fn answer_words(place: impl FieldPlace, code: &str) -> Option<String> {
    let mut offered = place.choices().into_iter();
    let words = offered.find(|(offered, _)| *offered == code)?.1;
    Some(text(words))
}
