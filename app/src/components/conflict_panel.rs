//! What several devices wrote in one field: two or more versions of its text side by side, whose, when,
//! and what to do; or the note that they were merged.

use super::field_facts::field_id;
use super::field_place::{FieldPlace, answer_words};
use crate::i18n::{Key, format, moment, text};
use crate::platform::page;
use crate::state::document_editor::VersionShown;
use crate::state::editor::Editor;
use crate::state::open_document::Writer;
use approdo_domain::FieldKind;
use leptos::prelude::*;

/// Draws the versions of a text in conflict.
pub fn conflict_panel<P: FieldPlace>(editor: Editor<P>, place: P) -> AnyView {
    let title_id = format!("{}-conflict", field_id(place));
    let labelled_by = title_id.clone();
    let revision = editor.revision();
    let versions = Memo::new(move |_| {
        revision.track();
        editor.versions(place)
    });
    let keep_both = move |_| {
        editor.keep_both(place);
        page::focus(&field_id(place));
    };
    view! {
        <div class="conflict" role="group" aria-labelledby=labelled_by data-conflict="">
            <p class="conflict-title" id=title_id>{text(Key::ConflictTitle)}</p>
            <div class="conflict-versions">
                {move || {
                    let versions = versions.get();
                    let numbered = versions.into_iter().enumerate();
                    numbered
                        .map(|(index, version)| version_view(editor, place, index + 1, version))
                        .collect_view()
                }}
            </div>
            {(place.kind() != FieldKind::Choice)
                .then(|| {
                    view! {
                        <button
                            type="button"
                            class="link-button"
                            data-action="keep-both"
                            on:click=keep_both
                        >
                            {text(Key::ConflictKeepBoth)}
                        </button>
                    }
                })}
        </div>
    }
    .into_any()
}

/// Draws the note that a text was merged, to be confirmed.
pub fn merge_note<P: FieldPlace>(editor: Editor<P>, place: P) -> AnyView {
    let accept = move |_| {
        editor.choose(place, &editor.shown(place));
        page::focus(&field_id(place));
    };
    view! {
        <p class="merge-note" role="status">
            {text(Key::ConflictMerged)} " "
            <button type="button" class="link-button" data-action="accept-merge" on:click=accept>
                {text(Key::ConflictMergedAccept)}
            </button>
        </p>
    }
    .into_any()
}

fn version_view<P: FieldPlace>(
    editor: Editor<P>,
    place: P,
    number: usize,
    version: VersionShown,
) -> AnyView {
    let meta = format(
        Key::ConflictMeta,
        &[
            ("who", &writer_name(&version.writer)),
            ("when", &moment(version.written_ms)),
        ],
    );
    let shown = if version.text.trim().is_empty() {
        text(Key::ConflictEmpty)
    } else {
        answer_words(place, &version.text).unwrap_or_else(|| version.text.clone())
    };
    let label = format(Key::ConflictChooseNamed, &[("number", &number.to_string())]);
    let choose = move |_| {
        editor.choose(place, &version.text);
        page::focus(&field_id(place));
    };
    view! {
        <div class="conflict-version">
            <p class="conflict-text">{shown}</p>
            <p class="conflict-meta">{meta}</p>
            <button
                type="button"
                class="button button-secondary"
                data-action="choose-version"
                aria-label=label
                on:click=choose
            >
                {text(Key::ConflictChoose)}
            </button>
        </div>
    }
    .into_any()
}

fn writer_name(writer: &Writer) -> String {
    match writer {
        Writer::Here => text(Key::ConflictByThisDevice),
        Writer::Device(name) if name.is_empty() => format(
            Key::ConflictByOtherDevice,
            &[("device", &text(Key::ConflictUnknownDevice))],
        ),
        Writer::Device(name) => format(Key::ConflictByOtherDevice, &[("device", name)]),
        Writer::Other => text(Key::ConflictByOther),
    }
}
