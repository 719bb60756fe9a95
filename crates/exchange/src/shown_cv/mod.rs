//! A candidate's CV, shown to an assessor for one feedback sheet, by QR codes: what goes out of it as Approdo's own JSON,
//! whose it is, and the day on which the candidate agreed. What travels are rows of a name and a text. Names are given
//! out once, for ever; a reader passes over those that it does not know.

use crate::codes::{CodeKind, HandedError, Mark, Row, TooManyFrames, frames_of, pack, unpack};

/// How the name of a shown CV's file ends.
pub const SHOWN_CV_EXTENSION: &str = "approdo-cv";

/// What the bytes begin with.
const SHOWN_CV: Mark = Mark {
    mark: *b"APCV",
    version: 1,
};
/// Longest name that is read, in characters.
const LONGEST_NAME: usize = 200;
/// How many characters a day has, written `22/11/2026`.
const LONGEST_DAY: usize = 10;

/// The names of the rows.
const NAME: &str = "name";
const AGREED: &str = "agreed";
const CV: &str = "cv";

/// A CV as a candidate shows it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ShownCv {
    /// The candidate's name.
    pub name: String,
    /// The day on which the candidate agreed, as people write it: `22/11/2026`.
    pub agreed_on: String,
    /// What goes out of the CV, as Approdo's own JSON; `import` reads it.
    pub json: String,
}

/// Returns a CV as bytes.
pub fn shown_cv_file(shown: &ShownCv) -> Vec<u8> {
    let rows = [
        (NAME, &shown.name),
        (AGREED, &shown.agreed_on),
        (CV, &shown.json),
    ];
    let rows: Vec<Row> = rows
        .into_iter()
        .map(|(name, text)| (name.to_owned(), text.clone()))
        .collect();
    pack(SHOWN_CV, &rows)
}

/// Reads the bytes of a CV; what its JSON says is not looked at.
///
/// # Errors
/// Says why they are no CV. One without the day of consent is damaged: nobody agreed.
pub fn read_shown_cv(bytes: &[u8]) -> Result<ShownCv, HandedError> {
    let rows = unpack(SHOWN_CV, bytes)?;
    let text = |name: &str| {
        let mut rows = rows.iter();
        rows.find(|row| row.0 == name)
            .map_or("", |row| row.1.trim())
    };
    let day = text(AGREED);
    let is_day = !day.is_empty()
        && day.len() <= LONGEST_DAY
        && day.chars().all(|sign| sign.is_ascii_digit() || sign == '/');
    let json = text(CV);
    if !is_day || json.is_empty() {
        return Err(HandedError::Damaged);
    }
    let words: Vec<&str> = text(NAME).split_whitespace().collect();
    let name: String = words.join(" ").chars().take(LONGEST_NAME).collect();
    Ok(ShownCv {
        name: name.trim_end().to_owned(),
        agreed_on: day.to_owned(),
        json: json.to_owned(),
    })
}

/// Cuts a CV into texts, one for each QR code.
///
/// # Errors
/// When it is too long.
pub fn shown_cv_frames(shown: &ShownCv) -> Result<Vec<String>, TooManyFrames> {
    frames_of(CodeKind::Cv, &shown_cv_file(shown))
}
