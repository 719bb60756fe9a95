//! Which tab does sync for all tabs of this browser, and what they tell each other: the one that holds
//! the lock leads, and fetches the machine's code once the device is linked. What it does then is in
//! `sync_driver`.

use super::kept::{self, Kept};
use super::saving::SyncView;
use super::sync_driver::SyncDriver;
use super::sync_engine::SyncEngine;
use super::tab_message::TabMessage;
use crate::on_demand;
use crate::platform::broadcast::Channel;
use crate::platform::listener::Listener;
use crate::platform::{clock, connection, events, locks, profile};
use approdo_store_indexeddb::IndexedDbStore;
use approdo_sync::machine::Event;
use approdo_sync::store::DeviceStore;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;

/// How long after a failure the engine is fetched again, in milliseconds.
const FETCH_AGAIN_MS: u32 = 5_000;

impl SyncDriver {
    /// Begins, once the store is open.
    pub fn begin(self) {
        // Tabs of one profile share both names, whatever their versions.
        let name = |ending| format!("{}-{ending}", profile::database_name());
        let channel = Channel::join(&name("tabs"), move |message| self.hear(message));
        channel.send(&TabMessage::AskStatus);
        let listeners = self.listeners();
        let lock = locks::hold(name("sync"), move || self.lead());
        self.engine.update_value(|engine| {
            engine.channel = Some(channel);
            engine.lock = Some(lock);
            engine.listeners = listeners;
        });
        self.workspace.on_saved(move |id| {
            self.tell(&TabMessage::Changed(vec![id]));
            self.edited();
        });
    }

    /// Ends, once the page has let go of the store; another tab goes on.
    pub fn end(self) {
        self.engine.update_value(|engine| {
            engine.leads = false;
            (engine.lock, engine.channel) = (None, None);
            (engine.wake, engine.pokes) = (None, None);
            engine.listeners.clear();
        });
    }

    /// Says that the store was bound to an account, or its session renewed.
    pub fn linked(self) {
        self.tell(&TabMessage::Linked);
        self.on_linked();
    }

    fn hear(self, message: TabMessage) {
        match message {
            TabMessage::Changed(ids) => {
                self.workspace.reload(ids);
                self.edited();
            }
            TabMessage::Status(view) => {
                if !self.leads() {
                    self.view.set(view);
                }
            }
            TabMessage::AskStatus => {
                if self.leads() {
                    self.tell(&TabMessage::Status(self.view.get_untracked()));
                }
            }
            TabMessage::Linked => self.on_linked(),
        }
    }

    fn listeners(self) -> Vec<Listener> {
        let mut listeners = connection::on_network_change(move |is_online| {
            self.handle(if is_online {
                Event::CameOnline
            } else {
                Event::WentOffline
            });
        });
        let visibility = connection::on_visibility_change(move |is_visible| {
            if is_visible {
                spawn_local(self.workspace.probe());
                self.handle(Event::BecameVisible);
            } else {
                self.workspace.commit_all();
            }
        });
        let hide = connection::on_page_hide(move || self.workspace.commit_all());
        let back = connection::on_page_return(move || self.come_back());
        listeners.extend(visibility.into_iter().chain(hide).chain(back));
        listeners
    }

    /// Makes up for what other pages and the server did while the browser kept this page asleep.
    fn come_back(self) {
        spawn_local(self.workspace.read_again());
        self.tell(&TabMessage::AskStatus);
        self.handle(Event::BecameVisible);
    }

    /// Runs in the tab that was elected, as long as it lives.
    async fn lead(self) {
        let Some(store) = self.workspace.store() else {
            return;
        };
        let state = match store.sync_state().await {
            Ok(state) => state,
            Err(error) => return self.workspace.notice_failure(&error),
        };
        self.engine.update_value(|engine| engine.leads = true);
        if state.account.is_some() {
            self.start(&store).await;
        }
        std::future::pending::<()>().await;
    }

    /// Starts the machine of a linked device, however long its code takes to arrive.
    async fn start(self, store: &Rc<IndexedDbStore>) {
        let Some(functions) = self.fetch_engine(store).await else {
            return;
        };
        let state = match store.sync_state().await {
            Ok(state) => state,
            Err(error) => return self.workspace.notice_failure(&error),
        };
        let waiting = store.waiting().await.unwrap_or_default();
        self.engine.update_value(|engine| {
            engine.functions = Some(functions);
            engine.refused = waiting.refused;
        });
        if !connection::is_online() {
            self.handle(Event::WentOffline);
        }
        self.handle(Event::Started {
            is_linked: state.account.is_some(),
            waiting: waiting.waiting,
            synced_at_ms: state.synced_at_ms,
        });
        kept::note(Kept::Linked);
        self.listen_to_pokes();
    }

    /// Fetches until it is there; none once this tab no longer leads.
    async fn fetch_engine(self, store: &Rc<IndexedDbStore>) -> Option<SyncEngine> {
        while self.leads() {
            if let Ok(parts) = on_demand::parts().await {
                return Some(parts.sync).filter(|_| self.leads());
            }
            let waiting = store.waiting().await.unwrap_or_default().waiting;
            self.show(if connection::is_online() {
                SyncView::Stalled(waiting)
            } else {
                SyncView::Offline(waiting)
            });
            clock::wait(FETCH_AGAIN_MS).await;
        }
        None
    }

    fn listen_to_pokes(self) {
        let pokes = events::listen(move || self.handle(Event::Poked));
        self.engine
            .update_value(|engine| engine.pokes = Some(pokes));
    }

    fn on_linked(self) {
        let Some(store) = self.workspace.store().filter(|_| self.leads()) else {
            return;
        };
        kept::note(Kept::Linked);
        if self.functions().is_some() {
            self.listen_to_pokes();
            self.handle(Event::Linked);
        } else {
            spawn_local(async move { self.start(&store).await });
        }
    }
}
