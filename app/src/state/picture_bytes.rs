//! Pictures as bytes: what sort of file it is and how large the picture is, read before any browser is
//! asked to decode it; and JPEG files without what cameras write about the person into them.

use imagesize::ImageType;
use thiserror::Error;

/// The most bytes a picture may have that is to be made a photo.
pub const MOST_BYTES: usize = 40 * 1024 * 1024;
/// The most pixels: what a phone can decode without running out of memory.
const MOST_PIXELS: u64 = 64_000_000;
/// The least pixels on a side with which a face can be seen.
const LEAST_SIDE: usize = 100;

/// Why a file is not taken for a photo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum PictureProblem {
    /// It is no picture that browsers show.
    #[error("this is no photo; choose a JPEG, PNG or WebP file")]
    NotAPicture,
    /// Too many bytes or pixels.
    #[error("this picture is too large; choose a smaller one")]
    TooLarge,
    /// Too few pixels.
    #[error("this picture is too small; choose a larger one")]
    TooSmall,
    /// The browser could not read it.
    #[error("this picture is damaged; choose another one")]
    Damaged,
}

/// Tells whether a file may be decoded as a photo; returns its media type.
///
/// # Errors
/// Why it may not.
pub fn check_picture(bytes: &[u8]) -> Result<&'static str, PictureProblem> {
    if bytes.len() > MOST_BYTES {
        return Err(PictureProblem::TooLarge);
    }
    let media_type = picture_type(bytes).ok_or(PictureProblem::NotAPicture)?;
    let size = imagesize::blob_size(bytes).map_err(|_| PictureProblem::Damaged)?;
    let pixels = u64::try_from(size.width)
        .unwrap_or(u64::MAX)
        .saturating_mul(u64::try_from(size.height).unwrap_or(u64::MAX));
    if pixels > MOST_PIXELS {
        Err(PictureProblem::TooLarge)
    } else if size.width.min(size.height) < LEAST_SIDE {
        Err(PictureProblem::TooSmall)
    } else {
        Ok(media_type)
    }
}

/// Returns the media type of a picture that every browser shows, by its first bytes.
pub fn picture_type(bytes: &[u8]) -> Option<&'static str> {
    match imagesize::image_type(bytes).ok()? {
        ImageType::Jpeg => Some("image/jpeg"),
        ImageType::Png => Some("image/png"),
        ImageType::Webp => Some("image/webp"),
        _ => None,
    }
}

/// Returns a JPEG file without comments and application segments: no place, no camera, no time. What
/// says how its colours are coded stays (`JFIF`, `Adobe`). None if it is no whole JPEG file.
pub fn without_metadata(jpeg: &[u8]) -> Option<Vec<u8>> {
    const MARK: u8 = 0xff;
    const START_OF_IMAGE: u8 = 0xd8;
    const START_OF_SCAN: u8 = 0xda;
    const COMMENT: u8 = 0xfe;
    let mut rest = jpeg.strip_prefix(&[MARK, START_OF_IMAGE])?;
    let mut clean = vec![MARK, START_OF_IMAGE];
    loop {
        let (&[first, kind], _) = rest.split_first_chunk::<2>()?;
        if first != MARK {
            return None;
        }
        if kind == START_OF_SCAN {
            // What follows is the picture itself, to the end mark; bytes behind that are cut off.
            let end = rest.windows(2).rposition(|pair| pair == [MARK, 0xd9])?;
            clean.extend_from_slice(&rest[..end + 2]);
            return Some(clean);
        }
        let length = usize::from(u16::from_be_bytes(*rest.get(2..4)?.first_chunk()?));
        let (segment, behind) = rest.split_at_checked(2 + length)?;
        let content = segment.get(4..)?;
        let stays = match kind {
            0xe0 => content.starts_with(b"JFIF\0"),
            0xee => content.starts_with(b"Adobe"),
            0xe1..=0xef | COMMENT => false,
            _ => true,
        };
        if stays {
            clean.extend_from_slice(segment);
        }
        rest = behind;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A JPEG with Exif and a place in it, made by the tests' own hand: marker, length, content.
    fn with_segments(segments: &[(u8, &[u8])]) -> Vec<u8> {
        let mut bytes = vec![0xff, 0xd8];
        for (kind, content) in segments {
            bytes.extend([0xff, *kind]);
            bytes.extend(u16::try_from(content.len() + 2).unwrap().to_be_bytes());
            bytes.extend(*content);
        }
        bytes.extend([0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9]);
        bytes
    }

    #[test]
    fn where_and_with_what_it_was_taken_is_gone() {
        let told = with_segments(&[
            (0xe0, b"JFIF\0\x01\x02"),
            (0xe1, b"Exif\0\0GPSLatitude 45.13"),
            (0xe1, b"http://ns.adobe.com/xap/1.0/\0<GPS/>"),
            (0xed, b"Photoshop 3.0\0"),
            (0xe2, b"ICC_PROFILE\0"),
            (0xfe, b"Anna, casa"),
            (0xdb, b"table"),
        ]);
        let clean = without_metadata(&told).unwrap();
        let kept = with_segments(&[(0xe0, b"JFIF\0\x01\x02"), (0xdb, b"table")]);
        assert_eq!(clean, kept);
    }

    #[test]
    fn what_stands_behind_the_picture_is_cut_off() {
        let mut jpeg = with_segments(&[(0xdb, b"table")]);
        let whole = jpeg.clone();
        jpeg.extend(b"MotionPhoto video");
        assert_eq!(without_metadata(&jpeg), Some(whole));
    }

    #[test]
    fn a_bomb_is_refused_before_it_is_decoded() {
        // The head of a PNG of 60,000 by 60,000 pixels.
        let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        png.extend(60_000_u32.to_be_bytes());
        png.extend(60_000_u32.to_be_bytes());
        png.extend([8, 6, 0, 0, 0]);
        assert_eq!(check_picture(&png), Err(PictureProblem::TooLarge));
    }

    #[test]
    fn a_page_that_says_it_is_a_photo_is_none() {
        for bytes in [
            &b"<svg xmlns='http://www.w3.org/2000/svg'/>"[..],
            b"%PDF-1.7",
            b"",
        ] {
            assert_eq!(check_picture(bytes), Err(PictureProblem::NotAPicture));
        }
    }

    #[test]
    fn a_picture_cut_off_is_damaged() {
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIH";
        assert_eq!(check_picture(png), Err(PictureProblem::Damaged));
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused_without_panic(bytes: Vec<u8>) {
            let _ = check_picture(&bytes);
            let _ = without_metadata(&bytes);
            let mut jpeg = vec![0xff, 0xd8];
            jpeg.extend(&bytes);
            let _ = check_picture(&jpeg);
            if let Some(clean) = without_metadata(&jpeg) {
                prop_assert_eq!(without_metadata(&clean), Some(clean.clone()));
            }
        }
    }
}
