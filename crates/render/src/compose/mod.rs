//! Composes a CV into rows: which sections there are, what stands in them and what must stay
//! together. How a page looks in its sections is in the submodules; measures are in `theme`.

mod arrange;
mod composer;
mod entries;
mod header;
mod languages;
mod sections;

use crate::cache::ParagraphCache;
use crate::font_group::FontGroup;
use crate::fonts::FontSet;
use crate::request::{RenderRequest, Substitution};
use crate::rows::Row;
use crate::structure::Structure;
use composer::Composer;

/// A heading for the PDF's outline.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct OutlineEntry {
    pub(crate) text: String,
    /// 1 for the name and the sections, 2 for the entries of a section.
    pub(crate) level: u8,
    pub(crate) row: usize,
}

/// A CV as rows, with the meaning of what stands on them.
pub(crate) struct Composition {
    pub(crate) rows: Vec<Row>,
    pub(crate) structure: Structure,
    pub(crate) outline: Vec<OutlineEntry>,
    pub(crate) substitutions: Vec<Substitution>,
    /// The groups of fonts that might show what could not be shown.
    pub(crate) lacking: Vec<FontGroup>,
    /// The document's title.
    pub(crate) title: String,
    /// The person's name, printable; empty if not written.
    pub(crate) name: String,
}

/// Composes the whole CV. Sections with nothing in them are left out.
pub(crate) fn compose(
    request: &RenderRequest,
    fonts: &mut FontSet,
    cache: &mut ParagraphCache,
) -> Composition {
    let mut composer = Composer::new(fonts, cache, &request.labels);
    let name = header::header(&mut composer, &request.cv.personal);
    sections::profile(&mut composer, &request.cv.profile);
    entries::experience(&mut composer, &request.cv.experience);
    entries::education(&mut composer, &request.cv.education);
    languages::languages(&mut composer, &request.cv.languages);
    sections::skills(&mut composer, &request.cv.skills);
    sections::driving(&mut composer, &request.cv.driving);
    let title = if name.is_empty() {
        request.labels.curriculum.clone()
    } else {
        request.labels.document_title.replace("{name}", &name)
    };
    composer.finish(title, name)
}
