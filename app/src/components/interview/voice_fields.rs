//! Voice, speed and bell of a mock interview: what is chosen here holds wherever something is read aloud.

use crate::components::button::Button;
use crate::i18n::{self, Key, text};
use crate::platform::speech::{self, Utterance};
use crate::state::practice::mock::{RATES, Settings};
use leptos::prelude::*;

/// Draws what is heard.
pub fn voice_fields(settings: RwSignal<Settings>) -> AnyView {
    let language = i18n::language().tag();
    let voices = RwSignal::new(speech::voices(language));
    let listening = speech::on_voices(move || {
        // In vain once the page was left.
        let _ = voices.try_set(speech::voices(language));
    });
    let listening = StoredValue::new_local(listening);
    on_cleanup(move || listening.dispose());
    let of_voice = move || match voices.with(Vec::is_empty) {
        true => {
            view! { <p class="field-hint" data-no-voice="">{text(Key::MockNoVoice)}</p> }.into_any()
        }
        false => reading(settings, voices),
    };
    view! {
        <details class="card" data-action="sound">
            <summary>{text(Key::MockSound)}</summary>
            <div class="stack">
                {of_voice}
                {checkbox(
                    "mock-bell",
                    Key::MockBell,
                    move || settings.with(|settings| settings.bell),
                    move |on| settings.update(|settings| settings.bell = on),
                )}
            </div>
        </details>
    }
    .into_any()
}

fn checkbox(
    id: &'static str,
    words: Key,
    is_on: impl Fn() -> bool + Send + Sync + 'static,
    choose: impl Fn(bool) + 'static,
) -> AnyView {
    view! {
        <label class="checkbox-row">
            <input
                type="checkbox"
                id=id
                prop:checked=is_on
                on:change=move |event| choose(event_target_checked(&event))
            />
            <span>{text(words)}</span>
        </label>
    }
    .into_any()
}

fn reading(settings: RwSignal<Settings>, voices: RwSignal<Vec<String>>) -> AnyView {
    view! {
        {checkbox(
            "mock-aloud",
            Key::MockAloud,
            move || settings.with(|settings| settings.aloud),
            move |on| settings.update(|settings| settings.aloud = on),
        )}
        {voice(settings, voices)}
        {rate(settings)}
        {try_voice(settings)}
    }
    .into_any()
}

fn voice(settings: RwSignal<Settings>, voices: RwSignal<Vec<String>>) -> AnyView {
    let options = move || {
        let names = voices.get().into_iter();
        let options = names.map(|name| {
            let (value, own) = (name.clone(), name.clone());
            view! {
                <option value=value selected=move || settings.with(|chosen| chosen.voice == own)>
                    {name}
                </option>
            }
        });
        options.collect::<Vec<_>>()
    };
    view! {
        <div class="field">
            <label for="mock-voice">{text(Key::MockVoice)}</label>
            <select
                id="mock-voice"
                on:change=move |event| {
                    settings.update(|settings| settings.voice = event_target_value(&event));
                }
            >
                <option value="">{text(Key::MockVoiceOfDevice)}</option>
                {options}
            </select>
        </div>
    }
    .into_any()
}

fn rate(settings: RwSignal<Settings>) -> AnyView {
    let words = [Key::MockRateSlow, Key::MockRateUsual, Key::MockRateFast];
    let options = RATES.into_iter().zip(words).map(|(rate, words)| {
        let is_chosen = move || settings.with(|settings| settings.rate == rate);
        view! {
            <option value=rate selected=is_chosen>
                {text(words)}
            </option>
        }
    });
    let options: Vec<_> = options.collect();
    view! {
        <div class="field">
            <label for="mock-rate">{text(Key::MockRate)}</label>
            <select
                id="mock-rate"
                on:change=move |event| {
                    settings.update(|settings| settings.rate = event_target_value(&event));
                }
            >
                {options}
            </select>
        </div>
    }
    .into_any()
}

/// Says a sentence as it would be heard.
fn try_voice(settings: RwSignal<Settings>) -> AnyView {
    let speaking = StoredValue::new_local(None::<Utterance>);
    on_cleanup(move || {
        speaking.dispose();
        speech::stop();
    });
    let say = move || {
        settings.with_untracked(Settings::keep);
        let language = i18n::language().tag();
        let utterance = speech::speak(&text(Key::MockVoiceExample), language, || {});
        speaking.set_value(utterance);
    };
    Button::secondary("try-voice", Key::MockVoiceTry).draw(say)
}
