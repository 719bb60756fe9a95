//! When a newer version of the app takes the store over: what is typed is stored first, then this page
//! lets go of the store and says so. While another tab holds an older version, this one waits.

use super::opening::health_of;
use super::workspace::{Phase, Workspace};
use approdo_store_indexeddb::{Listeners, StoreError};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;

impl Workspace {
    /// Calls back when this page has let go of the store.
    pub fn on_left(self, callback: impl Fn() + 'static) {
        self.desk
            .update_value(|desk| desk.on_left = Some(Rc::new(callback)));
    }

    /// Says what a failure of the store means for the page.
    pub fn notice_failure(self, error: &StoreError) {
        if *error == StoreError::NewerVersion {
            self.give_way();
        } else {
            self.health.set(health_of(error));
        }
    }

    /// What the store is to tell of other tabs.
    pub(super) fn listeners(self) -> Listeners {
        Listeners {
            on_blocked: Some(Rc::new(move || self.phase.set(Phase::Blocked))),
            // The connection that tells so must not be dropped while it does.
            on_outdated: Some(Rc::new(move || {
                spawn_local(async move { self.give_way() });
            })),
        }
    }

    /// Lets go of the store if a newer version waits for it and nothing is left to be stored.
    pub(super) fn leave_if_outdated(self) {
        let leaves = self.desk.with_value(|desk| desk.outdated) && !self.unsaved.get_untracked();
        let store = self.store().filter(|_| leaves);
        let Some(store) = store else { return };
        store.close();
        let callback = self.desk.try_update_value(|desk| {
            desk.store = None;
            desk.on_left.take()
        });
        self.phase.set(Phase::NewerVersion);
        if let Some(callback) = callback.flatten() {
            callback();
        }
    }

    fn give_way(self) {
        self.desk.update_value(|desk| desk.outdated = true);
        self.commit_all();
        self.leave_if_outdated();
    }
}
