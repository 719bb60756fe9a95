//! Finding as one types: folding, tokens, an index of words, ranking. What is searched is not here.

pub(crate) mod fold;
mod index;
mod tokens;
mod typing;

pub(crate) use fold::words;
pub(crate) use index::{Index, Name};
pub(crate) use tokens::{is_function_word, occupation_reading, place_reading, plain_reading};
