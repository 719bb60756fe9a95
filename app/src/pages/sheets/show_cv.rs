//! A candidate shows a CV to who asks the questions: which one, what goes and for how long, then the codes, once the candidate
//! agreed.

use crate::components::button::Button;
use crate::components::page_frame::{PageFrame, PageTitle};
use crate::components::sheet::codes::codes;
use crate::components::sheet::file_buttons::file_buttons;
use crate::i18n::{Key, text};
use crate::pages::with_editor::cv_name;
use crate::platform::focus;
use crate::state::client::use_client;
use crate::state::cv_editor::CvEditor;
use crate::state::sheet::show_own_cv;
use crate::state::summaries::{CvSummary, listed};
use crate::state::workspace::Phase;
use approdo_domain::{Personal, cv_file_name};
use approdo_exchange::shown_cv::{SHOWN_CV_EXTENSION, ShownCv, shown_cv_file, shown_cv_frames};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How far showing a CV has come.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    Asking,
    Working,
    Failed(Key),
    Shown(ShownCv),
}

/// Draws the CVs from which one is chosen.
pub fn choose_page() -> AnyView {
    let workspace = use_client().workspace;
    let own = Memo::new(move |_| {
        workspace.other_changes.track();
        let mut own = workspace.each(listed);
        own.retain(|cv| !cv.removed);
        own
    });
    let is_ready = move || workspace.phase.get() == Phase::Ready;
    let cards = move || is_ready().then(|| own.with(|own| choices(own)));
    view! {
        <PageFrame title=text(Key::SheetsShowCv)>
            <div class="stack" data-show-cv="">
                <PageTitle words=text(Key::SheetsShowCv) />
                <p class="lead">{text(Key::SheetsShowCvExplain)}</p>
                {cards}
            </div>
        </PageFrame>
    }
    .into_any()
}

fn choices(own: &[CvSummary]) -> AnyView {
    if own.is_empty() {
        return view! {
            <p>{text(Key::SheetsShowCvNone)}</p>
            <p>
                <a href="/cv" class="button button-secondary">
                    {text(Key::ListTitle)}
                </a>
            </p>
        }
        .into_any();
    }
    let card = |cv: &CvSummary| {
        let name = cv_name(&cv.title, &cv.full_name);
        view! {
            <li class="card" data-cv=cv.id.to_string()>
                <h3 class="card-title">
                    <a href=format!("/sheets/show/{}", cv.id)>{name}</a>
                </h3>
            </li>
        }
    };
    let cards: Vec<_> = own.iter().map(card).collect();
    view! {
        <h2>{text(Key::SheetsShowCvWhich)}</h2>
        <ul class="card-list">{cards}</ul>
    }
    .into_any()
}

/// Draws what goes and for how long, and the codes once the candidate agreed.
pub fn show_page(editor: CvEditor) -> AnyView {
    let step = RwSignal::new(Step::Asking);
    view! {
        <PageFrame title=text(Key::SheetsShowCv)>
            <div class="stack" data-show-cv="">
                <PageTitle words=text(Key::SheetsShowCv) />
                {move || step.with(|now| drawn(editor, step, now))}
                <p>
                    <a href="/sheets" class="button button-quiet">
                        {text(Key::SheetsTitle)}
                    </a>
                </p>
            </div>
        </PageFrame>
    }
    .into_any()
}

fn drawn(editor: CvEditor, step: RwSignal<Step>, now: &Step) -> AnyView {
    match now {
        Step::Asking => asking(editor, step),
        Step::Working => view! { <p role="status">{text(Key::ExportWorking)}</p> }.into_any(),
        Step::Failed(words) => {
            let words = text(*words);
            view! {
                <p class="notice" data-kind="error" role="alert">
                    {words}
                </p>
                {asking(editor, step)}
            }
            .into_any()
        }
        Step::Shown(shown) => handing_over(shown),
    }
}

fn asking(editor: CvEditor, step: RwSignal<Step>) -> AnyView {
    let agree = move || {
        step.set(Step::Working);
        spawn_local(async move {
            let shown = show_own_cv(editor).await;
            // The page may have been left meanwhile.
            step.try_set(shown.map_or_else(Step::Failed, Step::Shown));
            focus::focus_soon("page-title".to_owned());
        });
    };
    view! {
        <p class="lead">{text(Key::SheetsShowCvExplain)}</p>
        <p>{text(Key::SheetsShowCvLeftOut)}</p>
        <p>{text(Key::SheetsShowCvUntil)}</p>
        <div class="button-row">
            {Button::primary("agree-to-show", Key::SheetsShowCvAgree).draw(agree)}
        </div>
    }
    .into_any()
}

fn handing_over(shown: &ShownCv) -> AnyView {
    let personal = Personal {
        given_name: shown.name.clone(),
        ..Personal::default()
    };
    let name = cv_file_name(&personal, SHOWN_CV_EXTENSION);
    let row = match shown_cv_frames(shown) {
        Ok(frames) => view! {
            <p class="lead">{text(Key::SheetsShowCvCodes)}</p>
            {codes(frames)}
        }
        .into_any(),
        Err(_) => view! { <p class="lead">{text(Key::SheetsShowCvTooLong)}</p> }.into_any(),
    };
    view! {
        {row}
        <h2>{text(Key::SheetAsFile)}</h2>
        {file_buttons(("download-cv", "share-cv"), name, shown_cv_file(shown))}
    }
    .into_any()
}
