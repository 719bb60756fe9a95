//! The pages of a CV as they will be printed, and the ways of taking them along.

use super::with_editor::cv_name_of;
use crate::components::bottom_bar::{BarPage, BottomBar};
use crate::components::icon::{Icon, icon};
use crate::components::page_frame::{PageFrame, PageTitle};
use crate::components::preview_pages::PreviewPages;
use crate::i18n::{Key, text};
use crate::state::cv_editor::CvEditor;
use crate::state::pdf;
use leptos::prelude::*;

/// Draws the pages of a CV.
pub fn preview_page(editor: CvEditor) -> AnyView {
    let name = cv_name_of(editor);
    view! {
        <PageFrame title=name class="with-bottom-bar shows-preview">
            <PageTitle words=name />
            <div class="button-row">
                <button
                    type="button"
                    class="button button-primary"
                    data-action="download-pdf"
                    on:click=move |_| pdf::download(editor)
                >
                    {icon(Icon::Download)}
                    {text(Key::ActionDownloadPdf)}
                </button>
                {pdf::can_share().then(|| share_button(editor))}
                <a
                    href=format!("/cv/{}", editor.id())
                    class="button button-secondary"
                    data-action="open-editor"
                >
                    {text(Key::ActionEdit)}
                </a>
                <a
                    href=format!("/cv/{}/export", editor.id())
                    class="button button-secondary"
                    data-action="open-export"
                >
                    {text(Key::ExportTitle)}
                </a>
            </div>
            <PreviewPages editor />
        </PageFrame>
        <BottomBar editor page=BarPage::Preview />
    }
    .into_any()
}

fn share_button(editor: CvEditor) -> AnyView {
    view! {
        <button
            type="button"
            class="button button-secondary"
            data-action="share-pdf"
            on:click=move |_| pdf::share(editor)
        >
            {icon(Icon::Share)}
            {text(Key::ActionSharePdf)}
        </button>
    }
    .into_any()
}
