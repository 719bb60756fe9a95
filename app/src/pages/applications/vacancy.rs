//! The text of a vacancy, and what it says: each thing can be taken over, changed, or left.

use crate::components::button::Button;
use crate::components::field::TextField;
use crate::components::offline_line::OfflineLine;
use crate::components::page_frame::{PageFrame, PageTitle};
use crate::components::undo::{conflict_notice, listen_to_undo_keys, undo_buttons};
use crate::components::vacancy::asked::asked_list;
use crate::components::vacancy::fact::{FACTS, fact};
use crate::components::vacancy::forbidden::forbidden_notice;
use crate::i18n::{Key, plural, text};
use crate::platform::focus;
use crate::state::application::ApplicationEditor;
use crate::state::client::use_client;
use crate::state::vacancy::{fact_proposals, requirement_proposals, take_all};
use approdo_domain::application::{Application, ApplicationPlace, VacancyField};
use leptos::prelude::*;

const TEXT: ApplicationPlace = ApplicationPlace::Vacancy(VacancyField::Text);
const REQUIREMENTS: ApplicationPlace = ApplicationPlace::Vacancy(VacancyField::Requirements);
/// What has the focus once everything was taken.
const SAYS: &str = "vacancy-says";

/// Draws the text of an application's vacancy.
pub fn vacancy_page(editor: ApplicationEditor) -> AnyView {
    let application = followed(editor);
    let has_text = Memo::new(move |_| {
        application.with(|application| !application.vacancy.text.trim().is_empty())
    });
    listen_to_undo_keys(editor.shared());
    Effect::new(move |_| use_client().offline.begin());
    view! {
        <PageFrame title=text(Key::VacancyTitle)>
            <div class="stack" data-vacancy="">
                <div class="editor-toolbar">
                    <PageTitle words=text(Key::VacancyTitle) />
                    {undo_buttons(editor.shared())}
                </div>
                {move || conflict_notice(editor, |_| ())}
                <p>{text(Key::VacancyHint)}</p>
                <TextField editor place=TEXT />
                {move || has_text.get().then(|| read(editor, application))}
                {ways(editor)}
                <OfflineLine />
            </div>
        </PageFrame>
    }
    .into_any()
}

/// The application, each time it changes.
fn followed(editor: ApplicationEditor) -> Memo<Application> {
    let revision = editor.revision();
    Memo::new(move |_| {
        revision.track();
        untrack(|| editor.application())
    })
}

fn read(editor: ApplicationEditor, application: Memo<Application>) -> AnyView {
    let forbidden = Memo::new(move |_| application.with(|one| one.vacancy.text.clone()));
    let facts = Memo::new(move |_| application.with(fact_proposals));
    let asked = Memo::new(move |_| application.with(requirement_proposals));
    let fields = FACTS.map(|field| fact(editor, field, facts));
    view! {
        {move || forbidden.with(|text| forbidden_notice(text))}
        <section class="stack">
            <h2 id=SAYS tabindex="-1">
                {text(Key::VacancySays)}
            </h2>
            <p>{text(Key::VacancySaysHint)}</p>
            {everything(editor, application)}
            {Vec::from(fields)}
        </section>
        <section class="card stack">
            <h2>{text(Key::VacancyAsks)}</h2>
            {move || {
                asked
                    .with(|asked| !asked.is_empty())
                    .then(|| view! { <p>{text(Key::VacancyAsksHint)}</p> })
            }}
            {asked_list(editor, asked)}
            <p>{text(Key::VacancyAsksOwn)}</p>
            <TextField editor place=REQUIREMENTS />
        </section>
    }
    .into_any()
}

/// How much there is to take, and a way to take it all.
fn everything(editor: ApplicationEditor, application: Memo<Application>) -> AnyView {
    let open = Memo::new(move |_| {
        application.with(|application| {
            let facts = fact_proposals(application).into_iter();
            let facts = facts.filter(|fact| !fact.is_taken && !fact.is_otherwise);
            let asked = requirement_proposals(application).into_iter();
            facts.count() + asked.filter(|asked| !asked.is_taken).count()
        })
    });
    let take = move || {
        editor.commit();
        editor.write_texts(take_all(&untrack(|| editor.application())));
        focus::focus_soon(SAYS.to_owned());
    };
    let has_open = Memo::new(move |_| open.get() > 0);
    view! {
        <p role="status" data-open=move || open.get()>
            {move || match open.get() {
                0 => text(Key::VacancyAllTaken),
                count => plural(Key::VacancyOpen, count),
            }}
        </p>
        {move || {
            has_open.get().then(|| Button::primary("take-all", Key::VacancyTakeAll).draw(take))
        }}
    }
    .into_any()
}

fn ways(editor: ApplicationEditor) -> AnyView {
    let address = format!("/applications/{}", editor.id());
    view! {
        <div class="button-row">
            <a
                href=format!("{address}/requirements")
                class="button button-primary"
                data-action="open-requirements"
            >
                {text(Key::VacancyCompare)}
            </a>
            <a
                href=format!("{address}/questions")
                class="button button-secondary"
                data-action="open-questions"
            >
                {text(Key::VacancyQuestions)}
            </a>
            <a href=address class="button button-secondary" data-action="open-editor">
                {text(Key::VacancyToApplication)}
            </a>
        </div>
    }
    .into_any()
}
