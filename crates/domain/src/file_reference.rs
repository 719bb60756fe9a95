//! What stands in a CV for a file that is kept beside it: a photo, an attachment. The bytes
//! themselves lie with the device's other blobs, under their hash.

use serde::{Deserialize, Serialize};
use std::fmt::{self, Display, Formatter};
use std::str::FromStr;
use thiserror::Error;

/// Begins every reference; another way of naming blobs would take another beginning.
const BEGINNING: &str = "sha256:";
/// Stands before the tones of a photo.
const TONES: &str = ";tones=";
/// Longer names of media types are not real ones.
const LONGEST_MEDIA_TYPE: usize = 100;

/// Names a file by its content. As a text it is
/// `sha256:HEX;media/type;BYTES`, for a picture with `;WIDTHxHEIGHT`, for a photo with `;tones=DARK-LIGHT`
/// behind; parts that a newer version puts behind are passed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileReference {
    /// The SHA-256 of the content.
    pub hash: [u8; 32],
    /// The media type, such as `image/jpeg`.
    pub media_type: String,
    /// How many bytes the content has.
    pub bytes: u64,
    /// Width and height in pixels, if it is a picture.
    pub pixels: Option<(u32, u32)>,
    /// How dark and how light it is, if that was measured.
    pub tones: Option<PictureTones>,
}

/// How dark and how light a picture is: luminances from 0, black, to 255, white.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PictureTones {
    /// A twentieth of the picture is as dark as this, or darker.
    pub dark: u8,
    /// A twentieth of the picture is as light as this, or lighter.
    pub light: u8,
}

/// A text is no reference to a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("this is no reference to a file; choose the file again")]
pub struct NotAFileReference;

/// A reference as it is written: kept as it is, understood where possible.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileText(pub String);

impl FileText {
    /// Tells whether no file is named.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Reads the reference; none if there is none, or if a newer version wrote it in another way.
    pub fn reference(&self) -> Option<FileReference> {
        self.0.parse().ok()
    }
}

impl FileReference {
    /// Returns the hash in hexadecimal.
    pub fn hash_text(&self) -> String {
        use fmt::Write as _;
        self.hash.iter().fold(String::new(), |mut text, byte| {
            // Writing into a text has no way to fail.
            let _ = write!(text, "{byte:02x}");
            text
        })
    }

    /// Tells whether the file is a picture that a browser shows.
    pub fn is_picture(&self) -> bool {
        self.media_type.starts_with("image/")
    }
}

impl Display for FileReference {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        let hash = self.hash_text();
        write!(
            formatter,
            "{BEGINNING}{hash};{};{}",
            self.media_type, self.bytes
        )?;
        if let Some((width, height)) = self.pixels {
            write!(formatter, ";{width}x{height}")?;
        }
        match self.tones {
            Some(PictureTones { dark, light }) => write!(formatter, "{TONES}{dark}-{light}"),
            None => Ok(()),
        }
    }
}

impl FromStr for FileReference {
    type Err = NotAFileReference;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let rest = text.strip_prefix(BEGINNING).ok_or(NotAFileReference)?;
        let mut parts = rest.split(';');
        let hash = parts.next().and_then(read_hash).ok_or(NotAFileReference)?;
        let media_type = parts.next().filter(|name| is_media_type(name));
        let bytes = parts.next().and_then(|number| number.parse().ok());
        let (Some(media_type), Some(bytes)) = (media_type, bytes) else {
            return Err(NotAFileReference);
        };
        let mut behind = parts.peekable();
        Ok(Self {
            hash,
            media_type: media_type.to_owned(),
            bytes,
            pixels: behind.peek().copied().and_then(read_pixels),
            tones: behind.find_map(read_tones),
        })
    }
}

fn read_hash(digits: &str) -> Option<[u8; 32]> {
    let digits = digits.as_bytes();
    let mut hash = [0; 32];
    if digits.len() != 2 * hash.len() {
        return None;
    }
    for (byte, pair) in hash.iter_mut().zip(digits.chunks_exact(2)) {
        // Only what `Display` writes: one hash has one text.
        let value = |digit: u8| match digit {
            b'0'..=b'9' => Some(digit - b'0'),
            b'a'..=b'f' => Some(digit - b'a' + 10),
            _ => None,
        };
        *byte = value(pair[0])? * 16 + value(pair[1])?;
    }
    Some(hash)
}

fn is_media_type(name: &str) -> bool {
    let is_sign = |sign: u8| sign.is_ascii_alphanumeric() || b"/.+-_".contains(&sign);
    (1..=LONGEST_MEDIA_TYPE).contains(&name.len()) && name.bytes().all(is_sign)
}

fn read_tones(text: &str) -> Option<PictureTones> {
    let tones = text.strip_prefix(TONES.trim_start_matches(';'))?;
    let (dark, light) = tones.split_once('-')?;
    Some(PictureTones {
        dark: dark.parse().ok()?,
        light: light.parse().ok()?,
    })
}

fn read_pixels(text: &str) -> Option<(u32, u32)> {
    let (width, height) = text.split_once('x')?;
    Some((width.parse().ok()?, height.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn photo() -> FileReference {
        FileReference {
            hash: [0xa7; 32],
            media_type: "image/jpeg".to_owned(),
            bytes: 45_678,
            pixels: Some((600, 800)),
            tones: None,
        }
    }

    #[test]
    fn a_reference_is_written_as_ever() {
        let text = format!("sha256:{};image/jpeg;45678;600x800", "a7".repeat(32));
        assert_eq!(photo().to_string(), text);
        assert_eq!(text.parse(), Ok(photo()));
    }

    #[test]
    fn the_tones_of_a_photo_stand_behind_its_size() {
        let mut measured = photo();
        measured.tones = Some(PictureTones {
            dark: 9,
            light: 231,
        });
        let text = format!("{};tones=9-231", photo());
        assert_eq!(measured.to_string(), text);
        assert_eq!(text.parse(), Ok(measured.clone()));
        assert_eq!(format!("{text};more").parse(), Ok(measured));
        assert_eq!(format!("{};tones=9-999", photo()).parse(), Ok(photo()));
    }

    #[test]
    fn what_a_newer_version_puts_behind_is_passed_over() {
        let text = format!("{};colour=grey;more", photo());
        assert_eq!(text.parse(), Ok(photo()));
    }

    #[test]
    fn a_text_that_a_person_types_is_no_reference() {
        for text in [
            "",
            "Anna",
            "sha256:",
            "sha256:a7;image/jpeg;1",
            "md5:00;a/b;1",
        ] {
            assert_eq!(text.parse::<FileReference>(), Err(NotAFileReference));
        }
        let upper = photo().to_string().to_uppercase();
        assert_eq!(upper.parse::<FileReference>(), Err(NotAFileReference));
    }

    proptest! {
        #[test]
        fn every_reference_reads_back(
            hash: [u8; 32],
            media_type in "[a-z]{1,12}/[a-z0-9.+-]{1,40}",
            bytes: u64,
            pixels: Option<(u32, u32)>,
            tones: Option<(u8, u8)>,
        ) {
            let tones = tones.map(|(dark, light)| PictureTones { dark, light });
            let reference = FileReference { hash, media_type, bytes, pixels, tones };
            prop_assert_eq!(reference.to_string().parse(), Ok(reference));
        }

        #[test]
        fn any_text_is_read_or_refused_without_panic(text: String) {
            let _ = text.parse::<FileReference>();
            let _ = format!("sha256:{text}").parse::<FileReference>();
        }
    }
}
