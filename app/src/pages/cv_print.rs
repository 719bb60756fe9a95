//! A CV on its way to a printer: its pages alone, as the PDF has them. The browser's own dialog opens once
//! they are there; the style sheet for print leaves everything else out (`style/print.css`).

use super::with_editor::cv_name_of;
use crate::components::export_fields::ExportFields;
use crate::components::page_frame::{PageFrame, PageTitle};
use crate::i18n::{Key, format, text};
use crate::platform::page;
use crate::state::cv_editor::CvEditor;
use crate::state::preview::{Preview, PreviewStatus};
use leptos::prelude::*;

/// Draws the pages of a CV, and prints them.
pub fn print_page(editor: CvEditor) -> AnyView {
    let name = cv_name_of(editor);
    let title = Memo::new(move |_| name.with(|name| format(Key::PrintTitle, &[("name", name)])));
    let preview = Preview::follow(editor);
    print_once_shown(preview);
    view! {
        <PageFrame title class="shows-preview">
            <PageTitle words=title />
            <p>{text(Key::PrintExplain)}</p>
            <div class="button-row">
                <button
                    type="button"
                    class="button button-primary"
                    data-action="print"
                    on:click=|_| page::print()
                >
                    {text(Key::ActionPrint)}
                </button>
                <a
                    href=format!("/cv/{}", editor.id())
                    class="button button-secondary"
                    data-action="open-editor"
                >
                    {text(Key::ActionEdit)}
                </a>
            </div>
            <ExportFields editor />
            <div class="preview" data-print="">
                {move || problem(preview.status.get())}
                {move || pages(preview)}
            </div>
        </PageFrame>
    }
    .into_any()
}

/// Opens the dialog by itself once: whoever chooses what else is to go out prints again by hand.
fn print_once_shown(preview: Preview) {
    let printed = StoredValue::new(false);
    Effect::new(move |_| {
        if preview.status.get() == PreviewStatus::Shown && !printed.get_value() {
            printed.set_value(true);
            // After the pages are in the document.
            request_animation_frame(page::print);
        }
    });
}

fn problem(status: PreviewStatus) -> Option<AnyView> {
    let words = match status {
        PreviewStatus::Working => Key::PreviewWorking,
        PreviewStatus::NotLoaded => Key::PreviewNotLoaded,
        PreviewStatus::Failed => Key::PreviewPdfFailed,
        PreviewStatus::Shown => return None,
    };
    Some(
        view! {
            <p class="preview-status" role="status">
                {text(words)}
            </p>
        }
        .into_any(),
    )
}

fn pages(preview: Preview) -> Vec<AnyView> {
    let pages = preview.pages.get();
    let count = pages.len().to_string();
    let page = |(index, svg): (usize, String)| {
        let number = (index + 1).to_string();
        let label = format(Key::PreviewPage, &[("page", &number), ("pages", &count)]);
        view! { <div class="preview-page" role="img" aria-label=label inner_html=svg></div> }
            .into_any()
    };
    pages.into_iter().enumerate().map(page).collect()
}
