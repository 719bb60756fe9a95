//! What a closed part of the editor says about what is in it.

use super::part::Part;
use crate::i18n::{Key, plural, text};
use crate::state::cv_editor::CvEditor;
use approdo_domain::{CvPlace, DrivingCategory, FieldKind, Heading, HeadingField, PersonalField};
use leptos::prelude::*;

/// Says how much is written in a part.
pub fn part_summary(editor: CvEditor, part: Part) -> AnyView {
    match part {
        Part::List(section) => {
            let items = editor.items(section);
            let words = move || match items.with(Vec::len) {
                0 => text(Key::EditorSectionEmpty),
                count => plural(Key::EditorSectionEntries, count),
            };
            words.into_any()
        }
        Part::Personal => {
            let names = [PersonalField::GivenName, PersonalField::FamilyName];
            filled_or_empty(editor, names.map(CvPlace::Personal).to_vec())
        }
        Part::Driving => licences(editor),
        Part::Arrangement => hidden_headings(editor),
        Part::Profile | Part::Digital | Part::Availability | Part::Permit | Part::Hobbies => {
            let mut places = CvPlace::single_places();
            places.retain(|place| Part::of(*place) == part);
            filled_or_empty(editor, places)
        }
    }
}

fn filled_or_empty(editor: CvEditor, places: Vec<CvPlace>) -> AnyView {
    let (flags, texts): (Vec<CvPlace>, Vec<CvPlace>) = places
        .into_iter()
        .partition(|place| place.kind() == FieldKind::Flag);
    let flags: Vec<ArcRwSignal<bool>> = flags.into_iter().map(|place| editor.flag(place)).collect();
    let texts: Vec<ArcRwSignal<String>> = texts
        .into_iter()
        .map(|place| editor.text(place).text)
        .collect();
    let words = move || {
        let is_written = |text: &ArcRwSignal<String>| text.with(|text| !text.trim().is_empty());
        // Both looked at whole, so that each wakes this when it changes.
        let ticked = flags.iter().filter(|flag| flag.get()).count();
        let written = texts.iter().filter(|text| is_written(text)).count();
        text(if ticked + written > 0 {
            Key::EditorSectionFilled
        } else {
            Key::EditorSectionEmpty
        })
    };
    words.into_any()
}

fn licences(editor: CvEditor) -> AnyView {
    let flags = DrivingCategory::ALL.map(|each| editor.flag(CvPlace::Driving(each)));
    let words = move || {
        let held = DrivingCategory::ALL.iter().zip(&flags);
        let codes: Vec<&str> = held
            .filter(|(_, flag)| flag.get())
            .map(|(category, _)| category.code())
            .collect();
        if codes.is_empty() {
            text(Key::EditorSectionEmpty)
        } else {
            codes.join(", ")
        }
    };
    words.into_any()
}

fn hidden_headings(editor: CvEditor) -> AnyView {
    let flags =
        Heading::USUAL.map(|heading| editor.flag(CvPlace::Heading(heading, HeadingField::Hidden)));
    let words = move || match flags.iter().filter(|flag| flag.get()).count() {
        0 => text(Key::SectionUsual),
        count => plural(Key::SectionPrintedCount, count),
    };
    words.into_any()
}
