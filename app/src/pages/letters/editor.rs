//! The editor of one letter: a field for each part, and on wide screens the pages or the check beside it.

use super::check::check_beside_form;
use super::preview::preview_beside_form;
use crate::components::choice_field::ChoiceField;
use crate::components::field::TextField;
use crate::components::field_facts::{field_facts, field_id};
use crate::components::folding_parts::{OpenParts, folding_part};
use crate::components::letter::bar::{LetterPage, letter_bar};
use crate::components::letter::drafted::Drafted;
use crate::components::letter::fields::part_of;
use crate::components::letter::sender::sender_fields;
use crate::components::letter::words::letter_name_of;
use crate::components::offline_line::OfflineLine;
use crate::components::page_frame::{PageFrame, PageTitle};
use crate::components::phrases::open_blanks;
use crate::components::undo::{conflict_notice, listen_to_undo_keys, undo_buttons};
use crate::i18n::{Key, format, text};
use crate::pages::with_editor::cv_name;
use crate::platform::media;
use crate::state::client::use_client;
use crate::state::letter::{LetterEditor, follow_answers};
use approdo_domain::FieldKind;
use approdo_domain::letter::{
    AddresseeField, AnswersField, LetterField, LetterForm, LetterPlace, WantedField,
};
use leptos::prelude::*;

/// The parts of the form, in their order.
const PARTS: [(&str, Key); 5] = [
    ("texts", Key::LetterPartTexts),
    ("addressee", Key::LetterPartAddressee),
    ("wanted", Key::LetterPartWanted),
    ("sender", Key::LetterPartSender),
    ("about", Key::LetterPartAbout),
];

/// Draws the editor of one letter.
pub fn editor_page(editor: LetterEditor) -> AnyView {
    let name = letter_name_of(editor);
    let open = OpenParts::following_jumps("texts", &PARTS);
    listen_to_undo_keys(editor.shared());
    Effect::new(move |_| use_client().offline.begin());
    let drafted = Drafted::fetch(editor, |_| ());
    follow_answers(editor, move || drafted.get());
    let is_wide = wide_screen();
    let checks = RwSignal::new(false);
    let parts = PARTS.map(|part| folding_part(open, part, None, move || fields(editor, part.0)));
    let show = move |place| open.show(part_of(place));
    view! {
        <PageFrame title=name class="app-main-wide with-bottom-bar">
            <div class="editor-layout" data-letter-editor="">
                <div class="editor-form stack">
                    {toolbar(editor, name, checks)} {move || conflict_notice(editor, show)}
                    <div class="section-list">{Vec::from(parts)}</div>
                    <a
                        href=format!("/letters/{}/versions", editor.id())
                        class="text-link"
                        data-action="letter-versions"
                    >
                        {text(Key::CvMenuVersions)}
                    </a>
                    <OfflineLine />
                </div>
                {move || is_wide.get().then(|| beside_form(editor, checks.get()))}
            </div>
        </PageFrame>
        {letter_bar(editor, LetterPage::Form)}
    }
    .into_any()
}

/// Draws what stands beside the form: the check, or the pages.
fn beside_form(editor: LetterEditor, checks: bool) -> AnyView {
    let (label, content) = match checks {
        true => (Key::LetterCheckTitle, check_beside_form(editor)),
        false => (Key::ActionPreview, preview_beside_form(editor)),
    };
    view! {
        <div class="editor-preview" role="region" tabindex="0" aria-label=text(label)>
            {content}
        </div>
    }
    .into_any()
}

fn toolbar(editor: LetterEditor, name: Memo<String>, checks: RwSignal<bool>) -> AnyView {
    let address = format!("/letters/{}", editor.id());
    view! {
        <div class="editor-toolbar">
            <PageTitle words=name /> {undo_buttons(editor.shared())}
            <button
                type="button"
                class="button button-secondary wide-only"
                data-action="toggle-check"
                aria-pressed=move || if checks.get() { "true" } else { "false" }
                on:click=move |_| checks.update(|checks| *checks = !*checks)
            >
                {text(Key::EditorTabCheck)}
            </button>
            <a
                href=format!("{address}/export")
                class="button button-primary wide-only"
                data-action="open-export"
            >
                {text(Key::LetterSendTitle)}
            </a>
        </div>
        <a
            href=format!("{address}/guided/draft")
            class="text-link"
            data-action="open-guided"
        >
            {text(Key::LetterDraftPhrases)}
        </a>
    }
    .into_any()
}

