//! A letter put in order for formats without pages: each part with its lines, all in words. What is not written
//! is not there.

use super::OutgoingLetter;
use super::part::Part;
use approdo_domain::letter::{Addressee, LetterPlace, Sender};
use approdo_domain::{DateText, DateWords};

/// A part with its lines, none of them empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SheetPart {
    pub(crate) part: Part,
    pub(crate) lines: Vec<String>,
}

/// Returns the parts of a letter that have something in them, in their order. Messages have no addresses.
pub(crate) fn sheet(outgoing: &OutgoingLetter) -> Vec<SheetPart> {
    let parts = Part::ALL.into_iter();
    parts
        .map(|part| SheetPart {
            part,
            lines: clean(lines(outgoing, part)),
        })
        .filter(|part| !part.lines.is_empty())
        .collect()
}

fn lines(outgoing: &OutgoingLetter, part: Part) -> Vec<String> {
    let OutgoingLetter {
        letter,
        sender,
        signature,
        words,
    } = outgoing;
    let form = letter.letter_form();
    let is_left_out = part.field().map_or(!form.is_on_paper(), |field| {
        !form.has(LetterPlace::Text(field))
    });
    if is_left_out {
        return Vec::new();
    }
    match part {
        Part::Sender => sender_lines(sender),
        Part::PlaceAndDate => vec![place_and_date(outgoing)],
        Part::Addressee => addressee_lines(&letter.addressee, outgoing),
        Part::Subject => vec![within(&words.subject, &letter.texts.subject)],
        Part::Signature => vec![signature.clone()],
        Part::Enclosures if !letter.texts.enclosures.trim().is_empty() => {
            let listed = letter.texts.enclosures.lines().map(str::to_owned);
            [words.enclosures.clone()]
                .into_iter()
                .chain(listed)
                .collect()
        }
        other => {
            let text = other.field().map_or("", |field| letter.text(field));
            text.lines().map(str::to_owned).collect()
        }
    }
}

fn sender_lines(sender: &Sender) -> Vec<String> {
    vec![
        sender.name.clone(),
        sender.address.clone(),
        format!("{} {}", sender.postal_code.trim(), sender.city.trim()),
        sender.phone.clone(),
        sender.email.clone(),
    ]
}

fn addressee_lines(addressee: &Addressee, outgoing: &OutgoingLetter) -> Vec<String> {
    let words = &outgoing.words;
    vec![
        within(&words.company, &addressee.company),
        within(&words.person, &addressee.person),
        addressee.function.clone(),
        addressee.address.clone(),
        format!("{} {}", addressee.postal_code.trim(), addressee.city.trim()),
        addressee.email.clone(),
    ]
}

fn place_and_date(outgoing: &OutgoingLetter) -> String {
    let (texts, words) = (&outgoing.letter.texts, &outgoing.words);
    let date = DateText(texts.date.0.trim().to_owned());
    let date = DateWords {
        months: &words.months,
        day: "",
        first_day: "",
        present: "",
    }
    .date(&date);
    match (texts.place.trim(), date.as_str()) {
        (place, "") => place.to_owned(),
        ("", date) => date.to_owned(),
        (place, date) => {
            let pieces = words.place_and_date.replace("{place}", place);
            pieces.replace("{date}", date)
        }
    }
}

/// Puts a text into the words around it; nothing if there is no text, the text alone if there are no words.
fn within(words: &str, text: &str) -> String {
    match (words.split_once('{'), text.trim()) {
        (_, "") => String::new(),
        (Some((before, rest)), text) => {
            let after = rest.split_once('}').map_or("", |(_, after)| after);
            format!("{before}{text}{after}")
        }
        (None, text) => text.to_owned(),
    }
}

/// Control characters have no place in any format, and empty lines say nothing.
fn clean(lines: Vec<String>) -> Vec<String> {
    let allowed = |mark: &char| !mark.is_control() && !matches!(mark, '\u{fffe}' | '\u{ffff}');
    let lines = lines.into_iter().map(|line| {
        let line: String = line.chars().filter(allowed).collect();
        line.trim().to_owned()
    });
    lines.filter(|line| !line.is_empty()).collect()
}
