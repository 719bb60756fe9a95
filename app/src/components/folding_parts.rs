//! A form in parts that open and close by their headings; any number of them may be open. The form of a CV, with one part open at a
//! time on a phone, is in `editor_section`.

use crate::i18n::{Key, text};
use crate::platform::focus;
use crate::state::client::use_client;
use leptos::prelude::*;

/// Which parts of a form are open, by their words.
#[derive(Debug, Clone, Copy)]
pub struct OpenParts(RwSignal<Vec<String>>);

impl OpenParts {
    /// Begins with one part open.
    pub fn new(first: &str) -> Self {
        Self(RwSignal::new(vec![first.to_owned()]))
    }

    /// Begins with the part to which somebody is on the way, if it is one of these, else with the usual one; and goes
    /// to a field when somebody asks.
    pub fn following_jumps(usual: &str, parts: &[(&str, Key)]) -> Self {
        let jumps = use_client().jumps;
        let wanted = jumps.part();
        let wanted = wanted.filter(|word| parts.iter().any(|(part, _)| part == word));
        let open = Self::new(wanted.as_deref().unwrap_or(usual));
        Effect::new(move |_| {
            if let Some(jump) = jumps.take() {
                open.show(&jump.part);
                focus::go_soon(jump.field, jump.selected);
            }
        });
        open
    }

    /// Opens a part that may be closed.
    pub fn show(self, word: &str) {
        self.0.update(|open| {
            if !open.iter().any(|other| other == word) {
                open.push(word.to_owned());
            }
        });
    }

    fn contains(self, word: &str) -> bool {
        self.0.with(|open| open.iter().any(|other| other == word))
    }

    fn toggle(self, word: &str) {
        if untrack(|| self.contains(word)) {
            self.0.update(|open| open.retain(|other| other != word));
        } else {
            self.show(word);
        }
    }
}

/// Draws a part: its heading with what it counts, if it counts anything, and its body while it is open.
pub fn folding_part(
    open: OpenParts,
    (word, title): (&'static str, Key),
    count: Option<Memo<String>>,
    body: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let is_open = Memo::new(move |_| open.contains(word));
    let body_id = format!("section-{word}");
    let count = count.map(|count| view! { <span class="section-count">{count}</span> });
    view! {
        <section class="section" data-section=word>
            <h2>
                <button
                    type="button"
                    class="section-toggle"
                    id=format!("toggle-{word}")
                    data-action="toggle-section"
                    aria-expanded=move || if is_open.get() { "true" } else { "false" }
                    aria-controls=body_id.clone()
                    on:click=move |_| open.toggle(word)
                >
                    <span class="section-title">{text(title)}</span>
                    {count}
                </button>
            </h2>
            <div class="section-body" id=body_id hidden=move || !is_open.get()>
                {move || is_open.get().then(&body)}
            </div>
        </section>
    }
    .into_any()
}
