//! One prepared set: its questions in their order, what it is made of for who prepares it, and a sheet begun with it. Handing
//! it over is in `set_hand_over`.

use crate::components::button::Button;
use crate::components::field::TextField;
use crate::components::icon::Icon;
use crate::components::interview::frame::{interview_frame, way_back};
use crate::components::interview::loading::when_there;
use crate::components::interview::set_choices::{bank, criteria, occupation, own_question};
use crate::components::interview::sets::{SetShown, set_name, set_questions};
use crate::components::page_frame::{PageFrame, PageTitle};
use crate::components::undo::listen_to_undo_keys;
use crate::i18n::{Key, text};
use crate::state::client::use_client;
use crate::state::practice::{PracticeEditor, delete_set, practices, questions};
use crate::state::sheet::{SheetCriteria, begin_with};
use approdo_catalog::Questions;
use approdo_document::DocumentId;
use approdo_domain::ItemId;
use approdo_domain::practice::{PracticePlace, PreparedSetField};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use std::sync::Arc;

/// Draws a set.
pub fn set_page(home: DocumentId, set: ItemId) -> AnyView {
    with_set(home, set, page)
}

/// Draws a set that is there, by `draw`; it may yet come from another device.
pub(super) fn with_set(
    home: DocumentId,
    set: ItemId,
    draw: impl Fn(SetShown, Arc<Questions>) -> AnyView + Copy + Send + Sync + 'static,
) -> AnyView {
    when_there(questions, move |questions| {
        let workspace = use_client().workspace;
        let present = Memo::new(move |_| {
            let all = practices(workspace).into_iter();
            let mut here = all.filter(|(id, _)| *id == home);
            here.find_map(|(_, practice)| practice.set(set).cloned())
        });
        let is_there = Memo::new(move |_| present.with(Option::is_some));
        let drawn = move || match is_there.get() {
            true => {
                let editor = PracticeEditor::new(workspace, home);
                draw(
                    SetShown {
                        editor,
                        set,
                        present,
                    },
                    questions.clone(),
                )
            }
            false => {
                let back = way_back("/interview/sets", Key::SetsTitle);
                interview_frame(text(Key::SetsMissing), back)
            }
        };
        drawn.into_any()
    })
}

fn page(shown: SetShown, questions: Arc<Questions>) -> AnyView {
    listen_to_undo_keys(shown.editor.shared());
    let set = shown.now();
    let content = match set.received {
        true => received(shown, &questions),
        false => prepared(shown, &questions),
    };
    let name = Memo::new(move |_| {
        shown
            .present
            .get()
            .as_ref()
            .map(set_name)
            .unwrap_or_default()
    });
    view! {
        <PageFrame title=name>
            <div class="stack" data-set-page="">
                <PageTitle words=name />
                {content}
                {actions(shown, questions)}
            </div>
            {way_back("/interview/sets", Key::SetsTitle)}
        </PageFrame>
    }
    .into_any()
}

fn received(shown: SetShown, questions: &Arc<Questions>) -> AnyView {
    let occupation = questions.occupation(&shown.now().occupation);
    view! {
        {occupation.map(|known| view! { <p class="lead">{known.name.clone()}</p> })}
        <h2>{text(Key::InterviewQuestions)}</h2>
        {set_questions(shown, questions.clone(), false)}
    }
    .into_any()
}

fn prepared(shown: SetShown, questions: &Arc<Questions>) -> AnyView {
    let name = PracticePlace::Set(shown.set, PreparedSetField::Name);
    view! {
        <TextField editor=shown.editor place=name />
        {occupation(shown, questions)}
        <h2>{text(Key::InterviewQuestions)}</h2>
        {set_questions(shown, questions.clone(), true)}
        <details class="more" open=shown.now().asked().is_empty()>
            <summary data-action="add-set-questions">{text(Key::SetAddQuestions)}</summary>
            <div class="stack">{bank(shown, questions.clone())} {own_question(shown)}</div>
        </details>
        <details class="more">
            <summary data-action="set-criteria">{text(Key::SetCriteria)}</summary>
            <div class="stack">{loaded_criteria(shown)}</div>
        </details>
    }
    .into_any()
}

fn loaded_criteria(shown: SetShown) -> AnyView {
    let fetched = SheetCriteria::fetch();
    let drawn = move || match fetched.loaded.get() {
        Some(Ok(known)) => criteria(shown, &known),
        Some(Err(_)) => view! { <p role="alert">{text(Key::SheetCriteriaMissing)}</p> }.into_any(),
        None => view! { <p>{text(Key::EditorLoading)}</p> }.into_any(),
    };
    drawn.into_any()
}

fn actions(shown: SetShown, questions: Arc<Questions>) -> AnyView {
    let hand_over = format!(
        "/interview/sets/{}/{}/hand-over",
        shown.editor.id(),
        shown.set
    );
    let navigate = StoredValue::new_local(use_navigate());
    let go =
        move |address: &str| navigate.with_value(|navigate| navigate(address, Default::default()));
    let begin_sheet = move || {
        let set = shown.now();
        let occupation = questions.occupation(&set.occupation);
        let occupation = occupation
            .map(|known| known.name.clone())
            .unwrap_or_default();
        let sheet = begin_with(use_client().workspace, &occupation, &set.criteria);
        go(&format!("/sheets/{sheet}"));
    };
    let delete = move || {
        let client = use_client();
        let restore = delete_set(client.workspace, shown.editor.id(), shown.set);
        go("/interview/sets");
        client.toasts.offer_undo(text(Key::SetDeleted), restore);
    };
    // Who received a set came to practise.
    let class = match shown.now().received {
        true => "button button-secondary",
        false => "button button-primary",
    };
    view! {
        <div class="button-row">
            <a href=hand_over class=class data-action="hand-over-set">
                {text(Key::SetHandOver)}
            </a>
            {Button::secondary("begin-sheet", Key::SetBeginSheet).draw(begin_sheet)}
            {Button::secondary("delete-set", Key::SetDelete).with_icon(Icon::Delete).draw(delete)}
        </div>
    }
    .into_any()
}
