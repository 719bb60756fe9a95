//! Sync at work: feeds the state machine of `approdo-sync` with what happens in this tab, carries
//! out what it asks for, and keeps the other tabs informed. One tab does this for all. The machine's
//! own code is in `sync_engine`; it is fetched once the device is linked.

use super::kept::{self, Kept};
use super::saving::SyncView;
use super::sync_engine::{Exchanged, Offer, SyncEngine};
use super::tab_message::TabMessage;
use super::workspace::Workspace;
use crate::on_demand;
use crate::platform::broadcast::Channel;
use crate::platform::listener::Listener;
use crate::platform::locks::{self, Held};
use crate::platform::{clock, connection, events, profile, random};
use approdo_document::{Author, WriterId};
use approdo_store_indexeddb::IndexedDbStore;
use approdo_sync::machine::{Action, Event, SyncMachine};
use approdo_sync::store::DeviceStore;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;

/// How long after a failure the engine is fetched again, in milliseconds.
const FETCH_AGAIN_MS: u32 = 5_000;

/// Sync at work.
#[derive(Debug, Clone, Copy)]
pub struct SyncDriver {
    workspace: Workspace,
    engine: StoredValue<Engine, LocalStorage>,
    /// How sync is doing.
    pub view: RwSignal<SyncView>,
}

struct Engine {
    machine: SyncMachine,
    /// What moves the machine; none while the device is not linked.
    functions: Option<SyncEngine>,
    /// Mints anew what the server could not take; apart from the editor's, which types meanwhile.
    author: Option<Author>,
    leads: bool,
    refused: usize,
    wake: Option<clock::Timer>,
    pokes: Option<events::Pokes>,
    channel: Option<Channel<TabMessage>>,
    lock: Option<Held>,
    listeners: Vec<Listener>,
}

impl SyncDriver {
    /// Makes a driver at rest.
    pub fn new(workspace: Workspace) -> Self {
        let engine = Engine {
            machine: SyncMachine::new(),
            functions: None,
            author: Some(Author::new(WriterId(random::bytes()))),
            leads: false,
            refused: 0,
            wake: None,
            pokes: None,
            channel: None,
            lock: None,
            listeners: Vec::new(),
        };
        Self {
            workspace,
            engine: StoredValue::new_local(engine),
            view: RwSignal::new(SyncView::NotLinked),
        }
    }

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

    /// Has sync look now whether all is well.
    pub fn nudge(self) {
        self.handle(Event::Poked);
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

    fn edited(self) {
        let Some(store) = self.workspace.store().filter(|_| self.leads()) else {
            return;
        };
        if self.view.get_untracked() == SyncView::NotLinked {
            return;
        }
        spawn_local(async move {
            if let Ok(waiting) = store.waiting().await {
                let waiting = waiting.waiting;
                self.handle(Event::Edited { waiting });
            }
        });
    }

    fn handle(self, event: Event) {
        let Some(functions) = self.functions().filter(|_| self.leads()) else {
            return;
        };
        let now_ms = clock::now_ms();
        let jitter = u32::from_be_bytes(random::bytes());
        let actions = self.engine.try_update_value(|engine| {
            (functions.handle)(&mut engine.machine, event, now_ms, jitter)
        });
        for action in actions.into_iter().flatten() {
            match action {
                Action::StartExchange {
                    most,
                    from_the_start,
                } => self.start_exchange(functions, most, from_the_start),
                Action::WakeAt { at_ms } => self.wake_at(at_ms, now_ms),
            }
        }
        self.publish(functions, now_ms);
    }

    fn wake_at(self, at_ms: u64, now_ms: u64) {
        let wait = u32::try_from(at_ms.saturating_sub(now_ms)).unwrap_or(u32::MAX / 2);
        let timer = clock::after(wait.min(u32::MAX / 4), move || self.handle(Event::Elapsed));
        self.engine.update_value(|engine| engine.wake = Some(timer));
    }

    fn start_exchange(self, functions: SyncEngine, most: usize, from_the_start: bool) {
        let Some(store) = self.workspace.store() else {
            return;
        };
        let author = self.engine.try_update_value(|engine| engine.author.take());
        let author = author
            .flatten()
            .unwrap_or_else(|| Author::new(WriterId(random::bytes())));
        spawn_local(async move {
            let offer = Offer {
                most,
                from_the_start,
                now_ms: clock::now_ms(),
            };
            self.exchanged((functions.exchange)(store, offer, author).await);
        });
    }

    fn exchanged(self, exchanged: Exchanged) {
        self.engine
            .update_value(|engine| engine.author = Some(exchanged.author));
        if let Some(error) = &exchanged.store_failure {
            self.workspace.notice_failure(error);
        }
        if let Some(brought) = exchanged.brought {
            self.engine
                .update_value(|engine| engine.refused = brought.refused);
            if !brought.changed.is_empty() {
                self.tell(&TabMessage::Changed(brought.changed.clone()));
                self.workspace.reload(brought.changed);
            }
        }
        self.handle(Event::ExchangeEnded(exchanged.end));
    }

    fn publish(self, functions: SyncEngine, now_ms: u64) {
        self.show(
            self.engine
                .with_value(|engine| (functions.view)(&engine.machine, engine.refused, now_ms)),
        );
    }

    fn show(self, view: SyncView) {
        if self.view.get_untracked() != view {
            self.view.set(view);
            self.tell(&TabMessage::Status(view));
        }
    }

    fn tell(self, message: &TabMessage) {
        self.engine.with_value(|engine| {
            if let Some(channel) = &engine.channel {
                channel.send(message);
            }
        });
    }

    fn leads(self) -> bool {
        self.engine.with_value(|engine| engine.leads)
    }

    fn functions(self) -> Option<SyncEngine> {
        self.engine.with_value(|engine| engine.functions)
    }
}
