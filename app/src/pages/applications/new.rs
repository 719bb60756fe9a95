//! Beginning an application: the job, the company, and the CV it goes out with. All else has time.

use crate::components::application::fields::vacancy_language;
use crate::components::page_frame::{PageFrame, PageTitle};
use crate::components::suggestions::{SuggestedField, suggestions};
use crate::i18n::{Key, text};
use crate::pages::with_editor::cv_name;
use crate::state::application::begin;
use crate::state::client::use_client;
use crate::state::reference::finding::SuggestionKind;
use crate::state::workspace::Phase;
use approdo_domain::application::{Application, ApplicationPlace, PapersField, VacancyField};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

const ROLE: ApplicationPlace = ApplicationPlace::Vacancy(VacancyField::Title);
const COMPANY: ApplicationPlace = ApplicationPlace::Vacancy(VacancyField::Company);
const CV: ApplicationPlace = ApplicationPlace::Papers(PapersField::Cv);

/// Draws what is asked before an application begins, once the CVs are known.
pub fn new_page() -> AnyView {
    let workspace = use_client().workspace;
    let drawn = move || match workspace.phase.get() {
        Phase::Ready => questions(),
        _ => ().into_any(),
    };
    view! {
        <PageFrame title=text(Key::ApplicationNewTitle) class="guided">
            <PageTitle words=text(Key::ApplicationNewTitle) />
            {drawn}
        </PageFrame>
    }
    .into_any()
}

fn questions() -> AnyView {
    let workspace = use_client().workspace;
    let begun = RwSignal::new(Application::default());
    let navigate = use_navigate();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let id = begin(workspace, &begun.get_untracked());
        navigate(&format!("/applications/{id}"), Default::default());
    };
    view! {
        <form class="guided-question" on:submit=submit data-new-application="">
            {line(begun, ROLE, "application-new-role", Key::ApplicationFieldRole)}
            {line(begun, COMPANY, "application-new-company", Key::ApplicationFieldCompany)}
            {cv_choice(begun)}
            <div class="guided-bar">
                <button
                    type="submit"
                    class="button button-primary"
                    data-action="begin-application"
                >
                    {text(Key::ApplicationNewBegin)}
                </button>
            </div>
        </form>
    }
    .into_any()
}

fn line(
    begun: RwSignal<Application>,
    place: ApplicationPlace,
    id: &'static str,
    label: Key,
) -> AnyView {
    let note = move |event| {
        begun.update(|begun| begun.set_text(place, &event_target_value(&event)));
    };
    let suggested = SuggestionKind::of_application(place).map(|kind| {
        suggestions(SuggestedField {
            id: id.to_owned(),
            kind,
            language: Box::new(vacancy_language),
            choose: Box::new(move |chosen| begun.update(|begun| begun.set_text(place, chosen))),
        })
    });
    view! {
        <div class="field">
            <label for=id>{text(label)}</label>
            <input id=id type="text" dir="auto" autocomplete="off" on:input=note />
            {suggested}
        </div>
    }
    .into_any()
}

/// The CV it goes out with: the one last worked on, unless the person says otherwise.
fn cv_choice(begun: RwSignal<Application>) -> AnyView {
    let mut cvs = use_client().workspace.summaries.get_untracked();
    cvs.retain(|cv| !cv.removed);
    if let Some(cv) = cvs.first() {
        begun.update(|begun| begun.set_text(CV, &cv.id.to_string()));
    }
    let options: Vec<_> = cvs
        .into_iter()
        .map(|cv| {
            let name = cv_name(&cv.title, &cv.full_name);
            view! { <option value=cv.id.to_string()>{name}</option> }
        })
        .collect();
    let choose = move |event| {
        begun.update(|begun| begun.set_text(CV, &event_target_value(&event)));
    };
    view! {
        <div class="field">
            <label for="application-new-cv">{text(Key::ApplicationFieldCv)}</label>
            <select id="application-new-cv" on:change=choose>
                {options}
                <option value="">{text(Key::ApplicationFieldNoCv)}</option>
            </select>
        </div>
    }
    .into_any()
}
