//! What is marked at the fields of an application: dates that nobody can read, and what is too long.

use crate::application::ApplicationPlace;
use crate::validation::{date_reason, length_reason};
use crate::{FieldKind, Reason};

/// Returns what is wrong with a text at a place of an application; none if nothing is.
pub fn mark(place: ApplicationPlace, text: &str) -> Option<Reason> {
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
    use crate::application::{DatesField, HowField};
    use rstest::rstest;

    #[rstest]
    #[case::day("22/11/2026", true)]
    #[case::nothing("", true)]
    #[case::words("la settimana prossima", false)]
    fn a_date_that_nobody_can_read_is_marked(#[case] text: &str, #[case] is_fine: bool) {
        let place = ApplicationPlace::Date(DatesField::Interview);
        assert_eq!(mark(place, text).is_none(), is_fine);
        assert_eq!(mark(ApplicationPlace::How(HowField::Contact), text), None);
    }
}
