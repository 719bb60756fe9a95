//! The applications by state: columns on wide screens, between which cards can also be dragged; on phones one
//! list under the names of the states that have some.

use crate::components::application::card::card;
use crate::components::application::moving::{carry_out, questions_address};
use crate::components::application::words::state_words;
use crate::i18n::text;
use crate::platform::media;
use crate::state::application::{Applications, Plan, plan};
use crate::state::day::today;
use approdo_document::DocumentId;
use approdo_domain::application::ApplicationState;
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

/// The card in hand, if one is.
type Held = RwSignal<Option<DocumentId>>;

/// Draws the applications.
pub fn board(shown: Memo<Applications>) -> AnyView {
    let held = RwSignal::new(None);
    let can_drag = media::matches(media::WIDE);
    let columns = ApplicationState::ALL.map(|state| column(shown, state, held, can_drag));
    view! {
        <div class="board" data-board="">
            {Vec::from(columns)}
        </div>
    }
    .into_any()
}

fn column(
    shown: Memo<Applications>,
    state: ApplicationState,
    held: Held,
    can_drag: bool,
) -> AnyView {
    let title_id = format!("column-{}", state.code());
    let labelled_by = title_id.clone();
    let inside = Memo::new(move |_| shown.with(|shown| shown.in_state(state)));
    let count = move || inside.with(Vec::len);
    let cards = move || {
        let cards = inside.get().into_iter();
        cards
            .map(|one| card(one, can_drag.then_some(held)))
            .collect::<Vec<_>>()
    };
    let takes = Memo::new(move |_| {
        held.get()
            .is_some_and(|id| plan_of(shown, id, state).is_some())
    });
    let navigate = use_navigate();
    let drop = move |event: leptos::ev::DragEvent| {
        event.prevent_default();
        if let Some(id) = held.get_untracked() {
            held.set(None);
            put_down(shown, id, state, &|address| {
                navigate(address, Default::default());
            });
        }
    };
    view! {
        <section
            class="board-column"
            aria-labelledby=labelled_by
            data-column=state.code()
            data-empty=move || inside.with(Vec::is_empty).then_some("")
            data-takes=move || takes.get().then_some("")
            on:dragover=move |event| {
                if takes.get_untracked() {
                    event.prevent_default();
                }
            }
            on:drop=drop
        >
            <h2 class="board-title" id=title_id>
                {text(state_words(state))} " " <span class="board-count">{count}</span>
            </h2>
            <ul class="board-cards">{cards}</ul>
        </section>
    }
    .into_any()
}

fn plan_of(shown: Memo<Applications>, id: DocumentId, to: ApplicationState) -> Option<Plan> {
    shown.with_untracked(|shown| {
        let held = shown.kept.iter().find(|one| one.id == id)?;
        plan(&held.application, to, today()).ok()
    })
}

fn put_down(shown: Memo<Applications>, id: DocumentId, to: ApplicationState, go: &dyn Fn(&str)) {
    let application = shown.with_untracked(|shown| {
        let held = shown.kept.iter().find(|one| one.id == id);
        held.map(|one| one.application.clone())
    });
    match (plan_of(shown, id, to), application) {
        (Some(Plan::AtOnce(texts)), Some(application)) => {
            carry_out(id, &application, to, &texts);
        }
        (Some(Plan::Ask(_)), _) => go(&questions_address(id, to)),
        _ => {}
    }
}
