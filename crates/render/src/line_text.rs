//! The text of a line as it goes out: ordinary spaces, and none of the marks that only steer the order of
//! letters.

use std::ops::Range;

/// The text of a line, and how positions move from what was shaped to it.
pub(crate) struct LineText {
    pub(crate) text: String,
    start: usize,
    /// Where bytes were left out, and how many, in the order of the text.
    cuts: Vec<(usize, usize)>,
}

impl LineText {
    /// Makes the text of the line that begins at `start` of what was shaped.
    pub(crate) fn new(source: &str, start: usize) -> Self {
        let mut text = String::with_capacity(source.len());
        let mut cuts = Vec::new();
        for (position, character) in source.char_indices() {
            if character == '\u{A0}' {
                text.push(' ');
                cuts.push((position, 1));
            } else if is_left_out(character) {
                cuts.push((position, character.len_utf8()));
            } else {
                text.push(character);
            }
        }
        Self { text, start, cuts }
    }

    /// Returns where a range of what was shaped stands in the text.
    pub(crate) fn place(&self, range: Range<usize>) -> Range<usize> {
        self.position(range.start)..self.position(range.end)
    }

    fn position(&self, position: usize) -> usize {
        let position = position.saturating_sub(self.start);
        let cuts = self.cuts.iter().take_while(|(cut, _)| *cut < position);
        position - cuts.map(|(_, length)| length).sum::<usize>()
    }
}

/// Tells whether a character has done its work once lines are made: it steered the order of letters, or
/// let a line end.
pub(crate) fn is_left_out(character: char) -> bool {
    is_direction_mark(character) || character == LINE_MAY_END
}

/// The zero width space.
const LINE_MAY_END: char = '\u{200B}';

/// Returns an address of the net so that its lines end where it has parts, rather than anywhere.
pub(crate) fn in_parts(address: &str) -> String {
    let mut parts = String::with_capacity(address.len() + 12);
    for character in address.chars() {
        if character == '.' {
            parts.push(LINE_MAY_END);
        }
        parts.push(character);
        if character == '@' {
            parts.push(LINE_MAY_END);
        }
    }
    parts
}

/// Tells whether a character only steers the order of letters (Unicode Standard Annex 9, 2.4 to 2.6).
pub(crate) fn is_direction_mark(character: char) -> bool {
    matches!(
        character,
        '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{2066}'..='\u{2069}'
    )
}

/// Returns a text so that letters from right to left in it do not change the order of what stands beside
/// it; any other text as it is.
pub(crate) fn isolated(text: &str) -> String {
    if text
        .chars()
        .any(crate::writing_direction::is_from_the_right)
    {
        format!("\u{2068}{text}\u{2069}")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_left_out_and_places_move() {
        let line = LineText::new("a\u{A0}\u{2068}ب\u{2069}c", 10);
        assert_eq!(line.text, "a بc");
        assert_eq!(line.place(10..11), 0..1);
        assert_eq!(line.place(11..13), 1..2);
        assert_eq!(line.place(13..16), 2..2);
        assert_eq!(line.place(16..18), 2..4);
        assert_eq!(line.place(18..21), 4..4);
        assert_eq!(line.place(21..22), 4..5);
    }

    #[test]
    fn an_address_ends_its_lines_before_a_point_and_behind_the_at() {
        let parts = in_parts("a.b@c.it");
        assert_eq!(parts, "a\u{200B}.b@\u{200B}c\u{200B}.it");
        assert_eq!(LineText::new(&parts, 0).text, "a.b@c.it");
    }

    #[test]
    fn only_letters_from_right_to_left_are_isolated() {
        assert_eq!(isolated("Cremona"), "Cremona");
        assert_eq!(isolated("حلب"), "\u{2068}حلب\u{2069}");
    }
}
