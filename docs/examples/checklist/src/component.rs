//! A checklist on screen. Components show and bind; they decide nothing.

use crate::domain::{Checklist, Thing};
use approdo_app::i18n::{self, Key};
use approdo_domain::ItemId;
use leptos::prelude::*;

/// The things, each with a box to tick and a button to delete it.
#[component]
pub fn ChecklistThings(
    /// The checklist, as it is now.
    checklist: Signal<Checklist>,
    /// Called when a box is ticked or cleared.
    on_tick: Callback<(ItemId, bool)>,
    /// Called when a thing is to go.
    on_delete: Callback<ItemId>,
) -> impl IntoView {
    view! {
        <ul class="stack">
            // By id, so that a row stays the same element, and keeps the focus, when its words change.
            <For each=move || checklist.get().things key=|thing| thing.id let:thing>
                <li>{thing_row(checklist, thing.id, on_tick, on_delete)}</li>
            </For>
        </ul>
    }
    .into_any()
}

fn thing_row(
    checklist: Signal<Checklist>,
    id: ItemId,
    on_tick: Callback<(ItemId, bool)>,
    on_delete: Callback<ItemId>,
) -> AnyView {
    let thing = Memo::new(move |_| checklist.with(|checklist| find(checklist, id)));
    let delete_name = move || i18n::format(Key::ActionDeleteNamed, &[("name", &thing.get().text)]);
    view! {
        <label class="checkbox-row">
            <input
                type="checkbox"
                prop:checked=move || thing.get().done
                on:change=move |event| on_tick.run((id, event_target_checked(&event)))
            />
            <span>{move || thing.get().text}</span>
        </label>
        <button type="button" class="button" aria-label=delete_name on:click=move |_| on_delete.run(id)>
            {i18n::text(Key::ActionDelete)}
        </button>
    }
    .into_any()
}

fn find(checklist: &Checklist, id: ItemId) -> Thing {
    let found = checklist.things.iter().find(|thing| thing.id == id);
    found.cloned().unwrap_or_else(|| Thing::empty(id))
}
