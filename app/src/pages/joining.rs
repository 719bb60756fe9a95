//! Entering the code of another device, also straight from its QR code's address.

use crate::components::problem_text::problem_notice;
use crate::i18n::{Key, text};
use crate::platform::{focus, page};
use crate::state::linking::{Joining, grouped_code, normalised_code};
use crate::state::linking_driver::Linking;
use leptos::prelude::*;

/// The parameter of the address that a QR code holds.
const CODE_PARAMETER: &str = "codice";
/// How many letters and digits a code has.
const CODE_LENGTH: usize = 8;

/// The part as a whole: the focus stays in it when its form gives way to what comes next.
const PART: &str = "joining";

/// Draws the part for the device that wants the CVs. A code from a QR code is filled in, and still
/// sent only when the person says so.
pub fn joining(linking: Linking) -> AnyView {
    let scanned = page::query_parameter(CODE_PARAMETER).unwrap_or_default();
    let typed = RwSignal::new(grouped_code(&scanned));
    let drawn = move || match linking.joining.get() {
        Joining::Idle => form(linking, typed),
        Joining::Sending => view! {
            <p role="status">
                <span class="spinner" aria-hidden="true"></span>
                " "
                {text(Key::DevicesPreparing)}
            </p>
        }
        .into_any(),
        Joining::Waiting { matching_word, .. } => view! {
            <div role="status" class="stack" data-link-state="waiting">
                <p>{text(Key::DevicesWaitConfirm)}</p>
                <strong class="matching-word" id="joining-word">
                    {matching_word}
                </strong>
            </div>
        }
        .into_any(),
        Joining::Done => view! {
            <p class="notice" data-kind="success" role="status" data-link-state="joined">
                {text(Key::DevicesConnected)}
            </p>
        }
        .into_any(),
        Joining::Failed(problem) => view! {
            {problem_notice(Some(problem))}
            {form(linking, typed)}
        }
        .into_any(),
    };
    view! {
        <section class="card stack" id=PART tabindex="-1" data-joining="">
            <h2>{text(Key::DevicesEnter)}</h2>
            {drawn}
        </section>
    }
    .into_any()
}

fn form(linking: Linking, typed: RwSignal<String>) -> AnyView {
    let is_short = RwSignal::new(false);
    let join = move || {
        let is_whole = normalised_code(&typed.get_untracked()).chars().count() == CODE_LENGTH;
        is_short.set(!is_whole);
        if is_whole {
            linking.join(&typed.get_untracked());
        }
        focus::focus_soon(if is_whole { PART } else { "join-code" }.to_owned());
    };
    let described_by = move || {
        if is_short.get() {
            "join-code-hint join-code-error"
        } else {
            "join-code-hint"
        }
    };
    view! {
        <form
            class="stack"
            on:submit=move |event| {
                event.prevent_default();
                join();
            }
        >
            <div class="field">
                <label for="join-code">{text(Key::DevicesCodeLabel)}</label>
                <p class="field-hint" id="join-code-hint">
                    {text(Key::DevicesCodeHint)}
                </p>
                <input
                    id="join-code"
                    type="text"
                    autocomplete="one-time-code"
                    autocapitalize="characters"
                    spellcheck="false"
                    aria-describedby=described_by
                    aria-invalid=move || is_short.get().then_some("true")
                    prop:value=move || typed.get()
                    on:input=move |event| typed.set(event_target_value(&event))
                />
                {move || {
                    is_short
                        .get()
                        .then(|| {
                            view! {
                                <p class="field-error" id="join-code-error">
                                    {text(Key::DevicesCodeRetype)}
                                </p>
                            }
                        })
                }}
            </div>
            <button type="submit" class="button button-primary" data-action="join-link">
                {text(Key::DevicesEnterButton)}
            </button>
        </form>
    }
    .into_any()
}
