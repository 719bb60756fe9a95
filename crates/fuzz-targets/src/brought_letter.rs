//! A letter that somebody brings: it is read or refused. What was read goes out in every format, and comes back from
//! our own DOCX with the same words between greeting and leave.

use approdo_domain::letter::{Letter, LetterField};
use approdo_exchange::letter::{OutgoingLetter, import_letter, letter_docx, letter_text};

/// Longer files only take longer.
const MOST_BYTES: usize = 64 * 1024;

pub(crate) fn check(bytes: &[u8]) {
    if bytes.len() > MOST_BYTES {
        return;
    }
    let Ok(read) = import_letter(bytes) else {
        return;
    };
    assert!(!letter_text(&going_out(read.letter.clone())).contains('\0'));
    // Nothing may be left to write.
    if read.letter.texts.opening.is_empty() {
        return;
    }
    let back = written_and_read(read.letter);
    let again = written_and_read(back.clone());
    for field in LetterField::BODY {
        assert_eq!(back.text(field), again.text(field));
    }
}

fn written_and_read(letter: Letter) -> Letter {
    let file = letter_docx(&going_out(letter));
    let read = file.map(|file| import_letter(&file));
    assert!(matches!(read, Ok(Ok(_))), "our own file is refused");
    read.ok()
        .and_then(Result::ok)
        .map(|read| read.letter)
        .unwrap_or_default()
}

fn going_out(letter: Letter) -> OutgoingLetter {
    OutgoingLetter {
        sender: letter.sender.clone(),
        signature: letter.texts.signature.clone(),
        letter,
        ..OutgoingLetter::default()
    }
}
