//! The buttons that save a sheet as PDF, and share it where the browser can.

use crate::components::button::Button;
use crate::components::icon::Icon;
use crate::i18n::Key;
use crate::state::sheet::{SheetPdf, can_share_pdf};
use leptos::prelude::*;

/// Draws the buttons; `make` says what is in the file when one is pressed.
pub fn pdf_buttons(make: impl Fn() -> SheetPdf + Clone + 'static) -> AnyView {
    let share = make.clone();
    view! {
        {Button::primary("download-sheet-pdf", Key::ActionDownloadPdf)
            .with_icon(Icon::Download)
            .draw(move || make().download())}
        {can_share_pdf()
            .then(|| {
                Button::secondary("share-sheet-pdf", Key::ActionSharePdf)
                    .with_icon(Icon::Share)
                    .draw(move || share().share())
            })}
    }
    .into_any()
}
