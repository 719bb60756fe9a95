//! Choosing one of the occupations that have questions, by their names.

use crate::i18n::{Key, text};
use approdo_catalog::Questions;
use leptos::prelude::*;

/// Draws the choice; `chosen` is the id of the occupation, empty for none.
pub fn occupation_choice(
    id: &'static str,
    label: Key,
    questions: &Questions,
    chosen: Signal<String>,
    choose: impl Fn(String) + 'static,
) -> AnyView {
    let occupations = questions.occupations.iter();
    let mut named: Vec<(String, String)> = occupations
        .map(|occupation| (occupation.id.clone(), occupation.name.clone()))
        .collect();
    named.sort_by_key(|(_, name)| name.to_lowercase());
    let options = named.into_iter().map(|(code, name)| {
        let value = code.clone();
        let selected = move || chosen.with(|chosen| *chosen == code);
        view! {
            <option value=value selected=selected>
                {name}
            </option>
        }
    });
    let options: Vec<_> = options.collect();
    view! {
        <div class="field">
            <label for=id>{text(label)}</label>
            <select
                id=id
                prop:value=move || chosen.get()
                on:change=move |event| choose(event_target_value(&event))
            >
                <option value="">{text(Key::InterviewOccupationNone)}</option>
                {options}
            </select>
        </div>
    }
    .into_any()
}
