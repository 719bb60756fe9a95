//! How a mock interview went: each question with its time, what was recorded or written, and the self-check.

use crate::components::button::Button;
use crate::components::icon::Icon;
use crate::components::interview::frame::{interview_frame, way_back};
use crate::components::interview::loading::when_there;
use crate::components::interview::mock_words::{length_words, mock_name};
use crate::components::interview::recording::{SizedRecording, recording_row};
use crate::components::interview::self_check::self_check;
use crate::components::undo::listen_to_undo_keys;
use crate::i18n::{self, Key, format, text};
use crate::state::client::use_client;
use crate::state::practice::mock::{MockHome, delete_mock, of_mock, recordings, sizes, storing};
use crate::state::practice::{AskedQuestion, PracticeEditor, asked, practices, questions};
use approdo_catalog::Questions;
use approdo_domain::ItemId;
use approdo_domain::practice::{MockInterview, MockOutcome, MockQuestion};
use approdo_store_indexeddb::StoreError;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_navigate;

/// Draws how a mock interview went.
pub fn result_page(home: MockHome) -> AnyView {
    when_there(questions, move |questions| {
        let present = present(home);
        // It may yet come from another device.
        let is_there = Memo::new(move |_| present.with(Option::is_some));
        let drawn = move || match is_there.get() {
            true => page(&questions, home, present),
            false => interview_frame(
                text(Key::MockMissing),
                way_back("/interview/mock", Key::MockTitle),
            ),
        };
        drawn.into_any()
    })
}

fn present((home, mock): MockHome) -> Memo<Option<MockInterview>> {
    let workspace = use_client().workspace;
    Memo::new(move |_| {
        let all = practices(workspace).into_iter();
        let mut here = all.filter(|(id, _)| *id == home);
        here.find_map(|(_, practice)| practice.mock(mock).cloned())
    })
}

fn page(questions: &Questions, home: MockHome, present: Memo<Option<MockInterview>>) -> AnyView {
    let workspace = use_client().workspace;
    let editor = PracticeEditor::new(workspace, home.0);
    listen_to_undo_keys(editor.shared());
    let known = asked(questions, &untrack(|| practices(workspace)));
    let recorded = recorded(home);
    // Only what was asked is listed again: who writes below keeps the focus.
    let held = Memo::new(move |_| present.get().map(|mock| mock.questions).unwrap_or_default());
    let rows = move || {
        let rows = held.get().into_iter();
        let rows = rows.map(|question| row(&question, &known, recorded));
        rows.collect::<Vec<_>>()
    };
    let summary = move || present.with(|mock| mock.as_ref().map(summary));
    view! {
        {interview_frame(
            text(Key::MockResult),
            view! {
                {summary}
                <section class="stack" data-mock-result="">
                    <h2>{text(Key::MockAsked)}</h2>
                    {being_stored()}
                    {rows}
                </section>
                {self_check(editor, home.1)}
                {tools(home)}
            }
            .into_any(),
        )}
    }
    .into_any()
}

fn summary(mock: &MockInterview) -> AnyView {
    let (answered, seconds) = mock.answered();
    let words = format(
        Key::MockResultSummary,
        &[
            ("answered", &answered.to_string()),
            ("count", &mock.questions.len().to_string()),
            ("time", &length_words(seconds)),
        ],
    );
    let about = format!("{} · {}", mock_name(mock), i18n::day(&mock.date.0));
    view! {
        <p class="card-meta">{about}</p>
        <p data-answered=answered>{words}</p>
    }
    .into_any()
}

/// The last answer may still be on its way to the store.
fn being_stored() -> AnyView {
    let storing = storing();
    let words = move || (storing.get() > 0).then(|| text(Key::MockRecordingStoring));
    view! { <p role="status">{words}</p> }.into_any()
}

/// The recordings of an interview; they are read again when one was stored or deleted.
#[derive(Clone, Copy)]
struct Recorded {
    all: RwSignal<Vec<SizedRecording>>,
    changed: RwSignal<u32>,
}

fn recorded((_, mock): MockHome) -> Recorded {
    let recorded = Recorded {
        all: RwSignal::new(Vec::new()),
        changed: RwSignal::new(0),
    };
    let storing = storing();
    Effect::new(move |_| {
        recorded.changed.track();
        storing.track();
        spawn_local(async move {
            // What cannot be read is said on the page of the recordings.
            if let Ok(all) = recorded_for(mock).await {
                recorded.all.try_set(all);
            }
        });
    });
    recorded
}

async fn recorded_for(mock: ItemId) -> Result<Vec<SizedRecording>, StoreError> {
    let all = of_mock(&recordings().await?, mock);
    let sizes = sizes(&all).await?;
    Ok(all.into_iter().zip(sizes).collect())
}

fn row(question: &MockQuestion, known: &[AskedQuestion], recorded: Recorded) -> AnyView {
    let asked = known.iter().find(|one| one.item == question.id);
    let ask = asked.map_or_else(|| text(Key::MockAskedMissing), |one| one.ask.clone());
    let ended = question.ended();
    let outcome = text(match ended {
        Some(MockOutcome::Answered) => Key::MockAnswered,
        Some(MockOutcome::Skipped) => Key::MockSkipped,
        None => Key::MockNotReached,
    });
    let meta = match ended {
        Some(_) => format!("{outcome} · {}", length_words(question.taken())),
        None => outcome,
    };
    let prepare = asked.map(|one| format!("/interview/questions/{}", one.word()));
    let prepare = prepare.map(|address| {
        view! {
            <a href=address class="text-link" data-action="prepare-answer">
                {text(Key::MockPrepare)}
            </a>
        }
    });
    let words = question.words.trim().to_owned();
    let words = (!words.is_empty()).then(|| view! { <p class="mock-written">{words}</p> });
    let item = question.id;
    let own = Memo::new(move |_| {
        let all = recorded.all.get().into_iter();
        let own = all.filter(|(recording, _)| recording.facts.question == item);
        own.collect::<Vec<_>>()
    });
    let heard = move || {
        let rows = own.get().into_iter();
        let rows = rows.map(|recording| recording_row(recording, recorded.changed));
        rows.collect::<Vec<_>>()
    };
    view! {
        <div
            class="card stack"
            data-asked=asked.map(AskedQuestion::word)
            data-outcome=ended.map(MockOutcome::code)
        >
            <h3>{ask}</h3>
            <p class="card-meta">{meta}</p>
            {words}
            {heard}
            <p>{prepare}</p>
        </div>
    }
    .into_any()
}

fn tools(home: MockHome) -> AnyView {
    let navigate = use_navigate();
    let delete = move || {
        let client = use_client();
        let restore = delete_mock(client.workspace, home);
        let toasts = client.toasts;
        toasts.offer_undo(text(Key::MockDeleted), restore);
        navigate("/interview/mock", Default::default());
    };
    view! {
        <div class="button-row">
            <a href="/interview/mock" class="button button-primary" data-action="mock-again">
                {text(Key::MockAgain)}
            </a>
            {Button::secondary("delete-mock", Key::MockDelete)
                .with_icon(Icon::Delete)
                .draw(delete)}
        </div>
        <p>
            <a href="/interview/mock/recordings" class="text-link" data-action="recordings">
                {text(Key::MockRecordings)}
            </a>
        </p>
        {way_back("/interview", Key::InterviewTitle)}
    }
    .into_any()
}
