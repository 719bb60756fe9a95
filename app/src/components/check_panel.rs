//! The check of a document on screen: what could be better, in order of weight; what was put off; and when
//! nothing is left, what a reader now sees. One piece of advice is drawn in `check_finding`.

use super::check_finding::{CheckPlace, FindingCard, SUMMARY_ID};
use super::check_words::{finding_id, reason};
use super::field_place::FieldPlace;
use crate::i18n::{Key, format, plural, text};
use crate::platform::focus;
use crate::state::check::{Check, CheckedPlace};
use crate::state::editor::Editor;
use crate::state::spelling::{Spelling, SpellingState};
use crate::state::standing::Standing;
use approdo_domain::check::{CheckFinding, Weight};
use leptos::prelude::*;

/// The weights and what they are called, the weightiest first.
const WEIGHTS: [(Weight, Key); 3] = [
    (Weight::Important, Key::CheckPageImportant),
    (Weight::Useful, Key::CheckPageUseful),
    (Weight::Detail, Key::CheckPageDetail),
];

/// What the check says of one kind of document.
#[derive(Debug, Clone, Copy)]
pub struct CheckedKind<P> {
    /// What advice is, and is not.
    pub intro: Key,
    /// How far the document has come, in words.
    pub standing: fn(Standing) -> Key,
    /// Draws what is said when nothing is left.
    pub nothing_left: fn(Editor<P>) -> AnyView,
}

/// Draws the check of a document, following what is written.
pub fn check_panel<P: FieldPlace + CheckedPlace>(
    editor: Editor<P>,
    place: CheckPlace,
    kind: CheckedKind<P>,
) -> AnyView {
    let check = Check::follow(editor);
    let count = move || check.open.with(Vec::len);
    view! {
        <div class="stack" data-check=move || count().to_string()>
            <p class="lead" id=SUMMARY_ID tabindex="-1" role="status">
                {move || summary(check, kind.standing)}
            </p>
            <p class="field-hint">{text(kind.intro)}</p>
            {check.spelling.map(spelling_line)}
            {Vec::from(WEIGHTS.map(|(weight, title)| group(check, place, weight, title)))}
            {move || (count() == 0).then(|| (kind.nothing_left)(editor))}
            {move || put_off(check)}
            {move || accepted_words(check)}
        </div>
    }
    .into_any()
}

fn summary<P: CheckedPlace>(check: Check<P>, words: fn(Standing) -> Key) -> String {
    let count = check.open.with(Vec::len);
    let standing = check
        .open
        .with(|open| check.put_off.with(|later| Standing::of(open, later)));
    let standing = text(words(standing));
    match count {
        0 => standing,
        count => format!("{standing} {}", plural(Key::CheckPageCount, count)),
    }
}

fn group<P: FieldPlace + CheckedPlace>(
    check: Check<P>,
    place: CheckPlace,
    weight: Weight,
    title: Key,
) -> AnyView {
    let findings = move || {
        check.open.with(|open| {
            let mut here = open.clone();
            here.retain(|finding| finding.rule.weight() == weight);
            here
        })
    };
    let is_empty = Memo::new(move |_| findings().is_empty());
    view! {
        <section class="stack" hidden=move || is_empty.get()>
            <h2>{text(title)}</h2>
            <ul class="entry-list" role="list">
                <For
                    each=findings
                    key=|finding| (finding.key(), finding.range.clone())
                    children=move |finding| view! { <FindingCard check place finding /> }
                />
            </ul>
        </section>
    }
    .into_any()
}

/// Says whether spelling was looked at; asks first where the person saves data.
fn spelling_line(spelling: Spelling) -> AnyView {
    let (word, words) = (
        move || match spelling.state.get() {
            SpellingState::Ask => "ask",
            SpellingState::Working => "working",
            SpellingState::Ready => "ready",
            SpellingState::NotLoaded => "not-loaded",
            SpellingState::NoDictionary => "no-dictionary",
        },
        move || {
            text(match spelling.state.get() {
                SpellingState::Ask => Key::CheckPageSpellingAsk,
                SpellingState::Working => Key::CheckPageSpellingWorking,
                SpellingState::Ready => Key::CheckPageSpellingReady,
                SpellingState::NotLoaded => Key::CheckPageSpellingNotLoaded,
                SpellingState::NoDictionary => Key::CheckPageSpellingNoDictionary,
            })
        },
    );
    let button = move || {
        let action = match spelling.state.get() {
            SpellingState::Ask => Key::OfflineAskYes,
            SpellingState::NotLoaded => Key::ActionRetry,
            SpellingState::Working | SpellingState::Ready | SpellingState::NoDictionary => {
                return None;
            }
        };
        let fetch = move |_| {
            focus::focus_soon(SUMMARY_ID.to_owned());
            spelling.fetch();
        };
        Some(view! {
            <button
                type="button"
                class="button button-secondary"
                data-action="fetch-dictionary"
                on:click=fetch
            >
                {text(action)}
            </button>
        })
    };
    view! {
        <div data-spelling=word>
            <p class="field-hint">{words}</p>
            {button}
        </div>
    }
    .into_any()
}

fn put_off<P: FieldPlace + CheckedPlace>(check: Check<P>) -> Option<AnyView> {
    let findings = check.put_off.get();
    let count = findings.len();
    let line = |finding: CheckFinding<P>| {
        let id = format!("put-off-{}", finding_id(&finding));
        let described_by = id.clone();
        let (place, reason) = (finding.place.whereabouts(check.editor), reason(&finding));
        let take_up = move |_| {
            focus::focus_soon(finding_id(&finding));
            check.take_up(&finding);
        };
        view! {
            <li class="stack" id=id>
                <p>
                    <strong>{place}</strong>
                    <br />
                    {reason}
                </p>
                <button
                    type="button"
                    class="button button-secondary"
                    data-action="take-up"
                    aria-describedby=described_by
                    on:click=take_up
                >
                    {text(Key::CheckPageTakeUp)}
                </button>
            </li>
        }
    };
    (count > 0).then(|| {
        let lines: Vec<_> = findings.into_iter().map(line).collect();
        disclosure(
            "put-off",
            plural(Key::CheckPagePutOff, count),
            lines.into_any(),
        )
    })
}

/// Lists the words that the person said are right, so that one said by mistake can be taken back.
fn accepted_words<P: CheckedPlace>(check: Check<P>) -> Option<AnyView> {
    let words = check.own_words.get();
    let line = |word: String| {
        let label = format(Key::CheckPageForgetWord, &[("word", &word)]);
        let forget = move |_| {
            focus::focus_soon(SUMMARY_ID.to_owned());
            check.forget_word(&word);
        };
        view! {
            <li>
                <button
                    type="button"
                    class="button button-quiet"
                    data-action="forget-word"
                    on:click=forget
                >
                    {label}
                </button>
            </li>
        }
    };
    (!words.is_empty()).then(|| {
        let lines: Vec<_> = words.into_iter().map(line).collect();
        disclosure("own-words", text(Key::CheckPageOwnWords), lines.into_any())
    })
}

fn disclosure(word: &'static str, title: String, lines: AnyView) -> AnyView {
    view! {
        <details class="card" data-disclosure=word>
            <summary>{title}</summary>
            <ul class="entry-list" role="list">
                {lines}
            </ul>
        </details>
    }
    .into_any()
}
