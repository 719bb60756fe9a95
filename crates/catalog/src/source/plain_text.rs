//! How long a spoken text and its sentences are: what plain language is measured by.

/// Most words of a sentence of advice.
const LONGEST_SENTENCE: usize = 25;

/// Counts the words between blanks; dashes and other lone signs are none.
pub(super) fn count_words(text: &str) -> usize {
    text.split_whitespace()
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .count()
}

/// Returns the sentences of a text. A stop within a word or after an abbreviation of the law
/// ("D.Lgs. 276/2003", "art. 8") ends none.
pub(super) fn sentences(text: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, _) in text.match_indices(['.', '?', '!']) {
        let rest = &text[at + 1..];
        let begins_anew = rest
            .strip_prefix(' ')
            .and_then(|next| next.chars().next())
            .is_some_and(|next| next.is_uppercase() || next == '«' || next == '“');
        if begins_anew || rest.is_empty() {
            sentences.push(text[start..=at].trim());
            start = at + 1;
        }
    }
    let rest = text[start..].trim();
    if !rest.is_empty() {
        sentences.push(rest);
    }
    sentences
}

/// Tells of each sentence that is too long to be understood at once.
pub(super) fn check_sentences(text: &str) -> Vec<String> {
    sentences(text)
        .into_iter()
        .filter(|sentence| count_words(sentence) > LONGEST_SENTENCE)
        .map(|sentence| {
            let words = count_words(sentence);
            format!("`{sentence}` has {words} words; divide it, {LONGEST_SENTENCE} are the most")
        })
        .collect()
}

/// Tells of blanks too many, empty texts and three dots.
pub(super) fn check_blanks(text: &str) -> Option<String> {
    if text.trim().is_empty() {
        return Some("an empty text; leave it out".to_owned());
    }
    if text.trim() != text || text.contains("  ") || text.contains(['\n', '\t']) {
        return Some(format!("`{text}` has a blank too many"));
    }
    text.contains("...")
        .then(|| format!("`{text}`: write `…`, not three dots"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stops_of_the_law_end_no_sentence() {
        let text = "Lo dice la legge (D.Lgs. 276/2003, art. 10). Va bene tacere.";
        assert_eq!(sentences(text).len(), 2);
    }

    #[test]
    fn a_quoted_sentence_begins_anew() {
        assert_eq!(sentences("Si può dire di no. «Preferisco di no.»").len(), 2);
    }

    #[test]
    fn a_sentence_of_twenty_six_words_is_told() {
        let long = format!("{}fine.", "parola ".repeat(25));
        assert_eq!(check_sentences(&long).len(), 1);
        assert_eq!(check_sentences(&"parola ".repeat(25)).len(), 0);
    }

    #[test]
    fn a_lone_dash_is_no_word() {
        assert_eq!(count_words("turni – e notti"), 3);
    }
}
