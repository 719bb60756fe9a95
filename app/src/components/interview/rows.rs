//! The lines of a checklist, phase by phase: ticking, moving, taking out, adding one's own.

use super::row_action::row_action;
use super::words::phase_words;
use crate::components::field_facts::field_id;
use crate::components::icon::Icon;
use crate::i18n::{Key, format, text};
use crate::platform::focus;
use crate::state::client::use_client;
use crate::state::practice::{
    ChecklistRow, PracticeEditor, add_own_item, delete_item, move_within_phase, rows_of_phase,
};
use approdo_domain::ItemId;
use approdo_domain::practice::{
    ChecklistItemField, ChecklistPhase, PracticeChecklist, PracticePlace,
};
use leptos::prelude::*;

/// A checklist on screen.
#[derive(Debug, Clone, Copy)]
pub struct ListShown {
    /// The practice it stands in.
    pub editor: PracticeEditor,
    /// Which it is.
    pub list: ItemId,
    /// What stands in it; none once it is deleted.
    pub present: Memo<Option<PracticeChecklist>>,
    /// Its lines.
    pub rows: Memo<Vec<ChecklistRow>>,
    /// Whether the list itself is being changed.
    pub changing: RwSignal<bool>,
}

/// Draws the lines of a phase.
pub fn phase_rows(shown: ListShown, phase: ChecklistPhase) -> AnyView {
    let of_phase = Memo::new(move |_| shown.rows.with(|rows| rows_of_phase(rows, phase)));
    view! {
        <section class="stack" data-phase=phase.code() hidden=move || of_phase.with(Vec::is_empty)>
            <h2>{text(phase_words(phase))}</h2>
            <ul class="checklist">
                <For
                    each=move || of_phase.get()
                    key=|row| row.item
                    children=move |row| line(shown, row)
                />
            </ul>
        </section>
    }
    .into_any()
}

fn line(shown: ListShown, row: ChecklistRow) -> AnyView {
    let place = PracticePlace::ChecklistItem(shown.list, row.item, ChecklistItemField::Done);
    let done = shown.editor.flag(place);
    let tick = move |event| shown.editor.set_flag(place, event_target_checked(&event));
    let (item, name) = (row.item, row.text.clone());
    view! {
        <li data-checklist-item=item.to_string()>
            <label class="checkbox-row">
                <input
                    type="checkbox"
                    id=field_id(place)
                    prop:checked=move || done.get()
                    on:change=tick
                />
                <span>
                    {row.text}
                    {row.hint.map(|hint| view! { <span class="choice-hint">{hint}</span> })}
                </span>
            </label>
            {move || shown.changing.get().then(|| changes(shown, item, name.clone()))}
        </li>
    }
    .into_any()
}

fn changes(shown: ListShown, item: ItemId, name: String) -> AnyView {
    let named = |key| format(key, &[("name", name.as_str())]);
    let labels = [
        named(Key::ActionMoveUpNamed),
        named(Key::ActionMoveDownNamed),
        named(Key::ActionDeleteNamed),
    ];
    let [up, down, delete] = labels;
    view! {
        <div class="entry-actions">
            {row_action("move-up", Icon::Up, item, up, move || shift(shown, item, true))}
            {row_action("move-down", Icon::Down, item, down, move || shift(shown, item, false))}
            {row_action("delete", Icon::Delete, item, delete, move || take_out(shown, item))}
        </div>
    }
    .into_any()
}

fn shift(shown: ListShown, item: ItemId, up: bool) {
    let client = use_client();
    let rows = shown.rows.get_untracked();
    let home = shown.editor.id();
    let moved = shown.present.with_untracked(|list| {
        list.as_ref()
            .is_some_and(|list| move_within_phase(client.workspace, home, list, &rows, (item, up)))
    });
    let word = if up { "move-up" } else { "move-down" };
    focus::focus_soon(format!("{word}-{item}"));
    let told = match moved {
        true => Key::InterviewItemMoved,
        false => Key::InterviewItemAtEdge,
    };
    client.toasts.announce(text(told));
}

fn take_out(shown: ListShown, item: ItemId) {
    let client = use_client();
    let rows = shown.rows.get_untracked();
    let place = rows.iter().position(|row| row.item == item);
    let next = place.and_then(|place| rows.get(place + 1).or(rows.get(place.checked_sub(1)?)));
    let next = next.map_or_else(
        || "own-item-text".to_owned(),
        |row| format!("delete-{}", row.item),
    );
    let restore = delete_item(client.workspace, shown.editor.id(), shown.list, item);
    focus::focus_soon(next);
    client
        .toasts
        .offer_undo(text(Key::InterviewItemDeleted), restore);
}

/// Draws the fields for an item of one's own.
pub fn own_item_form(shown: ListShown) -> AnyView {
    let typed = RwSignal::new(String::new());
    let phase = RwSignal::new(ChecklistPhase::EveningBefore);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let words = typed.get_untracked();
        if words.trim().is_empty() {
            return;
        }
        let client = use_client();
        let home = shown.editor.id();
        add_own_item(
            client.workspace,
            home,
            shown.list,
            phase.get_untracked(),
            &words,
        );
        typed.set(String::new());
        client.toasts.announce(text(Key::InterviewItemAdded));
        focus::focus_soon("own-item-text".to_owned());
    };
    let options = ChecklistPhase::ALL.map(|one| {
        let selected = move || phase.get() == one;
        view! {
            <option value=one.code() selected=selected>
                {text(phase_words(one))}
            </option>
        }
    });
    let choose = move |event| {
        let code = event_target_value(&event);
        phase.set(ChecklistPhase::from_code(&code).unwrap_or(ChecklistPhase::EveningBefore));
    };
    view! {
        <form class="card no-print" on:submit=submit data-own-item="">
            <div class="field">
                <label for="own-item-text">{text(Key::InterviewItemText)}</label>
                <input
                    id="own-item-text"
                    type="text"
                    autocomplete="off"
                    prop:value=move || typed.get()
                    on:input=move |event| typed.set(event_target_value(&event))
                />
            </div>
            <div class="field">
                <label for="own-item-phase">{text(Key::InterviewItemPhase)}</label>
                <select id="own-item-phase" on:change=choose>
                    {Vec::from(options)}
                </select>
            </div>
            <button type="submit" class="button button-secondary" data-action="add-item">
                {text(Key::InterviewItemAdd)}
            </button>
        </form>
    }
    .into_any()
}
