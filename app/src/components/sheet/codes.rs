//! The QR codes of a sheet, one on screen at a time: they follow one another by themselves or by hand.

use crate::components::button::Button;
use crate::components::qr::qr;
use crate::i18n::{Key, format, text};
use crate::platform::{clock, media};
use crate::state::sheet::Showing;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How long each code is on screen: time enough for a camera to find it twice.
const SHOWN_MS: u32 = 1_500;

/// Draws the codes of these texts.
pub fn codes(frames: Vec<String>) -> AnyView {
    let total = frames.len();
    let showing = RwSignal::new(Showing::new(total, media::matches(media::CALM)));
    play(showing);
    let code = move || {
        let at = showing.with(|showing| showing.at());
        let frame = frames.get(at).map(String::as_str).unwrap_or_default();
        view! {
            <div class="sheet-code" data-sheet-code=at + 1 data-total=total>
                {qr(frame, Key::SheetCodeLabel)}
            </div>
        }
    };
    let which = move || {
        let at = (showing.with(|showing| showing.at()) + 1).to_string();
        format(
            Key::SheetCodeNumber,
            &[("number", &at), ("total", &total.to_string())],
        )
    };
    let step = move |forth: bool| {
        showing.update(|showing| {
            showing.is_playing = false;
            if forth {
                showing.next();
            } else {
                showing.back();
            }
        });
    };
    view! {
        {code}
        <p class="code-number">{which}</p>
        {(total > 1)
            .then(|| {
                view! {
                    <div class="button-row">
                        {Button::secondary("previous-code", Key::SheetCodePrevious)
                            .draw(move || step(false))}
                        {play_button(showing)}
                        {Button::secondary("next-code", Key::SheetCodeNext)
                            .draw(move || step(true))}
                    </div>
                }
            })}
    }
    .into_any()
}

fn play_button(showing: RwSignal<Showing>) -> AnyView {
    let words = move || {
        let is_playing = showing.with(|showing| showing.is_playing);
        text(if is_playing {
            Key::SheetCodePause
        } else {
            Key::SheetCodePlay
        })
    };
    view! {
        <button
            type="button"
            class="button button-primary"
            data-action="play-codes"
            on:click=move |_| {
                showing.update(|showing| showing.is_playing = !showing.is_playing);
            }
        >
            {words}
        </button>
    }
    .into_any()
}

/// Shows one after the other until the page is left.
fn play(showing: RwSignal<Showing>) {
    spawn_local(async move {
        loop {
            clock::wait(SHOWN_MS).await;
            let Some(playing) = showing.try_with_untracked(|showing| showing.is_playing) else {
                return;
            };
            if playing {
                showing.try_update(Showing::next);
            }
        }
    });
}
