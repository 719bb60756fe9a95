//! The checklists that were begun, and beginning one.

use crate::components::icon::{Icon, icon};
use crate::components::interview::frame::{interview_frame, way_back};
use crate::components::interview::loading::when_there;
use crate::components::interview::words::{addition_words, checklist_name, kind_words};
use crate::i18n::{Key, format, text};
use crate::state::client::use_client;
use crate::state::practice::{NewChecklist, begin_checklist, checklists, practices};
use approdo_catalog::Checklists;
use approdo_document::DocumentId;
use approdo_domain::practice::{ChecklistAddition, InterviewKind, PracticeChecklist};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use std::sync::Arc;

/// Draws the checklists.
pub fn checklists_page() -> AnyView {
    when_there(checklists, |_| list_page())
}

fn list_page() -> AnyView {
    let workspace = use_client().workspace;
    let lists = Memo::new(move |_| {
        let all = practices(workspace).into_iter();
        let lists = all.flat_map(|(home, practice)| {
            let lists = practice.checklists.into_iter();
            lists.map(move |list| (home, list))
        });
        lists.collect::<Vec<_>>()
    });
    let cards = move || {
        let cards = lists.get().into_iter();
        cards
            .map(|(home, list)| card(home, &list))
            .collect::<Vec<_>>()
    };
    interview_frame(
        text(Key::InterviewChecklists),
        view! {
            <p>{text(Key::InterviewChecklistsIntro)}</p>
            <ul class="card-list">{cards}</ul>
            <p>
                <a
                    href="/interview/checklists/new"
                    class="button button-primary"
                    data-action="new-checklist"
                >
                    {icon(Icon::Add)}
                    {text(Key::InterviewChecklistNew)}
                </a>
            </p>
            {way_back("/interview", Key::InterviewTitle)}
        }
        .into_any(),
    )
}

fn card(home: DocumentId, list: &PracticeChecklist) -> AnyView {
    let address = format!("/interview/checklists/{home}/{}", list.id);
    let (done, count) = list.progress();
    let progress = format(
        Key::InterviewChecklistProgress,
        &[("done", &done.to_string()), ("count", &count.to_string())],
    );
    let pieces = [list.date.0.trim(), list.time.trim()];
    let mut notes: Vec<&str> = pieces
        .into_iter()
        .filter(|piece| !piece.is_empty())
        .collect();
    notes.push(&progress);
    view! {
        <li class="card" data-checklist=list.id.to_string()>
            <h2 class="card-title">
                <a href=address>{checklist_name(list)}</a>
            </h2>
            <p class="card-meta">{notes.join(" · ")}</p>
        </li>
    }
    .into_any()
}

/// Draws what is chosen before a checklist is made.
pub fn new_page() -> AnyView {
    when_there(checklists, choices)
}

fn choices(lists: Arc<Checklists>) -> AnyView {
    let chosen = RwSignal::new(NewChecklist::default());
    let navigate = use_navigate();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let workspace = use_client().workspace;
        let (home, list) = begin_checklist(workspace, &lists, &chosen.get_untracked());
        let address = format!("/interview/checklists/{home}/{list}");
        navigate(&address, Default::default());
    };
    interview_frame(
        text(Key::InterviewChecklistNew),
        view! {
            <form class="guided-question" on:submit=submit data-new-checklist="">
                <fieldset class="choice-list">
                    <legend class="field-label">{text(Key::InterviewKind)}</legend>
                    {Vec::from(InterviewKind::ALL.map(|kind| kind_choice(chosen, kind)))}
                </fieldset>
                <fieldset class="choice-list">
                    <legend class="field-label">{text(Key::InterviewAdditions)}</legend>
                    {Vec::from(ChecklistAddition::ALL.map(|one| addition_choice(chosen, one)))}
                </fieldset>
                <div class="guided-bar">
                    <button
                        type="submit"
                        class="button button-primary"
                        data-action="begin-checklist"
                    >
                        {text(Key::InterviewChecklistBegin)}
                    </button>
                </div>
            </form>
        }
        .into_any(),
    )
}

fn kind_choice(chosen: RwSignal<NewChecklist>, kind: InterviewKind) -> AnyView {
    view! {
        <label class="choice-card">
            <input
                type="radio"
                name="interview-kind"
                value=kind.code()
                prop:checked=move || chosen.with(|chosen| chosen.kind == kind)
                on:change=move |_| chosen.update(|chosen| chosen.kind = kind)
            />
            <span>{text(kind_words(kind))}</span>
        </label>
    }
    .into_any()
}

fn addition_choice(chosen: RwSignal<NewChecklist>, addition: ChecklistAddition) -> AnyView {
    let set = move |event| {
        let is_chosen = event_target_checked(&event);
        chosen.update(|chosen| {
            chosen.additions.retain(|other| *other != addition);
            if is_chosen {
                chosen.additions.push(addition);
            }
        });
    };
    view! {
        <label class="choice-card">
            <input
                type="checkbox"
                name="addition"
                value=addition.code()
                prop:checked=move || chosen.with(|chosen| chosen.additions.contains(&addition))
                on:change=set
            />
            <span>{text(addition_words(addition))}</span>
        </label>
    }
    .into_any()
}
