//! The applications on this device: what is asked for of them, and their bin. How they stand is in `board`.

use super::board::board;
use crate::components::application::due::{due_list, reminders};
use crate::components::application::words::application_name;
use crate::components::button::Button;
use crate::components::icon::{Icon, icon};
use crate::components::page_frame::{PageFrame, PageTitle};
use crate::i18n::{Key, format, text};
use crate::platform::focus;
use crate::state::application::{ApplicationSummary, Applications, Filter, Shown, applications};
use crate::state::client::use_client;
use crate::state::day::today;
use crate::state::workspace::Phase;
use leptos::prelude::*;

/// Draws the applications.
pub fn list_page() -> AnyView {
    let workspace = use_client().workspace;
    let lists = Memo::new(move |_| applications(workspace));
    let filter = RwSignal::new(Filter::default());
    let is_empty = Memo::new(move |_| lists.with(|lists| lists.kept.is_empty()));
    let shown = Memo::new(move |_| {
        let mut shown = lists.get();
        filter.with(|filter| shown.kept.retain(|one| filter.lets(one, today())));
        shown
    });
    let drawn = move || match (workspace.phase.get(), is_empty.get()) {
        (Phase::Ready, true) => empty(),
        (Phase::Ready, false) => view! {
            {due_list(lists)}
            {filters(filter)}
            {nothing_found(shown)}
            {board(shown)}
            {reminders()}
        }
        .into_any(),
        _ => ().into_any(),
    };
    view! {
        <PageFrame title=text(Key::ApplicationsTitle) class="app-main-wide">
            <PageTitle words=text(Key::ApplicationsTitle) />
            <div class="button-row">
                <a
                    href="/applications/new"
                    class="button button-primary"
                    data-action="new-application"
                >
                    {icon(Icon::Add)}
                    {text(Key::ApplicationsNew)}
                </a>
                <a
                    href="/applications/from-text"
                    class="button button-secondary"
                    data-action="new-from-text"
                >
                    {text(Key::VacancyFromText)}
                </a>
                <a
                    href="/applications/figures"
                    class="button button-secondary"
                    data-action="open-figures"
                >
                    {text(Key::ApplicationFigures)}
                </a>
            </div>
            {drawn}
            {move || bin(lists.with(|lists| lists.removed.clone()))}
        </PageFrame>
    }
    .into_any()
}

fn empty() -> AnyView {
    view! {
        <div class="empty-state">
            {icon(Icon::Page)} <p>{text(Key::ApplicationsEmpty)}</p>
        </div>
    }
    .into_any()
}

fn filters(filter: RwSignal<Filter>) -> AnyView {
    let chosen = filter.with_untracked(|filter| filter.clone());
    let options = Shown::ALL.map(|shown| {
        view! {
            <option value=shown.code() selected=shown == chosen.shown>
                {text(shown_words(shown))}
            </option>
        }
    });
    view! {
        <div class="filter-row">
            <div class="field">
                <label for="filter-words">{text(Key::ApplicationsFilterWords)}</label>
                <input
                    id="filter-words"
                    type="search"
                    dir="auto"
                    autocomplete="off"
                    prop:value=chosen.words
                    on:input=move |event| {
                        filter.update(|filter| filter.words = event_target_value(&event));
                    }
                />
            </div>
            <div class="field">
                <label for="filter-shown">{text(Key::ApplicationsFilterShown)}</label>
                <select
                    id="filter-shown"
                    on:change=move |event| {
                        let shown = Shown::of_code(&event_target_value(&event));
                        filter.update(|filter| filter.shown = shown);
                    }
                >
                    {Vec::from(options)}
                </select>
            </div>
        </div>
    }
    .into_any()
}

fn shown_words(shown: Shown) -> Key {
    match shown {
        Shown::All => Key::ApplicationsShowAll,
        Shown::Open => Key::ApplicationsShowOpen,
        Shown::ToDo => Key::ApplicationsShowToDo,
    }
}

fn nothing_found(shown: Memo<Applications>) -> AnyView {
    let words = move || {
        let is_empty = shown.with(|shown| shown.kept.is_empty());
        is_empty.then(|| text(Key::ApplicationsNothingFound))
    };
    view! { <p role="status">{words}</p> }.into_any()
}

fn bin(removed: Vec<ApplicationSummary>) -> Option<AnyView> {
    if removed.is_empty() {
        return None;
    }
    let cards: Vec<AnyView> = removed.into_iter().map(removed_card).collect();
    Some(
        view! {
            <section class="stack" data-bin="">
                <h2>{text(Key::ListBin)}</h2>
                <p>{text(Key::ApplicationsBinExplain)}</p>
                <ul class="card-list">{cards}</ul>
            </section>
        }
        .into_any(),
    )
}

fn removed_card(one: ApplicationSummary) -> AnyView {
    let name = application_name(&one.application);
    let label = format(Key::ListRestoreNamed, &[("name", &name)]);
    let restore = move || {
        use_client().workspace.set_removed(one.id, false);
        focus::focus_soon("page-title".to_owned());
    };
    view! {
        <li class="card">
            <h3 class="card-title">{name}</h3>
            <div class="card-actions">
                {Button::secondary("restore-application", Key::ActionRestore)
                    .read_as(label)
                    .draw(restore)}
            </div>
        </li>
    }
    .into_any()
}
