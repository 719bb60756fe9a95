//! Bytes cut into texts for QR codes, and one such text read. Each says what it is part of, which part it is and how
//! many there are. The texts keep to the signs that QR codes write most closely (RFC 9285).

use super::collector::FrameError;
use super::kind::CodeKind;
use thiserror::Error;

/// What each text begins with, before the kind and its version.
const PREFIX: &str = "APPRODO:";
/// Most bytes in one code: with what stands before them, one of version 12 at level M (ISO/IEC
/// 18004), whose squares are nearly five pixels wide on a phone: those of version 15, four wide, are found half as often.
const MOST_BYTES: usize = 260;
/// How many codes one row may take: more are tiring to hold a phone up to.
pub const MOST_FRAMES: usize = 40;
/// Longest text that is read; no QR code holds more.
pub const LONGEST_FRAME: usize = 4_296;

/// There are too many bytes for a row of codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("this is too long for QR codes; hand it over as a file")]
pub struct TooManyFrames;

/// One part of a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Frame {
    /// What it is part of.
    pub kind: CodeKind,
    /// The checksum of the whole, by which its parts know each other.
    pub transfer: u32,
    /// Which part it is, counted from zero.
    pub index: u8,
    /// How many parts there are.
    pub total: u8,
    /// The part.
    pub part: Vec<u8>,
}

/// Cuts bytes into texts, one for each QR code.
///
/// # Errors
/// When there are too many.
pub fn frames_of(kind: CodeKind, bytes: &[u8]) -> Result<Vec<String>, TooManyFrames> {
    let total = bytes.len().div_ceil(MOST_BYTES).max(1);
    if total > MOST_FRAMES {
        return Err(TooManyFrames);
    }
    let transfer = crc32fast::hash(bytes);
    let parts = bytes.chunks(bytes.len().div_ceil(total).max(1)).enumerate();
    let frames = parts.map(|(index, part)| {
        let frame = Frame {
            kind,
            transfer,
            index: u8::try_from(index).unwrap_or_default(),
            total: u8::try_from(total).unwrap_or_default(),
            part: part.to_vec(),
        };
        frame.write()
    });
    Ok(frames.collect())
}

impl Frame {
    fn write(&self) -> String {
        let mut bytes = self.transfer.to_be_bytes().to_vec();
        bytes.extend([self.index, self.total]);
        bytes.extend(&self.part);
        bytes.extend(checksum(self.kind, &bytes).to_be_bytes());
        let (letter, version) = (self.kind.letter(), self.kind.version());
        format!("{PREFIX}{letter}{version}:{}", base45::encode(&bytes))
    }

    /// Reads the text of a QR code.
    ///
    /// # Errors
    /// Says why it is no part of anything that is handed over so.
    pub(super) fn read(text: &str) -> Result<Self, FrameError> {
        let rest = text.trim().strip_prefix(PREFIX);
        let rest = rest.filter(|rest| rest.len() <= LONGEST_FRAME);
        let (head, written) = rest
            .and_then(|rest| rest.split_once(':'))
            .ok_or(FrameError::Foreign)?;
        let mut head = head.chars();
        let kind = head.next().and_then(CodeKind::of_letter);
        let kind = kind.ok_or(FrameError::Foreign)?;
        if head.as_str() != kind.version() {
            return Err(FrameError::OtherVersion);
        }
        let bytes = base45::decode(written).map_err(|_| FrameError::Damaged)?;
        let (content, sum) = bytes.split_last_chunk().ok_or(FrameError::Damaged)?;
        if checksum(kind, content) != u32::from_be_bytes(*sum) {
            return Err(FrameError::Damaged);
        }
        let (transfer, rest) = content.split_first_chunk().ok_or(FrameError::Damaged)?;
        let [index, total, part @ ..] = rest else {
            return Err(FrameError::Damaged);
        };
        if index >= total || usize::from(*total) > MOST_FRAMES {
            return Err(FrameError::Damaged);
        }
        Ok(Self {
            kind,
            transfer: u32::from_be_bytes(*transfer),
            index: *index,
            total: *total,
            part: part.to_vec(),
        })
    }
}

fn checksum(kind: CodeKind, bytes: &[u8]) -> u32 {
    let mut sum = crc32fast::Hasher::new();
    sum.update(kind.seal());
    sum.update(bytes);
    sum.finalize()
}
