//! The pages on letters, all in one module on demand, and which address leads where.

mod check;
mod editor;
mod export;
mod guided;
mod import;
mod list;
mod new;
mod preview;
mod versions;
mod with_letter;

use super::missing::MissingPage;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use with_letter::with_letter;

/// Draws the page of the address.
pub fn letters_page() -> AnyView {
    let path = use_location().pathname.get_untracked();
    let segments: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    match segments.get(1..).unwrap_or_default() {
        [] => list::list_page(),
        ["new"] => new::new_page(None, None),
        ["new", cv] => new::new_page(cv.parse().ok(), None),
        ["new", cv, application] => new::new_page(cv.parse().ok(), application.parse().ok()),
        ["import"] => import::import_page(),
        [id] => with_letter(id, editor::editor_page),
        [id, "check"] => with_letter(id, check::check_page),
        [id, "preview"] => with_letter(id, preview::preview_page),
        [id, "export"] => with_letter(id, export::export_page),
        [id, "versions"] => with_letter(id, versions::versions_page),
        [id, "guided"] => with_letter(id, |letter| guided::guided_page(letter, "")),
        [id, "guided", step] => {
            let step = (*step).to_owned();
            with_letter(id, move |letter| guided::guided_page(letter, &step))
        }
        _ => view! { <MissingPage /> }.into_any(),
    }
}
