//! One checklist: when and with whom the interview is, what is to be done phase by phase, changing the list, printing.

use crate::components::button::Button;
use crate::components::field::TextField;
use crate::components::icon::Icon;
use crate::components::interview::calendar::interview_to_calendar;
use crate::components::interview::frame::{interview_frame, way_back};
use crate::components::interview::loading::when_there;
use crate::components::interview::rows::{ListShown, own_item_form, phase_rows};
use crate::components::interview::words::checklist_name;
use crate::components::undo::listen_to_undo_keys;
use crate::i18n::{Key, format, text};
use crate::platform::page;
use crate::state::client::use_client;
use crate::state::practice::{PracticeEditor, checklists, delete_checklist, practices, rows};
use approdo_catalog::Checklists;
use approdo_document::DocumentId;
use approdo_domain::ItemId;
use approdo_domain::practice::{ChecklistPhase, PracticeChecklistField, PracticePlace};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use std::sync::Arc;

/// Draws a checklist.
pub fn checklist_page(home: DocumentId, list: ItemId) -> AnyView {
    when_there(checklists, move |lists| {
        let workspace = use_client().workspace;
        // It may yet come from another device.
        let is_there = Memo::new(move |_| {
            let all = practices(workspace).into_iter();
            let mut here = all.filter(|(id, _)| *id == home);
            here.any(|(_, practice)| practice.checklist(list).is_some())
        });
        let drawn = move || match is_there.get() {
            true => page(&lists, home, list),
            false => missing(),
        };
        drawn.into_any()
    })
}

fn missing() -> AnyView {
    let back = way_back("/interview/checklists", Key::InterviewChecklists);
    interview_frame(text(Key::InterviewChecklistMissing), back)
}

fn page(lists: &Arc<Checklists>, home: DocumentId, list: ItemId) -> AnyView {
    let workspace = use_client().workspace;
    let editor = PracticeEditor::new(workspace, home);
    listen_to_undo_keys(editor.shared());
    let present = Memo::new(move |_| {
        let all = practices(workspace).into_iter();
        let mut here = all.filter(|(id, _)| *id == home);
        here.find_map(|(_, practice)| practice.checklist(list).cloned())
    });
    let words = lists.clone();
    let all_rows = Memo::new(move |_| {
        let rows = present.with(|list| list.as_ref().map(|list| rows(list, &words)));
        rows.unwrap_or_default()
    });
    let shown = ListShown {
        editor,
        list,
        present,
        rows: all_rows,
        changing: RwSignal::new(false),
    };
    let title = untrack(|| present.with(|list| list.as_ref().map(checklist_name)));
    let phases = ChecklistPhase::ALL.map(|phase| phase_rows(shown, phase));
    interview_frame(
        title.unwrap_or_default(),
        view! {
            {progress(shown)} {about(shown)}
            <div class="stack" data-checklist-page="">
                {Vec::from(phases)}
            </div>
            {move || shown.changing.get().then(|| own_item_form(shown))}
            {tools(shown)}
            {way_back("/interview/checklists", Key::InterviewChecklists)}
        }
        .into_any(),
    )
}

fn progress(shown: ListShown) -> AnyView {
    let words = move || {
        let (done, count) = shown.rows.with(|rows| {
            let done = rows.iter().filter(|row| row.done).count();
            (done, rows.len())
        });
        format(
            Key::InterviewChecklistProgress,
            &[("done", &done.to_string()), ("count", &count.to_string())],
        )
    };
    view! {
        <p role="status" data-checklist-progress="">
            {words}
        </p>
    }
    .into_any()
}

/// With whom the interview is, when and where.
fn about(shown: ListShown) -> AnyView {
    let ListShown { editor, list, .. } = shown;
    let fields = [
        PracticeChecklistField::Company,
        PracticeChecklistField::Date,
        PracticeChecklistField::Time,
        PracticeChecklistField::Place,
        PracticeChecklistField::Way,
        PracticeChecklistField::TravelMinutes,
    ];
    let fields = fields.map(|field| {
        let place = PracticePlace::Checklist(list, field);
        view! { <TextField editor place /> }
    });
    view! {
        <details class="card no-print" data-checklist-about="">
            <summary>{text(Key::InterviewChecklistAbout)}</summary>
            {Vec::from(fields)}
            {interview_to_calendar(shown)}
        </details>
    }
    .into_any()
}

fn tools(shown: ListShown) -> AnyView {
    let ListShown {
        editor,
        list,
        changing,
        ..
    } = shown;
    let navigate = use_navigate();
    let delete = move || {
        let client = use_client();
        let restore = delete_checklist(client.workspace, editor.id(), list);
        client
            .toasts
            .offer_undo(text(Key::InterviewChecklistDeleted), restore);
        navigate("/interview/checklists", Default::default());
    };
    let change_words = move || match changing.get() {
        true => text(Key::InterviewChecklistChanged),
        false => text(Key::InterviewChecklistChange),
    };
    view! {
        <div class="button-row">
            <button
                type="button"
                class="button button-secondary"
                data-action="change-checklist"
                aria-pressed=move || if changing.get() { "true" } else { "false" }
                on:click=move |_| changing.update(|changing| *changing = !*changing)
            >
                {change_words}
            </button>
            {Button::secondary("print", Key::InterviewPrint).draw(page::print)}
            {Button::secondary("delete-checklist", Key::InterviewChecklistDelete)
                .with_icon(Icon::Delete)
                .draw(delete)}
        </div>
    }
    .into_any()
}
