//! A short sound, made on the device (Web Audio API).

use super::by_name::{call, get, make, set};
use wasm_bindgen::JsValue;

/// How high the bell is, in hertz.
const PITCH: f64 = 880.0;
/// How loud it begins; 1 is as loud as the device is set to.
const LOUDNESS: f64 = 0.3;
/// As good as nothing: a loudness that fades to zero would never arrive.
const INAUDIBLE: f64 = 0.001;
/// How long it sounds, in seconds.
const SECONDS: f64 = 0.9;

/// A bell that can ring.
pub struct Bell {
    context: JsValue,
}

impl Bell {
    /// Makes a bell while a press is under way, without which browsers stay silent; none where there is no such thing.
    pub fn new() -> Option<Self> {
        let context = make("AudioContext", &[])?;
        Some(Self { context })
    }

    /// Rings once. A device that does not want to stays silent.
    pub fn ring(&self) {
        let _ = self.try_to_ring();
    }

    fn try_to_ring(&self) -> Option<()> {
        let oscillator = call(&self.context, "createOscillator", &[])?;
        let loudness = call(&self.context, "createGain", &[])?;
        let now = get(&self.context, "currentTime").as_f64()?;
        let end = JsValue::from(now + SECONDS);
        set(&get(&oscillator, "frequency"), "value", PITCH);
        let gain = get(&loudness, "gain");
        call(&gain, "setValueAtTime", &[LOUDNESS.into(), now.into()])?;
        let fade = [INAUDIBLE.into(), end.clone()];
        call(&gain, "exponentialRampToValueAtTime", &fade)?;
        call(&oscillator, "connect", std::slice::from_ref(&loudness))?;
        call(&loudness, "connect", &[get(&self.context, "destination")])?;
        call(&oscillator, "start", &[])?;
        call(&oscillator, "stop", &[end])?;
        Some(())
    }
}

impl Drop for Bell {
    fn drop(&mut self) {
        // One that is closed already is closed.
        let _ = call(&self.context, "close", &[]);
    }
}
