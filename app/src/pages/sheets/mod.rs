//! The pages on feedback sheets, all in one module on demand, and which address leads where.

mod assess;
mod candidate_cv;
mod closing;
mod hand_over;
mod list;
mod overdue;
mod paper;
mod print;
mod read;
mod receive;
mod show_cv;
mod with_sheet;

use super::missing::MissingPage;
use super::with_editor::with_editor;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use with_sheet::with_sheet;

/// Draws the page of the address.
pub fn sheets_page() -> AnyView {
    let path = use_location().pathname.get_untracked();
    let segments: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    match segments.get(1..).unwrap_or_default() {
        [] => list::list_page(),
        ["paper"] => paper::paper_page(),
        ["receive"] => receive::receive_page(),
        ["show"] => show_cv::choose_page(),
        ["show", id] => with_editor(id, show_cv::show_page),
        [id] => with_sheet(id, read::own_page),
        [id, "hand-over"] => with_sheet(id, |editor, _| hand_over::hand_over_page(editor)),
        [id, "cv"] => with_sheet(id, candidate_cv::candidate_cv_page),
        [id, "print"] => with_sheet(id, print::print_page),
        _ => view! { <MissingPage /> }.into_any(),
    }
}
