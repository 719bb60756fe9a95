//! The browser's back/forward cache, where a page that was left lies as it is until the person comes
//! back: what must end before, and what waits until then.
//!
//! A transaction of a page in the cache can neither go on nor end by itself. WebKit keeps it all the
//! same, and with it the object stores it covers: every other page of the site would wait for them
//! until the cache lets go of the left one. So the transaction is given up when the page is put into
//! the cache, and what it was for is begun anew when the page is back.

use js_sys::global;
use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{EventTarget, IdbTransaction, PageTransitionEvent};

thread_local! {
    static PAGE: Rc<Page> = Page::watched();
}

/// The page that this code runs in.
#[derive(Default)]
struct Page {
    is_cached: Cell<bool>,
    times_cached: Cell<u32>,
    running: RefCell<Vec<IdbTransaction>>,
    waiting: RefCell<Vec<Waker>>,
}

/// Notes a transaction that has just begun and must not outlast the page's presence.
pub fn began(transaction: &IdbTransaction) {
    PAGE.with(|page| page.began(transaction));
}

/// Notes that a transaction has ended, or ends without the page.
pub fn ended(transaction: &IdbTransaction) {
    PAGE.with(|page| {
        (page.running.borrow_mut()).retain(|running| running != transaction);
    });
}

/// Waits until the page is not in the cache.
pub async fn present() {
    let page = PAGE.with(Rc::clone);
    poll_fn(|context| {
        if !page.is_cached.get() {
            return Poll::Ready(());
        }
        page.waiting.borrow_mut().push(context.waker().clone());
        Poll::Pending
    })
    .await;
}

/// Tells how often the page was put into the cache. What failed while the number changed may have
/// failed because of that.
pub fn times_cached() -> u32 {
    PAGE.with(|page| page.times_cached.get())
}

impl Page {
    fn watched() -> Rc<Self> {
        let page = Rc::<Self>::default();
        let (left, back) = (page.clone(), page.clone());
        listen("pagehide", move |event| {
            if event.persisted() {
                left.leave();
            }
        });
        listen("pageshow", move |_| back.come_back());
        page
    }

    fn began(&self, transaction: &IdbTransaction) {
        self.running.borrow_mut().push(transaction.clone());
        if self.is_cached.get() {
            self.give_up();
        }
    }

    fn leave(&self) {
        self.is_cached.set(true);
        self.times_cached
            .set(self.times_cached.get().wrapping_add(1));
        self.give_up();
    }

    fn come_back(&self) {
        self.is_cached.set(false);
        self.waiting.take().into_iter().for_each(Waker::wake);
    }

    fn give_up(&self) {
        for transaction in self.running.take() {
            // It throws if the browser ended it in the meantime, which is just as well.
            let _ = transaction.abort();
        }
    }
}

/// Listens to the page for as long as it lives; a worker has no such events.
fn listen(event: &str, callback: impl FnMut(PageTransitionEvent) + 'static) {
    let callback = Closure::<dyn FnMut(PageTransitionEvent)>::new(callback).into_js_value();
    if let Ok(page) = global().dyn_into::<EventTarget>() {
        // It fails only for a callback that is none.
        let _ = page.add_event_listener_with_callback(event, callback.unchecked_ref());
    }
}
