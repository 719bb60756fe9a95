//! The fonts of a page, given as bytes. No font of the system is ever used.

use crate::coverage::Coverage;
use crate::look::Typeface;
use crate::theme::{FAMILIES, family_of};
use fontique::{Blob, Collection, CollectionOptions, FontStyle, SourceCache};
use krilla::text::Font as PdfFont;
use parley::FontContext;
use skrifa::{FontRef, MetadataProvider};
use std::rc::Rc;
use thiserror::Error;

/// Why a font was not added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum FontError {
    /// The bytes are not a font.
    #[error("the bytes are not an OpenType or TrueType font; give the content of a .ttf file")]
    NotAFont,
    /// The font cannot be put into a PDF.
    #[error(
        "the font cannot be embedded in a PDF; give one with outlines in its glyf or CFF table"
    )]
    NotEmbeddable,
}

/// One font, as both outputs need it.
pub(crate) struct LoadedFont {
    pub(crate) pdf: PdfFont,
    /// The glyph of the space, which is not seen.
    pub(crate) space: Option<u32>,
    blob_id: u64,
    index: u32,
}

/// The fonts that pages are set in. The page's typeface comes first, then "Titillium Web", which has
/// all letters of the other typefaces; the rest serve for the characters it lacks.
pub struct FontSet {
    pub(crate) context: FontContext,
    pub(crate) loaded: Vec<LoadedFont>,
    families: Vec<String>,
    pub(crate) coverage: Rc<Coverage>,
}

impl Default for FontSet {
    fn default() -> Self {
        Self::new()
    }
}

impl FontSet {
    /// Makes a set without fonts.
    pub fn new() -> Self {
        let options = CollectionOptions {
            shared: false,
            system_fonts: false,
        };
        Self {
            context: FontContext {
                collection: Collection::new(options),
                source_cache: SourceCache::default(),
            },
            loaded: Vec::new(),
            families: Vec::new(),
            coverage: Rc::default(),
        }
    }

    /// Adds the fonts of one file (TrueType or OpenType, not WOFF).
    ///
    /// # Errors
    /// The bytes are not a font, or one that a PDF cannot hold; the set is as before.
    pub fn add(&mut self, bytes: Vec<u8>) -> Result<(), FontError> {
        let blob = Blob::from(bytes);
        let pdf =
            PdfFont::new(blob.clone().into_raw_parts().0.into(), 0).ok_or(FontError::NotEmbeddable);
        let registered = self.context.collection.register_fonts(blob.clone(), None);
        let Some((family_id, infos)) = registered.first() else {
            return Err(FontError::NotAFont);
        };
        let pdf = pdf?;
        let family = self
            .context
            .collection
            .family_name(*family_id)
            .unwrap_or_default()
            .to_owned();
        for info in infos.iter().filter(|info| info.index() == 0) {
            let upright = info.style() == FontStyle::Normal;
            Rc::make_mut(&mut self.coverage).add(
                &family,
                info.weight().value(),
                upright,
                blob.data(),
            );
        }
        self.remember_family(&family);
        self.loaded.push(LoadedFont {
            pdf,
            space: glyph_of(' ', blob.data()),
            blob_id: blob.id(),
            index: 0,
        });
        Ok(())
    }

    /// Tells whether nothing was added yet.
    pub fn is_empty(&self) -> bool {
        self.loaded.is_empty()
    }

    /// Tells whether a typeface was added.
    pub(crate) fn has_typeface(&self, typeface: Typeface) -> bool {
        let family = family_of(typeface);
        self.families.iter().any(|known| known == family)
    }

    /// Returns the families for a page in a typeface, in the order in which they are tried: no other
    /// typeface than Titillium Web is among them, so that those added earlier change nothing.
    pub(crate) fn families_for(&self, typeface: Typeface) -> impl Iterator<Item = &str> {
        let chosen = family_of(typeface);
        let is_chosen = move |family: &&str| *family == chosen;
        let others = move |family: &&str| {
            let usual = family_of(Typeface::Titillium);
            let mut typefaces = Typeface::ALL.into_iter().map(family_of);
            *family != chosen && (*family == usual || typefaces.all(|known| known != *family))
        };
        let families = || self.families.iter().map(String::as_str);
        families()
            .filter(is_chosen)
            .chain(families().filter(others))
    }

    /// Finds a font by the identity of its bytes.
    pub(crate) fn position(&self, blob_id: u64, index: u32) -> Option<usize> {
        self.loaded
            .iter()
            .position(|font| font.blob_id == blob_id && font.index == index)
    }

    fn remember_family(&mut self, family: &str) {
        if self.families.iter().any(|known| known == family) {
            return;
        }
        self.families.push(family.to_owned());
        // Which fonts were needed first must not change a page.
        self.families.sort_by_key(|family| {
            let rank = FAMILIES.iter().position(|known| known == family);
            rank.unwrap_or(FAMILIES.len())
        });
    }
}

fn glyph_of(character: char, bytes: &[u8]) -> Option<u32> {
    let font = FontRef::new(bytes).ok()?;
    font.charmap().map(character).map(|glyph| glyph.to_u32())
}
