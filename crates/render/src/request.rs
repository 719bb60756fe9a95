//! What a caller asks for and gets back: plain data that crosses to a worker as bytes.

use crate::labels::Labels;
use crate::look::Look;
use crate::photo::Photo;
use approdo_domain::Cv;
use serde::{Deserialize, Serialize};

/// A CV to lay out, with all the words that the page adds to it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RenderRequest {
    /// What goes out of a CV: see `Cv::for_export`. Whatever is written in it is printed.
    pub cv: Cv,
    /// The person's photo, if it goes out; the CV only names it.
    pub photo: Option<Photo>,
    /// How the pages look.
    pub look: Look,
    /// The words of the page, in the language of the CV.
    pub labels: Labels,
    /// The language of the CV as a BCP 47 tag, such as `it` or `en-GB`.
    pub language: String,
}

/// A CV to write as PDF.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PdfRequest {
    /// What is on the pages.
    pub pages: RenderRequest,
    /// When the file is made, in seconds since 1970.
    pub made_seconds: u64,
}

/// A file that a PDF carries inside.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Attachment {
    /// Its name.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// What it is, for people.
    pub description: String,
    /// Whether the pages were made from it; otherwise it says the same in another form.
    pub is_source: bool,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// The pages as pictures for the screen.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Preview {
    /// One SVG document for each page, its viewBox in points.
    pub pages: Vec<String>,
    /// Which field each part of a page comes from, for each page.
    pub regions: Vec<Regions>,
    /// What could not be printed as written.
    pub substitutions: Vec<Substitution>,
    /// The size of running text, in hundredths of a point.
    pub text_size: u16,
    /// Whether the typeface that was asked for is not there, and the usual one stands in its place.
    pub typeface_is_missing: bool,
}

/// The parts of one page, in reading order.
pub type Regions = Vec<Region>;

/// The part of a page that comes from one field; lengths in points from the page's upper left corner.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct Region {
    /// The number of the field among `Cv::places` of the CV that was asked for.
    pub place: u16,
    /// The left edge.
    pub left: f32,
    /// The upper edge.
    pub top: f32,
    /// The width.
    pub width: f32,
    /// The height.
    pub height: f32,
}

/// The pages as a PDF.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pdf {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// What could not be printed as written.
    pub substitutions: Vec<Substitution>,
}

/// Characters for which no font has a shape, and what stands in their place.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Substitution {
    /// Where it is, in the words of the page, such as `Esperienza: Magazziniere`.
    pub place: String,
    /// The characters as written.
    pub character: String,
    /// What is printed; empty if nothing is.
    pub replacement: String,
}
