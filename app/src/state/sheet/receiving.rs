//! Receiving a sheet, a prepared set or a candidate's CV: codes from the camera or from pictures, or a file, until it is
//! whole; then it is kept, a sheet as a document of one's own, a set in one's practice, a CV for one sheet. Pictures and
//! files come in as bytes.

use super::beginning::begin;
use super::candidate_cv;
use super::editor::SheetEditor;
use super::list::sheets;
use crate::platform::random;
use crate::state::practice::keep_set;
use crate::state::workspace::Workspace;
use approdo_domain::ItemId;
use approdo_domain::practice::PreparedSet;
use approdo_domain::sheet::Sheet;
use approdo_exchange::codes::CodeKind;
use approdo_exchange::set::read_set;
use approdo_exchange::sheet::{Collector, FrameError, SheetFileError, read_sheet};
use approdo_exchange::shown_cv::{ShownCv, read_shown_cv};
use leptos::prelude::*;

/// Why something was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// There is no code in the picture.
    NoCode,
    /// What is wrong with the code.
    Code(FrameError),
    /// What is wrong with the file, or with all codes together.
    Sheet(SheetFileError),
    /// The browser could not read the file as a picture.
    NoPicture,
    /// There is no camera, or the person did not allow it.
    NoCamera,
    /// The browser has no room for it.
    NoRoom,
}

/// What arrived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whole {
    /// A feedback sheet.
    Sheet(Box<Sheet>),
    /// A prepared set.
    Set(PreparedSet),
    /// A candidate's CV.
    Cv(ShownCv),
}

impl Whole {
    fn read(kind: CodeKind, bytes: &[u8], first_id: u64) -> Result<Self, SheetFileError> {
        Ok(match kind {
            CodeKind::Sheet => Self::Sheet(Box::new(read_sheet(bytes, first_id)?)),
            CodeKind::Set => Self::Set(read_set(bytes, ItemId(first_id))?),
            CodeKind::Cv => Self::Cv(read_shown_cv(bytes)?),
        })
    }
}

/// A sheet, a set or a CV on its way in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Receiving {
    collector: Collector,
    /// Why the last thing was not taken.
    pub refusal: Option<Refusal>,
}

impl Receiving {
    /// Returns how many codes were seen, and how many there are; zero before the first.
    pub fn progress(&self) -> (usize, usize) {
        self.collector.progress()
    }

    /// Returns the numbers of the codes still to be seen, counted from one.
    pub fn missing(&self) -> Vec<u8> {
        self.collector.missing()
    }

    /// Takes the texts of codes; returns what they hold once it is whole. The steps of a sheet, or a set, are named
    /// from `first_id` on.
    pub fn take_codes(&mut self, codes: &[String], first_id: u64) -> Option<Whole> {
        for code in codes {
            let taken = self.collector.take(code);
            self.refusal = taken.err().map(Refusal::Code);
        }
        let whole = self.collector.whole()?;
        let damaged = |_| SheetFileError::Damaged;
        let read = whole.map_err(damaged);
        let read = read.and_then(|(kind, bytes)| Whole::read(kind, &bytes, first_id));
        match read {
            Ok(whole) => Some(whole),
            Err(error) => {
                *self = Self::default();
                self.refusal = Some(Refusal::Sheet(error));
                None
            }
        }
    }

    /// Takes the bytes of a file.
    pub fn take_file(&mut self, bytes: &[u8], first_id: u64) -> Option<Whole> {
        let mut read = Err(SheetFileError::Foreign);
        for kind in CodeKind::ALL {
            if read == Err(SheetFileError::Foreign) {
                read = Whole::read(kind, bytes, first_id);
            }
        }
        match read {
            Ok(whole) => Some(whole),
            Err(error) => {
                self.refusal = Some(Refusal::Sheet(error));
                None
            }
        }
    }

    /// Keeps what arrived: a CV for the sheet that is being written, or for a new one. Answers with the address at which
    /// it stands, and whether it was here before; none if the browser has no room.
    pub fn keep(
        workspace: Workspace,
        whole: &Whole,
        sheet: Option<SheetEditor>,
    ) -> Option<(String, bool)> {
        match whole {
            Whole::Sheet(sheet) => Some(keep_sheet(workspace, sheet)),
            Whole::Set(set) => {
                let (home, set, was_here) = keep_set(workspace, set);
                Some((format!("/interview/sets/{home}/{set}"), was_here))
            }
            Whole::Cv(shown) => {
                let new = || SheetEditor::new(workspace, begin(workspace));
                let sheet = sheet.unwrap_or_else(new);
                let was_here = candidate_cv::of(sheet).as_ref() == Some(shown);
                let kept = candidate_cv::keep(sheet, shown);
                kept.then(|| (candidate_cv::address(sheet.id()), was_here))
            }
        }
    }

