//! Where short messages appear, and what is only read aloud.

use crate::i18n::{Key, text};
use crate::state::client::use_client;
use crate::state::toasts::Toast;
use leptos::prelude::*;

/// The place of short messages. It is always there, so that screen readers notice new ones.
#[component]
pub fn ToastRegion() -> impl IntoView {
    let toasts = use_client().toasts;
    view! {
        <div class="toast-region" role="status" aria-live="polite">
            {move || toasts.shown.get().map(toast_view)}
        </div>
        <p class="visually-hidden" role="status" aria-live="polite">
            {move || toasts.spoken.get()}
        </p>
    }
    .into_any()
}

fn toast_view(toast: Toast) -> AnyView {
    let toasts = use_client().toasts;
    let Some(undo) = toast.undo else {
        return view! { <div class="toast"><p>{toast.words}</p></div> }.into_any();
    };
    let take_back = move |_| {
        toasts.close();
        undo();
    };
    view! {
        <div class="undo-toast">
            <p>{toast.words}</p>
            <button type="button" class="button button-quiet" data-action="undo-delete" on:click=take_back>
                {text(Key::ActionUndoShort)}
            </button>
        </div>
    }
    .into_any()
}
