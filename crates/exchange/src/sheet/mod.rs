//! A feedback sheet from hand to hand, without a network: as a file, and as a row of QR codes, which `codes` cuts and
//! puts together.
//!
//! `rows` says what of a sheet travels, `file` packs it.

mod file;
mod rows;

pub use crate::codes::{Collector, FrameError, LONGEST_FRAME, MOST_FRAMES, Taken, TooManyFrames};
pub use crate::codes::{
    HandedError as SheetFileError, LARGEST_HANDED_BYTES as LARGEST_SHEET_BYTES,
};
pub use file::{read_sheet, sheet_file};

use crate::codes::{CodeKind, frames_of};
use approdo_domain::sheet::Sheet;

/// The media type of a sheet's file.
pub const SHEET_MEDIA_TYPE: &str = "application/octet-stream";
/// How the name of a sheet's file ends.
pub const SHEET_EXTENSION: &str = "approdo-sheet";

/// Cuts a sheet into texts, one for each QR code.
///
/// # Errors
/// When it is too long.
pub fn sheet_frames(sheet: &Sheet) -> Result<Vec<String>, TooManyFrames> {
    frames_of(CodeKind::Sheet, &sheet_file(sheet))
}

impl Collector {
    /// Returns the sheet, once every code of one was seen; its steps get identities from `first_id` on.
    pub fn sheet(&self, first_id: u64) -> Option<Result<Sheet, SheetFileError>> {
        Some(match self.whole()? {
            Ok((CodeKind::Sheet, bytes)) => read_sheet(&bytes, first_id),
            Ok(_) => Err(SheetFileError::Foreign),
            Err(_) => Err(SheetFileError::Damaged),
        })
    }
}
