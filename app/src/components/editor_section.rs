//! One part of the editor: a heading that opens and closes it. On a phone only one part is open at a
//! time. Which parts there are is in `part`, what stands in them in `part_body`.

use super::part::Part;
use super::part_body::part_body;
use super::part_summary::part_summary;
use crate::platform::{focus, media};
use crate::state::cv_editor::CvEditor;
use leptos::prelude::*;

/// Which parts are open.
#[derive(Debug, Clone, Copy)]
pub struct OpenParts(RwSignal<Vec<Part>>);

impl OpenParts {
    /// Begins with one part open.
    pub fn new(first: Part) -> Self {
        Self(RwSignal::new(vec![first]))
    }

    fn contains(self, part: Part) -> bool {
        self.0.with(|open| open.contains(&part))
    }

    /// Returns the part that was opened last.
    pub fn last(self) -> Option<Part> {
        self.0.with(|open| open.last().copied())
    }

    /// Opens a part that may be closed.
    pub fn show(self, part: Part) {
        if !self.0.with_untracked(|open| open.contains(&part)) {
            self.toggle(part);
        }
    }

    fn toggle(self, part: Part) {
        self.0.update(|open| {
            let was_open = open.contains(&part);
            if media::matches(media::WIDE) {
                open.retain(|other| *other != part);
            } else {
                open.clear();
            }
            if !was_open {
                open.push(part);
            }
        });
    }
}

/// One part of the CV.
#[component]
pub fn EditorSection(
    /// The CV.
    editor: CvEditor,
    /// Which part.
    part: Part,
    /// Which parts are open.
    open: OpenParts,
) -> impl IntoView {
    let is_open = Memo::new(move |_| open.contains(part));
    let body_id = format!("section-{}", part.word());
    let toggle_id = format!("toggle-{}", part.word());
    view! {
        <section class="section" data-section=part.word()>
            <h2>
                <button
                    type="button"
                    class="section-toggle"
                    id=toggle_id
                    data-action="toggle-section"
                    aria-expanded=move || if is_open.get() { "true" } else { "false" }
                    aria-controls=body_id.clone()
                    on:click=move |_| {
                        open.toggle(part);
                        // A long part that closed above must not carry this one off the screen.
                        focus::reveal_soon(format!("toggle-{}", part.word()));
                    }
                >
                    <span class="section-title">{part.title()}</span>
                    <span class="section-count">{part_summary(editor, part)}</span>
                </button>
            </h2>
            <div class="section-body" id=body_id hidden=move || !is_open.get()>
                {move || is_open.get().then(|| part_body(editor, part))}
            </div>
        </section>
    }
    .into_any()
}
