//! What stands in an open part of the editor: its fields in the order of the form.

use super::choice_field::ChoiceField;
use super::driving::DrivingFields;
use super::entry_list::EntryList;
use super::field::{FlagField, TextField};
use super::on_demand::cv_tool;
use super::part::Part;
use crate::i18n::{Key, text};
use crate::state::cv_editor::CvEditor;
use approdo_domain::{
    AvailabilityField, CvPlace, DigitalField, FieldKind, PermitField, PersonalField, Section,
};
use leptos::prelude::*;

/// Draws the fields of a part.
pub fn part_body(editor: CvEditor, part: Part) -> AnyView {
    match part {
        Part::Personal => personal(editor),
        Part::Profile => field(editor, CvPlace::Profile),
        Part::List(section) => view! { <EntryList editor section /> }.into_any(),
        Part::Digital => digital(editor),
        Part::Driving => view! { <DrivingFields editor /> }.into_any(),
        Part::Availability => availability(editor),
        Part::Permit => permit(editor),
        Part::Hobbies => field(editor, CvPlace::Hobbies),
        Part::Arrangement => cv_tool(editor, |tools| tools.arrangement),
    }
}

/// Draws a field with the control that fits what it holds.
pub fn field(editor: CvEditor, place: CvPlace) -> AnyView {
    match place.kind() {
        FieldKind::Flag => view! { <FlagField editor place /> }.into_any(),
        FieldKind::Choice => view! { <ChoiceField editor place /> }.into_any(),
        // Photos have a field of their own.
        FieldKind::File => ().into_any(),
        FieldKind::Line | FieldKind::Paragraphs | FieldKind::Date => {
            view! { <TextField editor place /> }.into_any()
        }
    }
}

fn personal(editor: CvEditor) -> AnyView {
    let personal = |which| field(editor, CvPlace::Personal(which));
    view! {
        <div class="field-row">
            {personal(PersonalField::GivenName)} {personal(PersonalField::FamilyName)}
        </div>
        {personal(PersonalField::Headline)}
        <div class="field-row">
            {personal(PersonalField::Phone)} {personal(PersonalField::Email)}
        </div>
        <div class="field-row">
            {personal(PersonalField::City)} {personal(PersonalField::Address)}
        </div>
        <div class="field-row">
            {personal(PersonalField::BirthDate)} {personal(PersonalField::Website)}
        </div>
        {photo(editor)}
        <details class="more" data-action="more-personal">
            <summary>{text(Key::SectionPersonalMore)}</summary>
            {more_personal(editor)}
        </details>
    }
    .into_any()
}

/// The photo, whose code comes when somebody looks, or at once where there is one.
fn photo(editor: CvEditor) -> AnyView {
    let is_there = !editor.shown(CvPlace::Photo).is_empty();
    let opened = RwSignal::new(is_there);
    view! {
        <details
            class="more"
            data-action="photo"
            open=is_there
            on:toggle=move |_| opened.set(true)
        >
            // What leads to the photo leads here: the rest may still be on its way.
            <summary id="photo">{text(Key::FieldPhoto)}</summary>
            <div class:photo-expected=is_there>
                {move || opened.get().then(|| cv_tool(editor, |tools| tools.photo_field))}
            </div>
        </details>
    }
    .into_any()
}

fn more_personal(editor: CvEditor) -> AnyView {
    let personal = |which| field(editor, CvPlace::Personal(which));
    view! {
        <div class="stack">
            <h3>{text(Key::SectionPhones)}</h3>
            <EntryList editor section=Section::Phones />
            {personal(PersonalField::PostalCode)}
            <div class="field-row">
                {personal(PersonalField::DomicileCity)} {personal(PersonalField::DomicileAddress)}
            </div>
            <div class="field-row">
                {personal(PersonalField::Nationality)} {personal(PersonalField::TaxCode)}
            </div>
            {personal(PersonalField::ProtectedCategory)}
            <p class="field-hint">{text(Key::FieldSensitiveHint)}</p>
            {field(editor, CvPlace::PrivacySentence)}
            <p class="field-hint">{text(Key::FieldPrivacySentenceHint)}</p>
        </div>
    }
    .into_any()
}

fn digital(editor: CvEditor) -> AnyView {
    let fields = DigitalField::ALL.map(|which| field(editor, CvPlace::Digital(which)));
    let [levels @ .., tools] = fields;
    view! {
        {tools}
        <p class="field-hint">{text(Key::SectionDigitalHint)}</p>
        {Vec::from(levels)}
    }
    .into_any()
}

fn availability(editor: CvEditor) -> AnyView {
    let availability = |which| field(editor, CvPlace::Availability(which));
    let flags = [
        AvailabilityField::Immediate,
        AvailabilityField::FullTime,
        AvailabilityField::PartTime,
        AvailabilityField::Shifts,
        AvailabilityField::Nights,
        AvailabilityField::Weekends,
        AvailabilityField::Travel,
        AvailabilityField::Relocation,
    ];
    view! {
        <fieldset class="stack">
            <legend>{text(Key::SectionAvailabilityLegend)}</legend>
            {Vec::from(flags.map(availability))}
        </fieldset>
        <div class="field-row">
            {availability(AvailabilityField::From)} {availability(AvailabilityField::RadiusKm)}
        </div>
        {availability(AvailabilityField::Note)}
    }
    .into_any()
}

fn permit(editor: CvEditor) -> AnyView {
    let permit = |which| field(editor, CvPlace::Permit(which));
    view! {
        <p class="field-hint">{text(Key::SectionPermitHint)}</p>
        <div class="field-row">{permit(PermitField::Kind)} {permit(PermitField::Expires)}</div>
        {permit(PermitField::WorkAllowed)}
    }
    .into_any()
}
