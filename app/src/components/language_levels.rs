//! The level of a language: one for all five skills, or one for each (Common European Framework).

use super::field_facts::{field_facts, field_id, field_name};
use crate::i18n::{Key, text};
use crate::state::cv_editor::CvEditor;
use approdo_domain::{CefrLevel, CefrSkill, CvPlace, ItemId, LanguageField};
use leptos::prelude::*;

/// The value of the choice that shows the five skills.
const DIFFERENT: &str = "different";

/// Draws the levels of one language.
pub fn language_levels(editor: CvEditor, item: ItemId) -> AnyView {
    let levels: Vec<ArcRwSignal<String>> = CefrSkill::ALL
        .map(|skill| editor.text(level_place(item, skill)).text)
        .to_vec();
    let wants_details = RwSignal::new(false);
    let shown = Memo::new(move |_| {
        let values: Vec<String> = levels.iter().map(|level| level.get()).collect();
        let first = values.first().cloned().unwrap_or_default();
        let same = values.iter().all(|value| *value == first);
        if same && !wants_details.get() {
            first
        } else {
            DIFFERENT.to_owned()
        }
    });
    let choose = move |value: String| {
        wants_details.set(value == DIFFERENT);
        if value != DIFFERENT {
            for skill in CefrSkill::ALL {
                editor.write_text(level_place(item, skill), &value);
            }
        }
    };
    let id = format!("language-{item}-level");
    let hint_id = format!("{id}-hint");
    let details = move || {
        (shown.get() == DIFFERENT).then(|| {
            let fields = CefrSkill::ALL.map(|skill| skill_level(editor, item, skill));
            view! { <div class="field-row">{Vec::from(fields)}</div> }
        })
    };
    view! {
        <div class="field" data-field="language.level">
            <label for=id.clone()>{text(Key::FieldLevelAll)}</label>
            <p class="field-hint" id=hint_id.clone()>{text(Key::FieldLevelAllHint)}</p>
            <select
                id=id
                aria-describedby=hint_id
                prop:value=move || shown.get()
                on:change=move |event| choose(event_target_value(&event))
            >
                {options(move |value| shown.with(|shown| shown == value))}
                <option value=DIFFERENT selected=move || shown.get() == DIFFERENT>
                    {text(Key::FieldLevelDifferent)}
                </option>
            </select>
        </div>
        {details}
    }
    .into_any()
}

fn skill_level(editor: CvEditor, item: ItemId, skill: CefrSkill) -> AnyView {
    let place = level_place(item, skill);
    let id = field_id(place);
    let level = editor.text(place).text;
    let selected = level.clone();
    view! {
        <div class="field" data-field=field_name(place)>
            <label for=id.clone()>{text(field_facts(place).label)}</label>
            <select
                id=id
                prop:value=move || level.get()
                on:change=move |event| editor.write_text(place, &event_target_value(&event))
            >
                {options(move |value| selected.with(|level| level == value))}
            </select>
        </div>
    }
    .into_any()
}

fn level_place(item: ItemId, skill: CefrSkill) -> CvPlace {
    CvPlace::Language(item, LanguageField::Level(skill))
}

fn options(is_selected: impl Fn(&str) -> bool + Clone + Send + Sync + 'static) -> AnyView {
    let none = is_selected.clone();
    let levels = CefrLevel::ALL.map(move |level| {
        let is_selected = is_selected.clone();
        view! {
            <option value=level.code() selected=move || is_selected(level.code())>
                {text(level_key(level))}
            </option>
        }
    });
    view! {
        <option value="" selected=move || none("")>
            {text(Key::FieldLevelNone)}
        </option>
        {Vec::from(levels)}
    }
    .into_any()
}

fn level_key(level: CefrLevel) -> Key {
    match level {
        CefrLevel::A1 => Key::LevelA1,
        CefrLevel::A2 => Key::LevelA2,
        CefrLevel::B1 => Key::LevelB1,
        CefrLevel::B2 => Key::LevelB2,
        CefrLevel::C1 => Key::LevelC1,
        CefrLevel::C2 => Key::LevelC2,
    }
}
