//! From a file that a person chose to the photo that is kept: at most 600 by 800 pixels and 80 KB, and
//! nothing in it but the picture.

use super::photo_crop::PhotoCrop;
use super::picture_bytes::{PictureProblem, check_picture, without_metadata};
use super::picture_tones::tones_of;
use crate::platform::picture::Picture;
use approdo_domain::{FileReference, PictureTones};
use approdo_sync::blobs::Blob;

/// The most bytes of a photo that is kept.
const MOST_BYTES: usize = 80 * 1024;
/// How many pixels across are looked at for how dark and light the photo is.
const TONES_WIDTH: u32 = 60;
/// How well JPEG is to keep what is seen, and by what the size is multiplied; tried in this order
/// until a photo is small enough.
const ATTEMPTS: [(f64, f64); 7] = [
    (0.9, 1.0),
    (0.8, 1.0),
    (0.7, 1.0),
    (0.6, 1.0),
    (0.6, 0.75),
    (0.5, 0.6),
    (0.4, 0.5),
];

/// Opens a file to be cropped.
///
/// # Errors
/// Why it is not taken.
pub async fn open_picture(bytes: &[u8]) -> Result<Picture, PictureProblem> {
    let media_type = check_picture(bytes)?;
    let picture = Picture::decode(bytes, media_type).await;
    picture.ok_or(PictureProblem::Damaged)
}

/// Makes the photo that is kept, and what the CV says of it.
///
/// # Errors
/// The browser wrote no JPEG.
pub async fn make_photo(
    picture: &Picture,
    crop: PhotoCrop,
) -> Result<(Blob, FileReference), PictureProblem> {
    for (quality, part) in ATTEMPTS {
        let pixels = shrunk(crop.pixels(), part);
        let matrix = crop.placement(pixels).matrix;
        let jpeg = picture.to_jpeg(pixels, matrix, quality).await;
        let jpeg = jpeg.as_deref().and_then(without_metadata);
        let jpeg = jpeg.ok_or(PictureProblem::Damaged)?;
        if jpeg.len() <= MOST_BYTES {
            let small = shrunk(pixels, f64::from(TONES_WIDTH) / f64::from(pixels.0));
            let seen = picture.colours(small, crop.placement(small).matrix);
            let tones = seen.and_then(|colours| tones_of(&colours));
            return Ok(referred(jpeg, pixels, tones));
        }
    }
    Err(PictureProblem::TooLarge)
}

fn shrunk((width, height): (u32, u32), part: f64) -> (u32, u32) {
    let side = |pixels: u32| ((f64::from(pixels) * part).round() as u32).max(1);
    (side(width), side(height))
}

fn referred(
    jpeg: Vec<u8>,
    pixels: (u32, u32),
    tones: Option<PictureTones>,
) -> (Blob, FileReference) {
    let blob = Blob::new(jpeg);
    let reference = FileReference {
        hash: blob.hash().0,
        media_type: "image/jpeg".to_owned(),
        bytes: blob.bytes().len() as u64,
        pixels: Some(pixels),
        tones,
    };
    (blob, reference)
}
