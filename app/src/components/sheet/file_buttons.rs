//! The buttons that hand something over as a file: to save it, or to share it where the browser can.

use crate::components::button::Button;
use crate::components::icon::Icon;
use crate::i18n::{Key, text};
use crate::platform::files::{self, Shared};
use crate::state::client::use_client;
use approdo_exchange::sheet::SHEET_MEDIA_TYPE;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Draws the buttons for a file; the actions are their names for tests.
pub fn file_buttons(
    (save, share): (&'static str, &'static str),
    name: String,
    bytes: Vec<u8>,
) -> AnyView {
    let shared = (name.clone(), bytes.clone());
    let save_it = move || {
        if !files::download(&name, SHEET_MEDIA_TYPE, &bytes) {
            say_refused();
        }
    };
    let share_it = move || {
        let (name, bytes) = shared.clone();
        spawn_local(async move {
            if files::share(&name, SHEET_MEDIA_TYPE, &bytes).await == Shared::NotPossible {
                say_refused();
            }
        });
    };
    let share_button = files::can_share(SHEET_MEDIA_TYPE).then(|| {
        Button::secondary(share, Key::SheetShare)
            .with_icon(Icon::Share)
            .draw(share_it)
    });
    view! {
        <div class="button-row">
            {Button::secondary(save, Key::SheetDownload).with_icon(Icon::Download).draw(save_it)}
            {share_button}
        </div>
    }
    .into_any()
}

fn say_refused() {
    use_client().toasts.show(text(Key::SheetFileRefused));
}
