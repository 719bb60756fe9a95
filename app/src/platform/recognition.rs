//! Recognising what is said, only where the browser does so on this device: the Web Speech API with `processLocally`
//! (Speech API of the W3C's Audio group). Nothing is kept here.

use super::by_name::{call, get, make, of_page, set};
use super::clock;
use super::listener::Listener;
use futures::channel::oneshot;
use futures::future::{Either, select};
use js_sys::{Array, Object, Promise};
use std::cell::RefCell;
use std::pin::pin;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::EventTarget;

const CLASS: &str = "SpeechRecognition";
/// How long the last words are waited for, in milliseconds.
const LAST_WORDS_MS: u32 = 3_000;
/// What ends sooner by itself is not begun again, in milliseconds.
const SHORTEST_MS: u64 = 1_000;

/// Words being recognised; dropped, it ends.
pub struct Recognition {
    object: JsValue,
    state: Rc<RefCell<State>>,
    _listeners: [Listener; 2],
}

#[derive(Default)]
struct State {
    words: String,
    /// Whether it is to go on: browsers end by themselves when nothing is said.
    is_wanted: bool,
    is_running: bool,
    begun_ms: u64,
    /// Who waits for the end.
    waiting: Option<oneshot::Sender<()>>,
}

/// Tells whether words of a language (BCP 47) are recognised on this device, with all that is needed already there.
pub async fn is_on_device(language: &str) -> bool {
    let options = JsValue::from(Object::new());
    set(&options, "langs", Array::of1(&language.into()));
    set(&options, "processLocally", true);
    // Browsers that send the voice elsewhere do not know the question.
    let asked = call(&of_page(CLASS), "available", &[options]);
    let Some(Ok(asked)) = asked.map(JsCast::dyn_into::<Promise>) else {
        return false;
    };
    let answer = JsFuture::from(asked).await;
    answer.is_ok_and(|answer| answer.as_string().as_deref() == Some("available"))
}

impl Recognition {
    /// Begins to recognise words; none if the browser refuses.
    pub fn begin(language: &str) -> Option<Self> {
        let object = make(CLASS, &[])?;
        set(&object, "lang", language);
        set(&object, "continuous", true);
        set(&object, "processLocally", true);
        let state = Rc::<RefCell<State>>::default();
        let target: &EventTarget = object.unchecked_ref();
        let heard = state.clone();
        let on_result = Listener::new(target, "result", move |event| {
            heard.borrow_mut().words += &new_words(&event);
        });
        let (ended, again) = (state.clone(), object.clone());
        let on_end = Listener::new(target, "end", move |_| end(&again, &ended));
        let recognition = Self {
            state,
            _listeners: [on_result, on_end],
            object,
        };
        recognition.pause(false);
        Some(recognition)
    }

    /// Waits or goes on; what is said meanwhile is not recognised.
    pub fn pause(&self, paused: bool) {
        self.state.borrow_mut().is_wanted = !paused;
        match paused {
            true => drop(call(&self.object, "stop", &[])),
            false => start(&self.object, &self.state),
        }
    }

    /// Ends, and returns what was said.
    pub async fn finish(self) -> String {
        let (sender, ended) = oneshot::channel();
        self.pause(true);
        if self.state.borrow().is_running {
            self.state.borrow_mut().waiting = Some(sender);
            // A browser that forgets to tell loses its last words, not those before.
            match select(ended, pin!(clock::wait(LAST_WORDS_MS))).await {
                Either::Left(_) | Either::Right(_) => {}
            }
        }
        self.state.borrow().words.trim().to_owned()
    }
}

impl Drop for Recognition {
    fn drop(&mut self) {
        // One that has ended has nothing to end.
        let _ = call(&self.object, "abort", &[]);
    }
}

fn start(object: &JsValue, state: &RefCell<State>) {
    let is_running = state.borrow().is_running;
    if !is_running && call(object, "start", &[]).is_some() {
        let mut state = state.borrow_mut();
        state.is_running = true;
        state.begun_ms = clock::now_ms();
    }
}

fn end(object: &JsValue, state: &RefCell<State>) {
    let lasted = {
        let mut state = state.borrow_mut();
        state.is_running = false;
        if let Some(waiting) = state.waiting.take() {
            // Nobody waits any more only after the time for it.
            let _ = waiting.send(());
        }
        clock::now_ms().saturating_sub(state.begun_ms)
    };
    let is_wanted = state.borrow().is_wanted;
    if is_wanted && lasted >= SHORTEST_MS {
        start(object, state);
    }
}

/// Returns the words of an event that will not change any more.
fn new_words(event: &JsValue) -> String {
    let number = |object: &JsValue, name| get(object, name).as_f64().unwrap_or_default() as u32;
    let results = get(event, "results");
    let mut words = String::new();
    for index in number(event, "resultIndex")..number(&results, "length") {
        let result = get(&results, &index.to_string());
        if get(&result, "isFinal").is_truthy() {
            let said = get(&get(&result, "0"), "transcript").as_string();
            words += said.unwrap_or_default().trim();
            words.push(' ');
        }
    }
    words
}
