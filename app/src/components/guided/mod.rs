//! The screens of the guided way: one question each. Which question comes when, and what may be offered,
//! is decided in `state::guided`.

mod chips;
mod done;
mod entries;
mod fields;
mod languages;
mod look;
mod names;
pub mod picture;
mod profile;
mod question_screen;
pub mod read_aloud;
mod walk;
mod words;

pub use question_screen::question_screen;
pub use read_aloud::ReadAloud;
pub use walk::{Walk, address_of};
