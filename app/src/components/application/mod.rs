//! Pieces of the screens of applications. What an application knows and can do is in `state::application`.

pub mod card;
pub mod changes;
pub mod due;
pub mod fields;
pub mod moving;
pub mod papers;
pub mod reminders;
pub mod words;
