//! Letters: one being edited, the list of them, the questions of the guided way, drafts, pages, and the way out. What a
//! letter is, and how a draft is composed, is in `approdo_domain::letter`.

mod check;
mod drafting;
mod editor;
mod following;
mod going_back;
pub mod importing;
mod list;
mod new_letter;
mod pages;
mod phrases;
pub mod sending;
mod way;
pub mod word_file;

pub use drafting::{Drafting, draft_of, followed};
pub use editor::LetterEditor;
pub use following::follow_answers;
pub use list::{LetterSummary, Letters, letters};
pub use new_letter::{NewLetter, begin};
pub use phrases::phrases_of;
pub use way::{LetterStep, LetterWay};
