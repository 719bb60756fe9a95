//! What was recognised in a letter that somebody brings, what was not, and why a file is not read, in words for people.

use crate::components::field_place::FieldPlace;
use crate::i18n::{Key, format, plural, text};
use crate::state::letter::importing::{Found, Refusal};
use approdo_domain::FieldValue;
use approdo_domain::letter::{AddresseeField, LetterPlace, WordForm};
use approdo_exchange::import::ImportError;
use approdo_exchange::letter::{LetterImportError, OtherFormat};
use leptos::prelude::*;

/// Draws what was found: each part with its text, so that one sees whether it is the right one. `cv` is the name of the CV
/// that the letter will go with.
pub fn import_report(found: &Found, cv: Option<String>) -> AnyView {
    let parts = found.report.taken.iter();
    let parts: Vec<_> = parts
        .filter_map(|place| Some((*place, words_at(found, *place)?)))
        .map(|(place, words)| {
            let name = text(place.facts().label);
            view! {
                <div>
                    <dt class="card-meta">{name}</dt>
                    <dd class="written-text">{words}</dd>
                </div>
            }
        })
        .collect();
    let beside = cv.map(|name| {
        let words = format(Key::LetterImportFollowsCv, &[("cv", &name)]);
        view! { <p>{words}</p> }
    });
    view! {
        <h2>{text(Key::LetterImportFound)}</h2>
        <p class="card-meta">{found.name.clone()}</p>
        <dl class="stack" data-taken="">
            {parts}
        </dl>
        {beside}
        {left(found)}
    }
    .into_any()
}

/// What stands at a place, as people read it.
fn words_at(found: &Found, place: LetterPlace) -> Option<String> {
    let FieldValue::Text(written) = found.letter.value(place) else {
        return None;
    };
    if place != LetterPlace::Addressee(AddresseeField::Form) {
        return Some(written.to_owned());
    }
    Some(text(match WordForm::from_code(written)? {
        WordForm::Feminine => Key::LetterFieldAddresseeWoman,
        WordForm::Masculine => Key::LetterFieldAddresseeMan,
        WordForm::Neutral => return None,
    }))
}

fn left(found: &Found) -> AnyView {
    let report = &found.report;
    let count = report.left.len() + report.more;
    if count == 0 {
        return view! { <p data-left="0">{text(Key::LetterImportLeftNothing)}</p> }.into_any();
    }
    let lines = report.left.iter();
    let lines: Vec<_> = lines
        .map(|line| view! { <li class="written-text">{line.text.clone()}</li> })
        .collect();
    let more = (report.more > 0).then(|| {
        let words = plural(Key::ImportLeftMore, report.more);
        view! { <p>{words}</p> }
    });
    view! {
        <h2>{text(Key::LetterImportLeft)}</h2>
        <p>{text(Key::LetterImportLeftExplain)}</p>
        <ul data-left=count.to_string()>{lines}</ul>
        {more}
    }
    .into_any()
}

/// Says why a file is not read, and what helps.
pub fn refusal_words(refusal: &Refusal) -> String {
    let error = match refusal {
        Refusal::NotLoaded => return text(Key::ExportNotLoaded),
        Refusal::Crashed => return text(Key::ImportCrashed),
        Refusal::TooLarge => return text(Key::LetterImportTooLong),
        Refusal::File(error) => error,
    };
    text(reason(error))
}

fn reason(error: &LetterImportError) -> Key {
    match error {
        LetterImportError::OtherFormat(OtherFormat::Pdf) => Key::LetterImportPdf,
        LetterImportError::OtherFormat(_) => Key::LetterImportOtherFormat,
        LetterImportError::UnreadableDocx => Key::LetterImportDamaged,
        LetterImportError::SwollenDocx => Key::ImportHarmful,
        LetterImportError::TooLong { .. } => Key::LetterImportTooLong,
        LetterImportError::File(error) => match error {
            ImportError::Empty => Key::LetterImportEmpty,
            ImportError::NotText => Key::LetterImportNotText,
            ImportError::TooLarge { .. } | ImportError::TooMany { .. } => Key::LetterImportTooLong,
            ImportError::TooDeep { .. } | ImportError::DocumentType => Key::ImportHarmful,
            _ => Key::LetterImportDamaged,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_to_do_is_said_for_each_file_that_is_not_read() {
        let told = |error| reason(&error);
        let pdf = told(LetterImportError::OtherFormat(OtherFormat::Pdf));
        let word = told(LetterImportError::OtherFormat(OtherFormat::OldWord));
        assert!(pdf == Key::LetterImportPdf && word == Key::LetterImportOtherFormat);
        let entities = told(LetterImportError::File(ImportError::DocumentType));
        assert!(entities == told(LetterImportError::SwollenDocx));
        assert!(entities != told(LetterImportError::UnreadableDocx));
    }
}
