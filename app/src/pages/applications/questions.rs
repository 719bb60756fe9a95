//! The questions to expect for one vacancy: about what it asks for, line by line, and about the job it names.

use crate::components::button::Button;
use crate::components::interview::loading::when_there;
use crate::components::interview::question_line::question_line;
use crate::components::page_frame::{PageFrame, PageTitle};
use crate::i18n::{Key, format, text};
use crate::platform::focus;
use crate::state::application::ApplicationEditor;
use crate::state::client::use_client;
use crate::state::practice::{AskedQuestion, Home, Topic, asked, practices, remembered};
use crate::state::vacancy::{
    VacancyBank, fitting, of_occupation, own_question, own_words, vacancy_bank,
    write_question_about,
};
use leptos::prelude::*;
use std::sync::Arc;

/// Draws the questions for the vacancy of an application.
pub fn questions_page(editor: ApplicationEditor) -> AnyView {
    Effect::new(move |_| use_client().offline.begin());
    let job = move || untrack(|| editor.application()).vacancy.title;
    when_there(move || vacancy_bank(job()), move |bank| page(editor, bank))
}

fn page(editor: ApplicationEditor, bank: Arc<VacancyBank>) -> AnyView {
    let address = format!("/applications/{}", editor.id());
    view! {
        <PageFrame title=text(Key::VacancyQuestions)>
            <div class="stack" data-vacancy-questions="">
                <PageTitle words=text(Key::VacancyQuestions) />
                <p>{text(Key::VacancyQuestionsHint)}</p>
                {about_requirements(editor, bank.clone())}
                {about_job(bank.clone())}
                <div class="button-row">
                    <a
                        href=format!("{address}/requirements")
                        class="button button-secondary"
                        data-action="open-requirements"
                    >
                        {text(Key::VacancyCompare)}
                    </a>
                    <a href=address class="button button-secondary" data-action="open-editor">
                        {text(Key::VacancyToApplication)}
                    </a>
                </div>
            </div>
        </PageFrame>
    }
    .into_any()
}

fn about_requirements(editor: ApplicationEditor, bank: Arc<VacancyBank>) -> AnyView {
    let workspace = use_client().workspace;
    let requirements = untrack(|| editor.application()).vacancy.requirements;
    let lines = requirements.lines().map(str::trim);
    let lines: Vec<String> = lines
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect();
    if lines.is_empty() {
        return view! { <p data-nothing-asked="">{text(Key::RequirementsNone)}</p> }.into_any();
    }
    let practices = Memo::new(move |_| practices(workspace));
    let cards: Vec<AnyView> = lines
        .into_iter()
        .enumerate()
        .map(|(number, line)| requirement(number, line, practices, bank.clone()))
        .collect();
    view! {
        <section class="stack">
            <h2>{text(Key::VacancyAsks)}</h2>
            <ul class="card-list">{cards}</ul>
        </section>
    }
    .into_any()
}

/// A line of what is asked for, with the questions about it.
fn requirement(
    number: usize,
    line: String,
    practices: Memo<Vec<Home>>,
    bank: Arc<VacancyBank>,
) -> AnyView {
    let (words, shown) = (line.clone(), line.clone());
    let title = format!("questions-about-{number}");
    let heading = title.clone();
    let drawn = move || {
        let practices = practices.get();
        let all = asked(&bank.questions, &practices);
        let own = own_question(&own_words(&line), &all);
        let fitting = fitting(&line, bank.occupation.as_deref(), &all).into_iter();
        let links: Vec<AnyView> = fitting
            .chain(own)
            .map(|question| question_line(question, &practices))
            .collect();
        let add = own
            .is_none()
            .then(|| add_button(&line, bank.clone(), &title));
        view! {
            <ul class="choice-list">{links}</ul>
            {add.map(|button| view! { <div class="card-actions">{button}</div> })}
        }
    };
    view! {
        <li class="card" data-questions-about=words>
            <h3 class="card-title" id=heading tabindex="-1">
                {shown}
            </h3>
            {drawn}
        </li>
    }
    .into_any()
}

fn add_button(line: &str, bank: Arc<VacancyBank>, title: &str) -> AnyView {
    let (asked, title) = (line.to_owned(), title.to_owned());
    let add = move || {
        let client = use_client();
        write_question_about(client.workspace, &bank, &asked);
        client.toasts.announce(text(Key::VacancyQuestionAdded));
        focus::focus_soon(title.clone());
    };
    Button::secondary("add-own-question", Key::VacancyAddQuestion)
        .read_as(format(Key::VacancyAddQuestionNamed, &[("text", line)]))
        .draw(add)
}

/// The questions about the job that the vacancy names, and the way to all others.
fn about_job(bank: Arc<VacancyBank>) -> AnyView {
    let practices = untrack(|| practices(use_client().workspace));
    let all = asked(&bank.questions, &practices);
    let named = bank.occupation.as_deref();
    let named = named.and_then(|id| bank.questions.occupation(id));
    let drawn = match named {
        Some(occupation) => {
            let lines = of_occupation(&occupation.id, &all).into_iter();
            let lines = lines.map(|question: &AskedQuestion| question_line(question, &practices));
            let lines: Vec<AnyView> = lines.collect();
            let id = occupation.id.clone();
            view! {
                <h2>{occupation.name.clone()}</h2>
                <ul
                    class="choice-list"
                    data-questions-of=id.clone()
                    on:click=move |_| choose_occupation(&id)
                >
                    {lines}
                </ul>
            }
            .into_any()
        }
        None => {
            view! { <p data-no-occupation="">{text(Key::VacancyQuestionsNoJob)}</p> }.into_any()
        }
    };
    view! {
        <section class="stack">
            {drawn} <p>
                <a href="/interview/questions" class="text-link" data-action="all-questions">
                    {text(Key::VacancyQuestionsAll)}
                </a>
            </p>
        </section>
    }
    .into_any()
}

/// The question after this one is one of the same job.
fn choose_occupation(id: &str) {
    remembered().update(|chosen| {
        chosen.occupation = id.to_owned();
        chosen.topic = Topic::Occupation;
        chosen.stage = None;
        chosen.minutes = None;
        chosen.asked = true;
    });
}
