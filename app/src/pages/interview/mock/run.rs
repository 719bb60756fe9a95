//! A mock interview under way: the question, the time, the answer, and what the thumb reaches.

use crate::components::button::Button;
use crate::components::field::TextField;
use crate::components::interview::mock_words::{clock_words, left_words, trouble_words};
use crate::components::page_frame::{PageFrame, PageTitle};
use crate::i18n::{Key, format, text};
use crate::platform::focus;
use crate::state::client::use_client;
use crate::state::practice::PracticeEditor;
use crate::state::practice::mock::{AnswerWay, Bell, Ending, Run, Session};
use approdo_domain::practice::{MockQuestionField, PracticePlace};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

/// Draws a mock interview under way.
pub fn run(session: Session) -> AnyView {
    let number = Memo::new(move |_| session.run.with(Run::question));
    let question = Memo::new(move |_| session.question(number.get()?));
    let words = Memo::new(move |_| question.get().map(|one| one.ask).unwrap_or_default());
    let name = move || question.get().map(|one| one.word());
    let progress = move || {
        let count = session.run.with(Run::count).to_string();
        let number = (number.get().unwrap_or_default() + 1).to_string();
        format(
            Key::MockQuestionOf,
            &[("number", &number), ("count", &count)],
        )
    };
    view! {
        <PageFrame title=text(Key::MockTitle) class="guided">
            <form
                class="guided-question"
                on:submit=|event| event.prevent_default()
                data-mock-run=name
            >
                <div class="mock-top">
                    <p class="card-meta">{progress}</p>
                    {times(session)}
                </div>
                <PageTitle words=words />
                {signs(session)}
                <div class="guided-answer">
                    {move || number.get().map(|_| answer(session))}
                </div>
                {bar(session, number)}
            </form>
        </PageFrame>
    }
    .into_any()
}

/// The clocks, for eyes; and the time in words that change seldom, for screen readers.
fn times(session: Session) -> AnyView {
    let of_question = move || {
        let now = session.now_ms.get();
        session.run.with(|run| run.left_of_question(now))
    };
    let of_whole = move || {
        let now = session.now_ms.get();
        session.run.with(|run| run.left_of_whole(now))
    };
    let said = Memo::new(move |_| left_words(of_question()));
    view! {
        <div class="mock-times" aria-hidden="true">
            <p>
                <span class="mock-clock" data-left="question">
                    {move || clock_words(of_question())}
                </span>
                <span class="card-meta">{text(Key::MockTimeOfQuestion)}</span>
            </p>
            <p>
                <span class="mock-clock" data-left="whole">
                    {move || clock_words(of_whole())}
                </span>
                <span class="card-meta">{text(Key::MockTimeOfWhole)}</span>
            </p>
        </div>
        <p class="visually-hidden" role="status" data-left-words="">
            {move || said.get()}
        </p>
    }
    .into_any()
}

/// What is shown beside the clocks: a bell that rang, a pause, a recording, what does not work.
fn signs(session: Session) -> AnyView {
    let rung = move || {
        let (name, words) = match session.rung.get()? {
            Bell::Question => ("question", Key::MockTimeUp),
            Bell::Whole => ("whole", Key::MockWholeTimeUp),
        };
        Some(view! {
            <p class="notice" data-kind="warning" data-rung=name>
                {text(words)}
            </p>
        })
    };
    let paused = move || {
        let is_paused = session.run.with(Run::is_paused);
        is_paused.then(|| view! { <p class="notice">{text(Key::MockPaused)}</p> })
    };
    let trouble = move || {
        let trouble = session.taking.trouble.get()?;
        Some(view! {
            <p class="notice" data-kind="warning" data-trouble="">
                {text(trouble_words(trouble))}
            </p>
        })
    };
    view! {
        <div role="alert" class="stack">
            {rung} {trouble}
        </div>
        <div role="status">{paused}</div>
    }
    .into_any()
}

fn answer(session: Session) -> AnyView {
    let number = session.run.with_untracked(Run::question);
    let Some(question) = number.and_then(|number| session.question(number)) else {
        return ().into_any();
    };
    let (home, mock) = session.home;
    match session.way() {
        AnswerWay::Write => {
            let editor = PracticeEditor::new(use_client().workspace, home);
            let place = PracticePlace::MockQuestion(mock, question.item, MockQuestionField::Words);
            view! { <TextField editor place /> }.into_any()
        }
        AnswerWay::Speak => {
            view! { <p class="guided-told">{text(Key::MockSpeakNow)}</p> }.into_any()
        }
        AnswerWay::Record => {
            let is_recording = Memo::new(move |_| {
                session.taking.is_recording.get() && !session.run.with(Run::is_paused)
            });
            let words = move || match is_recording.get() {
                true => text(Key::MockRecording),
                false => text(Key::MockSpeakNow),
            };
            let is_recording = move || is_recording.get().then_some("");
            view! {
                <p class="guided-told mock-recording" data-is-recording=is_recording>
                    {words}
                </p>
            }
            .into_any()
        }
    }
}

fn bar(session: Session, number: Memo<Option<usize>>) -> AnyView {
    let (home, mock) = session.home;
    let navigate = use_navigate();
    let to_the_end = move || {
        navigate(
            &format!("/interview/mock/{home}/{mock}"),
            Default::default(),
        );
    };
    let go_on = {
        let to_the_end = to_the_end.clone();
        move |ending| match session.next(ending) {
            true => focus::focus_soon("page-title".to_owned()),
            false => to_the_end(),
        }
    };
    let skip = go_on.clone();
    let end = move || {
        session.end();
        to_the_end();
    };
    let is_paused = Memo::new(move |_| session.run.with(Run::is_paused));
    let pause = move || {
        let (action, words) = match is_paused.get() {
            true => ("resume-mock", Key::MockResume),
            false => ("pause-mock", Key::MockPause),
        };
        let paused = !is_paused.get_untracked();
        Button::secondary(action, words).draw(move || {
            session.pause(paused);
            focus::focus_soon("mock-next".to_owned());
        })
    };
    let is_last = move || {
        let count = session.run.with(Run::count);
        number.get().is_some_and(|number| number + 1 == count)
    };
    let next_words = move || match is_last() {
        true => text(Key::MockFinish),
        false => text(Key::MockNext),
    };
    view! {
        <p>
            <button
                type="button"
                class="link-button"
                data-action="end-mock"
                on:click=move |_| end()
            >
                {text(Key::MockEndNow)}
            </button>
        </p>
        <div class="guided-bar">
            {Button::secondary("skip-question", Key::MockSkip)
                .draw(move || skip(Ending::Skipped))} {pause}
            <button
                type="button"
                id="mock-next"
                class="button button-primary"
                data-action="next-question"
                on:click=move |_| go_on(Ending::Answered)
            >
                {next_words}
            </button>
        </div>
    }
    .into_any()
}
