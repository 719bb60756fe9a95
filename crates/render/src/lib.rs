//! One page layout, two outputs: the PDF and the preview on screen, with the same lines and the
//! same page breaks.
//!
//! Fonts and labels come in as arguments: this crate knows no browser, no clock, no randomness and
//! no translation. Without the feature `layout` only the types of requests and answers are built,
//! so that a caller of the worker carries neither text shaping nor PDF writing.

// The builders of the tests name this crate as a caller does.
#[cfg(test)]
extern crate self as approdo_render;

mod labels;
mod letter_request;
mod look;
mod photo;
mod request;
mod sheet_request;

pub use labels::{EntryLabels, Labels, PersonalLabels, SituationLabels, SkillLabels};
pub use letter_request::{LetterLabels, LetterPdfRequest, LetterRequest};
pub use look::{Accent, Look, Spacing, Template, Typeface};
pub use photo::Photo;
pub use request::{
    Attachment, Pdf, PdfRequest, Preview, Region, Regions, RenderRequest, Substitution,
};
pub use sheet_request::{SheetBlock, SheetFact, SheetRequest, SheetSection};

#[cfg(feature = "layout")]
mod arabic_letters;
#[cfg(feature = "layout")]
mod cache;
#[cfg(feature = "layout")]
mod compact;
#[cfg(feature = "layout")]
mod compose;
#[cfg(feature = "layout")]
mod coverage;
#[cfg(feature = "layout")]
mod dates;
#[cfg(feature = "layout")]
mod draw_pdf;
#[cfg(feature = "layout")]
mod draw_svg;
#[cfg(feature = "layout")]
mod equivalents;
#[cfg(feature = "layout")]
mod fit;
#[cfg(feature = "layout")]
mod font_group;
#[cfg(feature = "layout")]
mod fonts;
#[cfg(feature = "layout")]
mod letter_pages;
#[cfg(feature = "layout")]
mod lettering;
#[cfg(feature = "layout")]
mod line_text;
#[cfg(feature = "layout")]
mod links;
#[cfg(feature = "layout")]
mod mirror;
#[cfg(feature = "layout")]
mod pages;
#[cfg(feature = "layout")]
mod palette;
#[cfg(feature = "layout")]
mod paragraph;
#[cfg(feature = "layout")]
mod pdf_attachments;
#[cfg(feature = "layout")]
mod pdf_outline;
#[cfg(feature = "layout")]
mod pdf_tags;
#[cfg(feature = "layout")]
mod read_lines;
#[cfg(feature = "layout")]
mod regions;
#[cfg(feature = "layout")]
mod renderer;
#[cfg(feature = "layout")]
mod rows;
#[cfg(feature = "layout")]
mod shaper;
#[cfg(feature = "layout")]
mod sheet_pages;
#[cfg(feature = "layout")]
mod structure;
#[cfg(feature = "layout")]
mod substitution;
#[cfg(feature = "layout")]
mod templates;
#[cfg(feature = "layout")]
mod theme;
#[cfg(feature = "layout")]
mod writing_direction;

#[cfg(feature = "layout")]
pub use font_group::FontGroup;
#[cfg(feature = "layout")]
pub use fonts::{FontError, FontSet};
#[cfg(feature = "layout")]
pub use renderer::{RenderError, Renderer};

#[cfg(test)]
#[cfg(feature = "layout")]
mod page_rules;
#[cfg(test)]
#[cfg(feature = "layout")]
#[path = "../tests/common/mod.rs"]
mod sample;
