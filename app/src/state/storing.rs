//! The one task that talks to the store: it writes edits in their order, and between them reads
//! again what other tabs and the server changed, so that no picture is older than the last write.

use super::opening::health_of;
use super::saving::StoreHealth;
use super::signals::Changed;
use super::workspace::Workspace;
use approdo_document::DocumentId;
use approdo_store_indexeddb::{IndexedDbStore, StoreError};
use approdo_sync::store::{DeviceStore, EditOutcome, LocalEdit, StoredOperation};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;
use std::time::Duration;

/// How long after a failure the store is tried again.
const RETRY: Duration = Duration::from_secs(3);

impl Workspace {
    /// Has documents read again from the store, since somebody else changed them.
    pub fn reload(self, ids: impl IntoIterator<Item = DocumentId>) {
        self.desk.update_value(|desk| desk.to_reload.extend(ids));
        self.store_soon();
    }

    /// Starts storing if it is not under way.
    pub fn store_soon(self) {
        let Some(store) = self.store() else { return };
        let starts = self.desk.try_update_value(|desk| {
            let starts = !desk.storing && desk.has_work();
            desk.storing |= starts;
            starts
        });
        if starts == Some(true) {
            spawn_local(async move {
                let outcome = self.store_all(&store).await;
                self.desk.update_value(|desk| desk.storing = false);
                self.update_unsaved();
                self.after_storing(outcome);
            });
        }
    }

    fn after_storing(self, outcome: Result<(), StoreError>) {
        let is_newer = outcome == Err(StoreError::NewerVersion);
        self.desk.update_value(|desk| desk.outdated |= is_newer);
        self.leave_if_outdated();
        match outcome {
            _ if self.store().is_none() => {}
            Ok(()) => {
                if matches!(
                    self.health.get_untracked(),
                    StoreHealth::Full | StoreHealth::Failing
                ) {
                    self.health.set(StoreHealth::Durable);
                }
            }
            Err(error) => {
                let health = health_of(&error);
                if self.health.get_untracked() != health {
                    self.health.set(health);
                }
                set_timeout(move || self.store_soon(), RETRY);
            }
        }
    }

    async fn store_all(self, store: &Rc<IndexedDbStore>) -> Result<(), StoreError> {
        let mut outcome = Ok(());
        loop {
            if let Some(id) = self.desk.with_value(|desk| desk.to_reload.first().copied()) {
                // A hint that comes while reading must lead to another reading.
                self.desk.update_value(|desk| {
                    desk.to_reload.remove(&id);
                });
                let stored = match store.stored(id).await {
                    Ok(stored) => stored,
                    // What a newer version wrote cannot be read; what is typed is stored all the same.
                    Err(StoreError::NewerVersion) => {
                        outcome = Err(StoreError::NewerVersion);
                        continue;
                    }
                    Err(error) => {
                        self.desk.update_value(|desk| {
                            desk.to_reload.insert(id);
                        });
                        return Err(error);
                    }
                };
                self.change(id, |open, author, now_ms| {
                    open.reconcile(&stored, author, now_ms)
                        .then_some(Changed::Anything)
                });
                continue;
            }
            let Some((id, edit)) = self.next_edit() else {
                return outcome;
            };
            match store.record_edit(&edit).await? {
                EditOutcome::Saved => self.edit_saved(id),
                EditOutcome::Stale { .. } => {
                    let stored: Vec<StoredOperation> = store.stored(id).await?;
                    self.change(id, |open, author, now_ms| {
                        open.redo_waiting(&stored, author, now_ms);
                        Some(Changed::Anything)
                    });
                }
            }
        }
    }

    fn next_edit(self) -> Option<(DocumentId, LocalEdit)> {
        self.desk.with_value(|desk| {
            let mut documents = desk.documents.iter();
            documents.find_map(|(id, opened)| Some((*id, opened.open.next_edit()?)))
        })
    }

    fn edit_saved(self, id: DocumentId) {
        let callbacks = self.desk.try_update_value(|desk| {
            desk.opened(id).open.edit_saved();
            desk.on_saved.clone()
        });
        self.update_unsaved();
        for callback in callbacks.into_iter().flatten() {
            callback(id);
        }
    }
}

impl super::workspace::Desk {
    fn has_work(&self) -> bool {
        let mut documents = self.documents.values();
        !self.to_reload.is_empty() || documents.any(|opened| opened.open.next_edit().is_some())
    }
}
