//! Practising for interviews alone: the documents of the kind, the questions to choose from, flash cards, checklists,
//! the calm minute and the mock interview. What a practice is stands in `approdo_domain::practice`.

mod answer_versions;
mod appointment;
mod calm;
mod checklist;
mod deck;
mod documents;
mod editor;
mod inspiration;
pub mod mock;
mod questions;
mod reference;
mod selection;
mod sets;

pub use appointment::{NotYet, interview_file};
pub use calm::{CalmMoment, moment_at};
pub use checklist::{
    ChecklistRow, NewChecklist, add_own_item, begin_checklist, delete_checklist, delete_item,
    move_within_phase, rows, rows_of_phase,
};
pub use deck::Deck;
pub use documents::{Home, cvs, home_of_answer, keep_occupation, practices};
pub use editor::PracticeEditor;
pub use inspiration::{Inspiration, inspirations};
pub use questions::{
    AskedQuestion, answers_elsewhere, asked, begin_answer, delete_own_question, say_sureness,
    sureness, write_own_question,
};
pub use reference::{checklists, questions};
pub use selection::{Selection, Topic, occupation_in_cvs, remembered, select};
pub use sets::{
    SetHome, SetLine, begin_set, criteria_with_or_without, delete_set, keep_set, moved, new_set_id,
    prepared_sets, set_lines, with_or_without,
};
