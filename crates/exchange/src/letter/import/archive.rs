//! Just enough of ZIP (APPNOTE 6.3) to read parts of a DOCX, nothing encrypted and nothing larger than 4 GB: a library for
//! all of it would be larger than all that reads letters.

use flate2::read::DeflateDecoder;
use std::io::Read;

/// Begins a file.
const LOCAL: [u8; 4] = *b"PK\x03\x04";
/// Begins an entry of the list of contents.
const LISTED: [u8; 4] = *b"PK\x01\x02";
/// Begins the end of the list of contents.
const END: [u8; 4] = *b"PK\x05\x06";

const LOCAL_LENGTH: usize = 30;
const LISTED_LENGTH: usize = 46;
const END_LENGTH: usize = 22;
/// The longest comment behind the end.
const LONGEST_COMMENT: usize = 65_535;

/// What is said of a file that is not unpacked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unreadable {
    /// It is damaged, encrypted, or packed otherwise.
    Damaged,
    /// It unpacks to more than is allowed.
    Swollen,
}

/// A file as the list of contents names it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry<'a> {
    /// Its name.
    pub(super) name: &'a str,
    is_encrypted: bool,
    method: u16,
    checksum: u32,
    length: usize,
    offset: usize,
}

/// Tells whether bytes begin as a ZIP file does.
pub(super) fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(&LOCAL)
}

/// Returns the list of contents; none if there is no whole one. Names that are no text are passed over.
pub(super) fn entries(bytes: &[u8]) -> Option<Vec<Entry<'_>>> {
    let from = bytes.len().saturating_sub(END_LENGTH + LONGEST_COMMENT);
    let tail = bytes.get(from..)?;
    let end = tail.windows(END.len()).rposition(|window| window == END)?;
    let end = tail.get(end..)?;
    let count = u16_at(end, 10)?;
    let mut at = usize::try_from(u32_at(end, 16)?).ok()?;
    let mut entries = Vec::new();
    for _ in 0..count {
        let header = bytes.get(at..)?;
        if !header.starts_with(&LISTED) {
            return None;
        }
        let name_length = usize::from(u16_at(header, 28)?);
        let name = header.get(LISTED_LENGTH..LISTED_LENGTH + name_length)?;
        if let Ok(name) = str::from_utf8(name) {
            entries.push(Entry {
                name,
                is_encrypted: u16_at(header, 8)? & 1 != 0,
                method: u16_at(header, 10)?,
                checksum: u32_at(header, 16)?,
                length: usize::try_from(u32_at(header, 20)?).ok()?,
                offset: usize::try_from(u32_at(header, 42)?).ok()?,
            });
        }
        let behind = usize::from(u16_at(header, 30)?) + usize::from(u16_at(header, 32)?);
        at = at.checked_add(LISTED_LENGTH + name_length + behind)?;
    }
    Some(entries)
}

/// Unpacks a file of at most `limit` bytes, whatever the list of contents says of its size.
///
/// # Errors
/// Why it is not unpacked.
pub(super) fn unpack(bytes: &[u8], entry: Entry<'_>, limit: usize) -> Result<Vec<u8>, Unreadable> {
    let packed = packed(bytes, entry).ok_or(Unreadable::Damaged)?;
    let mut unpacked = Vec::new();
    let most = limit as u64 + 1;
    let read = match entry.method {
        _ if entry.is_encrypted => return Err(Unreadable::Damaged),
        0 => packed.take(most).read_to_end(&mut unpacked),
        8 => DeflateDecoder::new(packed)
            .take(most)
            .read_to_end(&mut unpacked),
        _ => return Err(Unreadable::Damaged),
    };
    if unpacked.len() > limit {
        return Err(Unreadable::Swollen);
    }
    let is_whole = read.is_ok() && crc32fast::hash(&unpacked) == entry.checksum;
    is_whole.then_some(unpacked).ok_or(Unreadable::Damaged)
}

fn packed<'a>(bytes: &'a [u8], entry: Entry<'_>) -> Option<&'a [u8]> {
    let header = bytes.get(entry.offset..)?;
    if !header.starts_with(&LOCAL) {
        return None;
    }
    let names = usize::from(u16_at(header, 26)?) + usize::from(u16_at(header, 28)?);
    let start = LOCAL_LENGTH + names;
    header.get(start..start.checked_add(entry.length)?)
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let pair = bytes.get(at..at + 2)?;
    pair.try_into().ok().map(u16::from_le_bytes)
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at + 4)?;
    four.try_into().ok().map(u32::from_le_bytes)
}
