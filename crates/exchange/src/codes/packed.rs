//! What is handed over as packed bytes: a mark, the version, a checksum, and rows of a name and a text pressed
//! together.

use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;
use thiserror::Error;

/// A name and a text.
pub(crate) type Row = (String, String);

/// What a kind of file begins with, and the version of its layout.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Mark {
    pub(crate) mark: [u8; 4],
    pub(crate) version: u8,
}

/// How hard the rows are pressed: small codes are worth a few milliseconds.
const PRESSED: u8 = 9;
/// Longest file that is read, in bytes; a long sheet has some 5,000.
pub const LARGEST_HANDED_BYTES: usize = 128 * 1024;
/// How much may come out of it, in bytes.
const LARGEST_UNPACKED: usize = 512 * 1024;

/// Why bytes are not what they should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum HandedError {
    /// They are something else.
    #[error("this is no feedback sheet, prepared set or shown CV; choose a file that Approdo made")]
    Foreign,
    /// A newer version wrote them.
    #[error("a newer version wrote this file (layout {0}); update this one and try again")]
    OtherVersion(u8),
    /// They are cut off or changed.
    #[error("this file is damaged; have it handed over again")]
    Damaged,
    /// There are too many.
    #[error("this file is too large; have it handed over again")]
    TooLarge,
}

/// Packs rows.
pub(crate) fn pack(Mark { mark, version }: Mark, rows: &[Row]) -> Vec<u8> {
    // Rows of texts have nothing that cannot be written.
    let plain = postcard::to_allocvec(rows).unwrap_or_default();
    let packed = compress_to_vec(&plain, PRESSED);
    let mut bytes = mark.to_vec();
    bytes.push(version);
    bytes.extend(crc32fast::hash(&packed).to_le_bytes());
    bytes.extend(packed);
    bytes
}

/// Reads rows.
///
/// # Errors
/// Says why there are none.
pub(crate) fn unpack(Mark { mark, version }: Mark, bytes: &[u8]) -> Result<Vec<Row>, HandedError> {
    let rest = bytes.strip_prefix(&mark).ok_or(HandedError::Foreign)?;
    let (written, rest) = rest.split_first().ok_or(HandedError::Damaged)?;
    if *written != version {
        return Err(HandedError::OtherVersion(*written));
    }
    if bytes.len() > LARGEST_HANDED_BYTES {
        return Err(HandedError::TooLarge);
    }
    let (checksum, packed) = rest.split_first_chunk().ok_or(HandedError::Damaged)?;
    if crc32fast::hash(packed) != u32::from_le_bytes(*checksum) {
        return Err(HandedError::Damaged);
    }
    let plain = decompress_to_vec_with_limit(packed, LARGEST_UNPACKED);
    let plain = plain.map_err(|_| HandedError::Damaged)?;
    // What a later version adds behind the rows is passed over.
    let rows = postcard::take_from_bytes::<Vec<Row>>(&plain);
    let (rows, _) = rows.map_err(|_| HandedError::Damaged)?;
    Ok(rows)
}
