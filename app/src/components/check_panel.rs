//! The check of a CV on screen: what could be better, in order of weight; what was put off; and when
//! nothing is left, what a reader now sees. One piece of advice is drawn in `check_finding`.

use super::check_finding::{CheckPlace, FindingCard, SUMMARY_ID};
use super::check_words::{finding_id, place_words, reason};
use crate::i18n::{Key, format, plural, text};
use crate::platform::focus;
use crate::state::check::{CvCheck, Standing};
use crate::state::cv_editor::CvEditor;
use crate::state::screener::screener_sees;
use crate::state::spelling::SpellingState;
use approdo_domain::check::{CheckFinding, Weight};
use leptos::prelude::*;

/// The weights and what they are called, the weightiest first.
const WEIGHTS: [(Weight, Key); 3] = [
    (Weight::Important, Key::CheckPageImportant),
    (Weight::Useful, Key::CheckPageUseful),
    (Weight::Detail, Key::CheckPageDetail),
];

/// Draws the check of a CV, following what is written.
pub fn check_panel(editor: CvEditor, place: CheckPlace) -> AnyView {
    let check = CvCheck::follow(editor);
    let count = move || check.open.with(Vec::len);
    view! {
        <div class="stack" data-check=move || count().to_string()>
            <p class="lead" id=SUMMARY_ID tabindex="-1" role="status">
                {move || summary(check)}
            </p>
            <p class="field-hint">{text(Key::CheckPageIntro)}</p>
            {spelling_line(check)}
            {Vec::from(WEIGHTS.map(|(weight, title)| group(editor, check, place, weight, title)))}
            {move || (count() == 0).then(|| nothing_left(editor))}
            {move || put_off(editor, check)}
            {move || accepted_words(check)}
        </div>
    }
    .into_any()
}

fn summary(check: CvCheck) -> String {
    let count = check.open.with(Vec::len);
    let standing = check
        .open
        .with(|open| check.put_off.with(|later| Standing::of(open, later)));
    let standing = text(match standing {
        Standing::Ready => Key::CheckPageReady,
        Standing::Nearly => Key::CheckPageNearly,
        Standing::Good => Key::CheckPageGood,
        Standing::Begun => Key::CheckPageBegun,
    });
    match count {
        0 => standing,
        count => format!("{standing} {}", plural(Key::CheckPageCount, count)),
    }
}

fn group(
    editor: CvEditor,
    check: CvCheck,
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
                    children=move |finding| view! { <FindingCard editor check place finding /> }
                />
            </ul>
        </section>
    }
    .into_any()
}

/// Says whether spelling was looked at; asks first where the person saves data.
fn spelling_line(check: CvCheck) -> AnyView {
    let spelling = check.spelling;
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

/// Says kindly that nothing is left, and what somebody who reads many CVs sees of this one.
fn nothing_left(editor: CvEditor) -> AnyView {
    let seen: Vec<_> = screener_sees(&editor.cv())
        .into_iter()
        .map(|(title, words)| view! { <dt>{text(title)}</dt> <dd>{words}</dd> })
        .collect();
    view! {
        <div class="notice" data-kind="success" data-nothing-left="">
            <p class="notice-title">{text(Key::CheckPageNothing)}</p>
            <p>{text(Key::CheckPageSees)}</p>
            <dl>{seen}</dl>
        </div>
    }
    .into_any()
}

fn put_off(editor: CvEditor, check: CvCheck) -> Option<AnyView> {
    let findings = check.put_off.get();
    let count = findings.len();
    let line = |finding: CheckFinding| {
        let id = format!("put-off-{}", finding_id(&finding));
        let described_by = id.clone();
        let (place, reason) = (place_words(editor, finding.place), reason(&finding));
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
fn accepted_words(check: CvCheck) -> Option<AnyView> {
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
