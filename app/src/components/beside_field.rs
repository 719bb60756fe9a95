//! What the module on demand adds to the fields and lists of the editor: suggestions, ready phrases,
//! explanations. What stands in the editor without it is in `field` and `entry_list`.

use super::field_facts::field_id;
use super::offers::{certificate_explanation, offered_certificates, offered_skills};
use super::phrases::phrases;
use super::suggestions::{SuggestedField, suggestions};
use crate::i18n::{Key, format};
use crate::platform::arrival::Arrival;
use crate::state::cv_editor::CvEditor;
use crate::state::reference::choosing;
use crate::state::reference::finding::SuggestionKind;
use crate::state::reference::offers;
use crate::state::reference::{birth_place, data};
use approdo_domain::{CertificateField, CvPlace, ExperienceField, PersonalField, Section};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;

/// Draws what stands under a field.
pub fn beside_field(editor: CvEditor, place: CvPlace) -> AnyView {
    let suggested = SuggestionKind::of(place).map(|kind| suggested(editor, place, kind));
    let further = match place {
        CvPlace::Profile => phrases(editor, place, move |data| {
            // Roles and the job wanted are looked at anew when an edit is made.
            editor.revision().track();
            offers::for_profile(data, &editor.cv())
        }),
        CvPlace::Experience(item, ExperienceField::Description) => {
            let role = editor
                .text(CvPlace::Experience(item, ExperienceField::Role))
                .text;
            phrases(editor, place, move |data| {
                role.with(|role| offers::for_role(data, role))
            })
        }
        CvPlace::Personal(PersonalField::TaxCode) => place_of_birth(editor, place),
        CvPlace::Certificate(_, CertificateField::Name) => certificate_explanation(editor, place),
        _ => ().into_any(),
    };
    view! {
        {suggested}
        {further}
    }
    .into_any()
}

fn suggested(editor: CvEditor, place: CvPlace, kind: SuggestionKind) -> AnyView {
    suggestions(SuggestedField {
        id: field_id(place),
        kind,
        language: Box::new(move || data::language_of(editor)),
        choose: Box::new(move |chosen| choosing::choose(editor, place, chosen)),
    })
}

/// Draws what stands under a list of entries.
pub fn beside_list(editor: CvEditor, section: Section) -> AnyView {
    match section {
        Section::Skills => offered_skills(editor),
        Section::Certificates => offered_certificates(editor),
        _ => ().into_any(),
    }
}

/// What is being fetched, and then there.
pub fn arriving<T: 'static>(
    load: impl Future<Output = Option<Rc<T>>> + 'static,
) -> RwSignal<Option<Rc<T>>, LocalStorage> {
    let arrived = RwSignal::new_local(None);
    let arrival = Arrival::begin();
    spawn_local(async move {
        let _arrival = arrival;
        let data = load.await;
        // The person may have gone elsewhere meanwhile.
        let _ = arrived.try_set(data);
    });
    arrived
}

/// Says which place of birth the code names.
fn place_of_birth(editor: CvEditor, place: CvPlace) -> AnyView {
    let code = editor.text(place).text;
    // Nothing is fetched for who has no code.
    let is_written = Memo::new(move |_| code.with(|code| !code.is_empty()));
    let shown = move || {
        let code = editor.text(place).text;
        is_written.get().then(|| {
            let places = arriving(data::places());
            let named = Memo::new(move |_| {
                places.with(|places| {
                    code.with(|code| birth_place::of_tax_code(places.as_ref()?, code))
                })
            });
            move || {
                let words = named
                    .get()
                    .map(|place| format(Key::SuggestionsBirthPlace, &[("place", &place)]));
                words.map(|words| view! { <p class="field-hint" data-birth-place="">{words}</p> })
            }
        })
    };
    shown.into_any()
}
