//! The lines of a letter, wherever they come from, and joining those that were broken to fit a width.

use crate::letter::part::Part;

/// A line with something in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    /// Which line of the source it is, the first being 1.
    pub(crate) number: usize,
    /// The text, without space around it.
    pub(crate) text: String,
    /// Whether an empty line stands before it.
    pub(crate) after_gap: bool,
    /// The part that the source says it is.
    pub(crate) part: Option<Part>,
}

/// Lines shorter than this were not broken to fit a width: programs break at 65 characters or more, and a long
/// word may stand after the break.
const SHORTEST_BROKEN: usize = 50;

/// Longer lines are paragraphs.
const LONGEST_BROKEN: usize = 100;

/// Returns the lines of a text that have something in them.
pub(crate) fn lines(text: &str) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut after_gap = false;
    for (number, text) in text.lines().enumerate() {
        let text = clean(text);
        if text.is_empty() {
            after_gap = true;
            continue;
        }
        lines.push(Line {
            number: number + 1,
            text,
            after_gap,
            part: None,
        });
        after_gap = false;
    }
    lines
}

/// Joins lines that were broken to fit a width: a long one that ends within a sentence, with what follows it.
pub(crate) fn unbroken(lines: Vec<Line>) -> Vec<Line> {
    let mut joined: Vec<Line> = Vec::new();
    let mut is_open = false;
    for line in lines {
        let goes_on = is_within_sentence(&line.text);
        match joined.last_mut() {
            Some(before) if is_open && !line.after_gap => {
                before.text.push(' ');
                before.text.push_str(&line.text);
            }
            _ => joined.push(line),
        }
        is_open = goes_on;
    }
    joined
}

fn is_within_sentence(line: &str) -> bool {
    let length = line.chars().count();
    (SHORTEST_BROKEN..=LONGEST_BROKEN).contains(&length)
        && !line.ends_with(['.', '!', '?', ':', ';'])
}

/// A line without control characters and without space at its ends.
pub(crate) fn clean(text: &str) -> String {
    let shown = text
        .chars()
        .map(|mark| if mark == '\t' { ' ' } else { mark });
    let shown: String = shown.filter(|mark| !mark.is_control()).collect();
    shown.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        unbroken(lines(text))
            .into_iter()
            .map(|line| line.text)
            .collect()
    }

    #[test]
    fn a_paragraph_broken_to_fit_a_width_is_one_again() {
        let text = "Lavoro da dieci anni in un magazzino di Casalmaggiore, dove mi\noccupo di carico e scarico.\nUso il muletto.";
        assert_eq!(
            texts(text),
            [
                "Lavoro da dieci anni in un magazzino di Casalmaggiore, dove mi occupo di carico e scarico.",
                "Uso il muletto."
            ]
        );
    }

    #[test]
    fn an_address_stays_as_it_is() {
        let text = "Anna Rossi\nVia Cairoli 3\n26041 Casalmaggiore (CR)";
        assert_eq!(texts(text).len(), 3);
    }
}
