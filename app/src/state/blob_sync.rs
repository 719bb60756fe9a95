//! Photos and attachments follow their operations: after each exchange with the server, what it lacks
//! is sent, and what this device lacks is fetched. How that is done is in `sync_engine`.

use super::saving::FilesView;
use super::sync_driver::SyncDriver;
use super::sync_engine::SyncEngine;
use super::workspace::Workspace;
use crate::platform::clock;
use approdo_document::{BlobHash, SpaceId};
use approdo_store_indexeddb::IndexedDbStore;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeMap;
use std::rc::Rc;

/// The files that the documents of this device name, with the space each is in.
pub type NamedFiles = BTreeMap<BlobHash, SpaceId>;

/// How often it is looked whether documents were read again, in milliseconds, and how many times.
const LOOK_AGAIN: (u32, usize) = (100, 100);

impl Workspace {
    /// Waits until what the last exchange brought was read.
    async fn reloaded(self) {
        let (pause_ms, times) = LOOK_AGAIN;
        for _ in 0..times {
            if self.desk.with_value(|desk| desk.to_reload.is_empty()) {
                return;
            }
            clock::wait(pause_ms).await;
        }
    }

    /// Returns the files that documents name.
    pub fn named_files(self) -> NamedFiles {
        let mut named = NamedFiles::new();
        self.desk.with_value(|desk| {
            for opened in desk.documents.values() {
                for operation in opened.open.document().operations() {
                    let files = operation.blobs.iter();
                    named.extend(files.map(|hash| (*hash, operation.space)));
                }
            }
        });
        named
    }
}

impl SyncDriver {
    /// Brings files up to date, unless that is under way. `restored` says that the server may have
    /// lost them.
    pub(super) fn exchange_files(self, functions: SyncEngine, restored: bool) {
        let Some(store) = self.workspace.store() else {
            return;
        };
        let starts = self.engine.try_update_value(|engine| {
            engine.files_lost |= restored;
            !std::mem::replace(&mut engine.exchanges_files, true)
        });
        if starts != Some(true) {
            return;
        }
        if !self.workspace.named_files().is_empty() {
            self.engine
                .update_value(|engine| engine.files = FilesView::UnderWay);
        }
        spawn_local(async move {
            self.workspace.reloaded().await;
            let files = self.exchange_named(functions, store).await;
            self.engine.update_value(|engine| {
                engine.exchanges_files = false;
                engine.files = files;
            });
            self.publish(functions, clock::now_ms());
        });
    }

    async fn exchange_named(self, functions: SyncEngine, store: Rc<IndexedDbStore>) -> FilesView {
        let named = self.workspace.named_files();
        if named.is_empty() {
            return FilesView::Exchanged;
        }
        let lost = self
            .engine
            .try_update_value(|engine| std::mem::take(&mut engine.files_lost));
        let exchanged = (functions.exchange_files)(store, named, lost == Some(true)).await;
        if exchanged.arrived > 0 {
            self.workspace.files_arrived.update(|count| *count += 1);
        }
        match exchanged.waiting {
            0 => FilesView::Exchanged,
            waiting => FilesView::Waiting(waiting),
        }
    }
}
