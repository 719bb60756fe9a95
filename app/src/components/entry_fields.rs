//! What stands in one entry of each list, and how an entry is called.

use super::field::TextField;
use super::on_demand::piece;
use super::part_body::field;
use crate::i18n::{Key, text};
use crate::state::cv_editor::CvEditor;
use approdo_domain::{
    CertificateField, CvPlace, EducationField, ExperienceField, ItemId, LanguageField,
    OwnSectionField, PhoneField, PublicationField, ReferenceField, Section, SkillField,
};
use leptos::prelude::*;

/// Returns the field that says what an entry is; it has the focus after the entry was added.
pub fn first_field(section: Section, item: ItemId) -> CvPlace {
    match section {
        Section::Phones => CvPlace::Phone(item, PhoneField::Number),
        Section::Experience => CvPlace::Experience(item, ExperienceField::Role),
        Section::Education => CvPlace::Education(item, EducationField::Qualification),
        Section::Languages => CvPlace::Language(item, LanguageField::Name),
        Section::Skills => CvPlace::Skill(item, SkillField::Name),
        Section::Certificates => CvPlace::Certificate(item, CertificateField::Name),
        Section::Publications => CvPlace::Publication(item, PublicationField::Title),
        Section::References => CvPlace::Reference(item, ReferenceField::Name),
        Section::OwnSections => CvPlace::OwnSection(item, OwnSectionField::Title),
    }
}

/// Returns how an entry is called: what it is and where, or that it is new.
pub fn entry_title(editor: CvEditor, section: Section, item: ItemId) -> Memo<String> {
    let texts: Vec<ArcRwSignal<String>> = title_places(section, item)
        .map(|place| editor.text(place).text)
        .collect();
    Memo::new(move |_| {
        let parts = texts.iter().map(|part| part.with(String::clone));
        title_of(section, parts)
    })
}

/// Returns how an entry is called with what is only typed so far.
pub fn entry_title_as_typed(editor: CvEditor, section: Section, item: ItemId) -> String {
    title_of(
        section,
        title_places(section, item).map(|place| editor.shown(place)),
    )
}

fn title_places(section: Section, item: ItemId) -> impl Iterator<Item = CvPlace> {
    let second = match section {
        Section::Experience => Some(CvPlace::Experience(item, ExperienceField::Employer)),
        Section::Education => Some(CvPlace::Education(item, EducationField::School)),
        Section::References => Some(CvPlace::Reference(item, ReferenceField::Role)),
        Section::Phones
        | Section::Languages
        | Section::Skills
        | Section::Certificates
        | Section::Publications
        | Section::OwnSections => None,
    };
    [Some(first_field(section, item)), second]
        .into_iter()
        .flatten()
}

fn title_of(section: Section, parts: impl Iterator<Item = String>) -> String {
    let parts: Vec<String> = parts
        .map(|part| part.trim().to_owned())
        .filter(|part| !part.is_empty())
        .collect();
    if parts.is_empty() {
        text(new_words(section))
    } else {
        parts.join(", ")
    }
}

fn new_words(section: Section) -> Key {
    match section {
        Section::Phones => Key::EntryNewPhone,
        Section::Experience => Key::EntryNewExperience,
        Section::Education => Key::EntryNewEducation,
        Section::Languages => Key::EntryNewLanguage,
        Section::Skills => Key::EntryNewSkill,
        Section::Certificates => Key::EntryNewCertificate,
        Section::Publications => Key::EntryNewPublication,
        Section::References => Key::EntryNewReference,
        Section::OwnSections => Key::EntryNewOwnSection,
    }
}

/// Draws the fields of an entry that are always shown.
pub fn entry_fields(editor: CvEditor, section: Section, item: ItemId) -> AnyView {
    match section {
        Section::Experience => experience(editor, item),
        Section::Education => education(editor, item),
        Section::Languages => language(editor, item),
        Section::Skills => field(editor, first_field(section, item)),
        Section::Phones
        | Section::Certificates
        | Section::Publications
        | Section::References
        | Section::OwnSections => plain(editor, section, item),
    }
}

/// Draws what few people need in an entry, behind one tap.
pub fn more_fields(editor: CvEditor, section: Section, item: ItemId) -> AnyView {
    let further = match section {
        Section::Experience => Some(CvPlace::Experience(item, ExperienceField::Kind)),
        Section::Education => Some(CvPlace::Education(item, EducationField::Recognition)),
        Section::Skills => Some(CvPlace::Skill(item, SkillField::Kind)),
        _ => None,
    };
    view! {
        <details class="more">
            <summary>{text(Key::EntryMore)}</summary>
            <div class="stack">
                {further.map(|place| field(editor, place))}
                {field(editor, CvPlace::EntryHidden(section, item))}
            </div>
        </details>
    }
    .into_any()
}

/// Draws every field of an entry, in the order of the form.
fn plain(editor: CvEditor, section: Section, item: ItemId) -> AnyView {
    let mut places = section.places_of_entry(item);
    places.retain(|place| *place != CvPlace::EntryHidden(section, item));
    let fields: Vec<AnyView> = places
        .into_iter()
        .map(|place| field(editor, place))
        .collect();
    fields.into_any()
}

fn experience(editor: CvEditor, item: ItemId) -> AnyView {
    let place = |field| CvPlace::Experience(item, field);
    let current = editor.flag(place(ExperienceField::Current));
    view! {
        {field(editor, place(ExperienceField::Role))}
        <div class="field-row">
            {field(editor, place(ExperienceField::Employer))}
            {field(editor, place(ExperienceField::Place))}
        </div>
        <div class="field-row">
            {field(editor, place(ExperienceField::Start))}
            {end(editor, place(ExperienceField::End), current)}
        </div>
        {field(editor, place(ExperienceField::Current))}
        {field(editor, place(ExperienceField::Description))}
    }
    .into_any()
}

fn education(editor: CvEditor, item: ItemId) -> AnyView {
    let place = |field| CvPlace::Education(item, field);
    let current = editor.flag(place(EducationField::Current));
    view! {
        {field(editor, place(EducationField::Qualification))}
        {field(editor, place(EducationField::Level))}
        <div class="field-row">
            {field(editor, place(EducationField::School))}
            {field(editor, place(EducationField::Place))}
        </div>
        <div class="field-row">
            {field(editor, place(EducationField::Start))}
            {end(editor, place(EducationField::End), current)}
        </div>
        {field(editor, place(EducationField::Current))}
        {field(editor, place(EducationField::Description))}
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
        {field(editor, place(LanguageField::Name))}
        {field(editor, place(LanguageField::Native))}
        {move || {
            (!native.get())
                .then(|| {
                    view! {
                        {piece(move |parts| (parts.language_levels)(editor, item))}
                        <TextField editor place=place(LanguageField::Certificate) />
                    }
                })
        }}
    }
    .into_any()
}
