//! Draws a laid-out page as SVG: real text, each word at the place the layout gave it. Only
//! presentation attributes are used, since a strict content policy forbids inline styles.

use crate::lettering::{Lettering, TextStyle};
use crate::look::Typeface;
use crate::palette::Colour;
use crate::paragraph::{Line, Word};
use crate::photo::Figure;
use crate::renderer::{Layout, origin_of};
use crate::rows::{Bar, Piece};
use crate::theme;

/// Enough for a full page, so that the text grows once.
const TYPICAL_PAGE_BYTES: usize = 24_000;

/// Returns one page as an SVG document whose viewBox is in points.
pub(crate) fn draw_page(layout: &Layout, page: usize, language: &str) -> String {
    let mut svg = Svg {
        text: String::with_capacity(TYPICAL_PAGE_BYTES),
        body: layout.theme.lettering(TextStyle::Body),
    };
    let typeface = if layout.typeface_is_missing {
        Typeface::default()
    } else {
        layout.theme.typeface
    };
    svg.open(language, typeface);
    if let Some(ground) = layout.ground(page) {
        svg.bar(&ground, (0.0, 0.0));
    }
    let rows = &layout.composition.rows;
    for placed in layout.pages.get(page).iter().flat_map(|page| &page.rows) {
        let Some(row) = rows.get(placed.row) else {
            continue;
        };
        let origin = origin_of(row, placed);
        for bar in &row.bars {
            svg.bar(bar, origin);
        }
        for piece in &row.pieces {
            svg.piece(piece, origin);
        }
    }
    for placed in layout.pages.get(page).iter().flat_map(|page| &page.rows) {
        if let Some(row) = rows.get(placed.row)
            && let Some(figure) = &row.figure
        {
            svg.figure(figure, &layout.photo_address, origin_of(row, placed));
        }
    }
    for piece in layout.footers.get(page).into_iter().flatten() {
        svg.piece(piece, (theme::MARGIN_SIDE, 0.0));
    }
    svg.text.push_str("</svg>");
    svg.text
}

struct Svg {
    text: String,
    /// How the text is set where nothing else is said.
    body: Lettering,
}

impl Svg {
    fn open(&mut self, language: &str, typeface: Typeface) {
        self.text
            .push_str("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 595.28 841.89\"");
        self.attribute("lang", language);
        let others = match typeface {
            Typeface::Titillium => "'Noto Sans', sans-serif",
            Typeface::Sans => "'Titillium Web', 'Noto Sans', sans-serif",
            Typeface::Serif => "'Titillium Web', 'Noto Sans', serif",
        };
        let families = format!("'{}', {others}", theme::family_of(typeface));
        self.attribute("font-family", &families);
        self.text.push_str(" text-rendering=\"geometricPrecision\"");
        self.style(self.body);
        self.text
            .push_str("><rect width=\"595.28\" height=\"841.89\" fill=\"#FFFFFF\"/>");
    }

    fn bar(&mut self, bar: &Bar, (left, top): (f32, f32)) {
        self.text.push_str("<rect");
        self.number("x", left + bar.x);
        self.number("y", top + bar.y);
        self.number("width", bar.width);
        self.number("height", bar.height);
        self.colour(bar.colour);
        self.text.push_str("/>");
    }

    fn figure(&mut self, figure: &Figure, address: &str, (left, top): (f32, f32)) {
        self.text.push_str("<image");
        self.number("x", left + figure.x);
        self.number("y", top + figure.y);
        self.number("width", figure.width);
        self.number("height", figure.height);
        self.attribute("preserveAspectRatio", "xMidYMid slice");
        self.attribute("href", address);
        self.text.push_str("/>");
    }

    fn piece(&mut self, piece: &Piece, (left, top): (f32, f32)) {
        let Some(line) = piece.paragraph.lines.get(piece.line) else {
            return;
        };
        let Some(first) = line.words.first() else {
            return;
        };
        if line.words.iter().any(|word| word.from_the_right) {
            let at = (left + piece.x, top + piece.baseline);
            return line
                .words
                .iter()
                .for_each(|word| self.lone_word(word, line, at));
        }
        self.text.push_str("<text");
        self.number("y", top + piece.baseline);
        if first.style != self.body {
            self.style(first.style);
        }
        self.text.push('>');
        for word in &line.words {
            self.word(word, line, left + piece.x, first.style);
        }
        self.text.push_str("</text>");
    }

    /// Writes a word of a line with two directions as a text of its own: browsers differ in how they
    /// place the parts of such a text.
    fn lone_word(&mut self, word: &Word, line: &Line, (x, y): (f32, f32)) {
        self.text.push_str("<text");
        self.number("y", y);
        if word.from_the_right {
            self.number("x", x + word.end);
            // The layout has ordered the letters: nothing is left to find out.
            self.attribute("direction", "rtl");
            self.attribute("unicode-bidi", "bidi-override");
        } else {
            self.number("x", x + word.x);
        }
        if word.style != self.body {
            self.style(word.style);
        }
        self.text.push('>');
        self.escaped(line.text.get(word.text.clone()).unwrap_or_default());
        self.text.push_str("</text>");
    }

    fn word(&mut self, word: &Word, line: &Line, x: f32, style: Lettering) {
        if word.spaced {
            self.text.push(' ');
        }
        self.text.push_str("<tspan");
        self.number("x", x + word.x);
        if word.style != style {
            self.style(word.style);
        }
        self.text.push('>');
        self.escaped(line.text.get(word.text.clone()).unwrap_or_default());
        self.text.push_str("</tspan>");
    }

    fn style(&mut self, style: Lettering) {
        self.number("font-size", style.size());
        self.attribute(
            "font-weight",
            if style.weight() == 600 { "600" } else { "400" },
        );
        self.colour(style.colour());
    }

    fn colour(&mut self, colour: Colour) {
        let Colour(red, green, blue) = colour;
        self.attribute("fill", &format!("#{red:02X}{green:02X}{blue:02X}"));
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.text.push(' ');
        self.text.push_str(name);
        self.text.push_str("=\"");
        self.escaped(value);
        self.text.push('"');
    }

    /// Writes a length with two decimals, without the cost of the formatting machinery.
    fn number(&mut self, name: &str, value: f32) {
        self.text.push(' ');
        self.text.push_str(name);
        self.text.push_str("=\"");
        let hundredths = (value * 100.0).round() as i32;
        if hundredths < 0 {
            self.text.push('-');
        }
        let hundredths = hundredths.unsigned_abs();
        self.digits(hundredths / 100);
        let rest = hundredths % 100;
        if rest != 0 {
            self.text.push('.');
            self.digit(rest / 10);
            if !rest.is_multiple_of(10) {
                self.digit(rest % 10);
            }
        }
        self.text.push('"');
    }

    fn digits(&mut self, number: u32) {
        if number >= 10 {
            self.digits(number / 10);
        }
        self.digit(number % 10);
    }

    fn digit(&mut self, digit: u32) {
        self.text
            .push(char::from_digit(digit, 10).unwrap_or_default());
    }

    fn escaped(&mut self, text: &str) {
        for character in text.chars() {
            match character {
                '&' => self.text.push_str("&amp;"),
                '<' => self.text.push_str("&lt;"),
                '>' => self.text.push_str("&gt;"),
                '"' => self.text.push_str("&quot;"),
                _ => self.text.push(character),
            }
        }
    }
}
