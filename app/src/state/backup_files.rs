//! Saving a backup among the person's files, and bringing one back. The file itself is in `backup`.

use super::backup::{BackupError, Restored, SavedDocument, add_file, read_backup, write_backup};
use super::backup_name::backup_name;
use super::client::use_client;
use super::signals::Changed;
use super::workspace::Workspace;
use crate::i18n::{Key, format, plural, text};
use crate::platform::{clock, files};
use approdo_document::BlobHash;
use approdo_sync::blobs::{Blob, BlobOrigin};
use approdo_sync::store::OperationLog;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeSet;

const MEDIA_TYPE: &str = "application/octet-stream";
const KINDS: &str = ".approdo,application/octet-stream";

/// Saves all documents of this browser as one file.
pub fn download() {
    let client = use_client();
    client.workspace.commit_all();
    let documents = client.workspace.saved_documents();
    let mut bytes = write_backup(&documents);
    spawn_local(async move {
        for hash in files_of(&documents) {
            // Those that are still on another device are in that one's backup.
            if let Some(blob) = client.workspace.blob(hash).await {
                add_file(&mut bytes, blob.into_bytes());
            }
        }
        let name = backup_name(clock::now_ms());
        let key = if files::download(&name, MEDIA_TYPE, &bytes) {
            Key::BackupDone
        } else {
            Key::BackupFailed
        };
        client.toasts.show(text(key));
    });
}

/// Returns the photos and attachments that documents name.
fn files_of(documents: &[SavedDocument]) -> BTreeSet<BlobHash> {
    let operations = documents.iter().flat_map(|document| &document.operations);
    operations
        .flat_map(|operation| operation.blobs.iter().copied())
        .collect()
}

/// Lets the person choose a backup and joins it with what is here; says what came of it.
pub fn restore(report: RwSignal<Vec<String>>) {
    let workspace = use_client().workspace;
    spawn_local(async move {
        if let Some(file) = files::choose(KINDS).await {
            report.set(restored(workspace, &file.bytes).await);
        }
    });
}

async fn restored(workspace: Workspace, bytes: &[u8]) -> Vec<String> {
    let backup = match read_backup(bytes) {
        Ok(backup) => backup,
        Err(BackupError::NotABackup) => return vec![text(Key::BackupNotABackup)],
        Err(BackupError::Newer) => return vec![text(Key::BackupNewer)],
    };
    let mut lines = Vec::new();
    let files = keep_files(workspace, &backup).await;
    match append(workspace, &backup.documents).await {
        true if backup.documents.is_empty() => lines.push(text(Key::BackupRestoredNothing)),
        true => lines.push(plural(Key::BackupRestored, backup.documents.len())),
        false => lines.push(text(Key::BackupWriteFailed)),
    }
    lines.extend(files.map(text));
    if backup.has_newer {
        lines.push(text(Key::BackupNewerParts));
    }
    let mut names: Vec<String> = backup.unreadable.into_iter().map(named).collect();
    if backup.unnamed_lost {
        names.push(text(Key::BackupUnreadableUnnamed));
    }
    if !names.is_empty() {
        let names = names.join(", ");
        lines.push(format(Key::BackupUnreadable, &[("names", &names)]));
    }
    lines
}

/// Stores photos and attachments, before the documents that name them; says what is wrong with them.
async fn keep_files(workspace: Workspace, backup: &Restored) -> Option<Key> {
    for content in &backup.files {
        let blob = Blob::new(content.clone());
        if workspace.keep_blob(&blob, BlobOrigin::Here).await.is_err() {
            return Some(Key::FileNotKept);
        }
    }
    for hash in files_of(&backup.documents) {
        if workspace.blob(hash).await.is_none() {
            return Some(Key::BackupFilesMissing);
        }
    }
    None
}

/// Joins the documents with what is here; answers whether the store took them all.
async fn append(workspace: Workspace, documents: &[SavedDocument]) -> bool {
    for document in documents {
        match workspace.store() {
            Some(store) => {
                if store.append(&document.operations).await.is_err() {
                    return false;
                }
                workspace.reload([document.id]);
            }
            None => workspace.change(document.id, |open, _, _| {
                open.take_in(&document.operations);
                Some(Changed::Anything)
            }),
        }
    }
    true
}

fn named(title: String) -> String {
    if title.is_empty() {
        text(Key::BackupUnreadableUnnamed)
    } else {
        title
    }
}
