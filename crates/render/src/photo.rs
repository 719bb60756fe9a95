//! The photo on the pages: as a request brings it, and as a figure on a row. How large it is printed is
//! in `theme`; where it stands is decided in `compose::header`.

use serde::{Deserialize, Serialize};

/// A photo to print. It stands in the head of the first page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Photo {
    /// Width and height in pixels.
    pub pixels: (u32, u32),
    /// The picture as a JPEG file, which goes into the PDF as it is. A preview needs none.
    pub jpeg: Vec<u8>,
    /// Where a preview on screen finds the picture, such as `blob:…`; a PDF needs none.
    pub address: String,
}

impl Photo {
    /// Returns the height for a width; no photo is higher than twice its width.
    #[cfg(feature = "layout")]
    pub(crate) fn height_at(&self, width: f32) -> f32 {
        let (across, down) = self.pixels;
        if across == 0 || down == 0 {
            return width;
        }
        (width * down as f32 / across as f32).clamp(width / 2.0, width * 2.0)
    }
}

/// A picture on a row. Its left and upper edge count from the row's.
#[cfg(feature = "layout")]
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Figure {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) width: f32,
    pub(crate) height: f32,
    /// What it is for who cannot see it.
    pub(crate) node: crate::structure::NodeId,
}

/// Reads the picture for the PDF; none if it is not a JPEG file, since a CV is printed all the same.
#[cfg(feature = "layout")]
pub(crate) fn image_of(photo: Option<&Photo>) -> Option<krilla::image::Image> {
    let bytes = &photo?.jpeg;
    krilla::image::Image::from_jpeg(bytes.clone().into(), false).ok()
}
