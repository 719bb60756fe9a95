//! The measures of a page, and a template in the colours and sizes of one request. All lengths are in
//! points.

use crate::lettering::{Face, Lettering, SMALLEST, TextStyle};
use crate::look::{Look, Spacing, Typeface};
use crate::palette::{Colour, Ink, Palette};
use crate::templates::Design;

/// Width of an A4 page.
pub(crate) const PAGE_WIDTH: f32 = 595.28;
/// Height of an A4 page.
pub(crate) const PAGE_HEIGHT: f32 = 841.89;
/// Empty border at both sides.
pub(crate) const MARGIN_SIDE: f32 = 56.0;
/// Empty border above the text.
pub(crate) const MARGIN_TOP: f32 = 52.0;
/// Empty border below the text; the footer stands in it.
pub(crate) const MARGIN_BOTTOM: f32 = 58.0;
/// Width of the text.
pub(crate) const CONTENT_WIDTH: f32 = PAGE_WIDTH - 2.0 * MARGIN_SIDE;
/// Height of the text.
pub(crate) const CONTENT_HEIGHT: f32 = PAGE_HEIGHT - MARGIN_TOP - MARGIN_BOTTOM;
/// Distance of the footer's baseline from the page's lower edge.
pub(crate) const FOOTER_BASELINE: f32 = 30.0;

/// The families in the order in which they are tried, but for that of the page's typeface, which comes
/// first; others that were added follow.
pub(crate) const FAMILIES: [&str; 8] = [
    "Titillium Web",
    "Approdo Sans",
    "Approdo Serif",
    "Approdo Cyrillic",
    "Approdo Greek",
    "Approdo Arabic",
    "Noto Sans Hebrew",
    "Noto Sans",
];

/// Space above a section's title.
pub(crate) const SPACE_SECTION: f32 = 15.0;
/// Space between a section's title and the mark under it.
pub(crate) const MARK_ABOVE: f32 = 1.5;
/// Space under that mark that never shrinks.
pub(crate) const MARK_BELOW: f32 = 1.25;
/// Space between a section's title with its mark and its content.
pub(crate) const SPACE_AFTER_TITLE: f32 = 3.0;
/// Space between entries.
pub(crate) const SPACE_ENTRY: f32 = 9.0;
/// Space between the paragraphs of a text.
pub(crate) const SPACE_PARAGRAPH: f32 = 3.0;
/// Space above a bullet.
pub(crate) const SPACE_BULLET: f32 = 1.2;
/// Space above the name of a group of items, but for the first.
pub(crate) const SPACE_GROUP: f32 = 5.0;
/// Space above a row of a table or a list of short items.
pub(crate) const SPACE_ITEM: f32 = 1.5;
/// How far a bullet's text stands in.
pub(crate) const BULLET_INDENT: f32 = 11.0;
/// Least space between an entry's title and its dates.
pub(crate) const DATES_GAP: f32 = 16.0;
/// Width of the column of language names.
pub(crate) const LANGUAGE_COLUMN: f32 = 104.0;
/// Width of the column of labels on a feedback sheet.
pub(crate) const FACT_COLUMN: f32 = 150.0;
/// Width of all columns but the first in a table of a feedback sheet.
pub(crate) const SHEET_COLUMN: f32 = 92.0;
/// Space between the columns of a table.
pub(crate) const COLUMN_GAP: f32 = 4.0;
/// Width of a short bar.
pub(crate) const SHORT_BAR: f32 = 36.0;
/// Width of the photo in the head.
pub(crate) const PHOTO_WIDTH: f32 = 84.0;
/// Width of the photo in a column at the side.
pub(crate) const PHOTO_WIDTH_BESIDE: f32 = 104.0;
/// Space between the photo and what stands beside it.
pub(crate) const PHOTO_GAP: f32 = 16.0;
/// Space between the head and the lower edge of its ground.
pub(crate) const GROUND_PADDING: f32 = 12.0;
/// Space at either side of an item on a ground of its own.
pub(crate) const CHIP_PADDING: f32 = 7.0;
/// Space above and below an item on a ground of its own.
pub(crate) const CHIP_PADDING_ABOVE: f32 = 2.5;
/// Space between such items.
pub(crate) const CHIP_GAP: f32 = 6.0;
/// Space between the blocks of a letter: head, addressee, date, subject, text.
pub(crate) const SPACE_LETTER_BLOCK: f32 = 24.0;
/// Space between the paragraphs of a letter.
pub(crate) const SPACE_LETTER_PARAGRAPH: f32 = 8.0;
/// Space between the greeting of a letter and the name under it, in which one can sign.
pub(crate) const SPACE_SIGNATURE: f32 = 30.0;
/// Left edge of what stands at the end of a letter's lines: addressee and signature.
pub(crate) const LETTER_END: f32 = 0.54 * CONTENT_WIDTH;
/// What stands between items that follow each other on a line.
pub(crate) const ITEM_SEPARATOR: &str = "·";
/// Space at each side of that separator.
pub(crate) const ITEM_SEPARATOR_GAP: f32 = 6.0;

