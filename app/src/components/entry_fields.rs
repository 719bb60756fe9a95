//! What stands in one entry of each list, and how an entry is called.

use super::field::{FlagField, TextField};
use super::language_levels::LanguageLevels;
use crate::i18n::{Key, text};
use crate::state::cv_editor::CvEditor;
use approdo_domain::{
    CvPlace, EducationField, ExperienceField, ItemId, LanguageField, Section, SkillField,
};
use leptos::prelude::*;

/// Returns the field that has the focus after an entry was added.
pub fn first_field(section: Section, item: ItemId) -> CvPlace {
    match section {
        Section::Experience => CvPlace::Experience(item, ExperienceField::Role),
        Section::Education => CvPlace::Education(item, EducationField::Qualification),
        Section::Languages => CvPlace::Language(item, LanguageField::Name),
        Section::Skills => CvPlace::Skill(item, SkillField::Name),
    }
}

/// Returns how an entry is called: what it is and where, or that it is new.
pub fn entry_title(editor: CvEditor, section: Section, item: ItemId) -> Memo<String> {
    let second = match section {
        Section::Experience => Some(CvPlace::Experience(item, ExperienceField::Employer)),
        Section::Education => Some(CvPlace::Education(item, EducationField::School)),
        Section::Languages | Section::Skills => None,
    };
    let places = [Some(first_field(section, item)), second];
    let texts: Vec<ArcRwSignal<String>> = places
        .into_iter()
        .flatten()
        .map(|place| editor.text(place).text)
        .collect();
    Memo::new(move |_| {
        let parts: Vec<String> = texts
            .iter()
            .map(|part| part.with(|part| part.trim().to_owned()))
            .filter(|part| !part.is_empty())
            .collect();
        if parts.is_empty() {
            text(match section {
                Section::Experience => Key::EntryNewExperience,
                Section::Education => Key::EntryNewEducation,
                Section::Languages => Key::EntryNewLanguage,
                Section::Skills => Key::EntryNewSkill,
            })
        } else {
            parts.join(", ")
        }
    })
}

/// Draws the fields of an entry.
pub fn entry_fields(editor: CvEditor, section: Section, item: ItemId) -> AnyView {
    match section {
        Section::Experience => experience(editor, item),
        Section::Education => education(editor, item),
        Section::Languages => language(editor, item),
        Section::Skills => {
            let place = CvPlace::Skill(item, SkillField::Name);
            view! { <TextField editor place /> }.into_any()
        }
    }
}

fn experience(editor: CvEditor, item: ItemId) -> AnyView {
    let place = |field| CvPlace::Experience(item, field);
    let current = editor.flag(place(ExperienceField::Current));
    view! {
        <TextField editor place=place(ExperienceField::Role) />
        <div class="field-row">
            <TextField editor place=place(ExperienceField::Employer) />
            <TextField editor place=place(ExperienceField::Place) />
        </div>
        <div class="field-row">
            <TextField editor place=place(ExperienceField::Start) />
            {end(editor, place(ExperienceField::End), current)}
        </div>
        <FlagField editor place=place(ExperienceField::Current) />
        <TextField editor place=place(ExperienceField::Description) />
    }
    .into_any()
}

fn education(editor: CvEditor, item: ItemId) -> AnyView {
    let place = |field| CvPlace::Education(item, field);
    let current = editor.flag(place(EducationField::Current));
    view! {
        <TextField editor place=place(EducationField::Qualification) />
        <div class="field-row">
            <TextField editor place=place(EducationField::School) />
            <TextField editor place=place(EducationField::Place) />
        </div>
        <div class="field-row">
            <TextField editor place=place(EducationField::Start) />
            {end(editor, place(EducationField::End), current)}
        </div>
        <FlagField editor place=place(EducationField::Current) />
        <TextField editor place=place(EducationField::Description) />
    }
    .into_any()
}

/// What goes on today has no end to fill in; one that was written stays in the document.
fn end(editor: CvEditor, place: CvPlace, current: ArcRwSignal<bool>) -> AnyView {
    (move || (!current.get()).then(|| view! { <TextField editor place /> })).into_any()
}

fn language(editor: CvEditor, item: ItemId) -> AnyView {
    let place = move |field| CvPlace::Language(item, field);
    let native = editor.flag(place(LanguageField::Native));
    view! {
        <TextField editor place=place(LanguageField::Name) />
        <FlagField editor place=place(LanguageField::Native) />
        {move || {
            (!native.get())
                .then(|| {
                    view! {
                        <LanguageLevels editor item />
                        <TextField editor place=place(LanguageField::Certificate) />
                    }
                })
        }}
    }
    .into_any()
}
