//! What a caller asks for and gets back: plain data that crosses to a worker as bytes.

use crate::labels::Labels;
use crate::look::Look;
use approdo_domain::Cv;
use serde::{Deserialize, Serialize};

/// A CV to lay out, with all the words that the page adds to it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RenderRequest {
    /// What goes out of a CV: see `Cv::for_export`. Whatever is written in it is printed.
    pub cv: Cv,
    /// How the pages look.
    pub look: Look,
    /// The words of the page, in the language of the CV.
    pub labels: Labels,
    /// The language of the CV as a BCP 47 tag, such as `it` or `en-GB`.
    pub language: String,
}

/// The pages as pictures for the screen.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preview {
    /// One SVG document for each page, its viewBox in points.
    pub pages: Vec<String>,
    /// What could not be printed as written.
    pub substitutions: Vec<Substitution>,
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
