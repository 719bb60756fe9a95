//! The pages on interviews, all in one module on demand, and which address leads where.

mod calm;
mod cards;
mod checklist;
mod checklists;
mod documents;
mod mock;
mod own;
mod question;
mod questions;
mod set;
mod set_hand_over;
mod sets;
mod start;
mod thanks;

use super::missing::MissingPage;
use crate::state::practice::mock::forget_expired;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// Draws the page of the address.
pub fn interview_page() -> AnyView {
    forget_expired();
    let path = use_location().pathname.get_untracked();
    let segments: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    match segments.get(1..).unwrap_or_default() {
        [] => start::start_page(),
        ["questions"] => questions::questions_page(),
        ["questions", word] => question::question_page(word),
        ["cards"] => cards::cards_page(),
        ["own"] => own::own_page(),
        ["checklists"] => checklists::checklists_page(),
        ["checklists", "new"] => checklists::new_page(),
        ["checklists", home, list] => match (home.parse().ok(), list.parse().ok()) {
            (Some(home), Some(list)) => checklist::checklist_page(home, list),
            _ => view! { <MissingPage /> }.into_any(),
        },
        ["sets"] => sets::sets_page(),
        ["sets", home, set, rest @ ..] => match (home.parse().ok(), set.parse().ok(), rest) {
            (Some(home), Some(set), []) => set::set_page(home, set),
            (Some(home), Some(set), ["hand-over"]) => set_hand_over::hand_over_page(home, set),
            _ => view! { <MissingPage /> }.into_any(),
        },
        ["mock", rest @ ..] => mock::mock_page(rest),
        ["documents"] => documents::documents_page(),
        ["calm"] => calm::calm_page(),
        ["thanks"] => thanks::thanks_page(),
        _ => view! { <MissingPage /> }.into_any(),
    }
}
