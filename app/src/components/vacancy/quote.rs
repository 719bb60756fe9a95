//! The words of a vacancy's text that something was read from, in their line.

use crate::state::vacancy::Quote;
use leptos::prelude::*;

/// Draws the words, with what stands around them.
pub fn quoted(quote: Quote) -> AnyView {
    view! {
        <q dir="auto">{quote.before} <strong>{quote.words}</strong> {quote.after}</q>
    }
    .into_any()
}
