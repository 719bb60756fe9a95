//! The places of a letter as paths. Their numbers are in `letter_codes`; the codes that all kinds of
//! documents share are in `document_kind`.

use crate::document_kind;
use crate::letter_codes as codes;
use crate::path::Path;
use approdo_domain::check::FindingKey;
use approdo_domain::letter::LetterPlace;

const FORM: u8 = 0x03;
const LANGUAGE: u8 = 0x04;
const WRITER_FORM: u8 = 0x05;
const CV: u8 = 0x06;
const SENDER: u8 = 0x10;
const SENDER_LEFT_OUT: u8 = 0x11;
const ADDRESSEE: u8 = 0x12;
const WANTED: u8 = 0x13;
const ANSWER: u8 = 0x14;
const TEXT: u8 = 0x15;

/// Returns the path of a place.
pub fn path(place: LetterPlace) -> Path {
    Path(match place {
        LetterPlace::Title => vec![document_kind::TITLE],
        LetterPlace::Form => vec![FORM],
        LetterPlace::Language => vec![LANGUAGE],
        LetterPlace::WriterForm => vec![WRITER_FORM],
        LetterPlace::Cv => vec![CV],
        LetterPlace::Sender(field) => vec![SENDER, codes::sender(field)],
        LetterPlace::SenderLeftOut(field) => vec![SENDER_LEFT_OUT, codes::sender(field)],
        LetterPlace::Addressee(field) => vec![ADDRESSEE, codes::addressee(field)],
        LetterPlace::Wanted(field) => vec![WANTED, codes::wanted(field)],
        LetterPlace::Answer(field) => vec![ANSWER, codes::answer(field)],
        LetterPlace::Text(field) => vec![TEXT, codes::text(field)],
    })
}

/// Returns the place of a path; none for what all documents share and for what newer versions wrote.
pub fn place(path: &Path) -> Option<LetterPlace> {
    let mut places = LetterPlace::all().into_iter();
    places.find(|place| self::path(*place) == *path)
}

/// Returns the path of the flag that says whether a piece of advice was put off, laid out as in a CV.
pub fn put_off(advice: FindingKey<LetterPlace>) -> Path {
    document_kind::put_off(advice.rule, &path(advice.place), advice.text_hash)
}
