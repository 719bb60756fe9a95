//! What is marked at the fields of a sheet: dates that nobody can read, and what is too long.

use crate::sheet::SheetPlace;
use crate::validation::{date_reason, length_reason};
use crate::{FieldKind, Reason};

/// Returns what is wrong with a text at a place of a sheet; none if nothing is.
pub fn mark(place: SheetPlace, text: &str) -> Option<Reason> {
    if text.trim().is_empty() {
        return None;
    }
    let kind = place.kind();
    let form = || {
        (kind == FieldKind::Date)
            .then(|| date_reason(text))
            .flatten()
    };
    length_reason(kind, text).or_else(form)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::{AboutField, WordsField};

    #[test]
    fn a_date_that_nobody_can_read_is_marked() {
        let date = SheetPlace::About(AboutField::Date);
        assert_eq!(mark(date, "22/11/2026"), None);
        assert_eq!(mark(date, ""), None);
        assert!(mark(date, "la settimana prossima").is_some());
        let strengths = SheetPlace::Words(WordsField::Strengths);
        assert_eq!(mark(strengths, "la settimana prossima"), None);
    }
}
