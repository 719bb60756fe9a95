//! The server's pokes: "there is something new", never what.

use super::listener::Listener;
use super::{clock, profile};
use std::cell::RefCell;
use std::rc::{Rc, Weak};
use web_sys::EventSource;

/// The first wait before a refused stream is tried again, in milliseconds; it doubles each time.
const FIRST_WAIT_MS: u32 = 5_000;
/// The longest such wait.
const LONGEST_WAIT_MS: u32 = 300_000;

/// An open stream of pokes; dropped, it ends.
pub struct Pokes {
    _stream: Rc<RefCell<Stream>>,
}

struct Stream {
    on_poke: Rc<dyn Fn()>,
    source: Option<(EventSource, Vec<Listener>)>,
    retry: Option<clock::Timer>,
    wait_ms: u32,
}

/// Listens to pokes for this profile. A broken stream is opened again by the browser, a refused one
/// (no session, server away) by us, ever more seldom.
pub fn listen(on_poke: impl Fn() + 'static) -> Pokes {
    let stream = Rc::new(RefCell::new(Stream {
        on_poke: Rc::new(on_poke),
        source: None,
        retry: None,
        wait_ms: FIRST_WAIT_MS,
    }));
    open(&stream);
    Pokes { _stream: stream }
}

fn open(stream: &Rc<RefCell<Stream>>) {
    let address = format!("/api/v1/events?profile={}", profile::id());
    let Ok(source) = EventSource::new(&address) else {
        return; // Without streams, sync still runs on start, edits and visits.
    };
    let on_poke = stream.borrow().on_poke.clone();
    let on_opened = on_poke.clone();
    let (opened, failed) = (Rc::downgrade(stream), Rc::downgrade(stream));
    let listeners = vec![
        Listener::new(&source, "poke", move |_| on_poke()),
        Listener::new(&source, "open", move |_| {
            if let Some(stream) = opened.upgrade() {
                stream.borrow_mut().wait_ms = FIRST_WAIT_MS;
                // Pokes sent while no stream was open are lost: there may be something new.
                on_opened();
            }
        }),
        Listener::new(&source, "error", move |_| retry_if_refused(&failed)),
    ];
    stream.borrow_mut().source = Some((source, listeners));
}

fn retry_if_refused(weak: &Weak<RefCell<Stream>>) {
    let Some(stream) = weak.upgrade() else {
        return;
    };
    let mut open_stream = stream.borrow_mut();
    let is_refused = (open_stream.source.as_ref())
        .is_some_and(|(source, _)| source.ready_state() == EventSource::CLOSED);
    if !is_refused {
        return;
    }
    let weak = weak.clone();
    let wait_ms = open_stream.wait_ms;
    open_stream.wait_ms = (wait_ms * 2).min(LONGEST_WAIT_MS);
    open_stream.retry = Some(clock::after(wait_ms, move || {
        if let Some(stream) = weak.upgrade() {
            open(&stream);
        }
    }));
}

impl Drop for Stream {
    fn drop(&mut self) {
        if let Some((source, _)) = &self.source {
            source.close();
        }
    }
}
