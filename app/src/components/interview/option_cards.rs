//! Cards of which one is chosen, with what each of them means.

use leptos::prelude::*;

/// One card.
#[derive(Debug, Clone)]
pub struct OptionCard {
    /// Its code.
    pub code: &'static str,
    /// What it says.
    pub words: String,
    /// What that means.
    pub hint: Option<String>,
}

/// Draws cards of which one is chosen.
pub fn option_cards(
    name: &'static str,
    legend: String,
    cards: Vec<OptionCard>,
    is_chosen: impl Fn(&str) -> bool + Clone + Send + Sync + 'static,
    choose: impl Fn(&'static str) + Clone + 'static,
) -> AnyView {
    let cards = cards.into_iter().map(|card| {
        let (is_chosen, choose) = (is_chosen.clone(), choose.clone());
        let code = card.code;
        view! {
            <label class="choice-card">
                <input
                    type="radio"
                    name=name
                    value=code
                    prop:checked=move || is_chosen(code)
                    on:change=move |_| choose(code)
                />
                <span>
                    {card.words}
                    {card.hint.map(|hint| view! { <span class="choice-hint">{hint}</span> })}
                </span>
            </label>
        }
    });
    let cards: Vec<_> = cards.collect();
    view! {
        <fieldset class="choice-list">
            <legend class="field-label">{legend}</legend>
            {cards}
        </fieldset>
    }
    .into_any()
}
