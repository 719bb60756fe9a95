//! The steps of the plan: what, by when, and for the candidate whether it is done.

use crate::components::field::{FlagField, TextField};
use crate::components::field_facts::field_id;
use crate::components::icon::{Icon, icon};
use crate::i18n::{Key, format, text};
use crate::platform::focus;
use crate::state::client::use_client;
use crate::state::sheet::SheetEditor;
use approdo_domain::ItemId;
use approdo_domain::sheet::{SheetPlace, SheetRole, StepField};
use leptos::prelude::*;

/// Where the focus goes when a step is gone.
const ADD: &str = "add-step";

/// Draws the steps, and the button that adds one.
pub fn plan(editor: SheetEditor, role: SheetRole) -> AnyView {
    let steps = editor.steps();
    let add = move |_| {
        let id = editor.add_step();
        focus::focus_soon(field_id(SheetPlace::Step(id, StepField::What)));
    };
    view! {
        <ol class="entry-list" data-plan="">
            <For
                each=move || steps.get()
                key=|step| step.id
                children=move |item| step(editor, role, item.id)
            />
        </ol>
        <button type="button" class="add-entry" id=ADD data-action=ADD on:click=add>
            {icon(Icon::Add)}
            {text(Key::SheetAddStep)}
        </button>
    }
    .into_any()
}

fn step(editor: SheetEditor, role: SheetRole, id: ItemId) -> AnyView {
    let what = SheetPlace::Step(id, StepField::What);
    let words = editor.text(what).text;
    let name = Memo::new(move |_| match words.get().trim() {
        "" => text(Key::SheetFieldStep),
        what => what.to_owned(),
    });
    let label = move || name.with(|name| format(Key::ActionDeleteNamed, &[("name", name)]));
    let done = SheetPlace::Step(id, StepField::Done);
    let by = SheetPlace::Step(id, StepField::By);
    view! {
        <li class="entry" data-entry=id.to_string()>
            <div class="entry-heading">
                <h3>{move || name.get()}</h3>
                <div class="entry-actions">
                    <button
                        type="button"
                        class="button button-icon"
                        data-action="delete"
                        aria-label=label
                        on:click=move |_| delete(editor, id, &name.get_untracked())
                    >
                        {icon(Icon::Delete)}
                    </button>
                </div>
            </div>
            <div class="entry-body">
                {(role == SheetRole::Candidate)
                    .then(|| view! { <FlagField editor place=done name /> })}
                <TextField editor place=what />
                <TextField editor place=by />
            </div>
        </li>
    }
    .into_any()
}

fn delete(editor: SheetEditor, id: ItemId, name: &str) {
    editor.delete_step(id);
    focus::focus_soon(ADD.to_owned());
    let words = format(Key::SheetStepDeleted, &[("name", name)]);
    let restore = move || editor.restore_step(id);
    use_client().toasts.offer_undo(words, restore);
}
