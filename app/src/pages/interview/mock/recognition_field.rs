//! Whether words are recognised beside a recording: offered only where the device does so itself, and asked each time.

use crate::i18n::{self, Key, text};
use crate::platform::recognition;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Returns the language that is recognised, with the country whose words devices know most often.
pub fn recognised_language() -> &'static str {
    match i18n::language().tag() {
        "en" => "en-US",
        _ => "it-IT",
    }
}

/// Draws the choice, or says why there is none.
pub fn recognition_field(recognises: RwSignal<bool>) -> AnyView {
    let is_here = RwSignal::new(None);
    spawn_local(async move {
        let answer = recognition::is_on_device(recognised_language()).await;
        // In vain once the page was left.
        is_here.try_set(Some(answer));
    });
    let drawn = move || match is_here.get() {
        None => ().into_any(),
        Some(true) => choice(recognises),
        Some(false) => {
            let words = text(Key::MockWordsNotHere);
            view! { <p class="field-hint" data-no-recognition="">{words}</p> }.into_any()
        }
    };
    drawn.into_any()
}

fn choice(recognises: RwSignal<bool>) -> AnyView {
    view! {
        <label class="checkbox-row">
            <input
                type="checkbox"
                id="mock-words"
                prop:checked=move || recognises.get()
                on:change=move |event| recognises.set(event_target_checked(&event))
            />
            <span>
                {text(Key::MockWordsConsent)}
                <span class="choice-hint">{text(Key::MockWordsExplain)}</span>
            </span>
        </label>
    }
    .into_any()
}
