//! The phrases of letters, fetched when a draft first wants them and kept for the page's life.

use crate::platform::reference_files;
use approdo_catalog::Letters;
use approdo_domain::check::TextLanguage;
use approdo_domain::letter::{Letter, LetterPhrases};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

thread_local! {
    static KNOWN: RefCell<BTreeMap<&'static str, Rc<Letters>>> = const { RefCell::new(BTreeMap::new()) };
}

/// Returns the phrases for a letter's form in its language; none if that language has none, or they are neither
/// on this device nor to be had. The next call tries again.
pub async fn phrases_of(letter: &Letter) -> Option<Rc<LetterPhrases>> {
    let file = match letter.text_language() {
        TextLanguage::English => "letters-en",
        TextLanguage::Italian => "letters-it",
        // Sentences of another language would be wrong in it.
        TextLanguage::Other => return None,
    };
    let known = KNOWN.with_borrow(|known| known.get(file).cloned());
    let letters = match known {
        Some(letters) => letters,
        None => {
            let bytes = reference_files::load(file).await?;
            let letters = Rc::new(Letters::from_bytes(&bytes).ok()?);
            KNOWN.with_borrow_mut(|known| known.insert(file, letters.clone()));
            letters
        }
    };
    letters.phrases(letter.letter_form()).cloned().map(Rc::new)
}
