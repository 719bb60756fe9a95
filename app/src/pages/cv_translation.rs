//! A CV in another language: making the copy, and what of it is still to be translated, each text with
//! the words it comes from above it.

use super::with_editor::{cv_name, cv_name_of};
use crate::components::field::TextField;
use crate::components::page_frame::{PageFrame, PageTitle};
use crate::components::part::Part;
use crate::i18n::{CvLanguage, Key, format, plural, text};
use crate::state::copying::SourceText;
use crate::state::cv_editor::CvEditor;
use approdo_domain::{CvPlace, PageLookField};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

/// Draws the page on the language of a CV.
pub fn translation_page(editor: CvEditor) -> AnyView {
    let name = cv_name_of(editor);
    let language = language_of(editor);
    // The list stays as it was when the page came: a text that is done must not go from under the hands.
    let texts = StoredValue::new(editor.source_texts());
    let is_translation =
        language != CvLanguage::default() && texts.with_value(|texts| !texts.is_empty());
    let own_name = language.own_name();
    view! {
        <PageFrame title=text(Key::TranslationTitle)>
            <PageTitle words=text(Key::TranslationTitle) />
            <p class="lead">{name}</p>
            <p>{format(Key::TranslationLanguage, &[("language", &own_name)])}</p>
            {if is_translation { to_translate(editor, texts) } else { to_copy(editor, language) }}
            <p>
                <a
                    href=format!("/cv/{}", editor.id())
                    class="button button-secondary"
                    data-action="open-editor"
                >
                    {text(Key::TranslationToEditor)}
                </a>
            </p>
        </PageFrame>
    }
    .into_any()
}

fn language_of(editor: CvEditor) -> CvLanguage {
    CvLanguage::of_tag(&editor.shown(CvPlace::Look(PageLookField::Language)))
}

fn to_copy(editor: CvEditor, language: CvLanguage) -> AnyView {
    let navigate = use_navigate();
    let others = CvLanguage::ALL
        .into_iter()
        .filter(|other| *other != language);
    let buttons: Vec<AnyView> = others
        .map(|other| {
            let navigate = navigate.clone();
            let make = move |_| {
                let cv = editor.cv();
                let name = cv_name(&cv.title, &cv.personal.full_name());
                let values = [("name", name.as_str()), ("language", &other.own_name())];
                let title = format(Key::TranslationCopyNamed, &values);
                let id = editor.copy(&title, Some(other.tag()));
                navigate(&format!("/cv/{id}/language"), Default::default());
            };
            let words = format(Key::TranslationMake, &[("language", &other.own_name())]);
            view! {
                <button
                    type="button"
                    class="button button-primary"
                    data-action="make-translation"
                    data-language=other.tag()
                    on:click=make
                >
                    {words}
                </button>
            }
            .into_any()
        })
        .collect();
    view! {
        <p>{text(Key::TranslationMakeExplain)}</p>
        <div class="button-row">{buttons}</div>
    }
    .into_any()
}

fn to_translate(editor: CvEditor, texts: StoredValue<Vec<SourceText>>) -> AnyView {
    let keystrokes = editor.keystrokes();
    let left = Memo::new(move |_| {
        keystrokes.track();
        texts.with_value(|texts| {
            let left = texts.iter().filter(|source| !editor.is_translated(source));
            left.count()
        })
    });
    let words = move || match left.get() {
        0 => text(Key::TranslationAllDone),
        count => plural(Key::TranslationLeft, count),
    };
    let fields: Vec<AnyView> = texts.with_value(|texts| {
        let fields = texts.iter().cloned();
        fields.map(|source| one_text(editor, source)).collect()
    });
    view! {
        <p>{text(Key::TranslationExplain)}</p>
        <p role="status" data-untranslated=move || left.get().to_string()>
            <strong>{words}</strong>
        </p>
        {fields}
    }
    .into_any()
}

fn one_text(editor: CvEditor, source: SourceText) -> AnyView {
    let place = source.place;
    let keystrokes = editor.keystrokes();
    let is_same =
        RwSignal::new(editor.is_translated(&source) && editor.shown(place) == source.text);
    let words = source.text.clone();
    let is_unchanged = Memo::new(move |_| {
        keystrokes.track();
        editor.shown(place) == source.text
    });
    let say_same = move |event| {
        let same = event_target_checked(&event);
        editor.set_same_in_both_languages(place, same);
        is_same.set(same);
    };
    view! {
        <section class="card stack" data-source-text="">
            <h2 class="card-title">{Part::of(place).title()}</h2>
            <div>
                <p class="field-hint">{text(Key::TranslationSource)}</p>
                <blockquote class="conflict-text" dir="auto">
                    {words}
                </blockquote>
            </div>
            <TextField editor place />
            {move || {
                is_unchanged
                    .get()
                    .then(|| {
                        view! {
                            <label class="checkbox-row" data-action="same-text">
                                <input
                                    type="checkbox"
                                    prop:checked=move || is_same.get()
                                    on:change=say_same
                                />
                                <span>{text(Key::TranslationSame)}</span>
                            </label>
                        }
                    })
            }}
        </section>
    }
    .into_any()
}
