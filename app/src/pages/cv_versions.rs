//! The versions of a CV, one for each day on which something was written: what changed, and the way back.

use super::with_editor::cv_name_of;
use crate::components::button::Button;
use crate::components::page_frame::{PageFrame, PageTitle};
use crate::components::version_changes::{summary, version_changes};
use crate::i18n::{Key, date, format, text};
use crate::state::client::use_client;
use crate::state::cv_editor::CvEditor;
use approdo_document::DayVersion;
use approdo_domain::{Cv, CvChange, cv_changes};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

/// A day and what changed on it.
#[derive(Debug, Clone)]
struct Day {
    version: DayVersion<Cv>,
    before: Cv,
    changes: Vec<CvChange>,
}

/// Draws the versions of a CV, the newest first.
pub fn versions_page(editor: CvEditor) -> AnyView {
    let name = cv_name_of(editor);
    let days = RwSignal::new(days_of(editor));
    let cards = move || {
        let days = days.get();
        if days.is_empty() {
            return view! { <p>{text(Key::VersionsEmpty)}</p> }.into_any();
        }
        let present = editor.cv();
        let cards: Vec<AnyView> = days
            .into_iter()
            .rev()
            .map(|day| card(editor, day, &present))
            .collect();
        view! { <ul class="card-list">{cards}</ul> }.into_any()
    };
    // What was gone back to is a version like the others.
    let revision = editor.revision();
    Effect::new(move |before: Option<u32>| {
        let now = revision.get();
        if before.is_some_and(|before| before != now) {
            days.set(days_of(editor));
        }
        now
    });
    view! {
        <PageFrame title=text(Key::VersionsTitle)>
            <PageTitle words=text(Key::VersionsTitle) />
            <p class="lead">{name}</p>
            <p>{text(Key::VersionsExplain)}</p>
            {cards}
            <p>
                <a
                    href=format!("/cv/{}", editor.id())
                    class="button button-secondary"
                    data-action="open-editor"
                >
                    {text(Key::TranslationToEditor)}
                </a>
            </p>
        </PageFrame>
    }
    .into_any()
}

fn days_of(editor: CvEditor) -> Vec<Day> {
    let mut before = Cv::default();
    let versions = editor.cv_versions().into_iter();
    let days = versions.map(|version| {
        let changes = cv_changes(&before, &version.shown);
        let before = std::mem::replace(&mut before, version.shown.clone());
        Day {
            version,
            before,
            changes,
        }
    });
    days.collect()
}

fn card(editor: CvEditor, day: Day, present: &Cv) -> AnyView {
    let Day {
        version,
        before,
        changes,
    } = day;
    let is_present = cv_changes(&version.shown, present).is_empty();
    let words = date(version.last_ms);
    let last_ms = version.last_ms;
    view! {
        <li class="card stack" data-day=version.day.to_string()>
            <h2 class="card-title">{words.clone()}</h2>
            <p class="card-meta">{summary(&changes)}</p>
            <details class="more">
                <summary>{text(Key::VersionsWhatChanged)}</summary>
                {version_changes(&changes, &before, &version.shown)}
            </details>
            {if is_present {
                view! { <p class="card-meta" data-present="">{text(Key::VersionsNow)}</p> }.into_any()
            } else {
                actions(editor, last_ms, words)
            }}
        </li>
    }
    .into_any()
}

fn actions(editor: CvEditor, last_ms: u64, day: String) -> AnyView {
    let navigate = use_navigate();
    let name = cv_name_of(editor);
    let day_copied = day.clone();
    let go_back = move || {
        if editor.go_back_to(last_ms) {
            let words = format(Key::VersionsGoneBack, &[("day", &day)]);
            let undo = move || {
                editor.undo();
            };
            use_client().toasts.offer_undo(words, undo);
        }
    };
    let copy = move || {
        let name = name.get_untracked();
        let values = [("name", name.as_str()), ("day", &day_copied)];
        let id = editor.copy_as_of(last_ms, &format(Key::VersionsCopiedNamed, &values));
        navigate(&format!("/cv/{id}"), Default::default());
        use_client().toasts.show(text(Key::CopyDone));
    };
    view! {
        <div class="card-actions">
            {Button::primary("go-back", Key::VersionsGoBack).draw(go_back)}
            {Button::secondary("copy-version", Key::VersionsCopy).draw(copy)}
        </div>
    }
    .into_any()
}
