//! "Use on another device": the code, its square, and the word to compare.

use crate::components::problem_text::problem_notice;
use crate::components::qr::qr;
use crate::i18n::{Key, format, text};
use crate::platform::{clock, focus, page};
use crate::state::linking::{Offering, OpenLink, grouped_code};
use crate::state::linking_driver::Linking;
use leptos::prelude::*;
use std::time::Duration;

/// The part as a whole: the focus stays in it when a button gives way to what comes next.
const PART: &str = "offering";

/// Draws the part for the device that has the CVs.
pub fn offering(linking: Linking) -> AnyView {
    let drawn = move || match linking.offering.get() {
        Offering::Idle => start_button(linking, Key::DevicesAdd),
        Offering::Preparing => view! {
            <p role="status">
                <span class="spinner" aria-hidden="true"></span>
                " "
                {text(Key::DevicesPreparing)}
            </p>
        }
        .into_any(),
        Offering::Open(open) => code(linking, &open),
        Offering::Claimed {
            matching_word,
            device_name,
            ..
        } => compare(linking, &matching_word, &device_name),
        Offering::Done => view! {
            <p class="notice" data-kind="success" role="status" data-link-state="done">
                {text(Key::DevicesConnectedOther)}
            </p>
        }
        .into_any(),
        Offering::Failed(problem) => view! {
            {problem_notice(Some(problem))}
            {start_button(linking, Key::DevicesNewCode)}
        }
        .into_any(),
    };
    view! {
        <section class="card stack" id=PART tabindex="-1" data-offering="">
            <h2>{text(Key::DevicesAdd)}</h2>
            {drawn}
        </section>
    }
    .into_any()
}

fn start_button(linking: Linking, label: Key) -> AnyView {
    view! {
        <button
            type="button"
            class="button button-primary"
            data-action="offer-link"
            on:click=move |_| {
                linking.offer();
                focus::focus_soon(PART.to_owned());
            }
        >
            {text(label)}
        </button>
    }
    .into_any()
}

fn code(linking: Linking, open: &OpenLink) -> AnyView {
    let now_ms = RwSignal::new(clock::now_ms());
    let tick =
        set_interval_with_handle(move || now_ms.set(clock::now_ms()), Duration::from_secs(1));
    on_cleanup(move || {
        if let Ok(tick) = tick {
            tick.clear();
        }
    });
    let counted = open.clone();
    let countdown = move || {
        let time = counted.time_left(now_ms.get());
        format(Key::DevicesCountdown, &[("time", &time)])
    };
    view! {
        <p>{text(Key::DevicesHow)}</p>
        <output class="link-code" id="link-code" data-code=open.code.clone()>
            {grouped_code(&open.code)}
        </output>
        {qr(&open.address(&page::origin()), Key::DevicesQr)}
        <p role="timer">{countdown}</p>
        <button
            type="button"
            class="button button-quiet"
            data-action="cancel-link"
            on:click=move |_| reject(linking)
        >
            {text(Key::DevicesNobodyWants)}
        </button>
    }
    .into_any()
}

fn reject(linking: Linking) {
    linking.reject();
    focus::focus_soon(PART.to_owned());
}

fn compare(linking: Linking, matching_word: &str, device_name: &str) -> AnyView {
    let title = format(Key::DevicesConfirmTitle, &[("device", device_name)]);
    view! {
        <div role="alert" class="stack" data-link-state="claimed">
            <h3>{title}</h3>
            <p>{text(Key::DevicesConfirmExplain)}</p>
            <strong class="matching-word" id="matching-word">
                {matching_word.to_owned()}
            </strong>
        </div>
        <div class="button-row">
            <button
                type="button"
                class="button button-primary"
                data-action="confirm-link"
                on:click=move |_| {
                    linking.confirm();
                    focus::focus_soon(PART.to_owned());
                }
            >
                {text(Key::DevicesConfirm)}
            </button>
            <button
                type="button"
                class="button button-secondary"
                data-action="reject-link"
                on:click=move |_| reject(linking)
            >
                {text(Key::DevicesReject)}
            </button>
        </div>
    }
    .into_any()
}
