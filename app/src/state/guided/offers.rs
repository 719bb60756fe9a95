//! Putting an offered text into a field and taking it out again, without touching what else stands
//! there.

/// Tells whether a text holds an offered one, as it was offered.
pub fn is_said(text: &str, offer: &str) -> bool {
    !offer.is_empty() && text.contains(offer)
}

/// Returns a text with an offered one after it: on a line of its own, or in the place of what stands
/// in a field of one line.
pub fn said(text: &str, offer: &str, has_lines: bool) -> String {
    if is_said(text, offer) {
        return text.to_owned();
    }
    let before = text.trim_end();
    match (before.is_empty(), has_lines) {
        (false, true) => format!("{before}\n{offer}"),
        _ => offer.to_owned(),
    }
}

/// Returns a text without an offered one; the rest stays as it is.
pub fn unsaid(text: &str, offer: &str) -> String {
    let Some(start) = text.find(offer).filter(|_| !offer.is_empty()) else {
        return text.to_owned();
    };
    let (before, rest) = text.split_at(start);
    let after = rest.get(offer.len()..).unwrap_or_default();
    if before.is_empty() || before.ends_with('\n') {
        let after = after.strip_prefix('\n').unwrap_or(after);
        return if after.is_empty() {
            before.trim_end_matches('\n').to_owned()
        } else {
            format!("{before}{after}")
        };
    }
    format!("{before}{after}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_tapped_goes_on_a_line_of_its_own() {
        assert_eq!(said("", "Patente B.", true), "Patente B.");
        assert_eq!(said("Cuoca.", "Patente B.", true), "Cuoca.\nPatente B.");
        assert_eq!(said("Cuoca.\n", "Patente B.", true), "Cuoca.\nPatente B.");
        assert_eq!(said("Cuoca", "Patente B.", false), "Patente B.");
    }

    #[test]
    fn what_is_tapped_twice_stands_once() {
        let text = said("Cuoca.", "Patente B.", true);
        assert_eq!(said(&text, "Patente B.", true), text);
    }

    #[test]
    fn taking_it_out_leaves_what_the_person_wrote() {
        assert_eq!(unsaid("Cuoca.\nPatente B.", "Patente B."), "Cuoca.");
        assert_eq!(unsaid("Patente B.\nCuoca.", "Patente B."), "Cuoca.");
        assert_eq!(unsaid("a\nPatente B.\nc", "Patente B."), "a\nc");
        assert_eq!(
            unsaid("Ho la Patente B. da anni", "Patente B."),
            "Ho la  da anni"
        );
        assert_eq!(unsaid("Cuoca.", "Patente B."), "Cuoca.");
    }

    proptest! {
        #[test]
        fn in_and_out_again_gives_back_what_stood_there(
            text in "[a-z è\n]{0,20}[a-zè]",
            offer in "[A-Z][a-z]{2,8}\\.",
        ) {
            let with = said(&text, &offer, true);
            prop_assert!(is_said(&with, &offer));
            prop_assert_eq!(unsaid(&with, &offer), text);
        }
    }
}
