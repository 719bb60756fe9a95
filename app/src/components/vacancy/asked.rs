//! What a vacancy's text asks for: a box to tick for each thing, with the words it was read from.

use super::quote::quoted;
use crate::state::application::ApplicationEditor;
use crate::state::vacancy::{Quote, RequirementProposal, taken_or_given_back};
use leptos::prelude::*;

/// Draws the list of what is asked for.
pub fn asked_list(editor: ApplicationEditor, proposals: Memo<Vec<RequirementProposal>>) -> AnyView {
    // A box that is ticked stays the same box: the focus is on it.
    let lines = Memo::new(move |_| {
        let found = proposals.get().into_iter();
        found.map(|one| one.quote).collect::<Vec<Quote>>()
    });
    view! {
        <ul class="stack" role="list">
            <For
                each=move || lines.get()
                key=|quote| (quote.before.clone(), quote.words.clone(), quote.after.clone())
                children=move |quote| row(editor, proposals, quote)
            />
        </ul>
    }
    .into_any()
}

fn row(
    editor: ApplicationEditor,
    proposals: Memo<Vec<RequirementProposal>>,
    quote: Quote,
) -> AnyView {
    let words = quote.words.clone();
    let is_taken = {
        let words = words.clone();
        Memo::new(move |_| {
            proposals.with(|found| found.iter().any(|one| one.words == words && one.is_taken))
        })
    };
    let change = {
        let words = words.clone();
        move |event| {
            let take = event_target_checked(&event);
            editor.commit();
            let application = untrack(|| editor.application());
            editor.write_texts(taken_or_given_back(&application, &words, take));
        }
    };
    let asked = words.clone();
    let is_whole_line = quote.before.trim().is_empty() && quote.after.trim().is_empty();
    view! {
        <li data-asked=asked>
            <label class="checkbox-row">
                <input type="checkbox" prop:checked=move || is_taken.get() on:change=change />
                <span>{words}</span>
            </label>
            {(!is_whole_line).then(|| view! { <p class="field-hint">{quoted(quote)}</p> })}
        </li>
    }
    .into_any()
}
