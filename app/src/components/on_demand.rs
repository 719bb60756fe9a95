//! A page, or a piece of one, whose code may still be on its way: said while it comes, and when it does
//! not. Which code that is stands in `crate::on_demand`.

use super::page_frame::{PageFrame, PageTitle};
use crate::i18n::{Key, text};
use crate::on_demand::{
    CvTools, Interview, JobSearch, NotLoaded, Parts, cv_tools_with_words, interview_with_words,
    job_search_with_words, parts_with_words,
};
use crate::platform::arrival::Arrival;
use crate::state::client::use_client;
use crate::state::cv_editor::CvEditor;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::pin::Pin;
use std::sync::Arc;

/// What draws once its code is there.
type Draw = Arc<dyn Fn() -> AnyView + Send + Sync>;
/// The code on its way.
type Loading = Pin<Box<dyn Future<Output = Result<Draw, NotLoaded>>>>;

/// Draws a page on devices or settings as soon as its module is there.
pub fn parts_page(page: fn(Parts) -> fn() -> AnyView) -> AnyView {
    with_parts(Extent::Page, Arc::new(move |parts| page(parts)()))
}

/// Draws a rarer piece of the editor as soon as its module is there.
pub fn piece(draw: impl Fn(Parts) -> AnyView + Send + Sync + 'static) -> AnyView {
    with_parts(Extent::Piece, Arc::new(draw))
}

/// Draws a page about a CV as soon as the module of the tools is there.
pub fn cv_page(editor: CvEditor, page: fn(CvTools) -> fn(CvEditor) -> AnyView) -> AnyView {
    with_tools(Extent::Page, Arc::new(move |tools| page(tools)(editor)))
}

/// Draws a page about no CV in particular as soon as the module of the tools is there.
pub fn tools_page(page: fn(CvTools) -> fn() -> AnyView) -> AnyView {
    with_tools(Extent::Page, Arc::new(move |tools| page(tools)()))
}

/// Draws a page on letters or applications as soon as their module is there.
pub fn job_search_page(page: fn(JobSearch) -> fn() -> AnyView) -> AnyView {
    let draw = Arc::new(move |pages| page(pages)());
    with_module(Extent::Page, job_search_with_words, draw)
}

/// Draws a page on interviews as soon as its module is there.
pub fn interview_pages(page: fn(Interview) -> fn() -> AnyView) -> AnyView {
    let draw = Arc::new(move |pages| page(pages)());
    with_module(Extent::Page, interview_with_words, draw)
}

/// Draws a tool for a CV within a page as soon as its module is there.
pub fn cv_tool(editor: CvEditor, tool: fn(CvTools) -> fn(CvEditor) -> AnyView) -> AnyView {
    with_tools(Extent::Piece, Arc::new(move |tools| tool(tools)(editor)))
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

fn with_parts(extent: Extent, draw: Arc<dyn Fn(Parts) -> AnyView + Send + Sync>) -> AnyView {
    with_module(extent, parts_with_words, draw)
}

fn with_tools(extent: Extent, draw: Arc<dyn Fn(CvTools) -> AnyView + Send + Sync>) -> AnyView {
    with_module(extent, cv_tools_with_words, draw)
}

fn with_module<Module, Fetching>(
    extent: Extent,
    fetch: fn() -> Fetching,
    draw: Arc<dyn Fn(Module) -> AnyView + Send + Sync>,
) -> AnyView
where
    Module: Copy + Send + Sync + 'static,
    Fetching: Future<Output = Result<Module, NotLoaded>> + 'static,
{
    let load = move || -> Loading {
        let draw = draw.clone();
        Box::pin(async move {
            let module = fetch().await?;
            Ok(Arc::new(move || draw(module)) as Draw)
        })
    };
    drawn(extent, Arc::new(load))
}

// One body for all modules: each copy would be kilobytes on a slow line.
fn drawn(extent: Extent, load: Arc<dyn Fn() -> Loading + Send + Sync>) -> AnyView {
    let loaded = RwSignal::new(None::<Result<Draw, NotLoaded>>);
    let begin = move || {
        loaded.set(None);
        let loading = load();
        spawn_local(async move {
            let _arrival = Arrival::begin();
            let arrived = loading.await;
            // The person may have gone elsewhere meanwhile.
            loaded.try_set(Some(arrived));
        });
    };
    begin();
    let drawn = move || match loaded.get() {
        None => waiting(extent),
        Some(Ok(draw)) => draw(),
        Some(Err(NotLoaded)) => not_loaded(extent, begin.clone()),
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
