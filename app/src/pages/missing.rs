//! The page for addresses that lead nowhere.

use crate::components::page_frame::{PageFrame, PageTitle};
use crate::i18n::{Key, text};
use leptos::prelude::*;

/// The page for addresses that lead nowhere.
#[component]
pub fn MissingPage() -> impl IntoView {
    let title = text(Key::MissingTitle);
    view! {
        <PageFrame title=title.clone()>
            <PageTitle words=title />
            <p class="lead">{text(Key::MissingLead)}</p>
            <p>
                <a href="/" class="button button-primary">
                    {text(Key::MissingToStart)}
                </a>
            </p>
        </PageFrame>
    }
    .into_any()
}
