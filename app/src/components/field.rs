//! A field of a document: label, hint, control, error, and what other devices wrote in it.

use super::field_facts::{field_facts, field_id, field_name};
use super::field_place::FieldPlace;
use super::finding_text::finding_text;
use super::text_control::{ControlMarks, text_control};
use crate::i18n::{Key, format, text};
use crate::state::editor::Editor;
use approdo_document::TextState;
use leptos::prelude::*;

/// A field with a text.
#[component]
pub fn TextField<P: FieldPlace>(
    /// The document.
    editor: Editor<P>,
    /// Which field.
    place: P,
    /// What the field is about, where its label names it.
    #[prop(optional)]
    name: Option<Memo<String>>,
) -> impl IntoView {
    let facts = field_facts(place);
    let id = field_id(place);
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let (error, marks) = marks(
        editor,
        place,
        facts.hint.map(|_| hint_id.clone()),
        &error_id,
    );
    let state = editor.text(place).state;
    view! {
        <div class="field" data-field=field_name(place)>
            <label for=id>{label(facts.label, name)}</label>
            {facts.hint.map(|hint| view! { <p class="field-hint" id=hint_id>{text(hint)}</p> })}
            {text_control(editor, place, marks)}
            {place.beside(editor)}
            {move || {
                let id = error_id.clone();
                error.get().map(|error| view! { <p class="field-error" id=id>{error}</p> })
            }}
            {move || match state.get() {
                TextState::Conflict => place.conflict(editor),
                TextState::Merged => place.merged(editor),
                TextState::Empty | TextState::Settled => ().into_any(),
            }}
        </div>
    }
    .into_any()
}

/// A yes or no.
#[component]
pub fn FlagField<P: FieldPlace>(
    /// The document.
    editor: Editor<P>,
    /// Which field.
    place: P,
    /// What the field is about, where its label names it.
    #[prop(optional)]
    name: Option<Memo<String>>,
) -> impl IntoView {
    let flag = editor.flag(place);
    view! {
        <label class="checkbox-row" data-field=field_name(place)>
            <input
                type="checkbox"
                id=field_id(place)
                prop:checked=move || flag.get()
                on:change=move |event| editor.set_flag(place, event_target_checked(&event))
            />
            <span>{label(field_facts(place).label, name)}</span>
        </label>
    }
    .into_any()
}

fn label(key: Key, name: Option<Memo<String>>) -> AnyView {
    match name {
        Some(name) => (move || name.with(|name| format(key, &[("name", name)]))).into_any(),
        None => text(key).into_any(),
    }
}

/// Decides what is marked: nothing in an empty field before the person left it.
fn marks<P: FieldPlace>(
    editor: Editor<P>,
    place: P,
    hint_id: Option<String>,
    error_id: &str,
) -> (Memo<Option<String>>, ControlMarks) {
    let left = RwSignal::new(!editor.shown(place).is_empty());
    let error = Memo::new(move |_| {
        let reason = place.mark(editor);
        reason.filter(|_| left.get()).map(finding_text)
    });
    let error_id = error_id.to_owned();
    let described_by = Memo::new(move |_| {
        let error = error.with(|error| error.as_ref().map(|_| error_id.clone()));
        let ids: Vec<String> = hint_id.clone().into_iter().chain(error).collect();
        ids.join(" ")
    });
    let is_invalid = Memo::new(move |_| error.with(Option::is_some));
    let marks = ControlMarks {
        described_by,
        is_invalid,
        left,
    };
    (error, marks)
}
