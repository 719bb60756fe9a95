//! What the text of an interview question must look like. Ids and counts are in `check_questions`.

use std::ops::RangeInclusive;

use super::QuestionText;
use super::plain_text::{check_blanks, check_sentences, count_words, sentences};
use crate::search::fold::words;
use crate::{Language, QuestionFamily};

/// Longest question, in characters.
const LONGEST_ASK: usize = 200;
/// Longest point of advice, in characters.
const LONGEST_POINT: usize = 160;
/// Most sentences that say why a question is asked.
const MOST_REASONS: usize = 2;
/// How many points a good answer has.
const GOOD: RangeInclusive<usize> = 2..=4;
/// How many points are to be avoided.
const AVOID: RangeInclusive<usize> = 1..=3;
/// Words of a good example to a general question.
const STRONG: RangeInclusive<usize> = 40..=90;
/// Words of a good example that is itself a question, or belongs to an occupation.
const SHORT_STRONG: RangeInclusive<usize> = 25..=90;
/// Words of a weak example.
const WEAK: RangeInclusive<usize> = 15..=50;
/// Words that address a stranger too familiarly.
const FAMILIAR: [&str; 7] = ["tu", "te", "ti", "tuo", "tua", "tuoi", "tue"];

/// Checks a question's text in one language; `family` is none for a question of an occupation.
pub(super) fn check_question_text(
    text: &QuestionText,
    language: Language,
    family: Option<QuestionFamily>,
) -> Vec<String> {
    let mut messages = check_ask(&text.ask, language);
    messages.extend(check_why(&text.why));
    messages.extend(check_points("good", &text.good, GOOD));
    messages.extend(check_points("avoid", &text.avoid, AVOID));
    match (&text.rights, family) {
        (Some(rights), _) => {
            messages.extend(check_blanks(rights));
            messages.extend(check_sentences(rights));
        }
        (None, Some(QuestionFamily::Illegal)) => {
            messages.push("`rights` is missing: what the law says, whom to turn to".to_owned());
        }
        (None, _) => {}
    }
    messages.extend(check_examples(text, family));
    messages
}

fn check_ask(ask: &str, language: Language) -> Vec<String> {
    let mut messages: Vec<String> = check_blanks(ask).into_iter().collect();
    if ask.chars().count() > LONGEST_ASK {
        messages.push(format!("`{ask}` is too long to be said aloud at once"));
    }
    if !ask.ends_with(['.', '?']) {
        messages.push(format!("`{ask}` ends with `?` or `.`"));
    }
    let familiar = words(ask)
        .into_iter()
        .find(|word| FAMILIAR.contains(&word.as_str()));
    if let (Some(word), Language::Italian) = (familiar, language) {
        messages.push(format!(
            "`{ask}` says `{word}`; at an interview people say lei"
        ));
    }
    messages
}

fn check_why(why: &str) -> Vec<String> {
    let mut messages: Vec<String> = check_blanks(why).into_iter().collect();
    messages.extend(check_sentences(why));
    if !why.ends_with('.') {
        messages.push("`why` is one or two sentences and ends with a stop".to_owned());
    }
    if sentences(why).len() > MOST_REASONS {
        messages.push("`why` has more than two sentences".to_owned());
    }
    messages
}

fn check_points(name: &str, points: &[String], number: RangeInclusive<usize>) -> Vec<String> {
    let mut messages = Vec::new();
    if !number.contains(&points.len()) {
        let (fewest, most) = number.into_inner();
        messages.push(format!(
            "{name}: {} points, but {fewest} to {most} are wanted",
            points.len()
        ));
    }
    for point in points {
        messages.extend(check_blanks(point));
        messages.extend(check_sentences(point));
        if point.chars().count() > LONGEST_POINT {
            messages.push(format!(
                "`{point}` has more than {LONGEST_POINT} characters"
            ));
        }
        if point.ends_with(['.', ';', ',']) {
            messages.push(format!("`{point}` ends with a stop; leave it out"));
        }
        if point.chars().next().is_some_and(char::is_lowercase) {
            messages.push(format!("`{point}` begins with a capital letter"));
        }
    }
    messages
}

fn check_examples(text: &QuestionText, family: Option<QuestionFamily>) -> Vec<String> {
    let strong = match family {
        None | Some(QuestionFamily::AskBack) => SHORT_STRONG,
        Some(_) => STRONG,
    };
    let mut messages = Vec::new();
    for (name, example, wanted) in [("strong", &text.strong, strong), ("weak", &text.weak, WEAK)] {
        match example {
            Some(example) => {
                messages.extend(check_blanks(example));
                let number = count_words(example);
                if !wanted.contains(&number) {
                    let (fewest, most) = wanted.into_inner();
                    messages.push(format!(
                        "{name}: {number} words, but {fewest} to {most} are wanted"
                    ));
                }
            }
            None if family.is_some() => messages.push(format!("`{name}` is missing")),
            None => {}
        }
    }
    messages
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    /// A question of an occupation without fault.
    fn good_question() -> QuestionText {
        QuestionText {
            ask: "Quando può iniziare?".to_owned(),
            why: "Chi assume deve fare i turni.".to_owned(),
            good: vec!["Una data".to_owned(), "Il preavviso, se c'è".to_owned()],
            avoid: vec!["Dire una data non vera".to_owned()],
            rights: None,
            strong: None,
            weak: None,
        }
    }

    fn told(text: &QuestionText, family: Option<QuestionFamily>) -> String {
        check_question_text(text, Language::Italian, family).join("\n")
    }

    #[test]
    fn a_good_question_passes() {
        assert_eq!(told(&good_question(), None), "");
    }

    #[rstest]
    #[case::familiar("Quando puoi iniziare il tuo lavoro?", "lei")]
    #[case::no_end("Quando può iniziare", "ends with")]
    #[case::empty("", "empty")]
    fn a_badly_asked_question_is_told(#[case] ask: &str, #[case] expected: &str) {
        let text = QuestionText {
            ask: ask.to_owned(),
            ..good_question()
        };
        assert!(told(&text, None).contains(expected));
    }

    #[test]
    fn a_general_question_needs_both_examples() {
        let told = told(&good_question(), Some(QuestionFamily::Closing));
        assert!(told.contains("`strong` is missing") && told.contains("`weak` is missing"));
    }

    #[test]
    fn a_question_that_may_not_be_asked_says_what_the_law_says() {
        let told = told(&good_question(), Some(QuestionFamily::Illegal));
        assert!(told.contains("`rights` is missing"));
    }

    #[test]
    fn an_example_nobody_would_say_in_a_minute_is_told() {
        let long = Some("parola ".repeat(91).trim().to_owned());
        let text = QuestionText {
            strong: long,
            ..good_question()
        };
        assert!(told(&text, None).contains("91 words"));
    }
}
