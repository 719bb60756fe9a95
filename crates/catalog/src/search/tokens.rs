//! The words of a query, and the other words each may stand for.

use super::fold::words;

/// How many words of a query are looked for: what is pasted by mistake must not hold up a key press.
const MOST_WORDS: usize = 16;

/// Words that tell nothing of what is looked for.
const FUNCTION_WORDS: [&str; 44] = [
    "a", "ad", "agli", "ai", "al", "all", "alla", "alle", "allo", "and", "at", "con", "d", "da",
    "de", "degli", "dei", "del", "dell", "della", "delle", "dello", "di", "e", "ed", "for", "gli",
    "i", "il", "in", "l", "la", "le", "lo", "nei", "nel", "nell", "nella", "of", "on", "per", "su",
    "the", "to",
];

/// Feminine and plural endings of occupations with the masculine ones that dictionaries and lists use.
const ENDINGS: [(&str, &str); 9] = [
    ("trice", "tore"),
    ("trici", "tore"),
    ("tori", "tore"),
    ("iera", "iere"),
    ("ieri", "iere"),
    ("essa", "e"),
    ("a", "o"),
    ("i", "o"),
    ("i", "e"),
];

/// Gives the other words that a word of a query may stand for.
pub(crate) type Reading = fn(&str) -> Vec<String>;

/// One word of a query.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// The word, folded.
    pub word: String,
    /// Whether the person may still be typing it.
    pub is_last: bool,
}

/// Reads a query; function words count only where there is nothing else, or while they are typed.
pub(super) fn tokens(query: &str) -> Vec<Token> {
    let is_complete = query.ends_with(|sign: char| sign.is_whitespace());
    let mut words = words(query);
    words.truncate(MOST_WORDS);
    let last = words.len().saturating_sub(1);
    let tokens = words.into_iter().enumerate().map(|(place, word)| Token {
        word,
        is_last: place == last && !is_complete,
    });
    let (telling, function): (Vec<_>, Vec<_>) =
        tokens.partition(|token| token.is_last || !is_function_word(&token.word));
    match telling.is_empty() {
        true => function,
        false => telling,
    }
}

/// Says whether a word tells nothing of what is looked for.
pub(crate) fn is_function_word(word: &str) -> bool {
    FUNCTION_WORDS.binary_search(&word).is_ok()
}

/// Reads a word as the name of an occupation: "muratrice" also as "muratore".
pub(crate) fn occupation_reading(word: &str) -> Vec<String> {
    ENDINGS
        .iter()
        .filter_map(|(ending, masculine)| {
            let stem = word.strip_suffix(ending)?;
            (stem.len() >= 3).then(|| format!("{stem}{masculine}"))
        })
        .collect()
}

/// Reads a word as it stands.
pub(crate) fn plain_reading(_word: &str) -> Vec<String> {
    Vec::new()
}

/// Reads a word as part of a place's name: "s" also as "san" and "santa".
pub(crate) fn place_reading(word: &str) -> Vec<String> {
    let readings: &[&str] = match word {
        "s" => &["san", "sant", "santa", "santo"],
        "ss" => &["santi", "santissima"],
        "sta" => &["santa"],
        "sto" => &["santo"],
        "st" => &["sankt", "saint"],
        "m" | "mte" => &["monte"],
        "p" => &["ponte", "porto"],
        _ => &[],
    };
    readings.iter().map(|&reading| reading.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[test]
    fn function_words_are_listed_in_order() {
        assert!(FUNCTION_WORDS.is_sorted());
    }

    #[rstest]
    #[case::middle("addetto alle pulizie", &["addetto", "pulizie"])]
    #[case::typed("addetto a", &["addetto", "a"])]
    #[case::left("addetto a ", &["addetto"])]
    #[case::alone("di ", &["di"])]
    #[case::acronym("O.S.S.", &["oss"])]
    #[case::nothing("  ", &[])]
    fn a_query_is_read_by_what_it_tells(#[case] query: &str, #[case] expected: &[&str]) {
        let words: Vec<String> = tokens(query).into_iter().map(|token| token.word).collect();
        assert_eq!(words, expected);
    }

    #[rstest]
    #[case("muratrice", "muratore")]
    #[case("operatrici", "operatore")]
    #[case("infermiera", "infermiere")]
    #[case("dottoressa", "dottore")]
    #[case("cuoca", "cuoco")]
    fn gendered_forms_are_read_as_the_listed_one(#[case] word: &str, #[case] expected: &str) {
        assert!(occupation_reading(word).contains(&expected.to_owned()));
    }
}
