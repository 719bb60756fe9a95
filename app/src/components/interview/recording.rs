//! A recording of this device: how long, how large, until when; hearing it, what was measured, deleting it.

use super::mock_words::length_words;
use crate::components::button::Button;
use crate::components::confirmed_button::ConfirmedButton;
use crate::i18n::{Key, date, format, plural, size, text};
use crate::platform::{files, focus};
use crate::state::client::use_client;
use crate::state::practice::mock::{
    Measures, Recording, RecordingFacts, expires_ms, keep_days, remove, sound, words_per_minute,
};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// A recording, and how many bytes it has.
pub type SizedRecording = (Recording, u64);

/// Draws a recording; `changed` counts what is deleted.
pub fn recording_row((recording, bytes): SizedRecording, changed: RwSignal<u32>) -> AnyView {
    let ask = recording.facts.ask.clone();
    let number = recording.number;
    let label = format(Key::MockDeleteRecordingOf, &[("question", &ask)]);
    let button = ConfirmedButton {
        action: "delete-recording",
        about: number.to_string(),
        words: Key::MockDeleteRecording,
        label: Some(label),
        sure: Key::MockDeleteConfirm,
    };
    view! {
        <div class="recording stack" data-recording=number>
            <p class="card-meta">{about(&recording, bytes)}</p>
            {recording.facts.measures.map(measured)}
            {recognised(&recording.facts)}
            <div class="button-row">
                {player(recording)}
                {button.draw(move || delete(vec![number], Key::MockRecordingDeleted, changed))}
            </div>
        </div>
    }
    .into_any()
}

/// Deletes recordings and says so.
pub fn delete(numbers: Vec<u32>, done: Key, changed: RwSignal<u32>) {
    let toasts = use_client().toasts;
    spawn_local(async move {
        match remove(&numbers).await {
            Ok(()) => {
                toasts.show(text(done));
                focus::focus_soon("page-title".to_owned());
                changed.try_update(|count| *count += 1);
            }
            Err(_) => toasts.show(text(Key::MockNotDeleted)),
        }
    });
}

fn about(recording: &Recording, bytes: u64) -> String {
    let size = size(bytes);
    let date = date(expires_ms(recording, keep_days()));
    match recording.facts.measures {
        Some(measures) if measures.length_ms > 0 => format(
            Key::MockRecordingAbout,
            &[
                (
                    "length",
                    &length_words(u64::from(measures.length_ms / 1_000)),
                ),
                ("size", &size),
                ("date", &date),
            ],
        ),
        _ => format(
            Key::MockRecordingAboutUnfinished,
            &[("size", &size), ("date", &date)],
        ),
    }
}

fn measured(measures: Measures) -> AnyView {
    let speech = match (measures.length_ms, measures.speech_percent) {
        // The browser did not tell how loud it was.
        (0, _) => return ().into_any(),
        (_, None) => text(Key::MockMeasureNothing),
        (_, Some(percent)) => {
            let percent = percent.to_string();
            let speech = format(Key::MockMeasureSpeech, &[("percent", &percent)]);
            let pauses = match measures.long_pauses {
                0 => text(Key::MockMeasureNoPause),
                count => plural(Key::MockMeasurePauses, usize::from(count)),
            };
            format!("{speech} {pauses}")
        }
    };
    view! { <p data-measures="">{speech}</p> }.into_any()
}

/// What this device recognised, and how fast it was said.
fn recognised(facts: &RecordingFacts) -> Option<AnyView> {
    let count = facts.words.split_whitespace().count();
    let speed = facts
        .measures
        .and_then(|measures| words_per_minute(&facts.words, measures));
    let speed = speed.map(|speed| format(Key::MockWordsSpeed, &[("count", &speed.to_string())]));
    let words = facts.words.clone();
    (count > 0).then(|| {
        view! {
            <p data-words=count>{plural(Key::MockWordsCount, count)} " " {speed}</p>
            <details class="more">
                <summary>{text(Key::MockWordsShow)}</summary>
                <p class="written-text">{words}</p>
            </details>
        }
        .into_any()
    })
}

/// What is heard of a recording.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Playing {
    NotYet,
    Address(String),
    Failed,
}

fn player(recording: Recording) -> AnyView {
    let playing = RwSignal::new(Playing::NotYet);
    on_cleanup(move || {
        if let Some(Playing::Address(address)) = playing.try_get_untracked() {
            files::forget_address(&address);
        }
    });
    let label = format(Key::MockListenTo, &[("question", &recording.facts.ask)]);
    let read_as = label.clone();
    let (number, media_type) = (recording.number, recording.facts.media_type);
    let listen = move || {
        let media_type = media_type.clone();
        spawn_local(async move {
            let bytes = sound(number).await.ok();
            let bytes = bytes.filter(|bytes| !bytes.is_empty());
            let address = bytes.and_then(|bytes| files::object_address(&bytes, &media_type));
            // The person may have gone elsewhere meanwhile.
            playing.try_set(address.map_or(Playing::Failed, Playing::Address));
        });
    };
    let drawn = move || match playing.get() {
        Playing::NotYet => Button::secondary("listen", Key::MockListen)
            .read_as(read_as.clone())
            .draw(listen.clone()),
        Playing::Address(address) => view! {
            <audio
                controls
                autoplay
                src=address
                aria-label=label.clone()
                on:error=move |_| playing.set(Playing::Failed)
            ></audio>
        }
        .into_any(),
        Playing::Failed => view! { <p role="alert">{text(Key::MockNotPlayed)}</p> }.into_any(),
    };
    drawn.into_any()
}
