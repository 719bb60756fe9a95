//! The frame of the pages on interviews, with the way back to where practising begins.

use crate::components::icon::{Icon, icon};
use crate::components::page_frame::{PageFrame, PageTitle};
use crate::i18n::{Key, text};
use leptos::prelude::*;

/// Draws a page with its heading.
pub fn interview_frame(title: String, content: AnyView) -> AnyView {
    let heading = title.clone();
    view! {
        <PageFrame title=title>
            <PageTitle words=heading />
            {content}
        </PageFrame>
    }
    .into_any()
}

/// Draws a link back, to be put before a page's heading or after its content.
pub fn way_back(address: &'static str, words: Key) -> AnyView {
    view! {
        <p>
            <a href=address class="text-link no-print" data-action="back">
                {icon(Icon::Back)}
                {text(words)}
            </a>
        </p>
    }
    .into_any()
}
