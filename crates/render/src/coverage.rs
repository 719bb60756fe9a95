//! Which characters the fonts have, for each weight that the template uses.

use skrifa::{FontRef, MetadataProvider};

#[derive(Clone)]
struct Covered {
    family: String,
    weight: f32,
    characters: Vec<u32>,
}

/// The characters of every upright font.
#[derive(Clone, Default)]
pub(crate) struct Coverage {
    fonts: Vec<Covered>,
}

impl Coverage {
    /// Notes the characters of a font.
    pub(crate) fn add(&mut self, family: &str, weight: f32, upright: bool, bytes: &[u8]) {
        let Ok(font) = FontRef::new(bytes) else {
            return;
        };
        if !upright {
            return;
        }
        let mut characters: Vec<u32> = font
            .charmap()
            .mappings()
            .filter(|(_, glyph)| glyph.to_u32() != 0)
            .map(|(character, _)| character)
            .collect();
        characters.sort_unstable();
        characters.dedup();
        self.fonts.push(Covered {
            family: family.to_owned(),
            weight,
            characters,
        });
    }

    /// Tells whether text of that weight has a shape for the character in some family.
    pub(crate) fn has(&self, character: char, weight: u16) -> bool {
        let point = u32::from(character);
        self.fonts
            .iter()
            .filter(|font| font.characters.binary_search(&point).is_ok())
            .any(|font| self.is_chosen(font, f32::from(weight)))
    }

    /// Within a family the font of the nearest weight is used, of two equally near the bolder.
    fn is_chosen(&self, candidate: &Covered, wanted: f32) -> bool {
        let distance = |font: &Covered| (font.weight - wanted).abs();
        self.fonts
            .iter()
            .filter(|font| font.family == candidate.family)
            .all(|font| distance(candidate) <= distance(font))
    }
}
