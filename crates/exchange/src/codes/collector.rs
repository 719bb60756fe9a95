//! Putting a row of QR codes together, in whatever order and however often they are seen.

use super::frames::Frame;
use super::kind::CodeKind;
use std::collections::BTreeMap;
use thiserror::Error;

/// What became of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// It was not there before.
    New,
    /// It was there.
    Known,
}

/// Why a code was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum FrameError {
    /// It is of no kind that is known.
    #[error("this QR code is not from Approdo; look at the codes on the other phone")]
    Foreign,
    /// A newer version made it.
    #[error("a newer version made this QR code; update this one and try again")]
    OtherVersion,
    /// It was not read well.
    #[error("this QR code was not read well; hold the phone still and try again")]
    Damaged,
    /// It belongs to another row than those before.
    #[error("this QR code belongs to another sheet; finish this one, or begin anew")]
    OtherSheet,
}

/// The codes of one row that were seen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Collector {
    /// What it is, the checksum of the whole and how many codes it has, once the first was seen.
    row: Option<(CodeKind, u32, u8)>,
    parts: BTreeMap<u8, Vec<u8>>,
}

impl Collector {
    /// Takes the text of a code.
    ///
    /// # Errors
    /// Says why it was not taken; those taken before stay.
    pub fn take(&mut self, text: &str) -> Result<Taken, FrameError> {
        let frame = Frame::read(text)?;
        let row = (frame.kind, frame.transfer, frame.total);
        if *self.row.get_or_insert(row) != row {
            return Err(FrameError::OtherSheet);
        }
        let before = self.parts.insert(frame.index, frame.part);
        Ok(match before {
            None => Taken::New,
            Some(_) => Taken::Known,
        })
    }

    /// Returns what the codes hold, once the first was seen.
    pub fn kind(&self) -> Option<CodeKind> {
        self.row.map(|(kind, ..)| kind)
    }

    /// Returns how many codes were seen, and how many there are; zero before the first.
    pub fn progress(&self) -> (usize, usize) {
        let total = self.row.map_or(0, |(_, _, total)| usize::from(total));
        (self.parts.len(), total)
    }

    /// Returns the numbers of the codes still to be seen, counted from one as people do.
    pub fn missing(&self) -> Vec<u8> {
        let total = self.row.map_or(0, |(_, _, total)| total);
        let missing = (0..total).filter(|index| !self.parts.contains_key(index));
        missing.map(|index| index + 1).collect()
    }

    /// Returns what the bytes are and the bytes themselves, once every code was seen.
    ///
    /// # Errors
    /// The codes do not make up the whole that they name.
    pub fn whole(&self) -> Option<Result<(CodeKind, Vec<u8>), FrameError>> {
        let (kind, transfer, total) = self.row?;
        if self.parts.len() < usize::from(total) {
            return None;
        }
        let bytes: Vec<u8> = self.parts.values().flatten().copied().collect();
        match crc32fast::hash(&bytes) == transfer {
            true => Some(Ok((kind, bytes))),
            false => Some(Err(FrameError::Damaged)),
        }
    }
}
