//! The groups of fonts that are fetched only when a text needs them.

use crate::coverage::Coverage;
use crate::equivalents::equivalents;
use crate::look::Typeface;

/// Fonts beside those of every page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FontGroup {
    /// Cyrillic letters of living languages.
    Cyrillic,
    /// Greek letters, with the accents of today's spelling.
    Greek,
    /// Arabic letters, those of Persian and Urdu among them.
    Arabic,
    /// Hebrew letters.
    Hebrew,
    /// Everything else there is a font for: Vietnamese, rare letters, arrows, ticks, the box that
    /// stands for unknown letters.
    Other,
    /// The typeface without serifs, where a page is set in it.
    Sans,
    /// The typeface with serifs, where a page is set in it.
    Serif,
}

impl FontGroup {
    /// Returns the name by which whoever fetches the fonts knows the group.
    pub fn name(self) -> &'static str {
        match self {
            Self::Cyrillic => "cyrillic",
            Self::Greek => "greek",
            Self::Arabic => "arabic",
            Self::Hebrew => "hebrew",
            Self::Other => "other",
            Self::Sans => "sans",
            Self::Serif => "serif",
        }
    }

    /// Returns the group of a typeface; none for the one that every page has.
    pub(crate) fn of_typeface(typeface: Typeface) -> Option<Self> {
        match typeface {
            Typeface::Titillium => None,
            Typeface::Sans => Some(Self::Sans),
            Typeface::Serif => Some(Self::Serif),
        }
    }

    /// Returns the group that may help with a character that the fonts at hand lack.
    pub(crate) fn lacking_for(character: char, coverage: &Coverage) -> Option<Self> {
        const REGULAR: u16 = 400;
        match character {
            // The sign for "number" goes with Cyrillic letters, and its fonts weigh least.
            '\u{400}'..='\u{52F}' | '№' if !coverage.has('а', REGULAR) => Some(Self::Cyrillic),
            '\u{370}'..='\u{3FF}' if !coverage.has('α', REGULAR) => Some(Self::Greek),
            '\u{600}'..='\u{6FF}' if !coverage.has('م', REGULAR) => Some(Self::Arabic),
            '\u{590}'..='\u{5FF}' | '₪' if !coverage.has('ש', REGULAR) => Some(Self::Hebrew),
            // Emoji without a plain sign are left out whatever fonts there are.
            '\u{1F000}'..='\u{1FAFF}' if equivalents(character).is_empty() => None,
            _ => Some(Self::Other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::ukrainian('ї', Some(FontGroup::Cyrillic))]
    #[case::kazakh('ә', Some(FontGroup::Cyrillic))]
    #[case::number('№', Some(FontGroup::Cyrillic))]
    #[case::greek('ώ', Some(FontGroup::Greek))]
    #[case::vietnamese('ễ', Some(FontGroup::Other))]
    #[case::tick('✅', Some(FontGroup::Other))]
    #[case::arabic('م', Some(FontGroup::Arabic))]
    #[case::hebrew('ש', Some(FontGroup::Hebrew))]
    #[case::georgian_as_a_box('ქ', Some(FontGroup::Other))]
    #[case::emoji('😀', None)]
    fn each_character_has_its_group(#[case] character: char, #[case] group: Option<FontGroup>) {
        let none = Coverage::default();
        assert_eq!(FontGroup::lacking_for(character, &none), group);
    }
}
