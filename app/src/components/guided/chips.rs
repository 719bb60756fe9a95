//! Words to tap: they are written into the CV when they are tapped, and never before.

use crate::state::cv_editor::CvEditor;
use crate::state::guided::offers::{is_said, said, unsaid};
use approdo_domain::CvPlace;
use leptos::prelude::*;

/// Draws a chip that is on or off.
pub fn chip(
    words: String,
    is_on: impl Fn() -> bool + Send + Sync + 'static,
    toggle: impl Fn(bool) + 'static,
) -> AnyView {
    view! {
        <label class="chip">
            <input
                type="checkbox"
                prop:checked=is_on
                on:change=move |event| toggle(event_target_checked(&event))
            />
            <span>{words}</span>
        </label>
    }
    .into_any()
}

/// Draws texts that can be put into a field, and taken out again while nobody changed them.
pub fn offered_texts(editor: CvEditor, place: CvPlace, offers: Vec<String>) -> AnyView {
    let shown = editor.text(place).text;
    let chips = offers.into_iter().map(|offer| {
        let (shown, own) = (shown.clone(), offer.clone());
        let is_on = move || shown.with(|text| is_said(text, &own));
        let words = offer.clone();
        chip(words, is_on, move |on| {
            let text = editor.shown(place);
            let text = if on {
                said(&text, &offer, place.is_long_text())
            } else {
                unsaid(&text, &offer)
            };
            editor.write_text(place, &text);
        })
    });
    let chips: Vec<AnyView> = chips.collect();
    view! { <div class="chips chips-offered">{chips}</div> }.into_any()
}
