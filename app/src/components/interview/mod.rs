//! Pieces of the pages on interviews.

pub mod answer;
pub mod answer_versions;
pub mod calendar;
pub mod fields;
pub mod filters;
pub mod frame;
pub mod inspirations;
pub mod loading;
pub mod mock_words;
pub mod occupation_choice;
pub mod option_cards;
pub mod question_line;
pub mod recording;
pub mod row_action;
pub mod rows;
pub mod self_check;
pub mod set_choices;
pub mod sets;
pub mod voice_fields;
pub mod words;
