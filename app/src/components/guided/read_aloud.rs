//! The button that reads a question aloud, where the device has a voice of its language.

use super::picture::{SPEAKER, STOP, picture};
use crate::i18n::{self, Key, text};
use crate::platform::speech::{self, Utterance};
use leptos::prelude::*;

/// A button that reads some words aloud, and stops when it is pressed again or the page is left.
#[component]
pub fn ReadAloud(
    /// What is read.
    words: String,
) -> impl IntoView {
    let language = i18n::language().tag();
    let has_voice = RwSignal::new(speech::has_voice(language));
    let voices = speech::on_voices(move || {
        // In vain once the page was left.
        let _ = has_voice.try_set(speech::has_voice(language));
    });
    let voices = StoredValue::new_local(voices);
    let speaking = StoredValue::new_local(None::<Utterance>);
    let is_speaking = RwSignal::new(false);
    on_cleanup(move || {
        voices.dispose();
        speaking.dispose();
        speech::stop();
    });
    let words = StoredValue::new(words);
    let press = move |_| {
        if is_speaking.get_untracked() {
            speech::stop();
            is_speaking.set(false);
            return;
        }
        let utterance = words.with_value(|words| {
            speech::speak(words, language, move || {
                let _ = is_speaking.try_set(false);
            })
        });
        is_speaking.set(utterance.is_some());
        speaking.set_value(utterance);
    };
    let button = move || {
        let (shape, label) = if is_speaking.get() {
            (STOP, Key::GuidedReadStop)
        } else {
            (SPEAKER, Key::GuidedRead)
        };
        view! { {picture(shape)} <span>{text(label)}</span> }
    };
    move || {
        has_voice.get().then(|| {
            view! {
                <button
                    type="button"
                    class="button button-quiet read-aloud"
                    data-action="read-aloud"
                    on:click=press
                >
                    {button}
                </button>
            }
        })
    }
}
