//! The colours of a page. Text has a contrast of at least 4.5 to 1 with what is behind it (WCAG 2.2,
//! 1.4.3), titles of at least 7 to 1.

use crate::look::Accent;

/// A colour as red, green and blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Colour(pub u8, pub u8, pub u8);

/// What a colour is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ink {
    /// Bullets, separators and rules.
    Accent,
    /// Titles of sections, employers.
    AccentText,
    /// Body text.
    Body,
    /// Names and entry titles.
    Strong,
    /// Dates and places.
    Muted,
    /// Hairlines.
    Hairline,
    /// The ground behind a column or an item.
    Tint,
}

/// The colours of one accent.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Palette {
    accent: Colour,
    accent_text: Colour,
    hairline: Colour,
    tint: Colour,
}

impl Palette {
    /// Returns the colours of an accent. Blue is Blue Italia of the design system of the Italian
    /// public administration.
    pub(crate) fn of(accent: Accent) -> Self {
        let [accent, accent_text, hairline, tint] = match accent {
            Accent::Blue => [
                Colour(0x00, 0x66, 0xCC),
                Colour(0x00, 0x47, 0x8F),
                Colour(0xB8, 0xD0, 0xE8),
                Colour(0xEA, 0xF2, 0xFB),
            ],
            Accent::Green => [
                Colour(0x00, 0x7A, 0x50),
                Colour(0x00, 0x54, 0x3A),
                Colour(0xB5, 0xD6, 0xC8),
                Colour(0xE8, 0xF4, 0xEF),
            ],
            Accent::Burgundy => [
                Colour(0x9B, 0x1C, 0x3B),
                Colour(0x7A, 0x15, 0x30),
                Colour(0xE3, 0xBE, 0xCB),
                Colour(0xFA, 0xED, 0xF1),
            ],
            Accent::Violet => [
                Colour(0x5B, 0x3F, 0xA6),
                Colour(0x46, 0x30, 0x8A),
                Colour(0xCD, 0xC3, 0xE6),
                Colour(0xF1, 0xEE, 0xFA),
            ],
            Accent::Graphite => [
                Colour(0x4A, 0x55, 0x60),
                Colour(0x2B, 0x34, 0x3D),
                Colour(0xC6, 0xCC, 0xD2),
                Colour(0xF0, 0xF2, 0xF4),
            ],
        };
        Self {
            accent,
            accent_text,
            hairline,
            tint,
        }
    }

    /// Returns the colour for a purpose.
    pub(crate) fn colour(&self, ink: Ink) -> Colour {
        match ink {
            Ink::Accent => self.accent,
            Ink::AccentText => self.accent_text,
            Ink::Body => Colour(0x1B, 0x24, 0x2E),
            Ink::Strong => Colour(0x0B, 0x1D, 0x33),
            Ink::Muted => Colour(0x4A, 0x5B, 0x6C),
            Ink::Hairline => self.hairline,
            Ink::Tint => self.tint,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance (WCAG 2.2, definition).
    fn luminance(Colour(red, green, blue): Colour) -> f32 {
        let linear = |part: u8| {
            let part = f32::from(part) / 255.0;
            if part <= 0.04045 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    fn contrast(one: Colour, other: Colour) -> f32 {
        let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
        one.max(other) / one.min(other)
    }

    #[test]
    fn every_colour_can_be_read_on_white_and_on_its_ground() {
        const WHITE: Colour = Colour(255, 255, 255);
        for accent in Accent::ALL {
            let palette = Palette::of(accent);
            let ground = palette.colour(Ink::Tint);
            for (ink, least) in [
                (Ink::AccentText, 7.0),
                (Ink::Body, 7.0),
                (Ink::Strong, 7.0),
                (Ink::Muted, 4.5),
                (Ink::Accent, 4.5),
            ] {
                let colour = palette.colour(ink);
                let lowest = contrast(colour, WHITE).min(contrast(colour, ground));
                assert!(lowest >= least, "{accent:?} {ink:?}: {lowest}");
            }
        }
    }
}
