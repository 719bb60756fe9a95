//! The service worker, which keeps the client on the device: registering it, hearing of a new
//! version, storing the rest of the files, and what it says of itself.

use super::listener::Listener;
use super::translations::field;
use futures::StreamExt;
use futures::channel::{mpsc, oneshot};
use js_sys::{Array, Object, Reflect};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    MessageChannel, MessageEvent, ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration,
    ServiceWorkerState,
};

const SCRIPT: &str = "/sw.js";

/// How far this version has come onto the device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// This browser has no service worker, or forbids it.
    NotPossible,
    /// The first version is being stored.
    Installing,
    /// The client opens without a network.
    Ready,
    /// A new version is stored and waits for the person's word.
    UpdateWaiting,
    /// Another tab put a new version in place; this page goes on with its own until it is loaded anew.
    Replaced,
}

/// What the service worker says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    /// Its version.
    pub version: String,
    /// Whether all that the editor needs is stored.
    pub first: bool,
    /// Whether the rest is stored too: the PDF module and its fonts.
    pub later: bool,
    /// The size of the rest, compressed, in bytes.
    pub later_bytes: u64,
}

/// A registered service worker; dropped, it is no longer listened to.
pub struct ServiceWorkerHandle {
    registration: ServiceWorkerRegistration,
    _listeners: Rc<RefCell<Vec<Listener>>>,
}

/// Registers the service worker and calls back at each change of its stage, now included.
pub async fn register(on_stage: impl Fn(Stage) + 'static) -> Option<ServiceWorkerHandle> {
    let told = Cell::new(None);
    let on_stage: Rc<dyn Fn(Stage)> = Rc::new(move |stage| {
        if told.replace(Some(stage)) != Some(stage) {
            on_stage(stage);
        }
    });
    let registered = match container() {
        Some(container) => JsFuture::from(container.register(SCRIPT)).await.ok(),
        None => None,
    };
    let Some(registration) = registered.and_then(|it| it.dyn_into().ok()) else {
        on_stage(Stage::NotPossible);
        return None;
    };
    let registration: ServiceWorkerRegistration = registration;
    on_stage(stage(&registration));
    let listeners: Rc<RefCell<Vec<Listener>>> = Rc::default();
    listeners.borrow_mut().extend(follow_replacing(&on_stage));
    follow_installing(&registration, &on_stage, &listeners);
    let found = {
        let (registration, weak) = (registration.clone(), Rc::downgrade(&listeners));
        Listener::new(&registration.clone(), "updatefound", move |_| {
            if let Some(listeners) = weak.upgrade() {
                on_stage(stage(&registration));
                follow_installing(&registration, &on_stage, &listeners);
            }
        })
    };
    listeners.borrow_mut().push(found);
    Some(ServiceWorkerHandle {
        registration,
        _listeners: listeners,
    })
}

/// Tells when another version takes over this page. The first one of all takes over from nobody.
fn follow_replacing(on_stage: &Rc<dyn Fn(Stage)>) -> Option<Listener> {
    let container = container()?;
    let was_controlled = Cell::new(container.controller().is_some());
    let on_stage = on_stage.clone();
    Some(Listener::new(&container, "controllerchange", move |_| {
        if was_controlled.replace(true) {
            on_stage(Stage::Replaced);
        }
    }))
}

/// Tells at each step of a version that is being installed what has become of it.
fn follow_installing(
    registration: &ServiceWorkerRegistration,
    on_stage: &Rc<dyn Fn(Stage)>,
    listeners: &Rc<RefCell<Vec<Listener>>>,
) {
    if let Some(installing) = registration.installing() {
        let (registration, on_stage) = (registration.clone(), on_stage.clone());
        let follower = Listener::new(&installing, "statechange", move |_| {
            on_stage(stage(&registration));
        });
        listeners.borrow_mut().push(follower);
    }
}

