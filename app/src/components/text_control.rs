//! The input or textarea of a text. It shows what the document says, except under the fingers of
//! who is typing: then the text stays, and the caret with it.

use super::field_facts::{FieldKind, field_facts, field_id};
use super::field_place::FieldPlace;
use crate::platform::press;
use crate::platform::text_element::TextElement;
use crate::state::caret::moved_caret;
use crate::state::editor::Editor;
use leptos::html::{Input, Textarea};
use leptos::prelude::*;

/// What describes and judges a control, for those who do not see it.
#[derive(Clone, Copy)]
pub struct ControlMarks {
    /// The ids of hint and error, as far as they are shown.
    pub described_by: Memo<String>,
    /// Whether an error is shown.
    pub is_invalid: Memo<bool>,
    /// Set once the person left the field.
    pub left: RwSignal<bool>,
}

/// Draws the control of a text.
pub fn text_control<P: FieldPlace>(editor: Editor<P>, place: P, marks: ControlMarks) -> AnyView {
    press::watch();
    match field_facts(place).kind {
        FieldKind::Line(keyboard) => line(editor, place, marks, keyboard),
        FieldKind::Paragraphs => paragraphs(editor, place, marks),
    }
}

fn line<P: FieldPlace>(
    editor: Editor<P>,
    place: P,
    marks: ControlMarks,
    keyboard: &'static str,
) -> AnyView {
    let node = NodeRef::<Input>::new();
    let composing = RwSignal::new(false);
    follow(editor, place, composing, move || node.get());
    view! {
        <input
            node_ref=node
            id=field_id(place)
            type="text"
            dir="auto"
            inputmode=keyboard
            autocomplete=field_facts(place).autocomplete
            autocapitalize=autocapitalize(keyboard)
            aria-describedby=move || marks.described_by.get()
            aria-invalid=move || marks.is_invalid.get().then_some("true")
            on:input=move |event| editor.type_text(place, &event_target_value(&event))
            on:blur=move |_| leave(editor, place, marks)
            on:compositionstart=move |_| composing.set(true)
            on:compositionend=move |_| composing.set(false)
        />
    }
    .into_any()
}

fn paragraphs<P: FieldPlace>(editor: Editor<P>, place: P, marks: ControlMarks) -> AnyView {
    let node = NodeRef::<Textarea>::new();
    let composing = RwSignal::new(false);
    follow(editor, place, composing, move || node.get());
    view! {
        <textarea
            node_ref=node
            id=field_id(place)
            rows="5"
            dir="auto"
            autocomplete="off"
            aria-describedby=move || marks.described_by.get()
            aria-invalid=move || marks.is_invalid.get().then_some("true")
            on:input=move |event| editor.type_text(place, &event_target_value(&event))
            on:blur=move |_| leave(editor, place, marks)
            on:compositionstart=move |_| composing.set(true)
            on:compositionend=move |_| composing.set(false)
        ></textarea>
    }
    .into_any()
}

/// Makes an edit of what was typed and judges it, once a click that left the field has ended where it
/// began: marks and phrases that come or go move what is below. What closes the page stores it before.
fn leave<P: FieldPlace>(editor: Editor<P>, place: P, marks: ControlMarks) {
    press::after_click(move || {
        // In vain for a field that has gone from the page meanwhile.
        let _ = marks.left.try_set(true);
        editor.leave(place);
    });
}

/// Names, towns and sentences begin with a capital; addresses of the net do not.
fn autocapitalize(keyboard: &str) -> &'static str {
    if keyboard == "text" {
        "sentences"
    } else {
        "none"
    }
}

/// Keeps the element in line with the document. A word that is being composed (as most phone
/// keyboards do) is left alone until it is finished.
fn follow<P: FieldPlace, E: TextElement>(
    editor: Editor<P>,
    place: P,
    composing: RwSignal<bool>,
    element: impl Fn() -> Option<E> + 'static,
) {
    let text = editor.text(place).text;
    Effect::new(move |_| {
        text.track();
        if composing.get() {
            return;
        }
        let Some(element) = element() else { return };
        let (old, new) = (element.text(), editor.shown(place));
        if old == new {
            return;
        }
        let caret = element.caret();
        element.show(&new);
        if let Some(caret) = caret.filter(|_| !old.is_empty()) {
            element.set_caret(moved_caret(&old, &new, caret));
        }
    });
}
