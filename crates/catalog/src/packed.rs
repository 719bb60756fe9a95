//! The compact files: a mark, the version, then the content as postcard writes it.
//! What the content is belongs to `catalog` and `places`.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// Version of all compact files; the client and its files are made together, so others are not read.
const VERSION: u8 = 1;

/// Why a compact file cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PackedError {
    /// It is something else.
    #[error("this is no file of the catalogue; load it again")]
    Foreign,
    /// It was made for another version of the client.
    #[error("this file belongs to version {0} of the catalogue; load the page again")]
    OtherVersion(u8),
    /// It is cut off or changed.
    #[error("this file of the catalogue is damaged; load it again")]
    Damaged,
}

/// Writes a compact file.
///
/// # Errors
///
/// Says `Damaged` of a content that postcard cannot write; no type of this crate is one.
pub(crate) fn pack<T: Serialize>(mark: [u8; 4], content: &T) -> Result<Vec<u8>, PackedError> {
    let mut bytes = mark.to_vec();
    bytes.push(VERSION);
    postcard::to_extend(content, bytes).map_err(|_| PackedError::Damaged)
}

/// Reads a compact file.
///
/// # Errors
///
/// Says what is wrong with the file.
pub(crate) fn unpack<T: DeserializeOwned>(mark: [u8; 4], bytes: &[u8]) -> Result<T, PackedError> {
    let rest = bytes.strip_prefix(&mark).ok_or(PackedError::Foreign)?;
    match rest.split_first() {
        Some((&VERSION, content)) => {
            let (content, left) =
                postcard::take_from_bytes(content).map_err(|_| PackedError::Damaged)?;
            match left.is_empty() {
                true => Ok(content),
                false => Err(PackedError::Damaged),
            }
        }
        Some((&other, _)) => Err(PackedError::OtherVersion(other)),
        None => Err(PackedError::Damaged),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MARK: [u8; 4] = *b"TEST";

    #[test]
    fn what_is_packed_is_unpacked() {
        let bytes = pack(MARK, &vec!["uno".to_owned(), "due".to_owned()]).unwrap();
        let content: Vec<String> = unpack(MARK, &bytes).unwrap();
        assert_eq!(content, ["uno", "due"]);
    }

    #[test]
    fn each_damage_is_told() {
        let bytes = pack(MARK, &vec!["uno".to_owned()]).unwrap();
        let read = |bytes: &[u8]| unpack::<Vec<String>>(MARK, bytes).unwrap_err();
        assert_eq!(read(b"<html>"), PackedError::Foreign);
        assert_eq!(read(b"TEST\x09abc"), PackedError::OtherVersion(9));
        for length in MARK.len()..bytes.len() {
            assert_eq!(read(&bytes[..length]), PackedError::Damaged, "{length}");
        }
        let longer = [bytes.as_slice(), b"x"].concat();
        assert_eq!(read(&longer), PackedError::Damaged);
    }
}
