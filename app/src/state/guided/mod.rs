//! The guided way to a CV: one question after the other, for who would rather be asked than fill in a
//! form. Pure, but for the note of where a person stopped; what is answered are ordinary edits of the
//! CV. What the questions look like is in `components::guided`.

pub mod names;
pub mod offers;
pub mod order;
pub mod profile_offers;
pub mod question;
pub mod resume;
pub mod way;
#[cfg(test)]
mod way_tests;

pub use question::{Chapter, Question};
pub use way::GuidedWay;
