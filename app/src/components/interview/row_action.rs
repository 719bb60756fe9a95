//! A button beside a row that moves it or takes it out. Its `id` lets the focus follow the row.

use crate::components::icon::{Icon, icon};
use approdo_domain::ItemId;
use leptos::prelude::*;

/// Draws the button.
pub fn row_action(
    name: &'static str,
    shape: Icon,
    item: ItemId,
    label: String,
    act: impl Fn() + 'static,
) -> AnyView {
    view! {
        <button
            type="button"
            class="button button-icon"
            id=format!("{name}-{item}")
            data-action=name
            aria-label=label
            on:click=move |_| act()
        >
            {icon(shape)}
        </button>
    }
    .into_any()
}
