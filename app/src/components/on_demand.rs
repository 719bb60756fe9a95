//! A page, or a piece of one, whose code may still be on its way: said while it comes, and when it does
//! not. Which code that is stands in `crate::on_demand`.

use super::page_frame::{PageFrame, PageTitle};
use crate::i18n::{Key, text};
use crate::on_demand::{CvTools, NotLoaded, Parts, cv_tools_with_words, parts_with_words};
use crate::state::client::use_client;
use crate::state::cv_editor::CvEditor;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Draws a page on devices or settings as soon as its module is there.
pub fn parts_page(page: fn(Parts) -> fn() -> AnyView) -> AnyView {
    drawn(Extent::Page, parts_with_words, move |parts| page(parts)())
}

/// Draws a page about a CV as soon as the module of the tools is there.
pub fn cv_page(editor: CvEditor, page: fn(CvTools) -> fn(CvEditor) -> AnyView) -> AnyView {
    drawn(Extent::Page, cv_tools_with_words, move |tools| {
        page(tools)(editor)
    })
}

/// Draws a page about no CV in particular as soon as the module of the tools is there.
pub fn tools_page(page: fn(CvTools) -> fn() -> AnyView) -> AnyView {
    drawn(Extent::Page, cv_tools_with_words, move |tools| {
        page(tools)()
    })
}

/// Draws a tool for a CV within a page as soon as its module is there.
pub fn cv_tool(editor: CvEditor, tool: fn(CvTools) -> fn(CvEditor) -> AnyView) -> AnyView {
    drawn(Extent::Piece, cv_tools_with_words, move |tools| {
        tool(tools)(editor)
    })
}

/// Draws what the tools add to the editor, once they are there. The editor does without them.
pub fn when_there(draw: impl Fn(CvTools) -> AnyView + Send + 'static) -> AnyView {
    let tools = use_client().cv_tools;
    (move || tools.get().map(&draw)).into_any()
}

/// How much of the screen waits.
#[derive(Debug, Clone, Copy)]
enum Extent {
    Page,
    Piece,
}

fn drawn<T, Loading>(
    extent: Extent,
    load: fn() -> Loading,
    draw: impl Fn(T) -> AnyView + Send + 'static,
) -> AnyView
where
    T: Copy + Send + Sync + 'static,
    Loading: Future<Output = Result<T, NotLoaded>> + 'static,
{
    let loaded = RwSignal::new(None::<Result<T, NotLoaded>>);
    let begin = move || {
        loaded.set(None);
        spawn_local(async move {
            let arrived = load().await;
            // The person may have gone elsewhere meanwhile.
            loaded.try_set(Some(arrived));
        });
    };
    begin();
    let drawn = move || match loaded.get() {
        None => waiting(extent),
        Some(Ok(arrived)) => draw(arrived),
        Some(Err(NotLoaded)) => not_loaded(extent, begin),
    };
    drawn.into_any()
}

fn waiting(extent: Extent) -> AnyView {
    match extent {
        Extent::Page => {
            view! { <main class="app-main" id="main" tabindex="-1" aria-busy="true"></main> }
                .into_any()
        }
        Extent::Piece => view! { <div aria-busy="true"></div> }.into_any(),
    }
}

fn not_loaded(extent: Extent, retry: impl Fn() + Send + 'static) -> AnyView {
    let explained = view! {
        <p role="alert">{text(Key::PageNotLoaded)}</p>
        <button
            type="button"
            class="button button-primary"
            data-action="retry-page"
            on:click=move |_| retry()
        >
            {text(Key::ActionRetry)}
        </button>
    };
    match extent {
        Extent::Page => view! {
            <PageFrame title=text(Key::PageNotLoadedTitle)>
                <PageTitle words=text(Key::PageNotLoadedTitle) />
                {explained}
            </PageFrame>
        }
        .into_any(),
        Extent::Piece => explained.into_any(),
    }
}
