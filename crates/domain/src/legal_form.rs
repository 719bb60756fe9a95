//! The legal forms of Italian companies (Codice civile, book V), as they are written behind a name.

use crate::check::words::Word;

/// Returns how many words a legal form takes that begins at a word: `Srl`, `S.p.A.`.
pub(crate) fn legal_form(words: &[Word], at: usize) -> Option<usize> {
    let folded = |at: usize| words.get(at).map_or("", |word| word.folded.as_str());
    match [folded(at), folded(at + 1), folded(at + 2)] {
        ["srl" | "spa" | "snc" | "sas" | "srls", ..] => Some(1),
        ["s", "r", "l"] | ["s", "p", "a"] | ["s", "n", "c"] | ["s", "a", "s"] => Some(3),
        ["societa", "cooperativa", _] => Some(2),
        _ => None,
    }
}
