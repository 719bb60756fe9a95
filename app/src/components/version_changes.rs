//! What changed from one version of a document to the next, in words: fields with the words that came and went.
//! What changed of a letter stands in `letter/changes`.

use super::field_facts::field_facts;
use super::field_place::{FieldPlace, answer_words};
use super::part::Part;
use crate::i18n::{Key, plural, text};
use approdo_document::{WordRun, word_changes};
use approdo_domain::{Cv, CvChange, CvPlace, FieldKind, FieldValue, ItemId, Section};
use leptos::prelude::*;

/// Returns how much changed and in which parts, in one line.
pub fn summary(changes: &[CvChange]) -> String {
    let fields: Vec<CvPlace> = changes.iter().filter_map(CvChange::place).collect();
    if fields.is_empty() {
        return text(Key::VersionsOrder);
    }
    let mut parts: Vec<String> = Vec::new();
    for place in &fields {
        let part = Part::of(*place).title();
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    plural(Key::VersionsChanged, fields.len()).replace("{parts}", &parts.join(", "))
}

/// Draws what changed.
pub fn version_changes(changes: &[CvChange], before: &Cv, after: &Cv) -> AnyView {
    let lines: Vec<AnyView> = changes
        .iter()
        .map(|change| line(change, before, after))
        .collect();
    view! { <ul class="stack">{lines}</ul> }.into_any()
}

fn line(change: &CvChange, before: &Cv, after: &Cv) -> AnyView {
    let (label, words) = match change {
        CvChange::Text {
            place,
            before,
            after,
        } => (label(*place), text_words(*place, before, after)),
        CvChange::Flag { place, now } => (label(*place), flag_words(*now)),
        CvChange::Added { section, item } => whole(Key::VersionsAdded, after, *section, *item),
        CvChange::Removed { section, item } => whole(Key::VersionsRemoved, before, *section, *item),
        CvChange::Moved { section } => (
            Part::List(*section).title(),
            text(Key::VersionsMoved).into_any(),
        ),
        CvChange::HeadingsMoved => (
            Part::Arrangement.title(),
            text(Key::VersionsHeadingsMoved).into_any(),
        ),
    };
    changed_line(label, words)
}

/// Draws one thing that changed.
pub fn changed_line(label: String, words: AnyView) -> AnyView {
    view! {
        <li>
            <span class="card-meta">{label}</span>
            <div class="conflict-text" dir="auto">{words}</div>
        </li>
    }
    .into_any()
}

/// Says that something is chosen now, or no longer.
pub fn flag_words(now: bool) -> AnyView {
    let words = if now {
        Key::VersionsFlagOn
    } else {
        Key::VersionsFlagOff
    };
    text(words).into_any()
}

/// Names an entry that came or went by the first text in it.
fn whole(key: Key, cv: &Cv, section: Section, item: ItemId) -> (String, AnyView) {
    let mut texts = section
        .places_of_entry(item)
        .into_iter()
        .filter_map(|place| {
            let is_named = place.kind() == FieldKind::Line;
            match cv.value(place) {
                Some(FieldValue::Text(text)) if is_named && !text.trim().is_empty() => {
                    Some(text.trim().to_owned())
                }
                _ => None,
            }
        });
    let name = texts.next().unwrap_or_default();
    let words = crate::i18n::format(key, &[("name", &name)]);
    (Part::List(section).title(), words.into_any())
}

fn label(place: CvPlace) -> String {
    let (part, field) = (Part::of(place).title(), text(field_facts(place).label));
    let field = field.replace("{name}", "").trim().to_owned();
    match place {
        CvPlace::Driving(category) => format!("{field} {}", category.code()),
        _ if part == field => field,
        _ => format!("{part} · {field}"),
    }
}

/// Draws the words of a text that came and went.
pub fn text_words(place: impl FieldPlace, before: &str, after: &str) -> AnyView {
    let told = |code: &str| answer_words(place, code).unwrap_or_else(|| code.to_owned());
    let runs = if place.kind() == FieldKind::Choice {
        word_changes(&told(before), &told(after))
    } else {
        word_changes(before, after)
    };
    let runs: Vec<AnyView> = runs.into_iter().map(run).collect();
    runs.into_any()
}

fn run(run: WordRun) -> AnyView {
    match run {
        WordRun::Same(words) => words.into_any(),
        WordRun::Removed(words) => view! { <del>{words}</del> }.into_any(),
        WordRun::Added(words) => view! { <ins>{words}</ins> }.into_any(),
    }
}
