//! Pieces of the screens of letters. What a letter knows and can do is in `state::letter`.

pub mod bar;
pub mod changes;
pub mod drafted;
pub mod fields;
pub mod import_report;
pub mod obstacle;
pub mod phrase_card;
pub mod sender;
pub mod ways_out;
pub mod words;
