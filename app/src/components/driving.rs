//! Driving licence and car: what Italian employers ask first.

use super::field::FlagField;
use super::field_facts::{field_id, field_name};
use crate::i18n::{Key, text};
use crate::state::cv_editor::CvEditor;
use approdo_domain::{CvPlace, DrivingCategory};
use leptos::prelude::*;

/// The categories as chips, and the car.
#[component]
pub fn DrivingFields(
    /// The CV.
    editor: CvEditor,
) -> impl IntoView {
    let chips = DrivingCategory::ALL.map(|category| chip(editor, category));
    view! {
        <fieldset class="choice-chips" aria-describedby="driving-hint">
            <legend>{text(Key::SectionDrivingLegend)}</legend>
            <p class="field-hint" id="driving-hint">{text(Key::SectionDrivingHint)}</p>
            <div class="chips">{Vec::from(chips)}</div>
        </fieldset>
        <FlagField editor place=CvPlace::OwnCar />
    }
    .into_any()
}

fn chip(editor: CvEditor, category: DrivingCategory) -> AnyView {
    let place = CvPlace::Driving(category);
    let flag = editor.flag(place);
    view! {
        <label class="chip" data-field=field_name(place)>
            <input
                type="checkbox"
                id=field_id(place)
                prop:checked=move || flag.get()
                on:change=move |event| editor.set_flag(place, event_target_checked(&event))
            />
            <span>{category.code()}</span>
        </label>
    }
    .into_any()
}
