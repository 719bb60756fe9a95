//! Reading aloud, where the device has a voice for it.

use super::listener::Listener;
use super::local_storage;
use wasm_bindgen::JsCast;
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

/// Where the name of the voice is kept that the person chose.
pub const VOICE_KEY: &str = "approdo.voice";
/// Where the speed is kept that the person chose, in the units of the Web Speech API (1 is usual).
pub const RATE_KEY: &str = "approdo.voice.rate";
/// A little slower than people talk.
const RATE: f32 = 0.9;

fn synthesis() -> Option<SpeechSynthesis> {
    let synthesis = web_sys::window()?.speech_synthesis().ok()?;
    // Some browsers have no such thing.
    (!synthesis.is_undefined()).then_some(synthesis)
}

/// Tells whether the device has a voice for a language (BCP 47).
pub fn has_voice(language: &str) -> bool {
    voice(language).is_some()
}

/// Calls back when voices come or go: many browsers load them after the page.
pub fn on_voices(callback: impl Fn() + 'static) -> Option<Listener> {
    let synthesis = synthesis()?;
    let target = synthesis.unchecked_ref();
    Some(Listener::new(target, "voiceschanged", move |_| callback()))
}

/// An utterance under way; dropped, it is no longer listened to.
pub struct Utterance {
    _listeners: Vec<Listener>,
}

/// Reads a text aloud in place of whatever is being read, and calls back at its end.
pub fn speak(text: &str, language: &str, on_end: impl Fn() + Clone + 'static) -> Option<Utterance> {
    let synthesis = synthesis()?;
    synthesis.cancel();
    let utterance = SpeechSynthesisUtterance::new_with_text(text).ok()?;
    utterance.set_lang(language);
    let rate = local_storage::get(RATE_KEY).and_then(|rate| rate.parse().ok());
    utterance.set_rate(rate.unwrap_or(RATE));
    utterance.set_voice(voice(language).as_ref());
    let listeners = ["end", "error"].map(|name| {
        let on_end = on_end.clone();
        Listener::new(&utterance, name, move |_| on_end())
    });
    synthesis.speak(&utterance);
    Some(Utterance {
        _listeners: listeners.into(),
    })
}

/// Stops reading aloud.
pub fn stop() {
    if let Some(synthesis) = synthesis() {
        synthesis.cancel();
    }
}

/// Returns the names of the voices for a language, the one that is taken unasked first.
pub fn voices(language: &str) -> Vec<String> {
    let mut names: Vec<String> = fitting(language).iter().map(|voice| voice.name()).collect();
    names.dedup();
    names
}

/// Returns the voice for a language: the one the person chose, else one on the device before one that needs a network.
fn voice(language: &str) -> Option<SpeechSynthesisVoice> {
    let chosen = local_storage::get(VOICE_KEY);
    let fitting = fitting(language);
    let mut voices = fitting.iter();
    let chosen = voices.find(|voice| chosen.as_ref() == Some(&voice.name()));
    chosen.or(fitting.first()).cloned()
}

fn fitting(language: &str) -> Vec<SpeechSynthesisVoice> {
    let Some(synthesis) = synthesis() else {
        return Vec::new();
    };
    let voices = synthesis.get_voices();
    let voices = voices.iter().map(JsCast::unchecked_into);
    let speaks = |voice: &SpeechSynthesisVoice| {
        // Android writes `it_IT`.
        let tag = voice.lang().to_ascii_lowercase();
        tag.split(['-', '_']).next() == Some(language)
    };
    let mut fitting: Vec<SpeechSynthesisVoice> = voices.filter(speaks).collect();
    fitting.sort_by_key(|voice| (!voice.local_service(), !voice.default()));
    fitting
}
