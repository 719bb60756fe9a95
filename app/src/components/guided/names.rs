//! A list told by tapping names: the frequent ones as chips, any other on a line of its own.

use super::chips::chip;
use super::walk::Walk;
use crate::components::field::TextField;
use crate::components::field_facts::field_id;
use crate::components::icon::{Icon, icon};
use crate::i18n::{Key, format, text};
use crate::platform::focus;
use crate::state::client::use_client;
use crate::state::cv_editor::CvEditor;
use crate::state::guided::names::{entry_named, lines_of, name_place};
use approdo_domain::{Cv, CvPlace, ItemId, LanguageField, Section};
use leptos::prelude::*;

/// A list told by tapping names.
#[derive(Clone, Copy)]
pub struct Names {
    editor: CvEditor,
    section: Section,
    /// What a new entry is beside its name.
    flag: Option<fn(ItemId) -> CvPlace>,
    /// The entries on lines of their own.
    lines: RwSignal<Vec<ItemId>>,
}

impl Names {
    /// Begins with what stands in the CV; `is_shown` leaves entries to another question.
    pub fn new(
        walk: Walk,
        section: Section,
        offered: &[OfferedName],
        is_shown: fn(&Cv, ItemId) -> bool,
    ) -> Self {
        let cv = walk.cv();
        let written: Vec<String> = offered.iter().map(|name| name.written.clone()).collect();
        let mut lines = lines_of(&cv, section, &written);
        lines.retain(|item| is_shown(&cv, *item));
        Self {
            editor: walk.editor,
            section,
            flag: None,
            lines: RwSignal::new(lines),
        }
    }

    /// Has every entry that is tapped marked as a mother tongue.
    pub fn of_mother_tongues(self) -> Self {
        let native: fn(ItemId) -> CvPlace = |item| CvPlace::Language(item, LanguageField::Native);
        Self {
            flag: Some(native),
            ..self
        }
    }

    /// Returns the entry of a name, following the CV.
    fn entry(self, name: &str) -> Option<ItemId> {
        self.editor.revision().track();
        let cv = untrack(|| self.editor.cv());
        let found = entry_named(&cv, self.section, name, &self.lines.get())?;
        let is_on = self
            .flag
            .is_none_or(|flag| cv.value(flag(found)).is_some_and(|value| value.is_given()));
        is_on.then_some(found)
    }

    fn toggle(self, name: &str, on: bool) {
        let cv = untrack(|| self.editor.cv());
        let lines = self.lines.get_untracked();
        let found = entry_named(&cv, self.section, name, &lines);
        match (on, found, self.flag) {
            (true, None, _) => {
                self.append(name);
            }
            (_, Some(item), Some(flag)) => self.editor.set_flag(flag(item), on),
            (false, Some(item), None) => self.delete(item, name),
            _ => {}
        }
    }

    fn append(self, name: &str) -> ItemId {
        let item = self.editor.append_entry(self.section);
        if let Some(place) = name_place(self.section, item).filter(|_| !name.is_empty()) {
            self.editor.write_text(place, name);
        }
        if let Some(flag) = self.flag {
            self.editor.set_flag(flag(item), true);
        }
        item
    }

    /// Deletes an entry, and offers to bring it back.
    fn delete(self, item: ItemId, name: &str) {
        let (editor, section) = (self.editor, self.section);
        editor.delete_entry(section, item);
        let words = format(Key::EntryDeleted, &[("name", name)]);
        let restore = move || editor.restore_entry(section, item);
        use_client().toasts.offer_undo(words, restore);
    }

    /// Draws the offered names.
    pub fn chips(self, offered: Vec<OfferedName>) -> AnyView {
        let chips = offered.into_iter().map(|OfferedName { shown, written }| {
            let own = written.clone();
            let is_on = Memo::new(move |_| self.entry(&own).is_some());
            chip(
                shown,
                move || is_on.get(),
                move |on| self.toggle(&written, on),
            )
        });
        let chips: Vec<AnyView> = chips.collect();
        view! { <div class="chips">{chips}</div> }.into_any()
    }

