//! Beginning a letter: its form, its CV, its language, and how the person speaks of themselves.

use crate::components::letter::words::{form_words, writer_form_words};
use crate::components::page_frame::{PageFrame, PageTitle};
use crate::i18n::{Key, Language, text};
use crate::pages::with_editor::cv_name;
use crate::state::application::{attach_letter, vacancy_of};
use crate::state::client::use_client;
use crate::state::letter::{NewLetter, begin};
use crate::state::summaries::CvSummary;
use crate::state::workspace::Phase;
use approdo_document::DocumentId;
use approdo_domain::letter::{LetterForm, WordForm};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

/// Draws what is chosen before the first question, once the CVs are known; for an application, if it is one of this
/// device, the letter knows the vacancy, and goes with it.
pub fn new_page(cv: Option<DocumentId>, application: Option<DocumentId>) -> AnyView {
    let workspace = use_client().workspace;
    let drawn = move || {
        if workspace.phase.get() == Phase::Ready {
            choices_page(cv, application)
        } else {
            ().into_any()
        }
    };
    view! {
        <PageFrame title=text(Key::LetterNewTitle) class="guided">
            <PageTitle words=text(Key::LetterNewTitle) />
            {drawn}
        </PageFrame>
    }
    .into_any()
}

fn choices_page(cv: Option<DocumentId>, application: Option<DocumentId>) -> AnyView {
    let workspace = use_client().workspace;
    let mut cvs = workspace.summaries.get_untracked();
    cvs.retain(|summary| !summary.removed);
    let chosen_cv = cv
        .filter(|cv| cvs.iter().any(|summary| summary.id == *cv))
        .or_else(|| cvs.first().map(|summary| summary.id));
    let vacancy = application.and_then(|id| vacancy_of(workspace, id));
    let application = application.filter(|_| vacancy.is_some());
    let chosen = RwSignal::new(NewLetter {
        vacancy: vacancy.unwrap_or_default(),
        ..NewLetter::with_cv(chosen_cv)
    });
    let navigate = use_navigate();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let id = begin(workspace, &chosen.get_untracked());
        if let Some(application) = application {
            attach_letter(workspace, application, id);
        }
        navigate(&format!("/letters/{id}/guided"), Default::default());
    };
    view! {
        <form class="guided-question" on:submit=submit data-new-letter="">
            {forms(chosen)} {cv_choice(chosen, cvs)} {writers(chosen)} {languages(chosen)}
            <div class="guided-bar">
                <button type="submit" class="button button-primary" data-action="begin-letter">
                    {text(Key::LetterNewBegin)}
                </button>
            </div>
        </form>
    }
    .into_any()
}

fn forms(chosen: RwSignal<NewLetter>) -> AnyView {
    let cards = LetterForm::ALL.map(|form| {
        let (name, hint) = form_words(form);
        let is_chosen = move || chosen.with(|chosen| chosen.form == form);
        let choose = move || chosen.update(|chosen| chosen.form = form);
        radio(
            "letter-form",
            form.code(),
            is_chosen,
            choose,
            text(name),
            Some(text(hint)),
        )
    });
    view! {
        <fieldset class="choice-list">
            <legend class="visually-hidden">{text(Key::LetterNewTitle)}</legend>
            {Vec::from(cards)}
        </fieldset>
    }
    .into_any()
}

fn writers(chosen: RwSignal<NewLetter>) -> AnyView {
    let cards = WordForm::ALL.map(|form| {
        let is_chosen = move || chosen.with(|chosen| chosen.writer_form == form);
        let choose = move || chosen.update(|chosen| chosen.writer_form = form);
        let words = text(writer_form_words(form));
        radio("writer-form", form.code(), is_chosen, choose, words, None)
    });
    view! {
        <fieldset class="choice-list">
            <legend class="field-label">{text(Key::LetterNewWriter)}</legend>
            {Vec::from(cards)}
        </fieldset>
    }
    .into_any()
}

fn languages(chosen: RwSignal<NewLetter>) -> AnyView {
    let cards = Language::ALL.map(|language| {
        let tag = language.tag();
        let is_chosen = move || chosen.with(|chosen| chosen.language == tag);
        let choose = move || chosen.update(|chosen| tag.clone_into(&mut chosen.language));
        let words = text(language.name());
        radio("letter-language", tag, is_chosen, choose, words, None)
    });
    view! {
        <fieldset class="choice-list">
            <legend class="field-label">{text(Key::LetterNewLanguage)}</legend>
            {Vec::from(cards)}
        </fieldset>
    }
    .into_any()
}

fn radio(
    group: &'static str,
    code: impl Into<String>,
    is_chosen: impl Fn() -> bool + Send + Sync + 'static,
    choose: impl Fn() + 'static,
    words: String,
    hint: Option<String>,
) -> AnyView {
    view! {
        <label class="choice-card">
            <input
                type="radio"
                name=group
                value=code.into()
                prop:checked=is_chosen
                on:change=move |_| choose()
            />
            <span>
                {words} {hint.map(|hint| view! { <span class="choice-hint">{hint}</span> })}
            </span>
        </label>
    }
    .into_any()
}

fn cv_choice(chosen: RwSignal<NewLetter>, cvs: Vec<CvSummary>) -> AnyView {
    let choices = cvs.into_iter().map(|cv| {
        let name = cv_name(&cv.title, &cv.full_name);
        (Some(cv.id), name)
    });
    let without = (None, text(Key::LetterNewCvNone));
    let cards = choices.chain([without]).map(|(id, name)| {
        let is_chosen = move || chosen.with(|chosen| chosen.cv == id);
        let choose = move || chosen.update(|chosen| chosen.cv = id);
        let value = id.map_or_else(String::new, |id| id.to_string());
        radio("letter-cv", value, is_chosen, choose, name, None)
    });
    view! {
        <fieldset class="choice-list" aria-describedby="letter-new-cv-hint">
            <legend class="field-label">{text(Key::LetterNewCv)}</legend>
            <p class="field-hint" id="letter-new-cv-hint">
                {text(Key::LetterNewCvHint)}
            </p>
            {cards.collect::<Vec<_>>()}
        </fieldset>
    }
    .into_any()
}
