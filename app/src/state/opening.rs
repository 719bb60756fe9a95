//! How documents come out of the store: opening it, reading them, and reading them again when others may
//! have changed them. How they go into it is in `storing`.

use super::kept;
use super::saving::StoreHealth;
use super::workspace::{Phase, Workspace};
use crate::platform::{clock, profile};
use approdo_document::AccountId;
use approdo_store_indexeddb::{IndexedDbStore, StoreError};
use approdo_sync::store::{DeviceStore, OperationLog};
use leptos::prelude::*;
use std::rc::Rc;

impl Workspace {
    /// Opens the store and reads every document. Where there is no store, documents live as long as
    /// the page.
    pub async fn open(self) {
        profile::recall().await;
        match self.open_store().await {
            Ok(()) => {}
            Err(StoreError::NewerVersion) => return self.phase.set(Phase::NewerVersion),
            Err(_) => self.health.set(StoreHealth::MemoryOnly),
        }
        self.summarise_all();
        self.phase.set(Phase::Ready);
        self.leave_if_outdated();
    }

    async fn open_store(self) -> Result<(), StoreError> {
        let name = profile::database_name();
        let store = IndexedDbStore::open_telling(&name, self.listeners()).await?;
        self.read_all(&store).await?;
        self.damaged.set(store.take_damaged().len());
        self.vanished
            .set(kept::vanished(kept::recall(), store.is_new()));
        self.desk
            .update_value(|desk| desk.store = Some(Rc::new(store)));
        Ok(())
    }

    /// Returns the account that the store is bound to; none while the device is not linked.
    pub async fn account(self) -> Option<AccountId> {
        self.store()?.sync_state().await.ok()?.account
    }

    /// Makes sure that the browser still has the data, for example when the page is visible again.
    pub async fn probe(self) {
        if let Some(store) = self.store()
            && let Err(error) = store.probe().await
        {
            self.notice_failure(&error);
        }
    }

    /// Has every document read again, since others may have changed them untold.
    pub async fn read_again(self) {
        self.probe().await;
        if let Some(store) = self.store()
            && let Ok(ids) = store.documents().await
        {
            self.reload(ids);
        }
    }

    async fn read_all(self, store: &IndexedDbStore) -> Result<(), StoreError> {
        for id in store.documents().await? {
            let stored = store.stored(id).await?;
            self.desk.update_value(|desk| {
                let Some(mut author) = desk.author.take() else {
                    return;
                };
                let opened = desk.opened(id);
                opened.open.reconcile(&stored, &mut author, clock::now_ms());
                desk.author = Some(author);
            });
        }
        Ok(())
    }
}

/// Returns what a failure says about the store.
pub(super) fn health_of(error: &StoreError) -> StoreHealth {
    match error {
        StoreError::Quota => StoreHealth::Full,
        StoreError::Emptied => StoreHealth::Emptied,
        StoreError::NewerVersion => StoreHealth::Outdated,
        _ => StoreHealth::Failing,
    }
}