/// A template in the colours, sizes and spaces of one request.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Theme {
    pub(crate) design: &'static Design,
    /// By what the space between rows is multiplied.
    pub(crate) spacing: f32,
    /// What its letters look like.
    pub(crate) typeface: Typeface,
    palette: Palette,
    scale: f32,
}

/// Returns the family of a typeface.
pub(crate) fn family_of(typeface: Typeface) -> &'static str {
    match typeface {
        Typeface::Titillium => "Titillium Web",
        Typeface::Sans => "Approdo Sans",
        Typeface::Serif => "Approdo Serif",
    }
}

impl Theme {
    /// Returns the theme of a look, in its usual sizes.
    pub(crate) fn of(look: &Look) -> Self {
        let design = Design::of(look.template);
        let spacing = match look.spacing {
            Spacing::Close => 0.8,
            Spacing::Usual => 1.0,
            Spacing::Wide => 1.25,
        };
        Self {
            design,
            spacing: spacing * design.spacing,
            typeface: look.typeface,
            palette: Palette::of(look.accent),
            scale: 1.0,
        }
    }

    /// Returns the theme of a letter: its space is what the person chose, whatever the template has for CVs.
    pub(crate) fn of_letter(look: &Look) -> Self {
        let theme = Self::of(look);
        Self {
            spacing: theme.spacing / theme.design.spacing,
            ..theme
        }
    }

    /// Returns the theme with a part of the space between rows, and with smaller type.
    pub(crate) fn tighter(self, spacing: f32, scale: f32) -> Self {
        Self {
            spacing: spacing * self.spacing,
            scale,
            ..self
        }
    }

    /// Returns the scale at which running text is as small as it may be.
    pub(crate) fn smallest_scale(&self) -> f32 {
        f32::from(SMALLEST) / f32::from((self.design.face)(TextStyle::Body).size)
    }

    /// Returns the scale at which the text of a letter is as small as it may be.
    pub(crate) fn smallest_letter_scale(&self) -> f32 {
        f32::from(SMALLEST) / f32::from((self.design.face)(TextStyle::Letter).size)
    }

    /// Returns how a style is drawn.
    pub(crate) fn lettering(&self, style: TextStyle) -> Lettering {
        let face = self.scaled_face(style);
        Lettering::new(face, self.colour(face.ink), self.typeface)
    }

    /// Returns the size of running text, in hundredths of a point.
    pub(crate) fn text_size(&self) -> u16 {
        self.scaled_face(TextStyle::Body).size
    }

    /// Returns the size of the text of a letter, in hundredths of a point.
    pub(crate) fn letter_size(&self) -> u16 {
        self.scaled_face(TextStyle::Letter).size
    }

    fn scaled_face(&self, style: TextStyle) -> Face {
        let face = (self.design.face)(style);
        if self.scale < 1.0 {
            face.scaled(self.scale)
        } else {
            face
        }
    }

    /// Returns the colour for a purpose.
    pub(crate) fn colour(&self, ink: Ink) -> Colour {
        self.palette.colour(ink)
    }

    /// Returns the width of the text beside a column at the side, and the left edge of that column.
    pub(crate) fn beside(&self) -> Option<(f32, f32)> {
        let side = self.design.side.as_ref()?;
        let left = CONTENT_WIDTH - side.width;
        Some((left - side.gap, left))
    }
}
