//! One piece of advice, and what can be done with it: go there, take a suggestion, put it off.

use super::check_words::{example, finding_id, reason};
use super::field_place::FieldPlace;
use crate::i18n::{Key, format, text};
use crate::platform::focus;
use crate::state::check::{Check, CheckedPlace};
use crate::state::client::use_client;
use crate::state::jump::{Jump, utf16_range};
use approdo_domain::check::{CheckFinding, CheckRule};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

/// What the check shows when nothing else takes the focus.
pub const SUMMARY_ID: &str = "check-summary";

/// Where the check is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CheckPlace {
    /// On a page of its own.
    Page,
    /// Beside the form.
    BesideForm,
}

/// A piece of advice.
#[component]
pub fn FindingCard<P: FieldPlace + CheckedPlace>(
    /// The check that found it.
    check: Check<P>,
    /// Where it is shown.
    place: CheckPlace,
    /// What was found.
    finding: CheckFinding<P>,
) -> impl IntoView {
    let heading_id = finding_id(&finding);
    let rule = finding.rule.id();
    let is_spelling = finding.rule == CheckRule::Spelling;
    view! {
        <li class="card" data-finding=rule>
            <h3 id=heading_id.clone() tabindex="-1">
                {finding.place.whereabouts(check.editor)}
            </h3>
            <p>{reason(&finding)}</p>
            {(!is_spelling).then(|| view! { <p class="field-hint">{example(&finding)}</p> })}
            <div class="card-actions">
                {suggestions(check, &finding)}
                {go_button(check, place, &finding, &heading_id)}
                {dismiss_button(check, finding, heading_id)}
            </div>
        </li>
    }
    .into_any()
}

fn go_button<P: FieldPlace + CheckedPlace>(
    check: Check<P>,
    place: CheckPlace,
    finding: &CheckFinding<P>,
    heading_id: &str,
) -> AnyView {
    let (field, range) = (finding.place, finding.range.clone());
    let navigate = use_navigate();
    let go = move |_| {
        let text = check.editor.shown(field);
        use_client().jumps.ask(Jump {
            selected: range.as_ref().map(|range| utf16_range(&text, range)),
            ..field.way()
        });
        if place == CheckPlace::Page {
            navigate(&P::editor_address(check.editor), Default::default());
        }
    };
    view! {
        <button
            type="button"
            class="button button-secondary"
            data-action="go-to-field"
            aria-describedby=heading_id.to_owned()
            on:click=go
        >
            {text(Key::CheckPageGo)}
        </button>
    }
    .into_any()
}

/// Draws what may be meant, each to be written with a tap.
fn suggestions<P: FieldPlace + CheckedPlace>(
    check: Check<P>,
    finding: &CheckFinding<P>,
) -> Vec<AnyView> {
    let button = |suggestion: &String| {
        let (finding, suggestion) = (finding.clone(), suggestion.clone());
        let words = format(Key::CheckPageReplace, &[("word", &suggestion)]);
        let replace = move |_| {
            leave(check, &finding);
            check.replace(&finding, &suggestion);
        };
        view! {
            <button
                type="button"
                class="button button-primary"
                data-action="replace-word"
                on:click=replace
            >
                {words}
            </button>
        }
        .into_any()
    };
    finding.suggestions.iter().map(button).collect()
}

/// Draws what makes the finding go: a word that is right, or advice that can wait.
fn dismiss_button<P: FieldPlace + CheckedPlace>(
    check: Check<P>,
    finding: CheckFinding<P>,
    heading_id: String,
) -> AnyView {
    let is_spelling = finding.rule == CheckRule::Spelling;
    let (action, words) = if is_spelling {
        ("accept-word", Key::CheckPageAcceptWord)
    } else {
        ("put-off", Key::ActionNotNow)
    };
    let dismiss = move |_| {
        leave(check, &finding);
        match check.word_of(&finding) {
            Some(word) if is_spelling => check.accept_word(&word),
            _ => check.put_off(&finding),
        }
    };
    view! {
        <button
            type="button"
            class="button button-quiet"
            data-action=action
            aria-describedby=heading_id
            on:click=dismiss
        >
            {text(words)}
        </button>
    }
    .into_any()
}

/// Moves the focus from a finding that is about to go to the one after it, so that it is never lost.
fn leave<P: FieldPlace + CheckedPlace>(check: Check<P>, finding: &CheckFinding<P>) {
    let next = check.open.with_untracked(|open| {
        let at = open.iter().position(|other| other.key() == finding.key())?;
        open.get(at + 1).map(finding_id)
    });
    focus::focus_soon(next.unwrap_or_else(|| SUMMARY_ID.to_owned()));
}
