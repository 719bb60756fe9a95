//! Recognising which occupation a text names that a person wrote, such as the role of an experience.
//! Finding while one types is in `search`.

use crate::search::{is_function_word, occupation_reading, words};

/// How many words of a text are looked at: a role is a line.
const MOST_WORDS: usize = 32;

/// Names of occupations by their telling words.
pub(crate) struct Recognition {
    names: Vec<Known>,
}

/// A name of an occupation.
struct Known {
    entry: usize,
    is_label: bool,
    words: Vec<String>,
}

impl Recognition {
    /// Takes the names in, each with the number of its occupation and whether it is its label.
    pub fn new<'a>(names: impl Iterator<Item = (usize, &'a str, bool)>) -> Self {
        let names = names.map(|(entry, name, is_label)| Known {
            entry,
            is_label,
            words: telling_words(name),
        });
        Self {
            names: names.filter(|name| !name.words.is_empty()).collect(),
        }
    }

    /// Returns the occupation of which a whole name stands in a text, its words one after the other or
    /// not, in either gender. Of several, the name that says more wins, then a label, then the earlier.
    pub fn entry_named_in(&self, text: &str) -> Option<usize> {
        let written = telling_words(text).into_iter().take(MOST_WORDS);
        let written: Vec<Vec<String>> = written.map(readings).collect();
        let stands = |word: &String| written.iter().any(|readings| readings.contains(word));
        let mut best: Option<&Known> = None;
        for name in &self.names {
            let fits_better = best.is_none_or(|best| name.weight() > best.weight());
            if fits_better && name.words.iter().all(stands) {
                best = Some(name);
            }
        }
        best.map(|name| name.entry)
    }
}

impl Known {
    fn weight(&self) -> (usize, bool) {
        (self.words.len(), self.is_label)
    }
}

fn telling_words(text: &str) -> Vec<String> {
    let mut words = words(text);
    words.retain(|word| !is_function_word(word));
    words
}

/// A word as it stands, and as the masculine form it may be meant for.
fn readings(word: String) -> Vec<String> {
    let mut readings = occupation_reading(&word);
    readings.push(word);
    readings
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    const NAMES: [&str; 4] = ["Operaio edile", "Cuoco", "Operatore logistico", "Di"];

    #[rstest]
    #[case::whole("Cuoco", Some(1))]
    #[case::with_more(
        "Cuoca presso Trattoria Rossi S.r.l. di Cremona, stagione estiva",
        Some(1)
    )]
    #[case::feminine("operatrice logistica", Some(2))]
    #[case::half("Operaia", None)]
    #[case::function_words_only("di", None)]
    #[case::two("Cuoco e operaio edile", Some(0))]
    #[case::nothing("", None)]
    fn a_name_is_recognised_where_all_its_words_stand(
        #[case] text: &str,
        #[case] expected: Option<usize>,
    ) {
        let names = NAMES.into_iter().enumerate();
        let recognition = Recognition::new(names.map(|(entry, name)| (entry, name, true)));
        assert_eq!(recognition.entry_named_in(text), expected);
    }
}
