//! Ready phrases of an occupation under a text: each is tapped into it as a line, and out of it again.
//! Nothing is put in unasked. What a phrase does to a text is decided in `state/reference/phrases`.

use super::beside_field::arriving;
use super::field_facts::field_id;
use super::field_place::FieldPlace;
use crate::i18n::{Key, format, plural, text};
use crate::platform::text_element;
use crate::state::cv_editor::CvEditor;
use crate::state::editor::Editor;
use crate::state::reference::data::{self, Occupations};
use crate::state::reference::offers::{Group, GroupKind, Offer};
use crate::state::reference::phrases as text_of;
use approdo_domain::CvPlace;
use leptos::prelude::*;

/// Draws the phrases that `offer` finds for a text, and where blanks of it are still open.
pub fn phrases(
    editor: CvEditor,
    place: CvPlace,
    offer: impl Fn(&Occupations) -> Option<Offer> + Send + Sync + 'static,
) -> AnyView {
    let data = arriving(data::occupations(data::language_of(editor)));
    let offered = Memo::new(move |_| data.with(|data| offer(data.as_ref()?)));
    let drawn = move || {
        offered
            .get()
            .map(|offer| offered_phrases(editor, place, offer))
    };
    view! {
        {open_blanks(editor, place)}
        {drawn}
    }
    .into_any()
}

fn offered_phrases(editor: CvEditor, place: CvPlace, offer: Offer) -> AnyView {
    // Ten experiences have hundreds of phrases: only what is opened is drawn.
    let is_open = RwSignal::new(false);
    let Offer { occupation, groups } = offer;
    let drawn = move || {
        let groups = is_open.get().then(|| groups.clone()).into_iter().flatten();
        groups
            .map(|group| phrase_group(editor, place, group))
            .collect::<Vec<AnyView>>()
    };
    view! {
        <details
            class="more phrases"
            data-phrases=""
            on:toggle=move |_| is_open.set(true)
        >
            <summary>{format(Key::PhrasesTitle, &[("name", &occupation)])}</summary>
            <p class="field-hint">{text(Key::PhrasesHint)}</p>
            {drawn}
        </details>
    }
    .into_any()
}

fn phrase_group(editor: CvEditor, place: CvPlace, group: Group) -> AnyView {
    let buttons = group.phrases.into_iter();
    let buttons: Vec<AnyView> = buttons
        .map(|phrase| phrase_button(editor, place, phrase))
        .collect();
    view! {
        <h4 class="field-label">{text(title(group.kind))}</h4>
        <ul class="phrase-list">{buttons}</ul>
    }
    .into_any()
}

fn title(kind: GroupKind) -> Key {
    match kind {
        GroupKind::Tasks => Key::PhrasesTasks,
        GroupKind::Results => Key::PhrasesResults,
        GroupKind::Skills => Key::PhrasesSkills,
        GroupKind::Certificates => Key::PhrasesCertificates,
        GroupKind::Profile => Key::PhrasesProfile,
    }
}

/// A phrase: pressed while it stands in the text.
fn phrase_button(editor: CvEditor, place: CvPlace, phrase: String) -> AnyView {
    let written = editor.text(place).text;
    let (known, tapped) = (phrase.clone(), phrase.clone());
    let is_used = Memo::new(move |_| written.with(|text| text_of::is_in(text, &known)));
    let words = with_blanks(&phrase);
    view! {
        <li>
            <button
                type="button"
                class="phrase"
                data-action="phrase"
                aria-pressed=move || if is_used.get() { "true" } else { "false" }
                on:click=move |_| tap(editor, place, &tapped)
            >
                {words}
            </button>
        </li>
    }
    .into_any()
}

/// The phrase with its blanks to be seen, and heard.
fn with_blanks(phrase: &str) -> Vec<AnyView> {
    let pieces = text_of::pieces(phrase).enumerate();
    pieces
        .map(|(number, piece)| {
            let blank = (number > 0).then(|| {
                view! {
                    <span class="phrase-blank" aria-hidden="true"></span>
                    <span class="visually-hidden">{text(Key::PhrasesBlank)}</span>
                }
            });
            view! { {blank} {piece.to_owned()} }.into_any()
        })
        .collect()
}

/// Puts a phrase into the text, or takes it out if it stands there as it was put in.
fn tap(editor: CvEditor, place: CvPlace, phrase: &str) {
    let written = editor.shown(place);
    if text_of::is_unchanged(&written, phrase) {
        editor.write_step(place, &text_of::without(&written, phrase));
    } else if !text_of::is_in(&written, phrase) {
        editor.write_step(place, &text_of::with(&written, phrase));
    }
}

/// Says how many blanks of the text are still open, and leads to the next.
pub fn open_blanks<P: FieldPlace>(editor: Editor<P>, place: P) -> AnyView {
    let written = editor.text(place).text;
    let count = Memo::new(move |_| written.with(|text| text_of::open_blanks(text)));
    let go = move |_| {
        let id = field_id(place);
        let caret = text_element::caret_in(&id).unwrap_or_default();
        if let Some(blank) = text_of::next_blank(&editor.shown(place), caret) {
            text_element::select_in(&id, blank, blank + 1);
        }
    };
    let drawn = move || {
        let count = count.get();
        (count > 0).then(|| {
            view! {
                <p class="merge-note" data-open-blanks="">
                    {plural(Key::PhrasesBlanks, count)} " "
                    <button
                        type="button"
                        class="link-button"
                        data-action="complete-blank"
                        on:click=go
                    >
                        {text(Key::PhrasesComplete)}
                    </button>
                </p>
            }
        })
    };
    drawn.into_any()
}
