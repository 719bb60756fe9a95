//! Sync at work: feeds the state machine of `approdo-sync` with what happens in this tab, carries
//! out what it asks for, and shows how it goes. One tab does this for all: which one, and what the tabs
//! tell each other, is in `sync_lead`. The machine's own code is in `sync_engine`; it is fetched once
//! the device is linked.

use super::saving::{FilesView, SyncView};
use super::sync_engine::{Exchanged, Offer, SyncEngine};
use super::tab_message::TabMessage;
use super::workspace::Workspace;
use crate::platform::broadcast::Channel;
use crate::platform::listener::Listener;
use crate::platform::locks::Held;
use crate::platform::{clock, events, random};
use approdo_document::{Author, WriterId};
use approdo_sync::machine::{Action, Event, SyncMachine};
use approdo_sync::store::DeviceStore;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Sync at work.
#[derive(Debug, Clone, Copy)]
pub struct SyncDriver {
    pub(super) workspace: Workspace,
    pub(super) engine: StoredValue<Engine, LocalStorage>,
    /// How sync is doing.
    pub view: RwSignal<SyncView>,
}

pub(super) struct Engine {
    machine: SyncMachine,
    /// What moves the machine; none while the device is not linked.
    pub(super) functions: Option<SyncEngine>,
    /// Mints anew what the server could not take; apart from the editor's, which types meanwhile.
    author: Option<Author>,
    pub(super) leads: bool,
    pub(super) refused: usize,
    /// Whether photos and attachments are on their way.
    pub(super) exchanges_files: bool,
    /// How they are doing.
    pub(super) files: FilesView,
    /// Whether the server may have lost those it had.
    pub(super) files_lost: bool,
    pub(super) wake: Option<clock::Timer>,
    pub(super) pokes: Option<events::Pokes>,
    pub(super) channel: Option<Channel<TabMessage>>,
    pub(super) lock: Option<Held>,
    pub(super) listeners: Vec<Listener>,
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
            exchanges_files: false,
            files: FilesView::Exchanged,
            files_lost: false,
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

    /// Has sync look now whether all is well.
    pub fn nudge(self) {
        self.handle(Event::Poked);
    }

    pub(super) fn edited(self) {
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

    pub(super) fn handle(self, event: Event) {
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
        let brought = exchanged.brought.as_ref().map(|brought| brought.restored);
        if let Some(brought) = exchanged.brought {
            self.engine
                .update_value(|engine| engine.refused = brought.refused);
            if !brought.changed.is_empty() {
                self.tell(&TabMessage::Changed(brought.changed.clone()));
                self.workspace.reload(brought.changed);
            }
        }
        // First, so that nothing is called synced whose files are only here.
        if let (Some(restored), Some(functions)) = (brought, self.functions()) {
            self.exchange_files(functions, restored);
        }
        self.handle(Event::ExchangeEnded(exchanged.end));
    }

    pub(super) fn publish(self, functions: SyncEngine, now_ms: u64) {
        self.show(self.engine.with_value(|engine| {
            let changes = (functions.view)(&engine.machine, engine.refused, now_ms);
            changes.with_files(engine.files)
        }));
    }

    pub(super) fn show(self, view: SyncView) {
        if self.view.get_untracked() != view {
            self.view.set(view);
            self.tell(&TabMessage::Status(view));
        }
    }

    pub(super) fn tell(self, message: &TabMessage) {
        self.engine.with_value(|engine| {
            if let Some(channel) = &engine.channel {
                channel.send(message);
            }
        });
    }

    pub(super) fn leads(self) -> bool {
        self.engine.with_value(|engine| engine.leads)
    }

    pub(super) fn functions(self) -> Option<SyncEngine> {
        self.engine.with_value(|engine| engine.functions)
    }
}
