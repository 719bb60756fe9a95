//! The worker that knows the dictionaries: words go in, the misspelt ones come back. It is started at
//! the first question, and anew when it has crashed. Which words are asked for is not known here.

use super::clock;
use super::listener::Listener;
use super::translations::{approdo, field};
use futures::channel::oneshot;
use js_sys::{Object, Reflect};
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use thiserror::Error;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

/// How long an answer may take, in milliseconds. The first one waits for the dictionary to arrive.
const PATIENCE_MS: u32 = 90_000;

/// Why there is no answer. The next question tries again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SpellingError {
    /// Module or dictionary could not be loaded.
    #[error("the dictionary is not on this device yet; connect to the network once")]
    Unavailable,
    /// The worker crashed or did not answer.
    #[error("the dictionary did not answer; try again")]
    Crashed,
}

type Answer = Result<String, SpellingError>;

#[derive(Default)]
struct State {
    worker: Option<(Worker, [Listener; 2])>,
    waiting: HashMap<u32, oneshot::Sender<Answer>>,
    last_id: u32,
}

thread_local! {
    static STATE: RefCell<State> = RefCell::default();
}

/// Returns the misspelt ones of some words, each with what may be meant, the likeliest first.
///
/// # Errors
/// When the dictionary is neither on this device nor to be had over the network, or failed.
pub async fn misspelt(
    dictionary: &str,
    words: &[String],
) -> Result<BTreeMap<String, Vec<String>>, SpellingError> {
    let (sender, receiver) = oneshot::channel();
    let id = post(dictionary, &words.join("\n"), sender)?;
    let _patience = clock::after(PATIENCE_MS, move || {
        if STATE.with_borrow(|state| state.waiting.contains_key(&id)) {
            end(SpellingError::Crashed);
        }
    });
    let answer = receiver.await.unwrap_or(Err(SpellingError::Crashed))?;
    Ok(answer.lines().filter_map(read_line).collect())
}

/// Reads a word, and after tabs what may be meant.
fn read_line(line: &str) -> Option<(String, Vec<String>)> {
    let mut words = line.split('\t').map(str::to_owned);
    Some((words.next()?, words.collect()))
}

fn post(
    dictionary: &str,
    words: &str,
    sender: oneshot::Sender<Answer>,
) -> Result<u32, SpellingError> {
    STATE.with_borrow_mut(|state| {
        if state.worker.is_none() {
            state.worker = Some(start()?);
        }
        state.last_id = state.last_id.wrapping_add(1);
        let id = state.last_id;
        let message = Object::new();
        for (name, value) in [
            ("id", JsValue::from_f64(f64::from(id))),
            ("dictionary", dictionary.into()),
            ("words", words.into()),
        ] {
            // Setting a field of a fresh object has no way to fail.
            let _ = Reflect::set(&message, &name.into(), &value);
        }
        let posted = (state.worker.as_ref())
            .is_some_and(|(worker, _)| worker.post_message(&message).is_ok());
        if !posted {
            return Err(SpellingError::Crashed);
        }
        state.waiting.insert(id, sender);
        Ok(id)
    })
}

fn start() -> Result<(Worker, [Listener; 2]), SpellingError> {
    let address = field(&field(&approdo(), "assets"), "spellingWorker").as_string();
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let worker = address
        .and_then(|address| Worker::new_with_options(&address, &options).ok())
        .ok_or(SpellingError::Unavailable)?;
    let listeners = [
        Listener::new(&worker, "message", |event| {
            take_answer(&event.unchecked_into::<MessageEvent>().data());
        }),
        // The script itself did not load, or failed outside of any question.
        Listener::new(&worker, "error", |_| end(SpellingError::Unavailable)),
    ];
    Ok((worker, listeners))
}

fn take_answer(data: &JsValue) {
    let id = field(data, "id").as_f64().unwrap_or_default() as u32;
    let sender = STATE.with_borrow_mut(|state| state.waiting.remove(&id));
    let answer = match field(data, "misspelt").as_string() {
        Some(lines) => Ok(lines),
        None if field(data, "unavailable").is_truthy() => Err(SpellingError::Unavailable),
        None => Err(SpellingError::Crashed),
    };
    let has_crashed = answer == Err(SpellingError::Crashed);
    if let Some(sender) = sender {
        // Nobody listens any more if the page was left.
        let _ = sender.send(answer);
    }
    if has_crashed {
        end(SpellingError::Crashed);
    }
}

/// Ends the worker; whoever waits for it hears why.
fn end(reason: SpellingError) {
    let (worker, waiting) =
        STATE.with_borrow_mut(|state| (state.worker.take(), std::mem::take(&mut state.waiting)));
    for sender in waiting.into_values() {
        let _ = sender.send(Err(reason));
    }
    if let Some((worker, listeners)) = worker {
        worker.terminate();
        // One of them may be running just now: it is dropped when it has returned.
        wasm_bindgen_futures::spawn_local(async move { drop(listeners) });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_word_and_what_may_be_meant() {
        let read = read_line("citta\tcittà\tcita");
        let meant = ["città", "cita"].map(str::to_owned);
        assert_eq!(read, Some(("citta".to_owned(), meant.to_vec())));
    }
}