    /// Draws the lines of the other entries, and the button that adds one.
    pub fn lines(self, add: Key) -> AnyView {
        let add_line = move |_| {
            let item = self.append("");
            self.lines.update(|lines| lines.push(item));
            if let Some(place) = name_place(self.section, item) {
                focus::focus_soon(field_id(place));
            }
        };
        view! {
            <For
                each=move || self.lines.get()
                key=|item| *item
                children=move |item| self.line(item)
            />
            <button
                type="button"
                class="add-entry"
                id="guided-add"
                data-action="guided-add"
                on:click=add_line
            >
                {icon(Icon::Add)}
                {text(add)}
            </button>
        }
        .into_any()
    }

    fn line(self, item: ItemId) -> Option<AnyView> {
        let place = name_place(self.section, item)?;
        let name = self.editor.text(place).text;
        let label = move || name.with(|name| format(Key::GuidedRemoveNamed, &[("name", name)]));
        let remove = move |_| {
            let name = untrack(|| self.editor.shown(place));
            self.lines
                .update(|lines| lines.retain(|other| *other != item));
            self.delete(item, &name);
            focus::focus_soon("guided-add".to_owned());
        };
        Some(
            view! {
                <div class="guided-line">
                    <TextField editor=self.editor place />
                    <button
                        type="button"
                        class="button button-icon"
                        data-action="guided-remove"
                        aria-label=label
                        on:click=remove
                    >
                        {icon(Icon::Delete)}
                    </button>
                </div>
            }
            .into_any(),
        )
    }
}

/// A name to tap: as it is read, and as it is written into the CV, which may be in another language.
#[derive(Debug, Clone)]
pub struct OfferedName {
    /// In the language of the interface.
    shown: String,
    /// In the language of the CV.
    pub written: String,
}

/// Returns the names of a message, which has one on each line.
pub fn names(walk: Walk, key: Key) -> Vec<OfferedName> {
    let (shown, written) = (text(key), walk.words().text(key));
    let pairs = shown.lines().zip(written.lines());
    pairs
        .map(|(shown, written)| OfferedName {
            shown: shown.to_owned(),
            written: written.to_owned(),
        })
        .collect()
}

/// Draws a list told by tapping names.
pub fn name_list(walk: Walk, section: Section, offered: Key, add: Key) -> AnyView {
    let offered = names(walk, offered);
    let list = Names::new(walk, section, &offered, |_, _| true);
    view! {
        {list.chips(offered)}
        {list.lines(add)}
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    fn languages() -> [BTreeMap<String, serde_json::Value>; 2] {
        [
            include_str!("../../../translations/later/guided/it.json"),
            include_str!("../../../translations/later/guided/en.json"),
        ]
        .map(|text| serde_json::from_str(text).unwrap())
    }

    fn names<'a>(messages: &'a BTreeMap<String, serde_json::Value>, key: &str) -> Vec<&'a str> {
        messages[key].as_str().unwrap().lines().collect()
    }

    #[test]
    fn every_language_offers_the_same_number_of_different_names() {
        let [italian, english] = languages();
        for key in [
            "guided.courses-chips",
            "guided.languages",
            "guided.skills-chips",
        ] {
            let offered = [&italian, &english].map(|messages| names(messages, key));
            assert_eq!(offered[0].len(), offered[1].len(), "{key}");
            for names in offered {
                assert!(
                    names
                        .iter()
                        .all(|name| name.trim() == *name && !name.is_empty())
                );
                let different: BTreeSet<String> =
                    names.iter().map(|name| name.to_lowercase()).collect();
                assert_eq!(different.len(), names.len(), "{key}");
            }
        }
    }

    #[test]
    fn italian_is_among_the_languages_under_the_name_it_is_written_with() {
        let words = [
            include_str!("../../../translations/it.json"),
            include_str!("../../../translations/en.json"),
        ];
        for (messages, words) in languages().into_iter().zip(words) {
            let words: BTreeMap<String, serde_json::Value> = serde_json::from_str(words).unwrap();
            let italian = words["cv.italian"].as_str().unwrap();
            assert!(names(&messages, "guided.languages").contains(&italian));
        }
    }
}
