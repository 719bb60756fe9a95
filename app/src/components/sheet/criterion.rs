//! One criterion as the assessor taps it: four levels in words, and room for a note.

use crate::components::field::TextField;
use crate::components::field_facts::field_id;
use crate::i18n::{Key, text};
use crate::platform::focus;
use crate::state::sheet::SheetEditor;
use approdo_catalog::Criterion;
use approdo_domain::sheet::{CriterionId, PointField, SheetPlace};
use leptos::prelude::*;

/// Draws a criterion; nothing of one whose name no sheet can hold.
pub fn criterion_field(editor: SheetEditor, criterion: &Criterion) -> Option<AnyView> {
    let id = criterion.criterion_id()?;
    let level = SheetPlace::Point(id, PointField::Level);
    let group = field_id(level);
    let chosen = editor.text(level).text;
    let options: Vec<AnyView> = (0_u8..)
        .zip(&criterion.levels)
        .map(|(number, words)| option(editor, id, &group, number, words.clone()))
        .collect();
    let first = format!("{group}-0");
    let clear = move || {
        let first = first.clone();
        (!chosen.with(String::is_empty)).then(|| clear_button(editor, id, first))
    };
    let note = SheetPlace::Point(id, PointField::Note);
    let has_note = !editor.shown(note).is_empty();
    Some(
        view! {
            <fieldset class="choice-chips" data-criterion=criterion.id.clone()>
                <legend>{criterion.name.clone()}</legend>
                <div class="choice-list">{options}</div>
                {clear}
                <details class="more" open=has_note>
                    <summary>{text(Key::SheetAddNote)}</summary>
                    <TextField editor place=note />
                </details>
            </fieldset>
        }
        .into_any(),
    )
}

fn option(editor: SheetEditor, id: CriterionId, group: &str, number: u8, words: String) -> AnyView {
    let code = number.to_string();
    let chosen = editor.text(SheetPlace::Point(id, PointField::Level)).text;
    let value = code.clone();
    view! {
        <label class="choice-card">
            <input
                type="radio"
                id=format!("{group}-{number}")
                name=group.to_owned()
                value=value
                prop:checked=move || chosen.with(|chosen| *chosen == code)
                on:change=move |_| editor.set_level(id, Some(number))
            />
            <span>{words}</span>
        </label>
    }
    .into_any()
}

fn clear_button(editor: SheetEditor, id: CriterionId, first: String) -> AnyView {
    view! {
        <button
            type="button"
            class="button button-quiet"
            data-action="clear-level"
            on:click=move |_| {
                editor.set_level(id, None);
                focus::focus_soon(first.clone());
            }
        >
            {text(Key::SheetClearLevel)}
        </button>
    }
    .into_any()
}
