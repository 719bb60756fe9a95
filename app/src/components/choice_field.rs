//! A field whose answer is chosen from a list.

use super::field_facts::{field_facts, field_id, field_name};
use super::field_place::FieldPlace;
use crate::i18n::{Key, text};
use crate::state::editor::Editor;
use approdo_document::TextState;
use leptos::prelude::*;

/// A field whose answer is chosen from a list. An answer of a newer version stays until another one
/// is chosen.
#[component]
pub fn ChoiceField<P: FieldPlace>(
    /// The document.
    editor: Editor<P>,
    /// Which field.
    place: P,
) -> impl IntoView {
    let facts = field_facts(place);
    let id = field_id(place);
    let signals = editor.text(place);
    let (code, state) = (signals.text, signals.state);
    let shown = code.clone();
    let offered = place.choices();
    let known: Vec<&str> = offered.iter().map(|(code, _)| *code).collect();
    let unknown = Memo::new(move |_| {
        let code = code.get();
        (!code.is_empty() && !known.contains(&code.as_str())).then_some(code)
    });
    let is_shown = {
        let shown = shown.clone();
        move |code: &str| shown.with(|shown| shown == code)
    };
    let options: Vec<AnyView> = offered
        .into_iter()
        .map(|(code, words)| option(code, text(words), is_shown.clone()))
        .collect();
    view! {
        <div class="field" data-field=field_name(place)>
            <label for=id.clone()>{text(facts.label)}</label>
            <select
                id=id
                prop:value=move || shown.get()
                on:change=move |event| editor.write_text(place, &event_target_value(&event))
            >
                {option("", text(Key::FieldChoiceNone), is_shown.clone())}
                {options}
                {move || {
                    unknown
                        .get()
                        .map(|code| {
                            view! {
                                <option value=code selected=true>
                                    {text(Key::FieldChoiceUnknown)}
                                </option>
                            }
                        })
                }}
            </select>
            {move || {
                (state.get() == TextState::Conflict).then(|| place.conflict(editor))
            }}
        </div>
    }
    .into_any()
}

fn option(
    code: &'static str,
    words: String,
    is_shown: impl Fn(&str) -> bool + Send + Sync + 'static,
) -> AnyView {
    view! {
        <option value=code selected=move || is_shown(code)>
            {words}
        </option>
    }
    .into_any()
}
