//! Photos and attachments follow their operations: after each exchange with the server, what it lacks
//! is sent, and what this device lacks is fetched. How that is done is in `sync_engine`.

use super::sync_driver::SyncDriver;
use super::sync_engine::SyncEngine;
use super::workspace::Workspace;
use crate::platform::clock;
use approdo_document::{BlobHash, SpaceId};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeMap;

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
        spawn_local(async move {
            self.workspace.reloaded().await;
            let named = self.workspace.named_files();
            if !named.is_empty() {
                let lost = self
                    .engine
                    .try_update_value(|engine| std::mem::take(&mut engine.files_lost));
                let arrived = (functions.exchange_files)(store, named, lost == Some(true)).await;
                if arrived > 0 {
                    self.workspace.files_arrived.update(|count| *count += 1);
                }
            }
            self.engine
                .update_value(|engine| engine.exchanges_files = false);
        });
    }
}
