//! The microphone: sound in pieces as it comes, and how loud it is. Nothing is kept here.

use super::by_name::{call, get, make, of_page, set};
use super::clock;
use super::listener::Listener;
use gloo_timers::callback::Interval;
use js_sys::{JSON, Object, Uint8Array};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, EventTarget, MediaStream, MediaStreamConstraints, MediaStreamTrack};

/// What is asked of the browser: a microphone and nothing else.
const WANTED: &str = r#"{"audio":true,"video":false}"#;
/// The kinds of sound that are wanted, the best understood first.
const MEDIA_TYPES: [&str; 3] = [
    "audio/webm;codecs=opus",
    "audio/mp4",
    "audio/ogg;codecs=opus",
];
/// Enough for speech: a quarter of a megabyte for each minute.
const BITS_PER_SECOND: f64 = 32_000.0;
/// How long a piece is, in milliseconds: what a dying page loses at most.
const PIECE_MS: i32 = 3_000;
/// How many values the level is taken of.
const LEVEL_VALUES: u32 = 2_048;

/// Why there is no sound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The person, or the device, does not allow it.
    NotAllowed,
    /// The device has no microphone, or another program holds it.
    NoMicrophone,
    /// The browser does not record.
    NotPossible,
}

/// A microphone that is on; dropped, it is off.
pub struct Microphone {
    stream: MediaStream,
    media_type: &'static str,
    listening: Option<Rc<Listening>>,
}

/// What tells how loud it is; dropped, it ends.
struct Listening {
    context: JsValue,
    analyser: JsValue,
}

/// A piece of sound.
pub struct SoundPiece(Blob);

/// A recording under way; dropped, it is forgotten.
pub struct SoundRecorder {
    recorder: JsValue,
    levels: Rc<RefCell<Vec<f32>>>,
    _listeners: [Listener; 2],
    _sampling: Interval,
}

/// Returns the kind of sound this browser records; none if it records none.
pub fn media_type() -> Option<&'static str> {
    let class = of_page("MediaRecorder");
    let is_supported = |media_type: &&str| {
        let answer = call(&class, "isTypeSupported", &[JsValue::from(*media_type)]);
        answer.is_some_and(|answer| answer.is_truthy())
    };
    MEDIA_TYPES.into_iter().find(is_supported)
}

impl Microphone {
    /// Turns the microphone on, asking the person where the browser does.
    ///
    /// # Errors
    /// Tells why there is no sound.
    pub async fn open() -> Result<Self, Refusal> {
        let media_type = media_type().ok_or(Refusal::NotPossible)?;
        let window = web_sys::window().ok_or(Refusal::NotPossible)?;
        let devices = window.navigator().media_devices();
        // Only pages that came over a secure connection have microphones.
        let devices = devices.ok().filter(|devices| !devices.is_undefined());
        let devices = devices.ok_or(Refusal::NotPossible)?;
        let wanted = JSON::parse(WANTED).map_err(|_| Refusal::NotPossible)?;
        let wanted: MediaStreamConstraints = wanted.unchecked_into();
        let asked = devices.get_user_media_with_constraints(&wanted);
        let asked = asked.map_err(|_| Refusal::NotPossible)?;
        let stream = JsFuture::from(asked).await.map_err(|why| reason(&why))?;
        let stream: MediaStream = stream.dyn_into().map_err(|_| Refusal::NotPossible)?;
        Ok(Self {
            listening: Listening::to(&stream).map(Rc::new),
            stream,
            media_type,
        })
    }

    /// Returns the kind of sound it gives.
    pub fn media_type(&self) -> &'static str {
        self.media_type
    }

    /// Records: each piece is handed over as it comes, and none at the end. The level is taken each `sample_ms`.
    pub fn record(
        &self,
        sample_ms: u32,
        on_piece: impl Fn(Option<SoundPiece>) + 'static,
    ) -> Option<SoundRecorder> {
        let options = JsValue::from(Object::new());
        set(&options, "mimeType", self.media_type);
        set(&options, "audioBitsPerSecond", BITS_PER_SECOND);
        let recorder = make("MediaRecorder", &[self.stream.clone().into(), options])?;
        let target: &EventTarget = recorder.unchecked_ref();
        let on_piece = Rc::new(on_piece);
        let hand_over = on_piece.clone();
        let data = Listener::new(target, "dataavailable", move |event| {
            let piece: Result<Blob, JsValue> = get(&event, "data").dyn_into();
            if let Some(piece) = piece.ok().filter(|piece| piece.size() > 0.0) {
                hand_over(Some(SoundPiece(piece)));
            }
        });
        let stop = Listener::new(target, "stop", move |_| on_piece(None));
        call(&recorder, "start", &[PIECE_MS.into()])?;
        let levels = Rc::<RefCell<Vec<f32>>>::default();
        let listening = self.listening.clone();
        let sampling = sample(&recorder, listening, &levels, sample_ms);
        Some(SoundRecorder {
            recorder,
            levels,
            _listeners: [data, stop],
            _sampling: sampling,
        })
    }
}

