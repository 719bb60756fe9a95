//! A sheet as it is read: what was said, in the words of the criteria, strengths first. What the candidate
//! writes on screen stands in the page.

use super::words::part_words;
use crate::i18n::{Key, format, text};
use crate::state::sheet::SheetEditor;
use approdo_catalog::{Criteria, Criterion, SheetPart};
use approdo_domain::sheet::{About, Consents, Point, Sheet, lines};
use leptos::prelude::*;

/// What a page adds under what was said of a criterion.
pub type BesidePoint = fn(SheetEditor, &Criterion, &Point) -> AnyView;

/// Draws who spoke with whom, when and about what.
pub fn about(about: &About) -> AnyView {
    let facts = [
        (Key::SheetFieldCandidate, &about.candidate),
        (Key::SheetFieldOccupation, &about.occupation),
        (Key::SheetFieldAssessor, &about.assessor),
        (Key::SheetFieldBody, &about.body),
        (Key::SheetFieldDate, &about.date.0),
    ];
    let facts = facts
        .into_iter()
        .filter(|(_, said)| !said.trim().is_empty());
    let facts: Vec<AnyView> = facts
        .map(|(label, said)| {
            view! {
                <li>
                    <strong>{text(label)}</strong>
                    ": "
                    {said.clone()}
                </li>
            }
            .into_any()
        })
        .collect();
    view! { <ul class="stack">{facts}</ul> }.into_any()
}

/// Draws a heading with the lines of a text as a list; nothing if there are none.
pub fn listed(title: Key, words: &str) -> Option<AnyView> {
    let items: Vec<AnyView> = lines(words)
        .map(|line| view! { <li>{line.to_owned()}</li> }.into_any())
        .collect();
    if items.is_empty() {
        return None;
    }
    Some(
        view! {
            <h2>{text(title)}</h2>
            <ul>{items}</ul>
        }
        .into_any(),
    )
}

/// Draws a text by its paragraphs.
pub fn paragraphs(words: &str) -> AnyView {
    let paragraphs: Vec<AnyView> = lines(words)
        .map(|line| view! { <p>{line.to_owned()}</p> }.into_any())
        .collect();
    paragraphs.into_any()
}

/// Draws the three parts, as far as something is said in them.
pub fn parts(
    editor: SheetEditor,
    sheet: &Sheet,
    criteria: &Criteria,
    beside: BesidePoint,
) -> AnyView {
    let drawn: Vec<AnyView> = SheetPart::ALL
        .into_iter()
        .filter_map(|part| {
            let points: Vec<AnyView> = criteria
                .part(part)
                .filter_map(|criterion| point(editor, sheet, criterion, beside))
                .collect();
            let (word, title) = part_words(part);
            (!points.is_empty()).then(|| {
                view! {
                    <section class="card stack" data-part=word>
                        <h2>{text(title)}</h2>
                        {points}
                    </section>
                }
                .into_any()
            })
        })
        .collect();
    view! {
        {drawn}
        {unknown(sheet, criteria)}
    }
    .into_any()
}

fn point(
    editor: SheetEditor,
    sheet: &Sheet,
    criterion: &Criterion,
    beside: BesidePoint,
) -> Option<AnyView> {
    let point = sheet.points.get(&criterion.criterion_id()?)?;
    let level = point.seen().map(usize::from);
    let level = level.and_then(|level| criterion.levels.get(level)).cloned();
    Some(
        view! {
            <div class="stack" data-criterion=criterion.id.clone()>
                <h3>{criterion.name.clone()}</h3>
                {level.map(|level| view! { <p>{level}</p> })}
                {paragraphs(&point.note)}
                {beside(editor, criterion, point)}
            </div>
        }
        .into_any(),
    )
}

/// What was said of criteria that this version does not know: the notes at least.
fn unknown(sheet: &Sheet, criteria: &Criteria) -> Option<AnyView> {
    let is_known = |id: &str| criteria.criteria.iter().any(|known| known.id == id);
    let points = sheet.points.iter();
    let notes: Vec<AnyView> = points
        .filter(|(id, point)| !is_known(id.as_str()) && !point.note.trim().is_empty())
        .map(|(_, point)| paragraphs(&point.note))
        .collect();
    (!notes.is_empty()).then(|| {
        view! {
            <section class="card stack">
                <h2>{text(Key::SheetPartOther)}</h2>
                {notes}
            </section>
        }
        .into_any()
    })
}

/// Draws what the candidate agreed to.
pub fn consents(consents: &Consents) -> AnyView {
    let said = [
        (Key::SheetConsentCv, &consents.cv),
        (Key::SheetConsentDesk, &consents.desk),
        (Key::SheetConsentParent, &consents.parent),
    ];
    let lines: Vec<AnyView> = said
        .into_iter()
        .filter(|(_, day)| !day.0.trim().is_empty())
        .map(|(words, day)| {
            let when = format(Key::SheetConsentOn, &[("date", &day.0)]);
            view! { <li>{text(words)} " " {when}</li> }.into_any()
        })
        .collect();
    if lines.is_empty() {
        return view! { <p>{text(Key::SheetConsentNone)}</p> }.into_any();
    }
    view! { <ul>{lines}</ul> }.into_any()
}