fn stage(registration: &ServiceWorkerRegistration) -> Stage {
    let active = registration.active();
    match (registration.waiting(), active) {
        (Some(_), Some(_)) => Stage::UpdateWaiting,
        (None, Some(active)) if active.state() == ServiceWorkerState::Activated => Stage::Ready,
        _ => Stage::Installing,
    }
}

impl ServiceWorkerHandle {
    /// Asks the active service worker how it stands; none if it does not answer.
    pub async fn status(&self) -> Option<Status> {
        let worker = self.registration.active()?;
        let answer = ask(&worker, "status").next().await?;
        Some(Status {
            version: field(&answer, "version").as_string()?,
            first: field(&answer, "first").is_truthy(),
            later: field(&answer, "later").is_truthy(),
            later_bytes: field(&answer, "laterBytes").as_f64()? as u64,
        })
    }

    /// Stores the rest of the files, telling how many of how many; answers whether all are there.
    pub async fn fetch_later(&self, on_progress: impl Fn(u32, u32)) -> bool {
        let Some(worker) = self.registration.active() else {
            return false;
        };
        let mut answers = ask(&worker, "fetch-later");
        while let Some(answer) = answers.next().await {
            match field(&answer, "kind").as_string().as_deref() {
                Some("later-progress") => {
                    let number = |name| field(&answer, name).as_f64().unwrap_or_default() as u32;
                    on_progress(number("done"), number("total"));
                }
                Some("later-ready") => return true,
                _ => return false,
            }
        }
        false
    }

    /// Looks for a new version now; answers whether the server could be asked.
    pub async fn look_for_update(&self) -> bool {
        match self.registration.update() {
            Ok(looked) => JsFuture::from(looked).await.is_ok(),
            Err(_) => false,
        }
    }

    /// Puts the new version in the place of this one, if one waits. Only on the person's word; the
    /// page is still of the old version and must be loaded anew.
    pub async fn apply_update(&self) {
        let (Some(container), Some(waiting)) = (container(), self.registration.waiting()) else {
            return; // Another tab did it.
        };
        let (sender, receiver) = oneshot::channel::<()>();
        let mut sender = Some(sender);
        let _changed = Listener::new(&container, "controllerchange", move |_| {
            drop(sender.take());
        });
        let _ = waiting.post_message(&message("skip-waiting"));
        // The channel closing is the signal.
        let _ = receiver.await;
    }
}

/// Tells whether the person asked the browser to save data.
pub fn saves_data() -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    field(&field(&window.navigator(), "connection"), "saveData").is_truthy()
}

fn container() -> Option<ServiceWorkerContainer> {
    let container = web_sys::window()?.navigator().service_worker();
    // Pages without TLS have none.
    (!container.is_undefined()).then_some(container)
}

fn message(kind: &str) -> Object {
    let message = Object::new();
    // Setting a field of a fresh object has no way to fail.
    let _ = Reflect::set(&message, &"kind".into(), &kind.into());
    message
}

/// The answers to one message.
struct Answers {
    receiver: mpsc::UnboundedReceiver<JsValue>,
    _listener: Option<Listener>,
}

impl Answers {
    async fn next(&mut self) -> Option<JsValue> {
        self.receiver.next().await
    }
}

fn ask(worker: &ServiceWorker, kind: &str) -> Answers {
    let (sender, receiver) = mpsc::unbounded();
    let listener = MessageChannel::new().ok().and_then(|channel| {
        let ours = channel.port1();
        let listener = Listener::new(&ours, "message", move |event| {
            // Nobody listens any more if the question was given up.
            let _ = sender.unbounded_send(event.unchecked_into::<MessageEvent>().data());
        });
        ours.start();
        worker
            .post_message_with_transferable(&message(kind), &Array::of1(&channel.port2()))
            .ok()?;
        Some(listener)
    });
    Answers {
        receiver,
        _listener: listener,
    }
}