impl Drop for Microphone {
    fn drop(&mut self) {
        for track in self.stream.get_tracks() {
            let track: Result<MediaStreamTrack, JsValue> = track.dyn_into();
            if let Ok(track) = track {
                track.stop();
            }
        }
    }
}

impl SoundPiece {
    /// Returns its bytes; none if the browser has lost them.
    pub async fn bytes(&self) -> Option<Vec<u8>> {
        let buffer = JsFuture::from(self.0.array_buffer()).await.ok()?;
        Some(Uint8Array::new(&buffer).to_vec())
    }
}

impl SoundRecorder {
    /// Waits; what is said meanwhile is not recorded.
    pub fn pause(&self) {
        // One that has ended has nothing to wait for.
        let _ = call(&self.recorder, "pause", &[]);
    }

    /// Goes on.
    pub fn resume(&self) {
        // As above.
        let _ = call(&self.recorder, "resume", &[]);
    }

    /// Ends: the last piece comes, and then none.
    pub fn stop(&self) {
        // As above.
        let _ = call(&self.recorder, "stop", &[]);
    }

    /// Returns the levels so far (root mean square, 1 is the loudest); empty where the browser does not tell.
    pub fn levels(&self) -> Vec<f32> {
        self.levels.borrow().clone()
    }
}

impl Listening {
    fn to(stream: &MediaStream) -> Option<Self> {
        let context = make("AudioContext", &[])?;
        let analyser = call(&context, "createAnalyser", &[])?;
        set(&analyser, "fftSize", LEVEL_VALUES);
        let source = call(&context, "createMediaStreamSource", &[stream.into()])?;
        call(&source, "connect", std::slice::from_ref(&analyser))?;
        Some(Self { context, analyser })
    }

    /// Tells whether it hears: browsers may put it to sleep, and what it gives then is no silence of the person.
    fn is_awake(&self) -> bool {
        get(&self.context, "state").as_string().as_deref() == Some("running")
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        // One that is closed already is closed.
        let _ = call(&self.context, "close", &[]);
    }
}

fn reason(why: &JsValue) -> Refusal {
    match get(why, "name").as_string().as_deref() {
        Some("NotAllowedError" | "SecurityError") => Refusal::NotAllowed,
        Some("NotFoundError" | "NotReadableError") => Refusal::NoMicrophone,
        _ => Refusal::NotPossible,
    }
}

/// Takes the level again and again. A page in the background is called more rarely: what it missed was as loud as now.
fn sample(
    recorder: &JsValue,
    listening: Option<Rc<Listening>>,
    levels: &Rc<RefCell<Vec<f32>>>,
    sample_ms: u32,
) -> Interval {
    let (recorder, levels) = (recorder.clone(), levels.clone());
    let last = Cell::new(clock::now_ms());
    let recorded = Cell::new(0_u64);
    let values = Uint8Array::new_with_length(LEVEL_VALUES);
    Interval::new(sample_ms, move || {
        let now = clock::now_ms();
        let passed = now.saturating_sub(last.replace(now));
        let awake = listening.as_ref().filter(|listening| listening.is_awake());
        let Some(Listening { analyser, .. }) = awake.map(Rc::as_ref) else {
            return;
        };
        if get(&recorder, "state").as_string().as_deref() != Some("recording") {
            return;
        }
        recorded.set(recorded.get() + passed);
        if call(analyser, "getByteTimeDomainData", &[values.clone().into()]).is_some() {
            let count = recorded.get() / u64::from(sample_ms);
            let count = usize::try_from(count).unwrap_or_default();
            levels.borrow_mut().resize(count, level(&values.to_vec()));
        }
    })
}

/// Returns the root mean square of values around 128.
fn level(values: &[u8]) -> f32 {
    let deviation = |value: &u8| (f32::from(*value) - 128.0) / 128.0;
    let squares: f32 = values.iter().map(|value| deviation(value).powi(2)).sum();
    (squares / values.len().max(1) as f32).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn silence_has_no_level_and_the_loudest_sound_has_one() {
        assert_eq!(level(&[128; 10]), 0.0);
        assert_eq!(level(&[0; 10]), 1.0);
        assert!(level(&[127, 128, 129, 128]) < 0.01, "noise of the numbers");
        assert_eq!(level(&[]), 0.0);
    }
}
