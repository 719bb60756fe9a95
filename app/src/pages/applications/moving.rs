//! What is asked before an application moves on: dates and way that are missing, and, before it goes out, with
//! which CV and letter. Those are frozen then, with the files that go out.

use crate::components::application::moving::carry_out;
use crate::components::application::papers::paper_choice;
use crate::components::application::words::{application_name_of, channel_words, state_words};
use crate::components::field_facts::{field_facts, field_id, field_name};
use crate::components::page_frame::{PageFrame, PageTitle};
use crate::i18n::{Key, format, text};
use crate::platform::focus;
use crate::state::application::{
    ApplicationEditor, Frozen, Paper, Plan, differences, freeze, plan, proposed,
};
use crate::state::client::use_client;
use crate::state::day::today;
use approdo_domain::application::{Application, ApplicationPlace, ApplicationState, Channel};
use approdo_domain::{FieldKind, FieldValue};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_navigate;

/// What is answered so far, and which places are still missing after the person wanted to go on.
#[derive(Clone, Copy)]
struct Answers {
    application: RwSignal<Application>,
    missing: RwSignal<Vec<ApplicationPlace>>,
}

/// Draws what is asked before a move; of one that is not possible any more, the way back.
pub fn moving_page(editor: ApplicationEditor, to: ApplicationState) -> AnyView {
    editor.commit();
    let before = editor.application();
    let title = text(state_words(to));
    let name = application_name_of(editor);
    let asked = match plan(&before, to, today()) {
        Ok(Plan::Ask(places)) => questions(editor, before, to, places),
        Ok(Plan::AtOnce(_)) => questions(editor, before, to, Vec::new()),
        Err(_) => view! { <p>{text(Key::ApplicationMoveNot)}</p> }.into_any(),
    };
    view! {
        <PageFrame title=title.clone() class="guided">
            <PageTitle words=title />
            <p class="lead">{name}</p>
            {asked}
            <p>
                <a href=format!("/applications/{}", editor.id()) class="text-link">
                    {text(Key::ApplicationBack)}
                </a>
            </p>
        </PageFrame>
    }
    .into_any()
}

fn questions(
    editor: ApplicationEditor,
    before: Application,
    to: ApplicationState,
    places: Vec<ApplicationPlace>,
) -> AnyView {
    let goes_out =
        to == ApplicationState::Sent && before.application_state() == ApplicationState::ToSend;
    let answers = Answers {
        application: RwSignal::new(proposed(before.clone(), to, today())),
        missing: RwSignal::new(Vec::new()),
    };
    let fields: Vec<AnyView> = places
        .into_iter()
        .map(|place| question(answers, place))
        .collect();
    let navigate = use_navigate();
    let is_busy = RwSignal::new(false);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let answered = answers.application.get_untracked();
        let missing = answered.missing_for(to);
        answers.missing.set(missing.clone());
        if let Some(first) = missing.first() {
            return focus::focus_soon(field_id(*first));
        }
        if is_busy.get_untracked() {
            return;
        }
        is_busy.set(true);
        let (before, navigate) = (before.clone(), navigate.clone());
        spawn_local(async move {
            send(editor, &before, &answered, to, goes_out).await;
            navigate(
                &format!("/applications/{}", editor.id()),
                Default::default(),
            );
        });
    };
    view! {
        <form class="guided-question" on:submit=submit novalidate data-moving=to.code()>
            {fields} {goes_out.then(|| papers(answers))}
            <div class="guided-bar">
                <button
                    type="submit"
                    class="button button-primary"
                    data-action="confirm-move"
                    aria-disabled=move || is_busy.get().then_some("true")
                >
                    {text(Key::ApplicationMoveConfirm)}
                </button>
            </div>
        </form>
    }
    .into_any()
}

