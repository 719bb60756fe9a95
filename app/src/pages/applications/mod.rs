//! The pages on applications, all in one module on demand, and which address leads where.

mod board;
mod editor;
mod figures;
mod from_text;
mod list;
mod moving;
mod new;
mod questions;
mod requirements;
mod sent;
mod vacancy;
mod versions;
mod with_application;

use super::missing::MissingPage;
use crate::state::application::Paper;
use approdo_domain::application::ApplicationState;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use with_application::with_application;

/// Draws the page of the address.
pub fn applications_page() -> AnyView {
    let path = use_location().pathname.get_untracked();
    let segments: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    match segments.get(1..).unwrap_or_default() {
        [] => list::list_page(),
        ["new"] => new::new_page(),
        ["from-text"] => from_text::from_text_page(),
        [id, "vacancy"] => with_application(id, vacancy::vacancy_page),
        [id, "requirements"] => with_application(id, requirements::requirements_page),
        [id, "questions"] => with_application(id, questions::questions_page),
        [id, "versions"] => with_application(id, versions::versions_page),
        ["figures"] => figures::figures_page(),
        [id] => with_application(id, editor::editor_page),
        [id, "move", state] => moving_page(id, state),
        [id, "sent", paper] => sent_page(id, paper),
        _ => view! { <MissingPage /> }.into_any(),
    }
}

/// Draws what is asked before a move to the state of the address.
fn moving_page(id: &str, state: &str) -> AnyView {
    match ApplicationState::from_code(state) {
        Some(to) => with_application(id, move |editor| moving::moving_page(editor, to)),
        None => view! { <MissingPage /> }.into_any(),
    }
}

/// Draws the paper of the address as it was sent.
fn sent_page(id: &str, paper: &str) -> AnyView {
    let mut papers = Paper::ALL.into_iter();
    match papers.find(|known| known.code() == paper) {
        Some(paper) => with_application(id, move |editor| sent::sent_page(editor, paper)),
        None => view! { <MissingPage /> }.into_any(),
    }
}
