//! The pages of a document as they will be printed, and what cannot be printed as written; above those of a CV how
//! they look and what goes out. What a tap on them
//! does is in `preview_links`, how large they are in `preview_zoom`.

use super::editor_section::OpenParts;
use super::export_fields::ExportFields;
use super::field_place::FieldPlace;
use super::look_fields::LookFields;
use super::preview_links::{Destination, PageLinks};
use super::preview_zoom::PreviewZoom;
use crate::i18n::{Key, format, plural, text};
use crate::state::cv_editor::CvEditor;
use crate::state::preview::{Preview, PreviewStatus, PreviewedPlace};
use approdo_render::Substitution;
use leptos::prelude::*;

/// Draws the pages of a CV.
pub fn preview(editor: CvEditor) -> AnyView {
    view! { <PreviewPages editor /> }.into_any()
}

/// The pages of a CV.
#[component]
pub fn PreviewPages(
    /// The CV.
    editor: CvEditor,
) -> impl IntoView {
    let is_beside_form = use_context::<OpenParts>().is_some();
    let destination = Destination::of(editor, is_beside_form);
    view! {
        <LookFields editor />
        <ExportFields editor />
        {drawn_pages(Preview::follow(editor), destination)}
    }
    .into_any()
}

/// Draws the pages of a preview, each line leading to its field.
pub fn drawn_pages<P: FieldPlace + PreviewedPlace>(
    preview: Preview<P>,
    destination: Destination<P>,
) -> AnyView {
    let count = Memo::new(move |_| preview.pages.with(Vec::len));
    let pages = move || {
        (0..count.get())
            .map(|index| page(preview, destination, index, count.get()))
            .collect_view()
    };
    view! {
        <div class="preview" data-preview-state=move || status_word(preview.status.get())>
            <p class="preview-status" role="status">
                {move || status_words(preview.status.get(), count.get())}
            </p>
            {move || {
                let failed = matches!(
                    preview.status.get(),
                    PreviewStatus::Failed | PreviewStatus::NotLoaded
                );
                failed.then(|| retry_button(preview))
            }}
            {move || preview.typeface_is_missing.get().then(typeface_missing)}
            {move || substitutions(&preview.substitutions.get())}
            <PreviewZoom by_finger=destination.by_finger>{pages}</PreviewZoom>
        </div>
    }
    .into_any()
}

fn page<P: FieldPlace + PreviewedPlace>(
    preview: Preview<P>,
    destination: Destination<P>,
    index: usize,
    count: usize,
) -> AnyView {
    let (number, of) = ((index + 1).to_string(), count.to_string());
    let label = format(Key::PreviewPage, &[("page", &number), ("pages", &of)]);
    // A memo for each page: an edit redraws only the pages that changed.
    let svg = Memo::new(move |_| {
        preview
            .pages
            .with(|pages| pages.get(index).cloned().unwrap_or_default())
    });
    let parts = Memo::new(move |_| {
        preview
            .parts
            .with(|pages| pages.get(index).cloned().unwrap_or_default())
    });
    view! {
        <div class="preview-page">
            <div
                class="preview-drawing"
                role="img"
                aria-label=label
                inner_html=move || svg.get()
            ></div>
            <PageLinks destination parts index />
        </div>
    }
    .into_any()
}

fn retry_button<P: PreviewedPlace>(preview: Preview<P>) -> AnyView {
    view! {
        <button
            type="button"
            class="button button-secondary"
            data-action="retry-preview"
            on:click=move |_| preview.retry()
        >
            {text(Key::ActionRetry)}
        </button>
    }
    .into_any()
}

fn typeface_missing() -> AnyView {
    view! {
        <p class="notice" data-kind="warning" data-typeface-missing="">
            {text(Key::PreviewTypefaceMissing)}
        </p>
    }
    .into_any()
}

fn substitutions(substitutions: &[Substitution]) -> Option<AnyView> {
    if substitutions.is_empty() {
        return None;
    }
    let lines: Vec<_> = substitutions
        .iter()
        .map(|each| view! { <li>{substitution_words(each)}</li> })
        .collect();
    Some(
        view! {
            <div class="notice" data-kind="warning" data-substitutions="">
                <p class="notice-title">{text(Key::PreviewSubstitutions)}</p>
                <ul>{lines}</ul>
            </div>
        }
        .into_any(),
    )
}

fn substitution_words(substitution: &Substitution) -> String {
    let key = if substitution.replacement.is_empty() {
        Key::PreviewSubstitutedRemoved
    } else {
        Key::PreviewSubstituted
    };
    format(
        key,
        &[
            ("place", &substitution.place),
            ("character", &substitution.character),
            ("replacement", &substitution.replacement),
        ],
    )
}

fn status_words(status: PreviewStatus, pages: usize) -> String {
    match status {
        PreviewStatus::Working => text(Key::PreviewWorking),
        PreviewStatus::Shown => plural(Key::PreviewPages, pages),
        PreviewStatus::NotLoaded => text(Key::PreviewNotLoaded),
        PreviewStatus::Failed => text(Key::PreviewFailed),
    }
}

fn status_word(status: PreviewStatus) -> &'static str {
    match status {
        PreviewStatus::Working => "working",
        PreviewStatus::Shown => "shown",
        PreviewStatus::NotLoaded => "not-loaded",
        PreviewStatus::Failed => "failed",
    }
}
