//! How pieces of text are set: which there are, and the size, weight and colour of each. What a template
//! sets otherwise is in `templates`.

use crate::look::Typeface;
use crate::palette::{Colour, Ink};

/// How a piece of text is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TextStyle {
    /// The person's name.
    Name,
    /// The job wanted.
    Headline,
    /// Contacts under the name.
    Contact,
    /// A section's title.
    SectionTitle,
    /// A section's title in a narrow column.
    SideTitle,
    /// Role or qualification.
    EntryTitle,
    /// Employer or school, and place.
    EntrySubtitle,
    /// Dates at a line's end.
    Dates,
    /// Running text.
    Body,
    /// Running text, stressed.
    BodyStrong,
    /// Running text of a letter.
    Letter,
    /// Running text of a letter, stressed.
    LetterStrong,
    /// Bullets and separators.
    Mark,
    /// Heads of a table's columns.
    TableHead,
    /// Name and page number at a page's foot.
    Footer,
}

/// How a style looks in a template; lengths in hundredths of a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Face {
    pub(crate) size: u16,
    pub(crate) line_height: u16,
    pub(crate) weight: u16,
    pub(crate) ink: Ink,
}

impl Face {
    pub(crate) const fn new(size: u16, line_height: u16, weight: u16, ink: Ink) -> Self {
        Self {
            size,
            line_height,
            weight,
            ink,
        }
    }

    /// Returns how a style usually looks.
    pub(crate) fn usual(style: TextStyle) -> Self {
        match style {
            TextStyle::Name => Self::new(2700, 3200, 600, Ink::Strong),
            TextStyle::Headline => Self::new(1350, 1800, 400, Ink::AccentText),
            TextStyle::Contact => Self::new(975, 1450, 400, Ink::Muted),
            TextStyle::SectionTitle => Self::new(1250, 1600, 600, Ink::AccentText),
            TextStyle::SideTitle => Self::new(1150, 1500, 600, Ink::AccentText),
            TextStyle::EntryTitle => Self::new(1100, 1500, 600, Ink::Strong),
            TextStyle::EntrySubtitle => Self::new(1025, 1425, 400, Ink::AccentText),
            TextStyle::Dates => Self::new(975, 1500, 400, Ink::Muted),
            TextStyle::Body => Self::new(1025, 1425, 400, Ink::Body),
            TextStyle::BodyStrong => Self::new(1025, 1425, 600, Ink::Strong),
            TextStyle::Letter => Self::new(1100, 1575, 400, Ink::Body),
            TextStyle::LetterStrong => Self::new(1100, 1575, 600, Ink::Strong),
            TextStyle::Mark => Self::new(1025, 1425, 400, Ink::Accent),
            TextStyle::TableHead => Self::new(950, 1200, 400, Ink::Muted),
            TextStyle::Footer => Self::new(850, 1100, 400, Ink::Muted),
        }
    }

    /// Returns the face with type of another size, but never smaller than what can be read well.
    pub(crate) fn scaled(self, scale: f32) -> Self {
        let scaled = |length: u16| (f32::from(length) * scale).round() as u16;
        let size = scaled(self.size).max(SMALLEST.min(self.size));
        Self {
            size,
            line_height: scaled(self.line_height).max(size + size / 8),
            ..self
        }
    }
}

/// Type is never made smaller than this, in hundredths of a point.
pub(crate) const SMALLEST: u16 = 950;

/// A style as it is drawn: hundredths of a point, so that it can be compared and looked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Lettering {
    size: u16,
    line_height: u16,
    weight: u16,
    colour: Colour,
    typeface: Typeface,
}

impl Lettering {
    pub(crate) fn new(face: Face, colour: Colour, typeface: Typeface) -> Self {
        Self {
            size: face.size,
            line_height: face.line_height,
            weight: face.weight,
            colour,
            typeface,
        }
    }

    /// Returns the typeface.
    pub(crate) fn typeface(self) -> Typeface {
        self.typeface
    }

    /// Returns the size of the type in points.
    pub(crate) fn size(self) -> f32 {
        f32::from(self.size) / 100.0
    }

    /// Returns the distance between baselines in points.
    pub(crate) fn line_height(self) -> f32 {
        f32::from(self.line_height) / 100.0
    }

    /// Returns the baseline's distance from the line's top: capitals stand in the middle.
    pub(crate) fn baseline(self) -> f32 {
        const CAPITAL_HEIGHT: f32 = 0.69;
        (self.line_height() + CAPITAL_HEIGHT * self.size()) / 2.0
    }

    /// Returns the weight, 400 or 600.
    pub(crate) fn weight(self) -> u16 {
        self.weight
    }

    /// Returns the colour.
    pub(crate) fn colour(self) -> Colour {
        self.colour
    }
}
