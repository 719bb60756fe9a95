//! Short messages at the screen's edge: one at a time, with a way back where something was deleted.

use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;

/// How long a message stays.
const STAYS: Duration = Duration::from_secs(9);

/// A message.
#[derive(Clone)]
pub struct Toast {
    /// Its words.
    pub words: String,
    /// What takes back the deed it tells of.
    pub undo: Option<Arc<dyn Fn() + Send + Sync>>,
    number: u32,
}

/// The message shown, if any, and what is only read aloud.
#[derive(Debug, Clone, Copy)]
pub struct Toasts {
    /// The message shown.
    pub shown: RwSignal<Option<Toast>>,
    /// What screen readers say without anything being shown.
    pub spoken: RwSignal<String>,
    count: StoredValue<u32>,
}

impl Toasts {
    /// Makes an empty place for messages.
    pub fn new() -> Self {
        Self {
            shown: RwSignal::new(None),
            spoken: RwSignal::new(String::new()),
            count: StoredValue::new(0),
        }
    }

    /// Shows a message.
    pub fn show(self, words: String) {
        self.put(words, None);
    }

    /// Shows what was done, with a way to take it back.
    pub fn offer_undo(self, words: String, undo: impl Fn() + Send + Sync + 'static) {
        self.put(words, Some(Arc::new(undo)));
    }

    /// Has screen readers say something that others can see.
    pub fn announce(self, words: String) {
        self.spoken.set(words);
    }

    /// Takes the message away.
    pub fn close(self) {
        self.shown.set(None);
    }

    fn put(self, words: String, undo: Option<Arc<dyn Fn() + Send + Sync>>) {
        let number = self.count.get_value().wrapping_add(1);
        self.count.set_value(number);
        self.shown.set(Some(Toast {
            words,
            undo,
            number,
        }));
        set_timeout(
            move || {
                let is_shown = self.shown.with_untracked(|shown| {
                    shown.as_ref().is_some_and(|toast| toast.number == number)
                });
                if is_shown {
                    self.close();
                }
            },
            STAYS,
        );
    }
}

impl Default for Toasts {
    fn default() -> Self {
        Self::new()
    }
}
