//! From bytes to text: UTF-8, or UTF-16 with its mark.

use crate::import::ImportError;
use crate::limits::LARGEST_TEXT_FILE_BYTES;
use std::borrow::Cow;

/// Reads the bytes of a text file.
///
/// # Errors
/// The file is empty, too large or in another encoding.
pub(crate) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, ImportError> {
    if bytes.len() > LARGEST_TEXT_FILE_BYTES {
        return Err(ImportError::TooLarge {
            bytes: bytes.len(),
            limit: LARGEST_TEXT_FILE_BYTES,
        });
    }
    let text = match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => utf8(rest)?,
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes)?,
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes)?,
        _ => utf8(bytes)?,
    };
    if text.trim().is_empty() {
        return Err(ImportError::Empty);
    }
    Ok(text)
}

fn utf8(bytes: &[u8]) -> Result<Cow<'_, str>, ImportError> {
    str::from_utf8(bytes)
        .map(Cow::Borrowed)
        .map_err(|_| ImportError::NotText)
}

fn utf16(bytes: &[u8], join: fn([u8; 2]) -> u16) -> Result<Cow<'static, str>, ImportError> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() {
        return Err(ImportError::NotText);
    }
    let units = pairs.iter().map(|pair| join(*pair));
    char::decode_utf16(units)
        .collect::<Result<String, _>>()
        .map(Cow::Owned)
        .map_err(|_| ImportError::NotText)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16_file(text: &str) -> Vec<u8> {
        let units = text.encode_utf16().flat_map(u16::to_le_bytes);
        [0xff, 0xfe].into_iter().chain(units).collect()
    }

    #[test]
    fn texts_with_and_without_marks_are_read() {
        assert_eq!(decode("Però".as_bytes()).unwrap(), "Però");
        assert_eq!(decode(b"\xef\xbb\xbfPer\xc3\xb2").unwrap(), "Però");
        assert_eq!(decode(&utf16_file("Però 👩‍🌾")).unwrap(), "Però 👩‍🌾");
    }

    #[test]
    fn what_is_no_text_says_so() {
        assert_eq!(decode(b"Per\xf2"), Err(ImportError::NotText));
        assert_eq!(decode(b"\xff\xfe\x00"), Err(ImportError::NotText));
        assert_eq!(decode(b"\xff\xfe\x00\xd8"), Err(ImportError::NotText));
        assert_eq!(decode(b" \n"), Err(ImportError::Empty));
        let large = vec![b' '; LARGEST_TEXT_FILE_BYTES + 1];
        assert!(matches!(decode(&large), Err(ImportError::TooLarge { .. })));
    }
}
