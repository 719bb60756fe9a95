//! The prepared sets: those of this person and those received, preparing one, receiving one.

use crate::components::icon::{Icon, icon};
use crate::components::interview::frame::{interview_frame, way_back};
use crate::components::interview::loading::when_there;
use crate::components::interview::sets::set_name;
use crate::i18n::{Key, plural, text};
use crate::state::client::use_client;
use crate::state::practice::{SetHome, begin_set, prepared_sets, questions};
use approdo_catalog::Questions;
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use std::sync::Arc;

/// Draws the prepared sets.
pub fn sets_page() -> AnyView {
    when_there(questions, page)
}

fn page(questions: Arc<Questions>) -> AnyView {
    let workspace = use_client().workspace;
    let sets = Memo::new(move |_| prepared_sets(workspace));
    let cards = move || {
        let cards = sets.get().into_iter();
        cards.map(|set| card(set, &questions)).collect::<Vec<_>>()
    };
    let is_empty = move || sets.with(Vec::is_empty);
    let navigate = StoredValue::new_local(use_navigate());
    let begin = move |_| {
        let (home, set) = begin_set(workspace);
        let address = format!("/interview/sets/{home}/{set}");
        navigate.with_value(|navigate| navigate(&address, Default::default()));
    };
    interview_frame(
        text(Key::SetsTitle),
        view! {
            <p>{text(Key::SetsIntro)}</p>
            {move || is_empty().then(|| view! { <p>{text(Key::SetsNone)}</p> })}
            <ul class="card-list" data-sets="">
                {cards}
            </ul>
            <div class="button-row">
                <a href="/sheets/receive" class="button button-primary" data-action="receive-set">
                    {text(Key::SetsReceive)}
                </a>
                <button
                    type="button"
                    class="button button-secondary"
                    data-action="new-set"
                    on:click=begin
                >
                    {icon(Icon::Add)}
                    {text(Key::SetsNew)}
                </button>
            </div>
            {way_back("/interview", Key::InterviewTitle)}
        }
        .into_any(),
    )
}

fn card((home, set): SetHome, questions: &Questions) -> AnyView {
    let address = format!("/interview/sets/{home}/{}", set.id);
    let mut notes = vec![plural(Key::SetQuestionCount, set.asked().len())];
    let occupation = questions.occupation(&set.occupation);
    notes.extend(occupation.map(|known| known.name.clone()));
    notes.extend(set.received.then(|| text(Key::SetsReceived)));
    view! {
        <li class="card" data-set=set.id.to_string()>
            <h2 class="card-title">
                <a href=address>{set_name(&set)}</a>
            </h2>
            <p class="card-meta">{notes.join(" · ")}</p>
        </li>
    }
    .into_any()
}
