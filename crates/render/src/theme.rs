//! The template's measures and colours. All lengths are in points.

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

/// The families in the order in which they are tried; others that were added follow.
pub(crate) const FAMILIES: [&str; 4] = [
    "Titillium Web",
    "Approdo Cyrillic",
    "Approdo Greek",
    "Noto Sans",
];

/// Space above a section's title.
pub(crate) const SPACE_SECTION: f32 = 15.0;
/// Space between a section's title and its content.
pub(crate) const SPACE_AFTER_TITLE: f32 = 6.5;
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
pub(crate) const LANGUAGE_COLUMN: f32 = 118.0;
/// What stands between items that follow each other on a line.
pub(crate) const ITEM_SEPARATOR: &str = "·";
/// Space at each side of that separator.
pub(crate) const ITEM_SEPARATOR_GAP: f32 = 6.0;

/// A colour as red, green and blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Colour(pub u8, pub u8, pub u8);

impl Colour {
    /// Blue Italia of the design system of the Italian public administration.
    pub(crate) const ACCENT: Colour = Colour(0x00, 0x66, 0xCC);
    /// The same, darker, for text: contrast with white 8.5 to 1.
    pub(crate) const ACCENT_TEXT: Colour = Colour(0x00, 0x47, 0x8F);
    /// Body text.
    pub(crate) const INK: Colour = Colour(0x1B, 0x24, 0x2E);
    /// Names and entry titles.
    pub(crate) const STRONG_INK: Colour = Colour(0x0B, 0x1D, 0x33);
    /// Dates and places: contrast with white 6.4 to 1.
    pub(crate) const MUTED: Colour = Colour(0x4A, 0x5B, 0x6C);
    /// Hairlines.
    pub(crate) const HAIRLINE: Colour = Colour(0xB8, 0xD0, 0xE8);
}

/// How a piece of text is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum TextStyle {
    /// The person's name.
    Name,
    /// The job wanted.
    Headline,
    /// Contacts under the name.
    Contact,
    /// A section's title.
    SectionTitle,
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
    /// Bullets and separators.
    Mark,
    /// Heads of a table's columns.
    TableHead,
    /// Name and page number at a page's foot.
    Footer,
}

impl TextStyle {
    /// Returns the size of the type.
    pub(crate) fn size(self) -> f32 {
        match self {
            Self::Name => 27.0,
            Self::Headline => 13.5,
            Self::SectionTitle => 12.5,
            Self::EntryTitle => 11.0,
            Self::Contact | Self::Dates => 9.75,
            Self::EntrySubtitle | Self::Body | Self::BodyStrong | Self::Mark => 10.25,
            Self::TableHead => 9.0,
            Self::Footer => 8.5,
        }
    }

    /// Returns the distance between baselines.
    pub(crate) fn line_height(self) -> f32 {
        match self {
            Self::Name => 32.0,
            Self::Headline => 18.0,
            Self::SectionTitle => 16.0,
            Self::EntryTitle => 15.0,
            Self::Contact => 14.5,
            Self::Dates => 15.0,
            Self::EntrySubtitle | Self::Body | Self::BodyStrong | Self::Mark => 14.25,
            Self::TableHead => 12.0,
            Self::Footer => 11.0,
        }
    }

    /// Returns the baseline's distance from the line's top: capitals stand in the middle.
    pub(crate) fn baseline(self) -> f32 {
        const CAPITAL_HEIGHT: f32 = 0.69;
        (self.line_height() + CAPITAL_HEIGHT * self.size()) / 2.0
    }

    /// Returns the weight, 400 or 600.
    pub(crate) fn weight(self) -> u16 {
        match self {
            Self::Name | Self::SectionTitle | Self::EntryTitle | Self::BodyStrong => 600,
            _ => 400,
        }
    }

    /// Returns the colour.
    pub(crate) fn colour(self) -> Colour {
        match self {
            Self::Name | Self::EntryTitle | Self::BodyStrong => Colour::STRONG_INK,
            Self::Headline | Self::SectionTitle | Self::EntrySubtitle => Colour::ACCENT_TEXT,
            Self::Mark => Colour::ACCENT,
            Self::Body => Colour::INK,
            Self::Contact | Self::Dates | Self::TableHead | Self::Footer => Colour::MUTED,
        }
    }
}
