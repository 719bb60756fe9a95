//! Going to a field of the editor from elsewhere: from another page, or from beside the form. What is
//! open there, and how the field gets the focus, is the editor's part.

use approdo_domain::CvPlace;
use leptos::prelude::*;
use std::ops::Range;

/// Where to go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Jump {
    /// The field.
    pub place: CvPlace,
    /// The words to select: bytes of the field's text.
    pub range: Option<Range<usize>>,
}

/// The field somebody is about to be led to, until the editor has done it.
#[derive(Debug, Clone, Copy)]
pub struct Jumps(RwSignal<Option<Jump>>);

impl Jumps {
    /// Begins with nowhere to go.
    pub fn new() -> Self {
        Self(RwSignal::new(None))
    }

    /// Asks the editor, now or as soon as it is on screen, to go to a field.
    pub fn ask(self, jump: Jump) {
        self.0.set(Some(jump));
    }

    /// Tells where to go, once for each time that somebody asked.
    pub fn take(self) -> Option<Jump> {
        let jump = self.0.get();
        if jump.is_some() {
            self.0.set(None);
        }
        jump
    }
}

impl Default for Jumps {
    fn default() -> Self {
        Self::new()
    }
}

/// Returns a range of bytes as browsers count: in units of UTF-16. A range that the text no longer has
/// ends where the text does.
pub fn utf16_range(text: &str, bytes: &Range<usize>) -> (u32, u32) {
    let units = |end: usize| {
        let before = text.char_indices().take_while(|(at, _)| *at < end);
        let units: usize = before.map(|(_, character)| character.len_utf16()).sum();
        u32::try_from(units).unwrap_or(u32::MAX)
    };
    (units(bytes.start), units(bytes.end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_counted_as_browsers_do() {
        assert_eq!(utf16_range("perché è 🙂 così", &(11..15)), (9, 11));
        assert_eq!(utf16_range("città", &(0..6)), (0, 5));
        assert_eq!(utf16_range("ora", &(1..40)), (1, 3));
    }
}
