//! The page of a document's versions, one for each day on which something was written: what changed, and the way back. That of
//! a CV, whose entries come, go and move, is `pages/cv_versions`.

use super::button::Button;
use super::field_facts::field_facts;
use super::field_place::FieldPlace;
use super::page_frame::{PageFrame, PageTitle};
use super::version_changes::changed_line;
use crate::i18n::{Key, date, format, plural, text};
use crate::state::client::use_client;
use crate::state::day_changes::{DatedPlace, changes, differs};
use crate::state::editor::Editor;
use approdo_document::DayVersion;
use leptos::prelude::*;

/// What the page says of one kind of document.
pub struct DayVersionWords<P: DatedPlace> {
    /// What the document is called.
    pub name: Memo<String>,
    /// What does not go back, where that needs saying.
    pub hint: Option<Key>,
    /// Says that a version is the one shown today.
    pub now: Key,
    /// Says that the document is again as on `{day}`.
    pub gone_back: Key,
    /// Leads to the document.
    pub to_editor: Key,
    /// Draws what changed at a place.
    pub changed: fn(P, &P::Picture, &P::Picture) -> AnyView,
}

/// Draws the versions of a document, the newest first.
pub fn day_versions_page<P: DatedPlace + FieldPlace>(
    editor: Editor<P>,
    words: DayVersionWords<P>,
) -> AnyView {
    let revision = editor.revision();
    let (name, hint) = (words.name, words.hint.map(text));
    let to_editor = text(words.to_editor);
    let cards = move || {
        // What was gone back to is a version like the others.
        revision.track();
        untrack(|| cards(editor, &words))
    };
    view! {
        <PageFrame title=text(Key::VersionsTitle)>
            <PageTitle words=text(Key::VersionsTitle) />
            <p class="lead">{name}</p>
            <p>{text(Key::VersionsExplain)}</p>
            {hint.map(|hint| view! { <p class="field-hint">{hint}</p> })}
            {cards}
            <p>
                <a
                    href=P::editor_address(editor)
                    class="button button-secondary"
                    data-action="open-editor"
                >
                    {to_editor}
                </a>
            </p>
        </PageFrame>
    }
    .into_any()
}

fn cards<P: DatedPlace + FieldPlace>(editor: Editor<P>, words: &DayVersionWords<P>) -> AnyView {
    let versions = editor.versions_by_day();
    let present = editor.present();
    let mut before = P::Picture::default();
    let mut cards: Vec<AnyView> = Vec::new();
    for version in versions {
        cards.push(card(editor, words, &version, (&before, &present)));
        before = version.shown;
    }
    if cards.is_empty() {
        return view! { <p>{text(Key::VersionsEmpty)}</p> }.into_any();
    }
    cards.reverse();
    view! { <ul class="card-list">{cards}</ul> }.into_any()
}

fn card<P: DatedPlace + FieldPlace>(
    editor: Editor<P>,
    words: &DayVersionWords<P>,
    version: &DayVersion<P::Picture>,
    (before, present): (&P::Picture, &P::Picture),
) -> AnyView {
    let changed = changes::<P>(before, &version.shown);
    let lines = changed.iter().map(|place| {
        let change = (words.changed)(*place, before, &version.shown);
        changed_line(label(*place), change)
    });
    let lines: Vec<AnyView> = lines.collect();
    let day = date(version.last_ms);
    let way = match differs::<P>(present, &version.shown) {
        true => way_back(editor, words.gone_back, version.last_ms, day.clone()),
        false => {
            let now = text(words.now);
            view! { <p class="card-meta" data-present="">{now}</p> }.into_any()
        }
    };
    view! {
        <li class="card stack" data-day=version.day.to_string()>
            <h2 class="card-title">{day}</h2>
            <p class="card-meta">{summary(&changed)}</p>
            <details class="more">
                <summary>{text(Key::VersionsWhatChanged)}</summary>
                <ul class="stack">{lines}</ul>
            </details>
            {way}
        </li>
    }
    .into_any()
}

/// How much changed and where, in one line.
fn summary<P: FieldPlace>(changed: &[P]) -> String {
    let places: Vec<String> = changed.iter().map(|place| label(*place)).collect();
    plural(Key::VersionsChanged, places.len()).replace("{parts}", &places.join(", "))
}

fn label(place: impl FieldPlace) -> String {
    text(field_facts(place).label)
}

fn way_back<P: DatedPlace>(editor: Editor<P>, done: Key, last_ms: u64, day: String) -> AnyView {
    let go_back = move || {
        if editor.goes_back_to(last_ms) {
            let words = format(done, &[("day", &day)]);
            let undo = move || {
                editor.undo();
            };
            use_client().toasts.offer_undo(words, undo);
        }
    };
    view! {
        <div class="card-actions">
            {Button::primary("go-back", Key::VersionsGoBack).draw(go_back)}
        </div>
    }
    .into_any()
}
