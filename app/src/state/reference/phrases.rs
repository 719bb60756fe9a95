//! Phrases that are tapped into a text: each is a line of it. Pure, and without the catalogue: where
//! phrases come from is in `offers`.

/// What stands where the person's own figure or word goes.
pub const BLANK: char = '…';

/// Signs with which people begin the lines of a list.
const MARKERS: [char; 5] = ['-', '–', '•', '*', '·'];

/// Tells whether a phrase stands in a text as a line, its blanks filled in or not.
pub fn is_in(text: &str, phrase: &str) -> bool {
    text.lines().any(|line| is_line(line, phrase))
}

/// Returns the text with the phrase as a new line at its end, begun as the line before it.
pub fn with(text: &str, phrase: &str) -> String {
    let written = text.trim_end();
    let marker = written.lines().last().map_or("", marker);
    match written {
        "" => phrase.to_owned(),
        _ => format!("{written}\n{marker}{phrase}"),
    }
}

/// Returns the text without the line of a phrase. A line that the person changed stays.
pub fn without(text: &str, phrase: &str) -> String {
    let kept: Vec<&str> = text.lines().filter(|line| !is_line(line, phrase)).collect();
    kept.join("\n")
}

/// Tells whether a line says a phrase word for word, so that taking it away loses nothing of one's own.
pub fn is_unchanged(text: &str, phrase: &str) -> bool {
    text.lines().any(|line| words(line) == phrase)
}

/// Returns how many blanks of a text are open.
pub fn open_blanks(text: &str) -> usize {
    text.matches(BLANK).count()
}

/// Returns where the next open blank is, looking from a caret on and then from the beginning: in UTF-16
/// units, as browsers count.
pub fn next_blank(text: &str, caret: u32) -> Option<u32> {
    let mut place = 0;
    let mut blanks = Vec::new();
    for letter in text.chars() {
        if letter == BLANK {
            blanks.push(place);
        }
        place += u32::try_from(letter.len_utf16()).unwrap_or(1);
    }
    let after = blanks.iter().find(|blank| **blank >= caret);
    after.or_else(|| blanks.first()).copied()
}

/// A phrase between its blanks.
pub fn pieces(phrase: &str) -> impl Iterator<Item = &str> {
    phrase.split(BLANK)
}

fn is_line(line: &str, phrase: &str) -> bool {
    let mut rest = words(line);
    let pieces: Vec<&str> = pieces(phrase).collect();
    let Some((first, others)) = pieces.split_first() else {
        return false;
    };
    let Some(after) = rest.strip_prefix(first) else {
        return false;
    };
    rest = after;
    let Some((last, between)) = others.split_last() else {
        return rest.is_empty();
    };
    for piece in between {
        match rest.find(piece) {
            Some(place) => rest = rest.get(place + piece.len()..).unwrap_or_default(),
            None => return false,
        }
    }
    rest.ends_with(last)
}

/// A line without what begins it as one of a list.
fn words(line: &str) -> &str {
    let line = line.trim();
    line.strip_prefix(MARKERS).map_or(line, str::trim_start)
}

/// What begins a line as one of a list, with the space after it.
fn marker(line: &str) -> &str {
    let start = line.trim_start();
    let indent = line.len() - start.len();
    let begins = start.starts_with(MARKERS);
    let length = line.len() - words(line).len();
    match begins {
        true => line.get(indent..length.max(indent)).unwrap_or_default(),
        false => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    const TASK: &str = "Montaggio di ponteggi";
    const RESULT: &str = "In media … ordini preparati per turno";

    #[rstest]
    #[case::alone("Montaggio di ponteggi", true)]
    #[case::in_a_list("Pulizie\n - Montaggio di ponteggi ", true)]
    #[case::changed("Montaggio di ponteggi alti", false)]
    #[case::nothing("", false)]
    fn a_phrase_is_a_line_of_the_text(#[case] text: &str, #[case] expected: bool) {
        assert_eq!(is_in(text, TASK), expected);
    }

    #[rstest]
    #[case::open("In media … ordini preparati per turno", true)]
    #[case::filled_in("• In media 120 ordini preparati per turno", true)]
    #[case::another_line("In media 120 ordini per turno", false)]
    fn a_phrase_is_known_again_once_its_blank_is_filled_in(
        #[case] text: &str,
        #[case] expected: bool,
    ) {
        assert_eq!(is_in(text, RESULT), expected);
    }

    #[rstest]
    #[case::first("", "Montaggio di ponteggi")]
    #[case::after_a_line("Pulizie\n", "Pulizie\nMontaggio di ponteggi")]
    #[case::in_a_list("- Pulizie", "- Pulizie\n- Montaggio di ponteggi")]
    #[case::in_an_indented_list("  • Pulizie", "  • Pulizie\n• Montaggio di ponteggi")]
    fn a_phrase_becomes_a_line_like_the_one_before(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(with(text, TASK), expected);
    }

    #[test]
    fn a_line_that_was_filled_in_is_not_unchanged() {
        assert!(is_unchanged(
            "- In media … ordini preparati per turno",
            RESULT
        ));
        assert!(!is_unchanged(
            "In media 120 ordini preparati per turno",
            RESULT
        ));
    }

    #[rstest]
    #[case::after_the_caret("… di …", 1, Some(5))]
    #[case::round_again("… di x", 4, Some(0))]
    #[case::emoji_counts_twice("😀 …", 0, Some(3))]
    #[case::none("tutto scritto", 0, None)]
    fn the_next_blank_is_found(
        #[case] text: &str,
        #[case] caret: u32,
        #[case] expected: Option<u32>,
    ) {
        assert_eq!(next_blank(text, caret), expected);
    }

    proptest! {
        #[test]
        fn what_is_added_stands_there_and_can_be_taken_away(text in "[a-z \n-]{0,40}") {
            let added = with(&text, TASK);
            prop_assert!(is_in(&added, TASK));
            prop_assert!(added.starts_with(text.trim_end()));
            let (taken, before) = (without(&added, TASK), without(&text, TASK));
            prop_assert_eq!(taken.trim_end(), before.trim_end());
        }

        #[test]
        fn no_text_stops_it(text in "\\PC{0,30}", phrase in "\\PC{0,30}", caret in 0u32..40) {
            let _ = (is_in(&text, &phrase), with(&text, &phrase), next_blank(&text, caret));
        }
    }
}
