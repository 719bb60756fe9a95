//! Mother tongue, Italian in words that a person understands, other languages.

use super::names::{Names, names};
use super::walk::Walk;
use crate::components::language_levels::language_levels;
use crate::i18n::{Key, format, text};
use crate::state::cv_editor::CvEditor;
use crate::state::guided::way::italian;
use approdo_domain::{CefrLevel, CefrSkill, Cv, CvPlace, ItemId, LanguageField, Section};
use leptos::prelude::*;

/// Draws the choice of mother tongues.
pub fn mother_tongue(walk: Walk) -> AnyView {
    let offered = names(walk, Key::GuidedLanguages);
    let list = Names::new(walk, Section::Languages, &offered, is_native).of_mother_tongues();
    view! {
        {list.chips(offered)}
        {list.lines(Key::GuidedLanguageOther)}
    }
    .into_any()
}

fn is_native(cv: &Cv, item: ItemId) -> bool {
    let mut languages = cv.languages.iter();
    languages.any(|language| language.id == item && language.native)
}

/// Draws the choice of other languages, and how well each is known.
pub fn other_languages(walk: Walk) -> AnyView {
    let cv = walk.cv();
    let italian = italian(&cv).map(|language| language.name.trim().to_lowercase());
    let mut offered = names(walk, Key::GuidedLanguages);
    let native: Vec<String> = (cv.languages.iter())
        .filter(|language| language.native)
        .map(|language| language.name.trim().to_lowercase())
        .chain(italian)
        .chain([walk.words().text(Key::CvItalian).to_lowercase()])
        .collect();
    offered.retain(|name| !native.contains(&name.written.to_lowercase()));
    let list = Names::new(walk, Section::Languages, &offered, is_other);
    view! {
        {list.chips(offered)}
        {list.lines(Key::GuidedLanguageOther)}
        {levels(walk.editor)}
    }
    .into_any()
}

fn is_other(cv: &Cv, item: ItemId) -> bool {
    !is_native(cv, item) && italian(cv).is_none_or(|language| language.id != item)
}

/// Draws the levels of the languages that are neither mother tongue nor Italian.
fn levels(editor: CvEditor) -> AnyView {
    let revision = editor.revision();
    let others = Memo::new(move |_| {
        revision.track();
        let cv = untrack(|| editor.cv());
        let languages = cv.languages.iter();
        let others = languages.filter(|language| is_other(&cv, language.id));
        let named = others.filter(|language| !language.name.trim().is_empty());
        named.map(|language| language.id).collect::<Vec<_>>()
    });
    view! { <For each=move || others.get() key=|item| *item children=move |item| level(editor, item) /> }
        .into_any()
}

fn level(editor: CvEditor, item: ItemId) -> AnyView {
    let name = editor
        .text(CvPlace::Language(item, LanguageField::Name))
        .text;
    view! {
        <fieldset class="guided-level">
            <legend>
                {move || name.with(|name| format(Key::GuidedHowWell, &[("name", name.trim())]))}
            </legend>
            {language_levels(editor, item)}
        </fieldset>
    }
    .into_any()
}

/// Draws the levels of Italian in plain words; choosing one writes it for all five skills.
pub fn italian_level(walk: Walk) -> AnyView {
    let editor = walk.editor;
    let revision = editor.revision();
    let chosen = Memo::new(move |_| {
        revision.track();
        let cv = untrack(|| editor.cv());
        italian(&cv).and_then(|language| language.single_level())
    });
    let levels = CefrLevel::ALL.map(|level| {
        view! {
            <label class="choice-card">
                <input
                    type="radio"
                    name="italian-level"
                    value=level.code()
                    prop:checked=move || chosen.get() == Some(level)
                    on:change=move |_| choose(walk, level)
                />
                <span>{text(level_key(level))}</span>
                <span class="choice-code">{level.code()}</span>
            </label>
        }
    });
    view! {
        <fieldset class="choice-list">
            <legend class="visually-hidden">{text(Key::GuidedItalian)}</legend>
            {Vec::from(levels)}
        </fieldset>
    }
    .into_any()
}

fn choose(walk: Walk, level: CefrLevel) {
    let editor = walk.editor;
    let cv = untrack(|| editor.cv());
    let item = italian(&cv).map(|language| language.id).unwrap_or_else(|| {
        let item = editor.append_entry(Section::Languages);
        let name = CvPlace::Language(item, LanguageField::Name);
        editor.write_text(name, &walk.words().text(Key::CvItalian));
        item
    });
    for skill in CefrSkill::ALL {
        let place = CvPlace::Language(item, LanguageField::Level(skill));
        editor.write_text(place, level.code());
    }
}

fn level_key(level: CefrLevel) -> Key {
    match level {
        CefrLevel::A1 => Key::GuidedLevelA1,
        CefrLevel::A2 => Key::GuidedLevelA2,
        CefrLevel::B1 => Key::GuidedLevelB1,
        CefrLevel::B2 => Key::GuidedLevelB2,
        CefrLevel::C1 => Key::GuidedLevelC1,
        CefrLevel::C2 => Key::GuidedLevelC2,
    }
}
