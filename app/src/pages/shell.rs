//! The frame around the pages, and the table of addresses.

use super::cv_list::CvListPage;
use super::editor::{NewCvPage, editor};
use super::home::HomePage;
use super::missing::MissingPage;
use super::with_editor::with_editor;
use crate::components::app_header::AppHeader;
use crate::components::on_demand::{
    cv_page, interview_pages, job_search_page, parts_page, tools_page,
};
use crate::components::toast_region::ToastRegion;
use crate::i18n::{Key, text};
use crate::on_demand::CvTools;
use crate::state::client::use_client;
use crate::state::cv_editor::CvEditor;
use leptos::prelude::*;
use leptos_router::components::Router;
use leptos_router::hooks::use_location;
use leptos_router::location::{BrowserUrl, LocationProvider};

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
            <CurrentPage />
            <ToastRegion />
        </Router>
    }
    .into_any()
}

/// The page of the present address.
#[component]
fn CurrentPage() -> impl IntoView {
    let path = use_location().pathname;
    let address_bar = use_context::<BrowserUrl>();
    move || {
        let page = page_of(&path.get());
        // After a tap on a link the router writes the new address once it hears that the page is
        // there.
        if let Some(address_bar) = &address_bar {
            address_bar.ready_to_complete();
        }
        page
    }
}

/// Finds the page of an address. The router's own tables of routes are made for nesting and loading,
/// which ten flat pages do not need: 15 kB of a first visit.
fn page_of(path: &str) -> AnyView {
    let segments: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    match segments.as_slice() {
        [] => view! { <HomePage /> }.into_any(),
        ["cv"] => view! { <CvListPage /> }.into_any(),
        ["cv", "new"] => view! { <NewCvPage /> }.into_any(),
        ["cv", "new", "guided"] => view! { <NewCvPage guided=true /> }.into_any(),
        ["cv", "import"] => tools_page(|tools| tools.import_page),
        ["cv", id] => with_editor(id, editor),
        ["cv", id, "guided"] | ["cv", id, "guided", _] => {
            with_editor(id, |editor| cv_page(editor, |tools| tools.guided_page))
        }
        ["cv", id, part] => cv_part(id, part),
        ["applications", ..] => job_search_page(|pages| pages.applications_page),
        ["interview", ..] => interview_pages(|pages| pages.interview_page),
        ["letters", ..] => job_search_page(|pages| pages.letters_page),
        ["sheets", ..] => interview_pages(|pages| pages.sheets_page),
        ["devices"] => parts_page(|parts| parts.devices_page),
        ["settings"] => parts_page(|parts| parts.settings_page),
        _ => view! { <MissingPage /> }.into_any(),
    }
}

/// Finds the page of an address about a CV.
fn cv_part(id: &str, part: &str) -> AnyView {
    let page: fn(CvTools) -> fn(CvEditor) -> AnyView = match part {
        "check" => |tools| tools.check_page,
        "copy" => |tools| tools.copy_page,
        "export" => |tools| tools.export_page,
        "language" => |tools| tools.translation_page,
        "preview" => |tools| tools.preview_page,
        "print" => |tools| tools.print_page,
        "versions" => |tools| tools.versions_page,
        _ => return view! { <MissingPage /> }.into_any(),
    };
    with_editor(id, move |editor| cv_page(editor, page))
}
