//! The CV of a candidate beside the sheet of an assessor: read from the candidate's phone, shown as pages and as text, erased
//! from here at will.

use super::read::own_page;
use super::receive::ways_to_receive;
use crate::components::confirmed_button::ConfirmedButton;
use crate::components::page_frame::{PageFrame, PageTitle};
use crate::components::preview_zoom::PreviewZoom;
use crate::i18n::{Key, format, text};
use crate::platform::focus;
use crate::state::client::use_client;
use crate::state::sheet::{CandidatePages, SheetEditor, candidate_cv, draw_candidate_cv};
use approdo_catalog::Criteria;
use approdo_domain::sheet::SheetRole;
use approdo_exchange::shown_cv::ShownCv;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_navigate;
use std::sync::Arc;

/// Draws the CV beside an assessor's sheet; other sheets have none.
pub fn candidate_cv_page(editor: SheetEditor, criteria: Arc<Criteria>) -> AnyView {
    match editor.sheet().sheet_role() {
        SheetRole::Assessor => beside_the_sheet(editor),
        SheetRole::Candidate => own_page(editor, criteria),
    }
}

/// Draws the CV, or the ways in which it comes.
fn beside_the_sheet(editor: SheetEditor) -> AnyView {
    let present = RwSignal::new(candidate_cv::of(editor));
    let own = candidate_cv::address(editor.id());
    let navigate = use_navigate();
    let open = StoredValue::new(move |address: &str| match address == own {
        true => {
            present.set(candidate_cv::of(editor));
            focus::focus_soon("page-title".to_owned());
        }
        false => navigate(address, Default::default()),
    });
    let drawn = move || match present.get() {
        Some(shown) => reading(editor, shown, present),
        None => view! {
            <p class="lead">{text(Key::SheetCvExplain)}</p>
            {ways_to_receive(Some(editor), move |address| open.with_value(|open| open(address)))}
        }
        .into_any(),
    };
    view! {
        <PageFrame title=text(Key::SheetCvTitle)>
            <div class="stack" data-candidate-cv="">
                <PageTitle words=text(Key::SheetCvTitle) />
                {drawn}
                <p>
                    <a
                        href=format!("/sheets/{}", editor.id())
                        class="button button-secondary"
                        data-action="back-to-sheet"
                    >
                        {text(Key::SheetBack)}
                    </a>
                </p>
            </div>
        </PageFrame>
    }
    .into_any()
}

fn reading(editor: SheetEditor, shown: ShownCv, present: RwSignal<Option<ShownCv>>) -> AnyView {
    let values = [
        ("name", shown.name.as_str()),
        ("date", shown.agreed_on.as_str()),
    ];
    let consent = format(Key::SheetCvConsent, &values);
    let drawn: RwSignal<Option<Result<CandidatePages, Key>>> = RwSignal::new(None);
    spawn_local(async move {
        let outcome = draw_candidate_cv(&shown).await;
        // The page may have been left meanwhile.
        drawn.try_set(Some(outcome));
    });
    let forget = move || {
        candidate_cv::forget(editor.id());
        present.set(None);
        use_client().toasts.show(text(Key::SheetCvForgotten));
        focus::focus_soon("page-title".to_owned());
    };
    let button = ConfirmedButton {
        action: "forget-cv",
        about: String::new(),
        words: Key::SheetCvForget,
        label: None,
        sure: Key::SheetCvForgetSure,
    };
    view! {
        <p class="lead">{consent}</p>
        {move || drawn.with(|drawn| outcome(drawn.as_ref()))}
        {button.draw(forget)}
    }
    .into_any()
}

fn outcome(drawn: Option<&Result<CandidatePages, Key>>) -> AnyView {
    match drawn {
        None => view! { <p role="status">{text(Key::PreviewWorking)}</p> }.into_any(),
        Some(Err(words)) => view! {
            <p class="notice" data-kind="error" role="alert">
                {text(*words)}
            </p>
        }
        .into_any(),
        Some(Ok(drawn)) => pages(drawn),
    }
}

fn pages(drawn: &CandidatePages) -> AnyView {
    let by_finger = RwSignal::new(false);
    let count = drawn.pages.len().to_string();
    let drawing = |(index, svg): (usize, &String)| {
        let number = (index + 1).to_string();
        let label = format(Key::PreviewPage, &[("page", &number), ("pages", &count)]);
        let svg = svg.clone();
        view! { <div class="preview-page" role="img" aria-label=label inner_html=svg></div> }
            .into_any()
    };
    let drawings: Vec<AnyView> = drawn.pages.iter().enumerate().map(drawing).collect();
    let words = drawn.text.clone();
    view! {
        <details class="more">
            <summary>{text(Key::SheetCvAsText)}</summary>
            <p class="written-text" data-cv-text="">
                {words}
            </p>
        </details>
        <div class="preview">
            <PreviewZoom by_finger>{drawings}</PreviewZoom>
        </div>
    }
    .into_any()
}
