//! The frame around the pages, and the table of addresses.

use super::cv_list::CvListPage;
use super::devices::DevicesPage;
use super::editor::{EditorPage, NewCvPage};
use super::home::HomePage;
use super::missing::MissingPage;
use super::preview::PreviewPage;
use super::settings::SettingsPage;
use crate::components::app_header::AppHeader;
use crate::components::toast_region::ToastRegion;
use crate::i18n::{Key, text};
use crate::state::client::use_client;
use leptos::prelude::*;
use leptos_router::components::{Route, Router, Routes};
use leptos_router::path;

/// Everything on screen. A change of language draws it anew; what is written is elsewhere.
#[component]
pub fn Shell() -> impl IntoView {
    let language = use_client().appearance.language;
    move || {
        language.track();
        framed()
    }
}

fn framed() -> AnyView {
    view! {
        <Router>
            <a class="skip-link" href="#main" rel="external">
                {text(Key::AppSkip)}
            </a>
            <AppHeader />
            <Routes fallback=MissingPage>
                <Route path=path!("/") view=HomePage />
                <Route path=path!("/cv") view=CvListPage />
                <Route path=path!("/cv/new") view=NewCvPage />
                <Route path=path!("/cv/:id") view=EditorPage />
                <Route path=path!("/cv/:id/preview") view=PreviewPage />
                <Route path=path!("/devices") view=DevicesPage />
                <Route path=path!("/settings") view=SettingsPage />
            </Routes>
            <ToastRegion />
        </Router>
    }
    .into_any()
}