/// Draws the fields of a part, as far as the letter's form has them.
fn fields(editor: LetterEditor, word: &str) -> AnyView {
    let form = editor.text(LetterPlace::Form).text;
    let of_places = |places: Vec<LetterPlace>| {
        let drawn = move || {
            let form = form.with(|code| LetterForm::from_code(code));
            let form = form.unwrap_or(LetterForm::VacancyAnswer);
            let places = places.iter().copied();
            let shown = places.filter(|place| form.has(*place));
            shown.map(|place| field(editor, place)).collect::<Vec<_>>()
        };
        drawn.into_any()
    };
    match word {
        "texts" => of_places(LetterField::ALL.map(LetterPlace::Text).to_vec()),
        "addressee" => of_places(AddresseeField::ALL.map(LetterPlace::Addressee).to_vec()),
        "wanted" => {
            let wanted = WantedField::ALL.map(LetterPlace::Wanted).into_iter();
            let answers = AnswersField::ALL.map(LetterPlace::Answer);
            of_places(wanted.chain(answers).collect())
        }
        "sender" => sender_fields(editor).into_any(),
        _ => view! {
            {of_places(
                vec![
                    LetterPlace::Form,
                    LetterPlace::Language,
                    LetterPlace::WriterForm,
                    LetterPlace::Title,
                ],
            )}
            {cv_field(editor)}
        }
        .into_any(),
    }
}

fn field(editor: LetterEditor, place: LetterPlace) -> AnyView {
    match place {
        LetterPlace::Text(LetterField::Signature) => signature(editor, place),
        _ if place.kind() == FieldKind::Choice => view! { <ChoiceField editor place /> }.into_any(),
        LetterPlace::Text(_) => view! {
            <TextField editor place />
            {open_blanks(editor, place)}
        }
        .into_any(),
        _ => view! { <TextField editor place /> }.into_any(),
    }
}

/// The name typed under the letter, with the one that stands there if nothing is typed.
fn signature(editor: LetterEditor, place: LetterPlace) -> AnyView {
    let hint = Memo::new(move |_| {
        let name = editor.signature();
        format(Key::LetterFieldSignatureHint, &[("name", &name)])
    });
    view! {
        <TextField editor place />
        <p class="field-hint">{hint}</p>
    }
    .into_any()
}

/// The CV that the letter follows.
fn cv_field(editor: LetterEditor) -> AnyView {
    let place = LetterPlace::Cv;
    let chosen = editor.text(place).text;
    let options = move || {
        let chosen = chosen.get();
        let mut cvs = use_client().workspace.summaries.get();
        cvs.retain(|cv| !cv.removed || cv.id.to_string() == chosen);
        let named = cvs
            .into_iter()
            .map(|cv| (cv.id.to_string(), cv_name(&cv.title, &cv.full_name)));
        let mut options: Vec<(String, String)> = named.collect();
        if !chosen.is_empty() && options.iter().all(|(id, _)| *id != chosen) {
            options.push((chosen.clone(), text(Key::LetterFieldCvElsewhere)));
        }
        options.push((String::new(), text(Key::LetterNewCvNone)));
        let options = options.into_iter().map(|(id, words)| {
            let selected = id == chosen;
            view! {
                <option value=id selected=selected>
                    {words}
                </option>
            }
        });
        options.collect::<Vec<_>>()
    };
    view! {
        <div class="field">
            <label for=field_id(place)>{text(field_facts(place).label)}</label>
            <select
                id=field_id(place)
                on:change=move |event| editor.write_text(place, &event_target_value(&event))
            >
                {options}
            </select>
        </div>
    }
    .into_any()
}

/// Follows whether form and pages stand side by side.
fn wide_screen() -> RwSignal<bool> {
    let is_wide = RwSignal::new(media::matches(media::WIDE));
    let listener = media::on_change(media::WIDE, move |now| is_wide.set(now));
    let listener = StoredValue::new_local(listener);
    on_cleanup(move || listener.dispose());
    is_wide
}
