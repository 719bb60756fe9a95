//! Going to a field of the editor from elsewhere: from another page, from beside the form, or from the
//! same page before it was loaded anew. What is open there, and how the field gets the focus, is the
//! editor's part.

use crate::platform::place;
use leptos::prelude::*;
use std::ops::Range;

/// Where to go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Jump {
    /// The word of the part that must be open.
    pub part: String,
    /// The id of the field.
    pub field: String,
    /// What to select of its text, in units of UTF-16.
    pub selected: Option<(u32, u32)>,
}

/// The field somebody is about to be led to, until the editor has done it.
#[derive(Debug, Clone, Copy)]
pub struct Jumps(RwSignal<Option<Jump>>);

impl Jumps {
    /// Begins with the place that was kept while the page was loaded anew, if one was.
    pub fn new() -> Self {
        let kept = place::take().map(|place| Jump {
            part: place.part,
            field: place.field,
            selected: None,
        });
        Self(RwSignal::new(kept))
    }

    /// Asks the editor, now or as soon as it is on screen, to go to a field.
    pub fn ask(self, jump: Jump) {
        self.0.set(Some(jump));
    }

    /// Returns the part that must be open for what was asked.
    pub fn part(self) -> Option<String> {
        self.0
            .with_untracked(|jump| jump.as_ref().map(|jump| jump.part.clone()))
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
