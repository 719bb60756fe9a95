//! What sheets and their parts are called, and why something was not received.

use crate::i18n::{Key, text};
use crate::state::sheet::{Refusal, SheetEditor, part_title};
use approdo_catalog::SheetPart;
use approdo_domain::sheet::{About, AboutField, SheetPlace, SheetRole};
use approdo_exchange::sheet::{FrameError, SheetFileError};
use leptos::prelude::*;

/// Returns what a sheet is called: for an assessor after the candidate, for a candidate after the assessor.
pub fn sheet_name(role: SheetRole, about: &About) -> String {
    let who = match role {
        SheetRole::Assessor => [&about.candidate, &about.occupation],
        SheetRole::Candidate => [&about.assessor, &about.body],
    };
    let pieces = who.map(|piece| piece.trim());
    let pieces: Vec<&str> = pieces
        .into_iter()
        .filter(|piece| !piece.is_empty())
        .collect();
    match pieces.is_empty() {
        true => text(Key::SheetsUntitled),
        false => pieces.join(" · "),
    }
}

/// Returns the same, following what is written.
pub fn sheet_name_of(editor: SheetEditor) -> Memo<String> {
    Memo::new(move |_| {
        for field in AboutField::ALL {
            editor.text(SheetPlace::About(field)).text.track();
        }
        let sheet = untrack(|| editor.sheet());
        sheet_name(sheet.sheet_role(), &sheet.about)
    })
}

/// Returns the name of a part of the criteria, and the word for it.
pub fn part_words(part: SheetPart) -> (&'static str, Key) {
    let name = match part {
        SheetPart::Cv => "cv",
        SheetPart::Interview => "interview",
        SheetPart::TrainingGaps => "training-gaps",
    };
    (name, part_title(part))
}

/// Says why something was not received, and what to do.
pub fn refusal_words(refusal: Refusal) -> Key {
    match refusal {
        Refusal::NoCode => Key::SheetRefusedNoCode,
        Refusal::NoPicture => Key::SheetRefusedNoPicture,
        Refusal::NoCamera => Key::SheetRefusedNoCamera,
        Refusal::NoRoom => Key::SheetCvNotKept,
        Refusal::Code(FrameError::Foreign) => Key::SheetRefusedForeignCode,
        Refusal::Code(FrameError::Damaged) => Key::SheetRefusedDamagedCode,
        Refusal::Code(FrameError::OtherSheet) => Key::SheetRefusedOtherSheet,
        Refusal::Code(FrameError::OtherVersion) => Key::SheetRefusedNewer,
        Refusal::Sheet(SheetFileError::OtherVersion(_)) => Key::SheetRefusedNewer,
        Refusal::Sheet(SheetFileError::Foreign) => Key::SheetRefusedForeignFile,
        Refusal::Sheet(SheetFileError::Damaged) => Key::SheetRefusedDamagedFile,
        Refusal::Sheet(SheetFileError::TooLarge) => Key::SheetRefusedTooLarge,
    }
}
