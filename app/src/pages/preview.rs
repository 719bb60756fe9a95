//! The pages of a CV as they will be printed, and the ways of taking them along.

use super::with_editor::cv_name_of;
use crate::components::bottom_bar::{BarPage, BottomBar};
use crate::components::page_frame::{PageFrame, PageTitle};
use crate::components::pdf_buttons::{download_pdf, share_pdf};
use crate::components::preview_pages::PreviewPages;
use crate::i18n::{Key, text};
use crate::state::cv_editor::CvEditor;
use leptos::prelude::*;

/// Draws the pages of a CV.
pub fn preview_page(editor: CvEditor) -> AnyView {
    let name = cv_name_of(editor);
    view! {
        <PageFrame title=name class="with-bottom-bar shows-preview">
            <PageTitle words=name />
            <div class="button-row">
                {download_pdf(editor)}
                {share_pdf(editor, None)}
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
