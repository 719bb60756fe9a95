//! The two blocks at the head of a letter: who writes, and to whom. Each line is recognised by its form; the first of no
//! known form is a name.

use super::line::Line;
use super::vocabulary::{is_function, is_street, without, without_markers};
use approdo_domain::letter::{Addressee, Sender, WordForm};

/// Stand before a company.
const COMPANY: [&str; 9] = [
    "spett.le",
    "spettabile",
    "spett.",
    "spett",
    "alla ditta",
    "ditta",
    "azienda",
    "alla società",
    "to:",
];

/// Stand before a person or an office.
const ATTENTION: [&str; 19] = [
    "alla cortese attenzione",
    "alla c.a.",
    "alla c. a.",
    "c.a.",
    "c. a.",
    "all'attenzione",
    "att.ne",
    "att.",
    "attn",
    "attention",
    "egregio",
    "egr.",
    "gentile",
    "gentilissimo",
    "gentilissima",
    "gent.mo",
    "gent.ma",
    "gent.",
    "destinatario",
];

/// Stand between one of these and a name.
const ARTICLES: [&str; 5] = ["del ", "della ", "dello ", "dell'", "di "];

/// Stand before a number or an address to reach somebody at.
const REACHED: [&str; 14] = [
    "tel.",
    "tel",
    "telefono",
    "cellulare",
    "cell.",
    "cell",
    "mobile",
    "phone",
    "e-mail",
    "email",
    "mail",
    "recapito",
    "indirizzo",
    "mittente",
];

/// A line of an address by its form.
#[derive(Debug, PartialEq, Eq)]
enum Form {
    Email(String),
    Phone(String),
    Street(String),
    Town { code: String, town: String },
    Other(String),
}

/// Reads who writes; returns the lines that found no place.
pub(super) fn sender(lines: &[&Line], sender: &mut Sender) -> Vec<Line> {
    let mut left = Vec::new();
    for (line, form) in forms(lines) {
        let text = match form {
            Form::Email(email) => put(&mut sender.email, email),
            Form::Phone(phone) => put(&mut sender.phone, phone),
            Form::Street(street) => put(&mut sender.address, street),
            Form::Town { code, town } => {
                put(&mut sender.postal_code, code).or(put(&mut sender.city, town))
            }
            Form::Other(text) if sender.name.is_empty() => put(&mut sender.name, text),
            Form::Other(text) if !sender.address.is_empty() => put(&mut sender.city, text),
            Form::Other(text) => Some(text),
        };
        left.extend(text.map(|text| Line {
            text,
            ..line.clone()
        }));
    }
    left
}

/// Reads to whom it goes; returns the lines that found no place.
pub(super) fn addressee(lines: &[&Line], addressee: &mut Addressee) -> Vec<Line> {
    let mut left = Vec::new();
    for (line, form) in forms(lines) {
        let text = match form {
            Form::Email(email) => put(&mut addressee.email, email),
            // Nobody is written to by telephone.
            Form::Phone(phone) => Some(phone),
            Form::Street(street) => put(&mut addressee.address, street),
            Form::Town { code, town } => {
                put(&mut addressee.postal_code, code).or(put(&mut addressee.city, town))
            }
            Form::Other(text) => named(&text, addressee),
        };
        left.extend(text.map(|text| Line {
            text,
            ..line.clone()
        }));
    }
    left
}

/// A company, a person, an office or, behind a street, a town.
fn named(text: &str, addressee: &mut Addressee) -> Option<String> {
    let (company, _) = without(text, &COMPANY);
    if company != text {
        // Where nothing is left, the company stands on the next line.
        return put(&mut addressee.company, company);
    }
    let marked = without_markers(text, &ATTENTION);
    let articles: &[&str] = if marked == text { &[] } else { &ARTICLES };
    let (name, form) = without(marked, articles);
    if name.is_empty() {
        // The name stands on the next line.
        return None;
    }
    if is_function(&name) {
        return put(&mut addressee.function, name);
    }
    if name != text {
        if let Some(form) = form.or_else(|| form_of_marker(text)) {
            form.code().clone_into(&mut addressee.form);
        }
        return put(&mut addressee.person, name);
    }
    if !addressee.address.is_empty() {
        return put(&mut addressee.city, name);
    }
    if addressee.company.is_empty() {
        return put(&mut addressee.company, name);
    }
    put(&mut addressee.person, name)
}

/// `Egregio` and `Gentilissima` say it too.
fn form_of_marker(text: &str) -> Option<WordForm> {
    let text = text.to_lowercase();
    let begins = |words: [&str; 3]| words.iter().any(|word| text.starts_with(word));
    if begins(["egregio", "gentilissimo", "gent.mo"]) {
        return Some(WordForm::Masculine);
    }
    begins(["egregia", "gentilissima", "gent.ma"]).then_some(WordForm::Feminine)
}

/// Writes a text where nothing stands yet; else gives it back.
fn put(field: &mut String, text: String) -> Option<String> {
    if text.is_empty() {
        return None;
    }
    if field.is_empty() {
        *field = text;
        return None;
    }
    Some(text)
}

fn forms<'a>(lines: &[&'a Line]) -> Vec<(&'a Line, Form)> {
    let mut forms = Vec::new();
    for line in lines {
        forms.extend(
            pieces(&line.text)
                .into_iter()
                .map(|piece| (*line, form(&piece))),
        );
    }
    forms
}

/// What stands on one line though it is several things: `Via Roma 12, 26100 Cremona | 333 1234567`.
fn pieces(line: &str) -> Vec<String> {
    let parts = line
        .split(['|', '•', '·'])
        .flat_map(|part| part.split(" – "));
    let parts = parts.flat_map(|part| part.split(" - "));
    let mut pieces = Vec::new();
    for part in parts.map(str::trim).filter(|part| !part.is_empty()) {
        let code = part.match_indices(',').find(|(at, _)| {
            part.get(at + 1..)
                .is_some_and(|rest| postal_code(rest.trim()).is_some())
        });
        match code {
            Some((at, _)) if is_street(part) => {
                let (street, town) = part.split_at(at);
                pieces.push(street.trim().to_owned());
                pieces.push(town.trim_start_matches(',').trim().to_owned());
            }
            _ => pieces.push(part.to_owned()),
        }
    }
    pieces
}

fn form(piece: &str) -> Form {
    let (reached, _) = without(piece, &REACHED);
    if let Some(email) = reached.split_whitespace().find(|word| word.contains('@'))
        && email.len() == reached.len()
    {
        return Form::Email(email.to_owned());
    }
    if is_phone(&reached) {
        return Form::Phone(reached);
    }
    if is_street(piece) {
        return Form::Street(piece.to_owned());
    }
    if let Some((code, town)) = postal_code(piece) {
        return Form::Town {
            code: code.to_owned(),
            town: town.to_owned(),
        };
    }
    Form::Other(if reached.is_empty() {
        piece.to_owned()
    } else {
        reached
    })
}

fn is_phone(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let only = |mark: char| mark.is_ascii_digit() || " +()/.-".contains(mark);
    digits >= 6 && text.chars().all(only)
}

/// Five digits (the Italian CAP), and the town behind them.
fn postal_code(text: &str) -> Option<(&str, &str)> {
    let (code, town) = text.split_at_checked(5)?;
    let is_code = code.bytes().all(|byte| byte.is_ascii_digit());
    (is_code && (town.is_empty() || town.starts_with([' ', ',', '-'])))
        .then(|| (code, town.trim_start_matches([' ', ',', '-'])))
}
