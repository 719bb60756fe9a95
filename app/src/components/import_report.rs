//! What was found in a file that somebody brings, what was not understood, and why a file is not read,
//! in words for people.

use super::field_facts::field_facts;
use super::part::Part;
use crate::i18n::{Key, format, plural, text};
use crate::state::importing::{Found, Refusal};
use approdo_domain::CvPlace;
use approdo_exchange::import::{Format, ImportError, NotUnderstood, Reason, Report, Taken};
use leptos::prelude::*;

/// How many things that were not understood are listed; the rest is counted.
const MOST_LISTED: usize = 40;

/// Draws what was found.
pub fn import_report(found: &Found) -> AnyView {
    let report = &found.report;
    let named = [
        ("file", found.file.name.as_str()),
        ("format", format_name(report.format)),
    ];
    let lines: Vec<_> = taken_words(&report.taken)
        .into_iter()
        .map(|(part, words)| {
            let words = if words.is_empty() {
                String::new()
            } else {
                format!(": {words}")
            };
            view! { <li><strong>{part}</strong>{words}</li> }
        })
        .collect();
    let taken = if lines.is_empty() {
        view! { <p>{text(Key::ImportNothing)}</p> }.into_any()
    } else {
        view! { <ul data-taken="">{lines}</ul> }.into_any()
    };
    view! {
        <h2>{text(Key::ImportFound)}</h2>
        <p class="card-meta">{format(Key::ImportFileIs, &named)}</p>
        {taken}
        {not_understood(report)}
    }
    .into_any()
}

fn not_understood(report: &Report) -> AnyView {
    if report.not_understood.is_empty() {
        return view! { <p data-left="0">{text(Key::ImportLeftNothing)}</p> }.into_any();
    }
    let count = report.not_understood.len() + report.more;
    let listed = report.not_understood.iter().take(MOST_LISTED);
    let lines: Vec<_> = listed
        .map(|each| {
            let (words, path) = left_words(each);
            let path = path.map(|path| view! { <span class="card-meta">" " {path}</span> });
            view! { <li>{words} {path}</li> }
        })
        .collect();
    let more = count.saturating_sub(MOST_LISTED);
    view! {
        <h2>{text(Key::ImportLeft)}</h2>
        <p>{text(Key::ImportLeftExplain)}</p>
        <ul data-left=count.to_string()>{lines}</ul>
        {(more > 0).then(|| view! { <p>{plural(Key::ImportLeftMore, more)}</p> })}
    }
    .into_any()
}

/// What was taken, in words: single fields by name, lists by number.
fn taken_words(taken: &[Taken]) -> Vec<(String, String)> {
    let parts = by_part(taken).into_iter();
    parts
        .map(|(part, taken)| {
            let words: Vec<String> = taken.into_iter().filter_map(one_taken).collect();
            (part.title(), words.join(", "))
        })
        .collect()
}

/// Groups what was taken by the parts of the editor, in the order in which they are met.
fn by_part(taken: &[Taken]) -> Vec<(Part, Vec<Taken>)> {
    let mut parts: Vec<(Part, Vec<Taken>)> = Vec::new();
    for each in taken {
        let part = match each {
            Taken::Entries(section, _) => Part::List(*section),
            Taken::Field(place) => Part::of(*place),
        };
        match parts.iter_mut().find(|(known, _)| *known == part) {
            Some((_, all)) => all.push(*each),
            None => parts.push((part, vec![*each])),
        }
    }
    parts
}

fn one_taken(taken: Taken) -> Option<String> {
    match taken {
        Taken::Entries(_, count) => Some(plural(Key::EditorSectionEntries, count)),
        // The name of the part says all.
        Taken::Field(
            CvPlace::Profile
            | CvPlace::Hobbies
            | CvPlace::Heading(..)
            | CvPlace::Look(_)
            | CvPlace::Driving(_),
        ) => None,
        Taken::Field(place) => Some(text(field_facts(place).label)),
    }
}

/// What it is and why it was left; then, where the value says what it is, its place in the file.
fn left_words(left: &NotUnderstood) -> (String, Option<String>) {
    let reason = text(match left.reason {
        Reason::NoPlace => Key::ImportReasonNoPlace,
        Reason::WrongKind => Key::ImportReasonKind,
        Reason::UnknownCode => Key::ImportReasonCode,
        Reason::TooLong => Key::ImportReasonLong,
        Reason::TooMany => Key::ImportReasonMany,
        Reason::Contradiction => Key::ImportReasonContradiction,
    });
    if left.value.is_empty() {
        (format!("{}: {reason}", left.path), None)
    } else {
        (
            format!("«{}»: {reason}", left.value),
            Some(left.path.clone()),
        )
    }
}

/// Proper names, the same in every language.
fn format_name(format: Format) -> &'static str {
    match format {
        Format::ApprodoJson => "Approdo",
        Format::JsonResume => "JSON Resume",
        Format::ReactiveResume4 => "Reactive Resume 4",
        Format::ReactiveResume5 => "Reactive Resume 5",
        Format::Europass => "Europass",
    }
}

/// Says why a file is not read, and what helps.
pub fn refusal_words(refusal: &Refusal) -> String {
    let error = match refusal {
        Refusal::NotLoaded => return text(Key::ExportNotLoaded),
        Refusal::Crashed => return text(Key::ImportCrashed),
        Refusal::TooLarge => return text(Key::ImportTooLarge),
        Refusal::File(error) => error,
    };
    text(match error {
        ImportError::Malformed { line } => {
            return format(Key::ImportDamaged, &[("line", &line.to_string())]);
        }
        ImportError::Empty | ImportError::UnknownFormat => Key::ImportUnknown,
        ImportError::TooLarge { .. } | ImportError::TooMany { .. } => Key::ImportTooLarge,
        ImportError::NotText => Key::ImportNotText,
        ImportError::TooDeep { .. } | ImportError::DocumentType | ImportError::SwollenPdf => {
            Key::ImportHarmful
        }
        ImportError::NewerVersion { .. } => Key::ImportNewer,
        ImportError::OldEuropass => Key::ImportOldEuropass,
        ImportError::NoAttachment => Key::ImportNoCvInside,
        ImportError::UnreadablePdf => Key::ImportUnreadablePdf,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use approdo_domain::{PersonalField, Section};

    #[test]
    fn what_was_taken_stands_by_the_parts_of_the_editor() {
        let taken = [
            Taken::Field(CvPlace::Personal(PersonalField::GivenName)),
            Taken::Field(CvPlace::Profile),
            Taken::Field(CvPlace::Personal(PersonalField::City)),
            Taken::Entries(Section::Experience, 15),
        ];
        let parts = by_part(&taken);
        let expected = [
            (Part::Personal, vec![taken[0], taken[2]]),
            (Part::Profile, vec![taken[1]]),
            (Part::List(Section::Experience), vec![taken[3]]),
        ];
        assert_eq!(parts, expected);
    }

    #[test]
    fn what_was_left_is_told_with_its_place() {
        let mut left = NotUnderstood {
            path: "work[2].url".to_owned(),
            value: "https://example.org".to_owned(),
            reason: Reason::NoPlace,
        };
        let (words, path) = left_words(&left);
        assert!(words.starts_with("«https://example.org»"));
        assert_eq!(path.as_ref(), Some(&left.path));
        left.value.clear();
        let (words, path) = left_words(&left);
        assert!(words.starts_with("work[2].url"));
        assert_eq!(path, None);
    }
}
