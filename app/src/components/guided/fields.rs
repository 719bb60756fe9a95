//! Questions that are answered in fields of the CV, as the editor has them.

use super::chips::offered_texts;
use super::walk::Walk;
use crate::components::choice_words::qualification_level;
use crate::components::driving::DrivingFields;
use crate::components::field::TextField;
use crate::components::part_body::field;
use crate::i18n::{Key, text};
use crate::state::cv_editor::CvEditor;
use crate::state::guided::Question;
use approdo_domain::{
    AvailabilityField, CvPlace, EducationField, ExperienceField, ExperienceKind, ItemId,
    PersonalField, QualificationLevel,
};
use leptos::prelude::*;

/// Draws the fields of a question.
pub fn fields(walk: Walk) -> AnyView {
    let editor = walk.editor;
    match walk.question {
        Question::Contacts => contacts(editor),
        Question::Period(item) => period(
            editor,
            [
                ExperienceField::Start,
                ExperienceField::Current,
                ExperienceField::End,
            ]
            .map(|which| CvPlace::Experience(item, which)),
        ),
        Question::SchoolYears(item) => period(
            editor,
            [
                EducationField::Start,
                EducationField::Current,
                EducationField::End,
            ]
            .map(|which| CvPlace::Education(item, which)),
        ),
        Question::Role(item) => role(walk, item),
        Question::Title(item) => title(walk, item),
        Question::SchoolPlace(item) => school(editor, item),
        Question::Driving => view! { <DrivingFields editor /> }.into_any(),
        Question::Availability => availability(editor),
        Question::Privacy => view! {
            {field(editor, CvPlace::PrivacySentence)}
            <p class="field-hint">{text(Key::FieldPrivacySentenceHint)}</p>
        }
        .into_any(),
        question => {
            let places = question.fields().into_iter();
            let fields: Vec<AnyView> = places.map(|place| field(editor, place)).collect();
            fields.into_any()
        }
    }
}

fn contacts(editor: CvEditor) -> AnyView {
    view! {
        {field(editor, CvPlace::Personal(PersonalField::Phone))}
        {field(editor, CvPlace::Personal(PersonalField::Email))}
        <details class="more" data-action="no-email">
            <summary>{text(Key::GuidedNoEmail)}</summary>
            <p>{text(Key::GuidedNoEmailHelp)}</p>
        </details>
    }
    .into_any()
}

/// Draws beginning and end; what goes on today has no end to fill in.
fn period(editor: CvEditor, [start, current, end]: [CvPlace; 3]) -> AnyView {
    let goes_on = editor.flag(current);
    view! {
        <TextField editor place=start />
        {field(editor, current)}
        {move || (!goes_on.get()).then(|| view! { <TextField editor place=end /> })}
    }
    .into_any()
}

/// Draws what it was; for care of the family, with names that say enough.
fn role(walk: Walk, item: ItemId) -> AnyView {
    let place = CvPlace::Experience(item, ExperienceField::Role);
    let cv = walk.cv();
    let mut entries = cv.experience.iter();
    let kind = entries
        .find(|entry| entry.id == item)
        .and_then(|entry| entry.experience_kind());
    let offered = (kind == Some(ExperienceKind::FamilyCare))
        .then(|| walk.words().text(Key::GuidedFamilyCareChips))
        .filter(|names| !names.is_empty())
        .map(|names| {
            let names = names.lines().map(str::to_owned).collect();
            offered_texts(walk.editor, place, names)
        });
    view! {
        <TextField editor=walk.editor place />
        {offered}
    }
    .into_any()
}

/// Draws the title, with the usual name of its level to tap.
fn title(walk: Walk, item: ItemId) -> AnyView {
    let place = CvPlace::Education(item, EducationField::Qualification);
    let cv = walk.cv();
    let mut schools = cv.education.iter();
    let school = schools.find(|school| school.id == item);
    let level = school.and_then(|school| school.qualification_level());
    let usual = level.and_then(|level| usual_title(walk, level));
    view! {
        <TextField editor=walk.editor place />
        {usual.map(|usual| offered_texts(walk.editor, place, vec![usual]))}
    }
    .into_any()
}

/// None in a language that has no such words.
fn usual_title(walk: Walk, level: QualificationLevel) -> Option<String> {
    let words = walk.words().text(qualification_level(level));
    // The level's words go on to say how long it takes: that is no part of the title.
    let name = words.split(',').next().unwrap_or_default();
    let name = name.trim();
    (!name.is_empty()).then(|| name.to_owned())
}

fn school(editor: CvEditor, item: ItemId) -> AnyView {
    let place = |which| field(editor, CvPlace::Education(item, which));
    view! {
        {place(EducationField::School)}
        {place(EducationField::Place)}
        <details class="more" data-action="abroad">
            <summary>{text(Key::GuidedAbroad)}</summary>
            {place(EducationField::Recognition)}
        </details>
    }
    .into_any()
}

fn availability(editor: CvEditor) -> AnyView {
    let flags = [
        AvailabilityField::Immediate,
        AvailabilityField::FullTime,
        AvailabilityField::PartTime,
        AvailabilityField::Shifts,
        AvailabilityField::Nights,
        AvailabilityField::Weekends,
        AvailabilityField::Travel,
    ];
    let availability = |which| field(editor, CvPlace::Availability(which));
    view! {
        <fieldset>
            <legend>{text(Key::SectionAvailabilityLegend)}</legend>
            {Vec::from(flags.map(availability))}
        </fieldset>
        {availability(AvailabilityField::RadiusKm)}
    }
    .into_any()
}
