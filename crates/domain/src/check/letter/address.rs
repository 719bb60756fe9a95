//! Who is spoken to: letters say *Lei* throughout.

use super::{LetterFinding, speaking};
use crate::Cv;
use crate::check::phrases::{Phrase, find, phrase};
use crate::check::words::IndexedWords;
use crate::check::{CheckContext, CheckFinding, CheckRule, TextLanguage};
use crate::letter::Letter;
use std::ops::Range;

/// Words that say *tu*, also joined to a verb.
const INFORMAL: [Phrase; 28] = [
    phrase("tu"),
    phrase("te"),
    phrase("ti"),
    phrase("tuo"),
    phrase("tua"),
    phrase("tuoi"),
    phrase("tue"),
    phrase("ciao"),
    phrase("aiutarti"),
    phrase("chiamarti"),
    phrase("chiederti"),
    phrase("conoscerti"),
    phrase("contattarti"),
    phrase("dirti"),
    phrase("incontrarti"),
    phrase("inviarti"),
    phrase("mandarti"),
    phrase("mostrarti"),
    phrase("parlarti"),
    phrase("presentarti"),
    phrase("proporti"),
    phrase("raccontarti"),
    phrase("ringraziarti"),
    phrase("scriverti"),
    phrase("sentirti"),
    phrase("spiegarti"),
    phrase("vederti"),
    phrase("grazie a te"),
];

pub(super) fn informal(letter: &Letter, _: &Cv, context: &CheckContext) -> Vec<LetterFinding> {
    if context.language != TextLanguage::Italian {
        return Vec::new();
    }
    let texts = speaking(letter).into_iter();
    texts
        .filter_map(|(place, text)| {
            let mut found = find(&IndexedWords::of(text), &INFORMAL);
            found.retain(|range| !is_drink(text, range));
            let first = found.first()?.clone();
            let words: Vec<&str> = found
                .into_iter()
                .filter_map(|range| text.get(range))
                .collect();
            let finding = CheckFinding::new(CheckRule::InformalAddress, place, text);
            Some(finding.at(first).with_text("words", words.join(", ")))
        })
        .collect()
}

/// `tè` is not `te`.
fn is_drink(text: &str, range: &Range<usize>) -> bool {
    text.get(range.clone()).is_some_and(|word| !word.is_ascii())
}
