//! A worker with a WebAssembly module of its own: requests out, results in, and a fresh worker when one
//! has crashed. What a request says is not known here.

use super::clock;
use super::listener::Listener;
use super::translations::{approdo, field};
use futures::channel::oneshot;
use js_sys::{Object, Reflect, Uint8Array};
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use thiserror::Error;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

/// How long a result may take, in milliseconds. The first one waits for module and fonts to arrive.
const PATIENCE_MS: u32 = 90_000;

/// Why there is no result.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum WorkerError {
    /// A newer preview was asked for: this one is not needed any more.
    #[error("a newer preview took the place of this one")]
    Superseded,
    /// Module or fonts could not be loaded. The next request tries again.
    #[error("this module is not on this device yet; connect to the network once")]
    Unavailable,
    /// The worker crashed or did not answer; the next request starts another.
    #[error("the worker stopped; try again")]
    Crashed,
    /// The module refused the request, for this reason.
    #[error("{0}")]
    Refused(String),
}

/// What a worker answers.
pub type Answer = Result<Vec<u8>, WorkerError>;

/// A worker, started at the first request.
#[derive(Clone)]
pub struct ModuleWorker {
    /// Under which name the page knows the address of its script.
    asset: &'static str,
    state: Rc<RefCell<State>>,
}

#[derive(Default)]
struct State {
    worker: Option<(Worker, Vec<Listener>)>,
    waiting: HashMap<u32, oneshot::Sender<Answer>>,
    last_id: u32,
}

impl ModuleWorker {
    /// Names a worker by its script's name among the page's assets.
    pub fn new(asset: &'static str) -> Self {
        Self {
            asset,
            state: Rc::default(),
        }
    }

    /// Asks for something of a kind that the worker's script knows.
    ///
    /// # Errors
    /// Why there is no result.
    pub async fn ask(&self, kind: &str, request: &[u8]) -> Answer {
        let (sender, receiver) = oneshot::channel();
        let id = self.post(kind, request, sender)?;
        let state = self.state.clone();
        let _patience = clock::after(PATIENCE_MS, move || {
            if state.borrow().waiting.contains_key(&id) {
                end_worker(&state);
            }
        });
        receiver.await.unwrap_or(Err(WorkerError::Crashed))
    }

    fn post(
        &self,
        kind: &str,
        request: &[u8],
        sender: oneshot::Sender<Answer>,
    ) -> Result<u32, WorkerError> {
        self.start_if_needed()?;
        let mut state = self.state.borrow_mut();
        state.last_id = state.last_id.wrapping_add(1);
        let id = state.last_id;
        let message = Object::new();
        for (name, value) in [
            ("id", JsValue::from_f64(f64::from(id))),
            ("kind", kind.into()),
            ("request", Uint8Array::from(request).into()),
        ] {
            // Setting a field of a fresh object has no way to fail.
            let _ = Reflect::set(&message, &name.into(), &value);
        }
        let posted = (state.worker.as_ref())
            .is_some_and(|(worker, _)| worker.post_message(&message).is_ok());
        if !posted {
            return Err(WorkerError::Crashed);
        }
        state.waiting.insert(id, sender);
        Ok(id)
    }

    fn start_if_needed(&self) -> Result<(), WorkerError> {
        if self.state.borrow().worker.is_some() {
            return Ok(());
        }
        let address = field(&field(&approdo(), "assets"), self.asset).as_string();
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = address
            .and_then(|address| Worker::new_with_options(&address, &options).ok())
            .ok_or(WorkerError::Unavailable)?;
        let (answered, failed) = (Rc::downgrade(&self.state), Rc::downgrade(&self.state));
        let listeners = vec![
            Listener::new(&worker, "message", move |event| {
                if let Some(state) = answered.upgrade() {
                    take_answer(&state, &event.unchecked_into::<MessageEvent>().data());
                }
            }),
            // The script itself did not load, or failed outside of any request.
            Listener::new(&worker, "error", move |_| {
                if let Some(state) = failed.upgrade() {
                    end_waiting(&state, &WorkerError::Unavailable);
                }
            }),
        ];
        self.state.borrow_mut().worker = Some((worker, listeners));
        Ok(())
    }
}

fn take_answer(state: &Rc<RefCell<State>>, data: &JsValue) {
    let id = field(data, "id").as_f64().unwrap_or_default() as u32;
    let sender = state.borrow_mut().waiting.remove(&id);
    if let Some(sender) = sender {
        // Nobody listens any more if the request was given up.
        let _ = sender.send(answer(data));
    }
    if field(data, "crashed").is_truthy() {
        end_worker(state);
    }
}

fn answer(data: &JsValue) -> Answer {
    if let Ok(result) = field(data, "result").dyn_into::<Uint8Array>() {
        return Ok(result.to_vec());
    }
    let error = field(data, "error").as_string().unwrap_or_default();
    Err(match error.as_str() {
        "superseded" => WorkerError::Superseded,
        "unavailable" => WorkerError::Unavailable,
        _ if field(data, "crashed").is_truthy() => WorkerError::Crashed,
        _ => WorkerError::Refused(error),
    })
}

/// Ends the worker; whoever waits for it hears that it crashed.
fn end_worker(state: &Rc<RefCell<State>>) {
    end_waiting(state, &WorkerError::Crashed);
}

fn end_waiting(state: &Rc<RefCell<State>>, reason: &WorkerError) {
    let (worker, waiting) = {
        let mut state = state.borrow_mut();
        (state.worker.take(), std::mem::take(&mut state.waiting))
    };
    for sender in waiting.into_values() {
        let _ = sender.send(Err(reason.clone()));
    }
    if let Some((worker, listeners)) = worker {
        worker.terminate();
        // One of them may be running just now: it is dropped when it has returned.
        wasm_bindgen_futures::spawn_local(async move { drop(listeners) });
    }
}
