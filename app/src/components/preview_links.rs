//! From a line of the preview to the field in which it is written: a tap on the page, or a link for each
//! field in the order of the page.

use super::field_place::{FieldPlace, field_facts, field_id};
use crate::i18n::format;
use crate::platform::zoomed::point_on;
use crate::state::client::use_client;
use crate::state::editor::Editor;
use crate::state::page_regions::{PAGE_HEIGHT, PAGE_WIDTH, PagePart, place_at};
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use std::rc::Rc;
use std::time::Duration;

/// Within this time a second tap makes two taps one gesture.
const SECOND_TAP: Duration = Duration::from_millis(280);
/// How much of a field's text a link says.
const TEXT_LENGTH: usize = 60;

/// Opens a page by its path.
type Navigate = Rc<dyn Fn(&str)>;

/// Where taps lead.
pub struct Destination<P> {
    editor: Editor<P>,
    /// Whether the form stands beside the preview, rather than on a page of its own.
    is_beside_form: bool,
    navigate: StoredValue<Navigate, LocalStorage>,
    /// Whether a finger touched last, rather than a mouse.
    pub by_finger: RwSignal<bool>,
    waiting: StoredValue<Option<TimeoutHandle>>,
}

impl<P> Clone for Destination<P> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<P> Copy for Destination<P> {}

impl<P: FieldPlace> Destination<P> {
    /// Leads to the fields of a document: beside the preview, or on the page of the editor.
    pub fn of(editor: Editor<P>, is_beside_form: bool) -> Self {
        let navigate = use_navigate();
        let go: Navigate = Rc::new(move |path| navigate(path, NavigateOptions::default()));
        Self {
            editor,
            is_beside_form,
            navigate: StoredValue::new_local(go),
            by_finger: RwSignal::new(false),
            waiting: StoredValue::new(None),
        }
    }

    /// Goes to a field at once, or when a finger does not come down a second time.
    fn tapped(self, to: P, event: &MouseEvent) {
        event.prevent_default();
        event.stop_propagation();
        let by_key = event.detail() == 0;
        if by_key || !self.by_finger.get_untracked() {
            return self.go(to);
        }
        if self.take_waiting() {
            return;
        }
        let wait = set_timeout_with_handle(move || self.arrive(to), SECOND_TAP);
        self.waiting.set_value(wait.ok());
    }

    fn arrive(self, to: P) {
        // The person may have left the page meanwhile.
        if self.waiting.try_set_value(None).is_none() {
            self.go(to);
        }
    }

    /// Forgets a tap that has not led anywhere yet; tells whether there was one.
    fn take_waiting(self) -> bool {
        let waiting = self.waiting.get_value();
        self.waiting.set_value(None);
        waiting.map(|handle| handle.clear()).is_some()
    }

    fn go(self, to: P) {
        use_client().jumps.ask(to.way());
        if !self.is_beside_form {
            let path = self.path();
            self.navigate.with_value(|navigate| navigate(&path));
        }
    }

    fn path(self) -> String {
        P::editor_address(self.editor)
    }

    /// Returns what a link says: the name of the field, and how its text begins.
    fn words(self, to: P) -> String {
        let shown = self.editor.shown(to);
        let text: String = shown
            .lines()
            .next()
            .unwrap_or_default()
            .chars()
            .take(TEXT_LENGTH)
            .collect();
        let label = format(field_facts(to).label, &[("name", &text)]);
        if text.is_empty() {
            label
        } else {
            format!("{label}: {text}")
        }
    }
}

/// The links of one page, each where its line stands.
#[component]
pub fn PageLinks<P: FieldPlace>(
    /// Where they lead.
    destination: Destination<P>,
    /// The parts of the page.
    parts: Memo<Vec<PagePart<P>>>,
    /// Which page, from nought.
    index: usize,
) -> impl IntoView {
    let id = format!("page-links-{index}");
    let own_id = id.clone();
    let near = move |event: MouseEvent| {
        let at = (f64::from(event.client_x()), f64::from(event.client_y()));
        let point = point_on(&own_id, at);
        if let Some(to) =
            point.and_then(|point| parts.with_untracked(|parts| place_at(parts, point)))
        {
            destination.tapped(to, &event);
        }
    };
    view! {
        <div class="preview-links" id=id on:click=near>
            {move || parts.get().into_iter().map(|part| link(destination, part)).collect_view()}
        </div>
    }
    .into_any()
}

fn link<P: FieldPlace>(destination: Destination<P>, part: PagePart<P>) -> AnyView {
    let share = |length: f32, whole: f32| format!("{:.3}%", 100.0 * length / whole);
    let region = part.region;
    view! {
        <a
            href=destination.path()
            class="preview-link"
            data-leads-to=field_id(part.place)
            aria-label=destination.words(part.place)
            style:left=share(region.left, PAGE_WIDTH)
            style:top=share(region.top, PAGE_HEIGHT)
            style:width=share(region.width, PAGE_WIDTH)
            style:height=share(region.height, PAGE_HEIGHT)
            on:click=move |event| destination.tapped(part.place, &event)
        ></a>
    }
    .into_any()
}
