//! Sync at work: feeds the state machine of `approdo-sync` with what happens in this tab, carries
//! out what it asks for, and keeps the other tabs informed. One tab does this for all.

use super::kept::{self, Kept};
use super::saving::SyncView;
use super::tab_message::TabMessage;
use super::workspace::Workspace;
use crate::platform::broadcast::Channel;
use crate::platform::listener::Listener;
use crate::platform::locks::{self, Held};
use crate::platform::transport::HttpTransport;
use crate::platform::{clock, connection, events, profile, random};
use approdo_document::{Author, DocumentId, WriterId};
use approdo_store_indexeddb::IndexedDbStore;
use approdo_sync::exchange::{ExchangeError, begin_again, exchange_once};
use approdo_sync::machine::{Action, Event, ExchangeEnd, Failure, SyncMachine, SyncStatus};
use approdo_sync::store::DeviceStore;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;

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
        listeners.extend(visibility.into_iter().chain(hide));
        listeners
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
        let waiting = store.waiting().await.unwrap_or_default();
        self.engine.update_value(|engine| {
            engine.leads = true;
            engine.refused = waiting.refused;
        });
        if !connection::is_online() {
            self.handle(Event::WentOffline);
        }
        let is_linked = state.account.is_some();
        self.handle(Event::Started {
            is_linked,
            waiting: waiting.waiting,
            synced_at_ms: state.synced_at_ms,
        });
        if is_linked {
            kept::note(Kept::Linked);
            self.listen_to_pokes();
        }
        std::future::pending::<()>().await;
    }

    fn listen_to_pokes(self) {
        let pokes = events::listen(move || self.handle(Event::Poked));
        self.engine
            .update_value(|engine| engine.pokes = Some(pokes));
    }

    fn on_linked(self) {
        if self.leads() {
            kept::note(Kept::Linked);
            self.listen_to_pokes();
            self.handle(Event::Linked);
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
        if !self.leads() {
            return;
        }
        let now_ms = clock::now_ms();
        let jitter = u32::from_be_bytes(random::bytes());
        let actions = self
            .engine
            .try_update_value(|engine| engine.machine.handle(event, now_ms, jitter));
        for action in actions.into_iter().flatten() {
            match action {
                Action::StartExchange {
                    most,
                    from_the_start,
                } => self.start_exchange(most, from_the_start),
                Action::WakeAt { at_ms } => self.wake_at(at_ms, now_ms),
            }
        }
        self.publish(now_ms);
    }

    fn wake_at(self, at_ms: u64, now_ms: u64) {
        let wait = u32::try_from(at_ms.saturating_sub(now_ms)).unwrap_or(u32::MAX / 2);
        let timer = clock::after(wait.min(u32::MAX / 4), move || self.handle(Event::Elapsed));
        self.engine.update_value(|engine| engine.wake = Some(timer));
    }

    fn start_exchange(self, most: usize, from_the_start: bool) {
        let Some(store) = self.workspace.store() else {
            return;
        };
        spawn_local(async move {
            let is_ready = !from_the_start || begin_again(&*store).await.is_ok();
            let end = if is_ready {
                self.exchange(&store, most).await
            } else {
                ExchangeEnd::Failed(Failure::StoreFailed)
            };
            self.handle(Event::ExchangeEnded(end));
        });
    }

    async fn exchange(self, store: &Rc<IndexedDbStore>, most: usize) -> ExchangeEnd {
        let author = self.engine.try_update_value(|engine| engine.author.take());
        let mut author = author
            .flatten()
            .unwrap_or_else(|| Author::new(WriterId(random::bytes())));
        let now_ms = clock::now_ms();
        let result = exchange_once(&**store, &HttpTransport, most, now_ms, &mut author).await;
        self.engine
            .update_value(|engine| engine.author = Some(author));
        if let Err(ExchangeError::Store(error)) = &result {
            self.workspace.notice_failure(error);
        }
        if let Ok(report) = &result {
            self.engine
                .update_value(|engine| engine.refused = report.waiting.refused);
            let changed: Vec<DocumentId> = report.changed.iter().copied().collect();
            if !changed.is_empty() {
                self.tell(&TabMessage::Changed(changed.clone()));
                self.workspace.reload(changed);
            }
        }
        ExchangeEnd::from(&result)
    }

    fn publish(self, now_ms: u64) {
        let view = self.engine.with_value(|engine| {
            let status = engine.machine.status(now_ms);
            view_of(status, engine.refused)
        });
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
}

fn view_of(status: SyncStatus, refused: usize) -> SyncView {
    match status {
        SyncStatus::NotLinked => SyncView::NotLinked,
        SyncStatus::SignedOut { .. } => SyncView::SignedOut,
        SyncStatus::OtherAccount { .. } => SyncView::OtherAccount,
        SyncStatus::UpdateNeeded => SyncView::UpdateNeeded,
        SyncStatus::ServerTooOld => SyncView::ServerTooOld,
        SyncStatus::Stalled { waiting, .. } => SyncView::Stalled(waiting),
        _ if refused > 0 => SyncView::Refused(refused),
        SyncStatus::Waiting(waiting) => SyncView::Waiting(waiting),
        SyncStatus::Syncing => SyncView::Syncing,
        SyncStatus::Synced { at_ms } => SyncView::Synced(at_ms),
        SyncStatus::Offline { waiting } => SyncView::Offline(waiting),
    }
}
