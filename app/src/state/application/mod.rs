//! Applications: one being edited, the list of them, beginning one, moving one on, what was sent with it, and going
//! back to an earlier day.
//! What an application is, and where it may go, is in `approdo_domain::application`.

mod due_steps;
mod editor;
mod filter;
mod for_letter;
mod freezing;
mod going_back;
mod list;
mod moving;
mod new_application;
mod reminder;
mod reminding;
mod sent_pages;
mod sent_paper;

pub use due_steps::{DueStep, due_steps};
pub use editor::ApplicationEditor;
pub use filter::{Filter, Shown};
pub use for_letter::{attach_letter, vacancy_of};
pub use freezing::{Frozen, Paper, freeze, letter_text, paper_of};
pub use list::{ApplicationSummary, Applications, applications};
pub use moving::{Plan, Texts, differences, plan, proposed, write};
pub use new_application::begin;
pub use reminder::{RememberedDay, reminder_file};
pub use reminding::{KEPT as REMINDING_KEPT, Reminding, watch};
pub use sent_pages::{SentPages, sent_pages};
pub use sent_paper::{SentPaper, document_then};