/// Writes the answers and, of what goes out, what it is like now.
async fn send(
    editor: ApplicationEditor,
    before: &Application,
    answered: &Application,
    to: ApplicationState,
    goes_out: bool,
) {
    let client = use_client();
    let frozen = match goes_out {
        true => {
            client.toasts.show(text(Key::ApplicationFreezing));
            freeze(client, answered).await
        }
        false => Frozen::default(),
    };
    let mut texts = differences(before, answered);
    texts.extend(frozen.texts);
    texts.push((ApplicationPlace::State, to.code().to_owned()));
    carry_out(editor.id(), answered, to, &texts);
    if let Some(failure) = frozen.failure {
        let why = text(failure);
        let words = format(Key::ApplicationFileNotFrozen, &[("why", &why)]);
        client.toasts.show(words);
    }
}

fn papers(answers: Answers) -> AnyView {
    let choices = Paper::ALL.map(|paper| {
        let place = ApplicationPlace::Papers(paper.chosen());
        let chosen = Signal::derive(move || {
            let application = answers.application;
            application.with(|application| text_at(application, place))
        });
        paper_choice(field_id(place), paper, chosen, move |id| {
            answers
                .application
                .update(|application| application.set_text(place, &id));
        })
    });
    view! {
        <p class="field-hint">{text(Key::ApplicationFreezeHint)}</p>
        {Vec::from(choices)}
    }
    .into_any()
}

fn question(answers: Answers, place: ApplicationPlace) -> AnyView {
    let id = field_id(place);
    let facts = field_facts(place);
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let is_missing = Memo::new(move |_| answers.missing.with(|missing| missing.contains(&place)));
    let described_by = match facts.hint {
        Some(_) => format!("{hint_id} {error_id}"),
        None => error_id.clone(),
    };
    let hint = facts.hint.map(|hint| {
        view! {
            <p class="field-hint" id=hint_id>
                {text(hint)}
            </p>
        }
    });
    let control = match place.kind() {
        FieldKind::Choice => channel_select(answers, place, id.clone(), described_by),
        _ => date_input(answers, place, id.clone(), described_by),
    };
    let error = move || {
        is_missing.get().then(|| {
            text(match place.kind() {
                FieldKind::Choice => Key::ApplicationMissingChannel,
                _ => Key::ApplicationMissingDate,
            })
        })
    };
    view! {
        <div class="field" data-field=field_name(place)>
            <label for=id>{text(facts.label)}</label>
            {hint} {control}
            <p class="field-error" id=error_id role="alert">
                {error}
            </p>
        </div>
    }
    .into_any()
}

fn date_input(
    answers: Answers,
    place: ApplicationPlace,
    id: String,
    described_by: String,
) -> AnyView {
    let first = answers
        .application
        .with_untracked(|application| text_at(application, place));
    let note = move |event| answer(answers, place, &event_target_value(&event));
    view! {
        <input
            id=id
            type="text"
            autocomplete="off"
            aria-describedby=described_by
            prop:value=first
            on:input=note
        />
    }
    .into_any()
}

fn channel_select(
    answers: Answers,
    place: ApplicationPlace,
    id: String,
    described_by: String,
) -> AnyView {
    let first = answers
        .application
        .with_untracked(|application| text_at(application, place));
    let options = Channel::ALL.map(|channel| {
        view! {
            <option value=channel.code() selected=channel.code() == first>
                {text(channel_words(channel))}
            </option>
        }
    });
    view! {
        <select
            id=id
            aria-describedby=described_by
            on:change=move |event| answer(answers, place, &event_target_value(&event))
        >
            <option value="">{text(Key::FieldChoiceNone)}</option>
            {Vec::from(options)}
        </select>
    }
    .into_any()
}

fn answer(answers: Answers, place: ApplicationPlace, value: &str) {
    answers
        .application
        .update(|application| application.set_text(place, value));
}

fn text_at(application: &Application, place: ApplicationPlace) -> String {
    match application.value(place) {
        FieldValue::Text(text) => text.to_owned(),
        FieldValue::Flag(_) => String::new(),
    }
}
