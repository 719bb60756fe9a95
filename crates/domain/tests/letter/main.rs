//! Drafts of letters: what they say, what they leave open, what they never claim; and what is said of them.

mod check;
mod common;
mod compose;
mod facts;
mod spelling;
