//! A prepared set from hand to hand, without a network: as a file, and as QR codes, of which a usual one needs one.
//! What travels are rows of a name and a text. Names are given out once, for ever; a reader passes over those that it
//! does not know.

use crate::codes::{CodeKind, HandedError, Mark, Row, TooManyFrames, frames_of, pack, unpack};
use approdo_domain::ItemId;
use approdo_domain::practice::{PreparedSet, criteria_text, questions_text};

/// How the name of a set's file ends.
pub const SET_EXTENSION: &str = "approdo-set";

/// What a set's file begins with.
const SET: Mark = Mark {
    mark: *b"APQS",
    version: 1,
};
/// Longest name that is read, in characters.
const LONGEST_NAME: usize = 200;

/// The names of the rows.
const NAME: &str = "name";
const OCCUPATION: &str = "occupation";
const QUESTIONS: &str = "questions";
const CRITERIA: &str = "criteria";

/// Returns a set as the bytes of a file.
pub fn set_file(set: &PreparedSet) -> Vec<u8> {
    let rows = [
        (NAME, set.name.clone()),
        (OCCUPATION, set.occupation.clone()),
        (QUESTIONS, questions_text(&set.asked())),
        (CRITERIA, criteria_text(&set.chosen_criteria())),
    ];
    let given = rows.into_iter().filter(|(_, text)| !text.trim().is_empty());
    let rows: Vec<Row> = given.map(|(name, text)| (name.to_owned(), text)).collect();
    pack(SET, &rows)
}

/// Reads the bytes of a file, as what this person was handed; `id` is what the set is known by from now on.
///
/// # Errors
/// Says why they are no set.
pub fn read_set(bytes: &[u8], id: ItemId) -> Result<PreparedSet, HandedError> {
    let rows = unpack(SET, bytes)?;
    let text = |name: &str| {
        let mut rows = rows.iter();
        rows.find(|row| row.0 == name)
            .map_or("", |row| row.1.trim())
    };
    let short = |text: &str| {
        let words: Vec<&str> = text.split_whitespace().collect();
        let cut: String = words.join(" ").chars().take(LONGEST_NAME).collect();
        cut.trim_end().to_owned()
    };
    let mut set = PreparedSet {
        name: short(text(NAME)),
        occupation: short(text(OCCUPATION)),
        questions: text(QUESTIONS).to_owned(),
        criteria: text(CRITERIA).to_owned(),
        received: true,
        ..PreparedSet::empty(id)
    };
    // What is too long, or says nothing, stays outside.
    set.questions = questions_text(&set.asked());
    set.criteria = criteria_text(&set.chosen_criteria());
    Ok(set)
}

/// Cuts a set into texts, one for each QR code.
///
/// # Errors
/// When it is too long.
pub fn set_frames(set: &PreparedSet) -> Result<Vec<String>, TooManyFrames> {
    frames_of(CodeKind::Set, &set_file(set))
}