    /// Draws the first of the numbers by which what arrives is named.
    pub fn first_id() -> u64 {
        u64::from_be_bytes(random::bytes())
    }
}

fn keep_sheet(workspace: Workspace, sheet: &Sheet) -> (String, bool) {
    let known = untrack(|| sheets(workspace)).received_before(&sheet.source);
    let (id, was_here) = match known {
        Some(id) => {
            workspace.set_removed(id, false);
            (id, true)
        }
        None => {
            let begin = workspace
                .begin(|document, author, now_ms| author.write_sheet(document, sheet, now_ms));
            (begin, false)
        }
    };
    (format!("/sheets/{id}"), was_here)
}

#[cfg(test)]
mod tests {
    use super::super::looking::{Threshold, read_codes};
    use super::*;
    use approdo_domain::sheet::{SheetPlace, WordsField};
    use approdo_exchange::set::{set_file, set_frames};
    use approdo_exchange::sheet::{sheet_file, sheet_frames};
    use qrcodegen::{QrCode, QrCodeEcc};

    fn long() -> Sheet {
        let mut sheet = Sheet::default();
        let numbers = (0..200_u32).map(|number| number.wrapping_mul(2_654_435_761));
        let notes: Vec<String> = numbers.map(|number| format!("{number:x}")).collect();
        let place = SheetPlace::Words(WordsField::Notes);
        sheet.set_text(place, &notes.join(" "));
        sheet
    }

    fn whole() -> Whole {
        Whole::Sheet(Box::new(long().to_hand_over()))
    }

    #[test]
    fn a_prepared_set_is_received_from_the_photo_of_its_code_and_from_a_file() {
        let set = PreparedSet {
            questions: "=why-this-job\n?Sai usare il muletto?".to_owned(),
            received: true,
            ..PreparedSet::empty(ItemId(7))
        };
        let frames = set_frames(&set).unwrap();
        let (size, colours) = photo(&frames[0]);
        let mut receiving = Receiving::default();
        let received = receiving.take_codes(&read_codes(size, &colours, Threshold::Near), 7);
        assert_eq!(received, Some(Whole::Set(set.clone())));
        let received = Receiving::default().take_file(&set_file(&set), 7);
        assert_eq!(received, Some(Whole::Set(set)));
    }

    /// A photo of a code: four pixels for each square, grey on grey, in a larger picture.
    fn photo(text: &str) -> ((u32, u32), Vec<u8>) {
        let code = QrCode::encode_text(text, QrCodeEcc::Medium).unwrap();
        let side = (code.size() + 12) * 4;
        let mut colours = Vec::new();
        for down in 0..side {
            for across in 0..side {
                let is_dark = code.get_module(across / 4 - 6, down / 4 - 6);
                let shade = if is_dark { 60 } else { 210 };
                colours.extend([shade, shade, shade, 255]);
            }
        }
        ((side as u32, side as u32), colours)
    }

    #[test]
    fn a_sheet_is_received_from_photos_of_its_codes_in_any_order() {
        let frames = sheet_frames(&long()).unwrap();
        assert!(frames.len() > 2);
        let mut receiving = Receiving::default();
        let mut received = None;
        for frame in frames.iter().rev() {
            assert_eq!(received, None);
            let (size, colours) = photo(frame);
            received = receiving.take_codes(&read_codes(size, &colours, Threshold::Near), 1);
            assert_eq!(receiving.refusal, None);
        }
        assert_eq!(received, Some(whole()));
        assert!(receiving.missing().is_empty());
    }

    #[test]
    fn codes_are_as_small_as_promised() {
        for frame in sheet_frames(&long()).unwrap() {
            let code = QrCode::encode_text(&frame, QrCodeEcc::Medium).unwrap();
            assert!(code.version().value() <= 12);
        }
    }

    #[test]
    fn a_foreign_code_is_told_and_the_next_good_one_takes_that_back() {
        let frames = sheet_frames(&long()).unwrap();
        let mut receiving = Receiving::default();
        let foreign = ["https://example.org".to_owned()];
        assert_eq!(receiving.take_codes(&foreign, 1), None);
        assert_eq!(receiving.refusal, Some(Refusal::Code(FrameError::Foreign)));
        assert_eq!(receiving.take_codes(&frames[..1], 1), None);
        assert_eq!(receiving.refusal, None);
        assert_eq!(receiving.progress(), (1, frames.len()));
    }

    #[test]
    fn a_sheet_is_received_from_a_file_and_another_file_is_refused() {
        let mut receiving = Receiving::default();
        let file = sheet_file(&long());
        assert_eq!(receiving.take_file(&file, 1), Some(whole()));
        assert_eq!(receiving.take_file(b"%PDF-1.7", 1), None);
        let refusal = Refusal::Sheet(SheetFileError::Foreign);
        assert_eq!(receiving.refusal, Some(refusal));
    }
}
