//! Electing one tab: whoever holds the browser's lock of a name does the work of that name.

use futures::FutureExt;
use futures::channel::oneshot;
use futures::future::{Either, select};
use js_sys::{Object, Promise, Reflect};
use std::pin::pin;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};
use web_sys::{AbortController, AbortSignal, DomException};

#[wasm_bindgen]
extern "C" {
    type LockManager;

    #[wasm_bindgen(method)]
    fn request(this: &LockManager, name: &str, options: &JsValue, callback: &JsValue) -> Promise;
}

/// A lock that is held or waited for; dropped, it is given up and its task ends.
pub struct Held {
    _release: oneshot::Sender<()>,
    waiting: Option<AbortController>,
}

/// Waits until the lock is this tab's, then runs the task while the handle lives. Without locks in
/// this browser the task runs at once: two tabs that sync do double work, but no harm.
pub fn hold<T>(name: String, task: impl FnOnce() -> T + 'static) -> Held
where
    T: Future<Output = ()> + 'static,
{
    let (release, released) = oneshot::channel::<()>();
    let work = async move {
        // The channel closing is the signal.
        match select(pin!(task()), released).await {
            Either::Left(((), _)) | Either::Right(_) => {}
        }
    };
    let work = work.boxed_local().shared();
    let Some(locks) = lock_manager() else {
        spawn_local(work);
        return Held {
            _release: release,
            waiting: None,
        };
    };
    let waiting = AbortController::new().ok();
    let signal = waiting.as_ref().map(AbortController::signal);
    let options = options(signal.as_ref());
    spawn_local(async move {
        loop {
            let work = work.clone();
            let callback = Closure::once(move |_lock: JsValue| {
                future_to_promise(async move {
                    work.await;
                    Ok(JsValue::UNDEFINED)
                })
            });
            let held = JsFuture::from(locks.request(&name, &options, callback.as_ref())).await;
            let is_given_up = signal.as_ref().is_some_and(AbortSignal::aborted);
            if is_given_up || !held.is_err_and(is_abort) {
                break;
            }
            // The browser took lock or place in the queue from a page that it kept asleep.
        }
    });
    Held {
        _release: release,
        waiting,
    }
}

fn lock_manager() -> Option<LockManager> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok()?;
    locks.is_object().then(|| locks.unchecked_into())
}

fn is_abort(reason: JsValue) -> bool {
    let reason: Option<&DomException> = reason.dyn_ref();
    reason.is_some_and(|reason| reason.name() == "AbortError")
}

fn options(signal: Option<&AbortSignal>) -> Object {
    let options = Object::new();
    if let Some(signal) = signal {
        // Setting a field of a fresh object has no way to fail.
        let _ = Reflect::set(&options, &"signal".into(), signal);
    }
    options
}

impl Drop for Held {
    fn drop(&mut self) {
        if let Some(waiting) = &self.waiting {
            waiting.abort();
        }
    }
}
