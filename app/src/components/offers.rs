//! Skills and certificates of the occupations that a CV names, to be tapped into its lists.

use super::beside_field::arriving;
use super::part::Part;
use crate::i18n::{Key, format, text};
use crate::platform::focus;
use crate::state::client::use_client;
use crate::state::cv_editor::CvEditor;
use crate::state::reference::data::{self, Occupations};
use crate::state::reference::offers;
use approdo_domain::{CertificateField, Cv, CvPlace, ItemId, Section, SkillField};
use leptos::prelude::*;

/// Draws skills to tap.
pub fn offered_skills(editor: CvEditor) -> AnyView {
    offered(
        editor,
        Section::Skills,
        Key::PhrasesOfferedSkills,
        offers::skills,
    )
}

/// Draws certificates to tap.
pub fn offered_certificates(editor: CvEditor) -> AnyView {
    offered(
        editor,
        Section::Certificates,
        Key::PhrasesOfferedCertificates,
        offers::certificates_for,
    )
}

/// Says what a certificate of the catalogue is for.
pub fn certificate_explanation(editor: CvEditor, place: CvPlace) -> AnyView {
    let name = editor.text(place).text;
    let data = arriving(data::occupations(data::language_of(editor)));
    let explained = Memo::new(move |_| {
        data.with(|data| {
            name.with(|name| offers::explanation(data.as_ref()?, name).map(str::to_owned))
        })
    });
    let drawn = move || {
        explained
            .get()
            .map(|words| view! { <p class="field-hint" data-explanation="">{words}</p> })
    };
    drawn.into_any()
}

fn offered(
    editor: CvEditor,
    section: Section,
    title: Key,
    find: fn(&Occupations, &Cv) -> Vec<String>,
) -> AnyView {
    let data = arriving(data::occupations(data::language_of(editor)));
    let revision = editor.revision();
    let names = Memo::new(move |_| {
        revision.track();
        let found = data.with(|data| data.as_ref().map(|data| find(data, &editor.cv())));
        found.unwrap_or_default()
    });
    let drawn = move || {
        let names = names.get();
        (!names.is_empty()).then(|| {
            let buttons: Vec<AnyView> = names
                .into_iter()
                .enumerate()
                .map(|(number, name)| button(editor, section, number, name))
                .collect();
            view! {
                <h3 class="field-label">{text(title)}</h3>
                <p class="field-hint">{text(Key::PhrasesOfferedHint)}</p>
                <ul class="phrase-list">{buttons}</ul>
            }
        })
    };
    view! { <div class="offered" data-offered="">{drawn}</div> }.into_any()
}

fn button(editor: CvEditor, section: Section, number: usize, name: String) -> AnyView {
    let words = name.clone();
    let id = move |number| format!("offered-{}-{number}", Part::List(section).word());
    let tap = move |_| {
        add(editor, section, &name);
        // What is taken goes from the list: the next one has the focus, or the last.
        focus::focus_soon(id(number.saturating_sub(1)));
        focus::focus_soon(id(number));
    };
    view! {
        <li>
            <button
                type="button"
                class="phrase"
                id=id(number)
                data-action="offered"
                on:click=tap
            >
                {words}
            </button>
        </li>
    }
    .into_any()
}

/// Adds an entry with this name, and offers the way back.
fn add(editor: CvEditor, section: Section, name: &str) {
    let item = editor.add_entry(section);
    editor.write_text(name_place(section, item), name);
    let undo = move || editor.delete_entry(section, item);
    let words = format(Key::PhrasesAdded, &[("name", name)]);
    use_client().toasts.offer_undo(words, undo);
}

fn name_place(section: Section, item: ItemId) -> CvPlace {
    match section {
        Section::Certificates => CvPlace::Certificate(item, CertificateField::Name),
        _ => CvPlace::Skill(item, SkillField::Name),
    }
}
