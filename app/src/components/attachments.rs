//! The files beside a CV: added, looked at, downloaded, removed. What is looked at stands in
//! `attachment_pane`.

use super::icon::{Icon, icon};
use crate::i18n::{Key, format, text};
use crate::platform::files::{self, Source};
use crate::platform::focus;
use crate::state::attachments::{AttachmentProblem, Attachments, MOST_BYTES_READ};
use crate::state::client::use_client;
use crate::state::cv_editor::CvEditor;
use approdo_document::{Attachment, BlobHash};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What is offered to the browser.
const KINDS: &str = "image/*,application/pdf,.pdf,.doc,.docx,.odt,.rtf,.txt";
const ADD: &str = "add-attachment";

/// Draws the files beside a CV.
pub fn attachment_list(editor: CvEditor) -> AnyView {
    let workspace = use_client().workspace;
    let files_beside = Attachments::of(workspace, editor);
    spawn_local(workspace.collect_blobs());
    let revision = editor.revision();
    let list = Memo::new(move |_| {
        revision.track();
        files_beside.list()
    });
    let problem = RwSignal::new(None::<Key>);
    let add = move |_| add_file(editor, files_beside, problem);
    view! {
        <div class="stack" data-attachments="">
            <p class="field-hint">{text(Key::AttachmentHint)}</p>
            <ul class="attachment-list" aria-label=text(Key::AttachmentList)>
                <For
                    each=move || list.get()
                    key=|attachment| attachment.id
                    children=move |attachment| row(editor, files_beside, attachment)
                />
            </ul>
            <button type="button" class="add-entry" id=ADD data-action=ADD on:click=add>
                {icon(Icon::Add)}
                {text(Key::AttachmentAdd)}
            </button>
            <p class="field-error" role="alert">{move || problem.get().map(text)}</p>
        </div>
    }
    .into_any()
}

fn row(editor: CvEditor, files_beside: Attachments, attachment: Attachment) -> AnyView {
    let id = attachment.id;
    let name = shown_name(&attachment);
    let named = |key| format(key, &[("name", &name)]);
    let size = size_words(attachment.file.bytes);
    let (show, download, delete) = (
        named(Key::AttachmentShowNamed),
        named(Key::AttachmentDownload),
        named(Key::ActionDeleteNamed),
    );
    let wanted = attachment.clone();
    let deleted = named(Key::AttachmentDeleted);
    view! {
        <li class="attachment-row" data-attachment=id.to_string()>
            <span class="attachment-name">
                {name} <span class="attachment-size">{size}</span>
            </span>
            <button
                type="button"
                class="button button-secondary"
                data-action="show-attachment"
                aria-label=show
                on:click=move |_| {
                    use_client().viewing.set(Some((editor.id(), id)));
                    focus::focus_soon("attachment-pane".to_owned());
                }
            >
                {text(Key::AttachmentShow)}
            </button>
            <button
                type="button"
                class="button button-icon"
                data-action="download-attachment"
                aria-label=download
                on:click=move |_| save(wanted.clone())
            >
                {icon(Icon::Download)}
            </button>
            <button
                type="button"
                class="button button-icon"
                data-action="delete-attachment"
                aria-label=delete
                on:click=move |_| {
                    files_beside.remove(id);
                    focus::focus_soon(ADD.to_owned());
                    use_client()
                        .toasts
                        .offer_undo(deleted.clone(), move || files_beside.restore(id));
                }
            >
                {icon(Icon::Delete)}
            </button>
        </li>
    }
    .into_any()
}

fn add_file(editor: CvEditor, files_beside: Attachments, problem: RwSignal<Option<Key>>) {
    problem.set(None);
    spawn_local(async move {
        let Some(chosen) = files::choose_from(Source::Files, KINDS, MOST_BYTES_READ).await else {
            return;
        };
        let added = match chosen {
            Ok(file) => {
                files_beside
                    .add(&file.name, &file.media_type, file.bytes)
                    .await
            }
            Err(files::TooLarge) => Err(AttachmentProblem::TooLarge),
        };
        match added {
            Ok(id) => use_client().viewing.set(Some((editor.id(), id))),
            Err(reason) => _ = problem.try_set(Some(problem_words(reason))),
        }
    });
}

/// Saves a file among the person's own.
fn save(attachment: Attachment) {
    let client = use_client();
    spawn_local(async move {
        let hash = BlobHash(attachment.file.hash);
        match client.workspace.blob(hash).await {
            Some(blob) => {
                let name = shown_name(&attachment);
                _ = files::download(&name, &attachment.file.media_type, blob.bytes());
            }
            None => client.toasts.show(text(Key::FileElsewhere)),
        }
    });
}

/// Returns how a file is called.
pub fn shown_name(attachment: &Attachment) -> String {
    match attachment.name.trim() {
        "" => text(Key::AttachmentUnnamed),
        name => name.to_owned(),
    }
}

/// Returns how large a file is, in the units that people see elsewhere.
fn size_words(bytes: u64) -> String {
    const KILO: u64 = 1_000;
    if bytes >= KILO * KILO {
        format!("{} MB", bytes.div_ceil(KILO * KILO))
    } else {
        format!("{} kB", bytes.div_ceil(KILO))
    }
}

fn problem_words(problem: AttachmentProblem) -> Key {
    match problem {
        AttachmentProblem::TooLarge => Key::AttachmentTooLarge,
        AttachmentProblem::Damaged => Key::PhotoDamaged,
        AttachmentProblem::NotKept => Key::FileNotKept,
    }
}
