//! What the company asks for beside a CV: what is there, what is missing, and the ways from there.

use crate::components::page_frame::{PageFrame, PageTitle};
use crate::components::vacancy::requirement_card::requirement_card;
use crate::i18n::{Key, format, text};
use crate::pages::with_editor::cv_name;
use crate::state::application::ApplicationEditor;
use crate::state::client::use_client;
use crate::state::cv_editor::CvEditor;
use crate::state::day::today;
use crate::state::vacancy::{CvStanding, LineBesideCv, beside_cv};
use approdo_document::{DocumentId, DocumentKind, project_cv};
use approdo_domain::application::{ApplicationPlace, PapersField};
use leptos::prelude::*;

const CV: ApplicationPlace = ApplicationPlace::Papers(PapersField::Cv);
const SELECT: &str = "requirements-cv";

/// Draws what is asked for beside the CV that goes with the application.
pub fn requirements_page(editor: ApplicationEditor) -> AnyView {
    let client = use_client();
    client.way_back.set(None);
    Effect::new(move |_| client.offline.begin());
    let cv = chosen_cv(editor);
    let drawn = move || match cv.get() {
        Some(cv) => beside(editor, cv),
        None => no_cv(),
    };
    view! {
        <PageFrame title=text(Key::RequirementsTitle)>
            <PageTitle words=text(Key::RequirementsTitle) />
            {cv_choice(editor, cv)}
            {drawn}
            {ways(editor, cv)}
        </PageFrame>
    }
    .into_any()
}

/// The CV that goes with the application; else the one last worked on.
fn chosen_cv(editor: ApplicationEditor) -> Memo<Option<DocumentId>> {
    let attached = editor.text(CV).text;
    let workspace = use_client().workspace;
    Memo::new(move |_| {
        attached.track();
        let cvs = workspace.summaries.get();
        editor
            .attached(PapersField::Cv, DocumentKind::Cv)
            .or_else(|| cvs.iter().find(|cv| !cv.removed).map(|cv| cv.id))
    })
}

fn beside(editor: ApplicationEditor, cv: DocumentId) -> AnyView {
    let workspace = use_client().workspace;
    let revision = editor.revision();
    let lines = Memo::new(move |_| {
        revision.track();
        workspace.summaries.track();
        let cv = workspace.read(cv, |open, _| project_cv(open.document()));
        let application = untrack(|| editor.application());
        beside_cv(&application, &cv, today())
    });
    let cv = CvEditor::new(workspace, cv);
    let page = format!("/applications/{}/requirements", editor.id());
    let drawn = move || {
        let lines = lines.get();
        if lines.is_empty() {
            return view! { <p data-nothing-asked="">{text(Key::RequirementsNone)}</p> }.into_any();
        }
        let count = counted(&lines);
        let job = untrack(|| editor.application()).vacancy.title;
        let cards = lines
            .into_iter()
            .map(|line| requirement_card(cv, line, &job, &page));
        let cards: Vec<AnyView> = cards.collect();
        view! {
            <p role="status">{count}</p>
            <ul class="card-list">{cards}</ul>
        }
        .into_any()
    };
    drawn.into_any()
}

fn counted(lines: &[LineBesideCv]) -> String {
    let met = lines
        .iter()
        .filter(|line| line.standing() == CvStanding::Met);
    let (met, count) = (met.count().to_string(), lines.len().to_string());
    format(Key::RequirementsCount, &[("met", &met), ("count", &count)])
}

fn no_cv() -> AnyView {
    view! {
        <p>{text(Key::RequirementsNoCv)}</p>
        <p>
            <a href="/cv/new" class="text-link" data-action="new-cv">
                {text(Key::RequirementsNewCv)}
            </a>
        </p>
    }
    .into_any()
}

fn cv_choice(editor: ApplicationEditor, chosen: Memo<Option<DocumentId>>) -> AnyView {
    let options = move || {
        let mut cvs = use_client().workspace.summaries.get();
        cvs.retain(|cv| !cv.removed || Some(cv.id) == chosen.get());
        let options = cvs.into_iter().map(|cv| {
            let name = cv_name(&cv.title, &cv.full_name);
            let is_chosen = chosen.get() == Some(cv.id);
            view! {
                <option value=cv.id.to_string() selected=is_chosen>
                    {name}
                </option>
            }
        });
        options.collect::<Vec<_>>()
    };
    let has_cv = Memo::new(move |_| chosen.get().is_some());
    let drawn = move || {
        has_cv.get().then(|| {
            view! {
                <div class="field">
                    <label for=SELECT>{text(Key::RequirementsCv)}</label>
                    <select
                        id=SELECT
                        on:change=move |event| editor.write_text(CV, &event_target_value(&event))
                    >
                        {options}
                    </select>
                </div>
            }
        })
    };
    drawn.into_any()
}

fn ways(editor: ApplicationEditor, cv: Memo<Option<DocumentId>>) -> AnyView {
    let address = format!("/applications/{}", editor.id());
    let attached = editor
        .text(ApplicationPlace::Papers(PapersField::Letter))
        .text;
    let letter = move || {
        attached.track();
        let written = editor.attached(PapersField::Letter, DocumentKind::Letter);
        let (href, words) = match (written, cv.get()) {
            (Some(letter), _) => (format!("/letters/{letter}"), Key::RequirementsOpenLetter),
            (None, Some(cv)) => (
                format!("/letters/new/{cv}/{}", editor.id()),
                Key::RequirementsLetter,
            ),
            (None, None) => return ().into_any(),
        };
        view! {
            <a href=href class="button button-primary" data-action="write-letter">
                {text(words)}
            </a>
        }
        .into_any()
    };
    view! {
        <div class="button-row">
            {letter}
            <a
                href=format!("{address}/questions")
                class="button button-secondary"
                data-action="open-questions"
            >
                {text(Key::VacancyQuestions)}
            </a>
            <a
                href=format!("{address}/vacancy")
                class="button button-secondary"
                data-action="open-vacancy"
            >
                {text(Key::RequirementsRead)}
            </a>
            <a href=address class="button button-secondary" data-action="open-editor">
                {text(Key::VacancyToApplication)}
            </a>
        </div>
    }
    .into_any()
}
