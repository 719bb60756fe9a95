//! Feedback sheets: one being edited, the list of them, beginning, receiving and erasing one. What a sheet is
//! stands in `approdo_domain::sheet`, how it travels in `approdo_exchange::sheet`.

mod beginning;
pub mod candidate_cv;
mod candidate_pages;
mod closing;
mod criteria;
mod desk_words;
mod editor;
mod empty_pages;
mod file_name;
mod list;
mod looking;
mod overdue;
mod pages;
#[cfg(test)]
mod pages_tests;
mod pdf;
mod proposals;
mod receiving;
mod showing;

pub use beginning::{begin, begin_with};
pub use candidate_pages::{CandidatePages, draw_candidate_cv, show_own_cv};
pub use closing::{Closed, close_day};
pub use criteria::{SheetCriteria, chosen_among};
pub use desk_words::desk_words;
pub use editor::SheetEditor;
pub use file_name::file_name;
pub use list::{SheetSummary, Sheets, sheets};
pub use looking::{CAMERA_LOOKS, LOOKS, Look, read_codes};
pub use overdue::{erase_overdue, overdue};
pub use pages::part_title;
pub use pdf::{SheetPdf, can_share as can_share_pdf};
pub use proposals::{first_changes, strengths};
pub use receiving::{Receiving, Refusal, Whole};
pub use showing::Showing;
