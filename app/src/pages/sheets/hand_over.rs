//! Handing a sheet over: its codes to hold a phone up to, or a file.

use crate::components::page_frame::{PageFrame, PageTitle};
use crate::components::sheet::codes::codes;
use crate::components::sheet::file_buttons::file_buttons;
use crate::i18n::{Key, text};
use crate::state::sheet::{SheetEditor, file_name};
use approdo_exchange::sheet::{SHEET_EXTENSION, sheet_file, sheet_frames};
use leptos::prelude::*;

/// Draws the codes of a sheet, and the buttons for its file.
pub fn hand_over_page(editor: SheetEditor) -> AnyView {
    let sheet = editor.sheet().to_hand_over();
    let back = format!("/sheets/{}", editor.id());
    let name = file_name(&sheet, SHEET_EXTENSION);
    let shown = match sheet_frames(&sheet) {
        Ok(frames) => view! {
            <p class="lead">{text(Key::SheetHandOverExplain)}</p>
            {codes(frames)}
        }
        .into_any(),
        Err(_) => view! { <p class="lead">{text(Key::SheetTooLongForCodes)}</p> }.into_any(),
    };
    view! {
        <PageFrame title=text(Key::SheetHandOver)>
            <div class="stack" data-hand-over="">
                <PageTitle words=text(Key::SheetHandOver) />
                {shown}
                <h2>{text(Key::SheetAsFile)}</h2>
                <p>{text(Key::SheetAsFileExplain)}</p>
                {file_buttons(("download-sheet", "share-sheet"), name, sheet_file(&sheet))}
                <p>
                    <a href=back class="text-link" data-action="back-to-sheet">
                        {text(Key::SheetBack)}
                    </a>
                </p>
            </div>
        </PageFrame>
    }
    .into_any()
}
