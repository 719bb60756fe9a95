//! One transaction: requests that are awaited within it, and its end.
//!
//! A browser may abort a transaction with neither success nor failure on its requests, so the
//! transaction's own end is watched from the first. A transaction dropped before `finish` is
//! aborted: half of a promise is never stored. One that is finished is committed at once, so that it
//! ends even if the page does.

use crate::error::StoreError;
use crate::javascript::Committable;
use crate::page_cache;
use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbObjectStore, IdbRequest, IdbRequestReadyState, IdbTransaction};

/// What the browser's events leave for the task that waits.
#[derive(Default)]
struct Progress {
    ended: RefCell<Option<Result<(), StoreError>>>,
    waker: RefCell<Option<Waker>>,
}

impl Progress {
    fn wake(&self) {
        if let Some(waker) = self.waker.borrow_mut().take() {
            waker.wake();
        }
    }

    fn end(&self, how: Result<(), StoreError>) {
        *self.ended.borrow_mut() = Some(how);
        self.wake();
    }
}

/// A running transaction.
pub struct Transaction {
    raw: IdbTransaction,
    progress: Rc<Progress>,
    finishing: Cell<bool>,
    on_complete: Closure<dyn FnMut()>,
    on_abort: Closure<dyn FnMut()>,
    on_request: Closure<dyn FnMut()>,
}

/// A request whose answer can be awaited; others may be begun before.
pub struct Request<'a> {
    raw: IdbRequest,
    transaction: &'a Transaction,
}

impl Transaction {
    /// Watches a transaction that has just begun.
    pub fn new(raw: IdbTransaction) -> Self {
        let progress = Rc::new(Progress::default());
        let on_complete = Closure::new({
            let progress = progress.clone();
            move || progress.end(Ok(()))
        });
        let on_abort = Closure::new({
            let (progress, raw) = (progress.clone(), raw.clone());
            move || progress.end(Err(reason_of_abort(&raw)))
        });
        let on_request = Closure::new({
            let progress = progress.clone();
            move || progress.wake()
        });
        let transaction = Self {
            raw,
            progress,
            finishing: Cell::new(false),
            on_complete,
            on_abort,
            on_request,
        };
        transaction.listen(true);
        page_cache::began(&transaction.raw);
        transaction
    }

    /// Returns an object store of the transaction.
    pub fn store(&self, name: &str) -> Result<IdbObjectStore, StoreError> {
        self.raw
            .object_store(name)
            .map_err(|thrown| StoreError::from_thrown(&thrown))
    }

    /// Takes up a request, to be awaited now or after others were begun.
    pub fn watch(&self, made: Result<IdbRequest, JsValue>) -> Result<Request<'_>, StoreError> {
        let raw = made.map_err(|thrown| StoreError::from_thrown(&thrown))?;
        raw.set_onsuccess(Some(self.on_request.as_ref().unchecked_ref()));
        raw.set_onerror(Some(self.on_request.as_ref().unchecked_ref()));
        Ok(Request {
            raw,
            transaction: self,
        })
    }

    /// Awaits the end: returns once everything is stored.
    pub async fn finish(self) -> Result<(), StoreError> {
        self.finishing.set(true);
        let raw: &Committable = self.raw.unchecked_ref();
        // Browsers that cannot be told so commit by themselves, once the page has nothing to add.
        if raw.commit().is_ok() {
            page_cache::ended(&self.raw);
        }
        poll_fn(|context| match &*self.progress.ended.borrow() {
            Some(how) => Poll::Ready(how.clone()),
            None => {
                *self.progress.waker.borrow_mut() = Some(context.waker().clone());
                Poll::Pending
            }
        })
        .await
    }

    fn listen(&self, on: bool) {
        let complete = on.then(|| self.on_complete.as_ref().unchecked_ref());
        self.raw.set_oncomplete(complete);
        let abort = on.then(|| self.on_abort.as_ref().unchecked_ref());
        self.raw.set_onabort(abort);
    }
}

impl Drop for Transaction {
    fn drop(&mut self) {
        self.listen(false);
        page_cache::ended(&self.raw);
        if !self.finishing.get() && self.progress.ended.borrow().is_none() {
            // It throws if the browser ended it in the meantime, which is just as well.
            let _ = self.raw.abort();
        }
    }
}

impl Request<'_> {
    /// Awaits the answer. A cursor's request answers again after each step.
    pub async fn answer(&self) -> Result<JsValue, StoreError> {
        poll_fn(|context| {
            if self.raw.ready_state() == IdbRequestReadyState::Done {
                return Poll::Ready(self.outcome());
            }
            if let Some(how) = &*self.transaction.progress.ended.borrow() {
                return Poll::Ready(how.clone().and(Err(StoreError::Lost)));
            }
            *self.transaction.progress.waker.borrow_mut() = Some(context.waker().clone());
            Poll::Pending
        })
        .await
    }

    fn outcome(&self) -> Result<JsValue, StoreError> {
        match self.raw.error() {
            Ok(Some(exception)) => Err(self.reason(StoreError::from_exception(&exception))),
            _ => self
                .raw
                .result()
                .map_err(|thrown| StoreError::from_thrown(&thrown)),
        }
    }

    /// Prefers the reason of the whole transaction: its requests only say "aborted".
    fn reason(&self, own: StoreError) -> StoreError {
        match self.transaction.raw.error() {
            Some(exception) => StoreError::from_exception(&exception),
            None => own,
        }
    }
}

impl Drop for Request<'_> {
    fn drop(&mut self) {
        self.raw.set_onsuccess(None);
        self.raw.set_onerror(None);
    }
}

/// Tells why a transaction was aborted; without a reason the connection was closed under it.
fn reason_of_abort(raw: &IdbTransaction) -> StoreError {
    raw.error().map_or(StoreError::Lost, |exception| {
        StoreError::from_exception(&exception)
    })
}
