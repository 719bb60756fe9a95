//! Working without a network: the service worker, fetching the rest in the background, and new
//! versions, which are offered and never forced.

use super::client::use_client;
use super::update_schedule::UpdateSchedule;
use super::workspace::Workspace;
use crate::i18n::{Key, text};
use crate::on_demand;
use crate::platform::arrival::Arrival;
use crate::platform::listener::Listener;
use crate::platform::service_worker::{self, ServiceWorkerHandle, Stage};
use crate::platform::{clock, connection, page, place};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;
use std::time::Duration;

/// How long after the page is usable the network is used for what comes later.
const PAUSE: Duration = Duration::from_millis(400);

/// How far the client has come onto this device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Readiness {
    /// Not known yet.
    Unknown,
    /// This browser cannot.
    NotPossible,
    /// The person saves data: shall so many bytes be fetched?
    Ask(u64),
    /// The rest is being fetched: so many files of so many.
    Fetching(u32, u32),
    /// Everything works without a network.
    Ready,
    /// Fetching failed; it is tried again when there is a network.
    Failed,
}

/// Working without a network.
#[derive(Debug, Clone, Copy)]
pub struct Offline {
    workspace: Workspace,
    handle: StoredValue<Option<Rc<ServiceWorkerHandle>>, LocalStorage>,
    listeners: StoredValue<Vec<Listener>, LocalStorage>,
    begun: StoredValue<bool>,
    schedule: StoredValue<UpdateSchedule>,
    /// How far the client has come onto this device.
    pub readiness: RwSignal<Readiness>,
    /// Whether a new version is offered: it waits for the person's word, or another tab put it in
    /// place and this page is still of the old one.
    pub is_update_offered: RwSignal<bool>,
}

impl Offline {
    /// Begins with nothing known.
    pub fn new(workspace: Workspace) -> Self {
        Self {
            workspace,
            handle: StoredValue::new_local(None),
            listeners: StoredValue::new_local(Vec::new()),
            begun: StoredValue::new(false),
            schedule: StoredValue::new(UpdateSchedule::new(clock::now_ms())),
            readiness: RwSignal::new(Readiness::Unknown),
            is_update_offered: RwSignal::new(false),
        }
    }

    /// Begins once the page is usable; later calls do nothing.
    pub fn begin(self) {
        if self.begun.get_value() {
            return;
        }
        self.begun.set_value(true);
        let arrival = Arrival::begin();
        let settle = move || {
            page::set_root_attribute("data-settled", Some(""));
            spawn_local(self.register());
            // What is in memory cannot be missing, whatever becomes of network and server.
            spawn_local(async move {
                let _arrival = arrival;
                let _ = on_demand::parts().await;
                if !service_worker::saves_data() {
                    use_client().fetch_cv_tools().await;
                }
            });
        };
        set_timeout(settle, PAUSE);
        let mut listeners = connection::on_network_change(move |is_online| {
            if is_online && self.readiness.get_untracked() == Readiness::Failed {
                self.fetch();
            }
            self.look_if_due();
        });
        listeners.extend(connection::on_visibility_change(move |_| {
            self.look_if_due();
        }));
        self.listeners.set_value(listeners);
    }

    /// Tells whether the first page is usable, and the rest is being fetched.
    pub fn has_begun(self) -> bool {
        self.begun.get_value()
    }

    /// Fetches the rest, as the person agreed.
    pub fn fetch(self) {
        spawn_local(async move {
            let Some(handle) = self.handle.get_value() else {
                return;
            };
            self.readiness.set(Readiness::Fetching(0, 1));
            let progress = move |done, total| self.readiness.set(Readiness::Fetching(done, total));
            let is_complete = handle.fetch_later(progress).await;
            self.finish(is_complete);
        });
    }

    /// Puts the new version in place and loads the page anew, at the field where the person was.
    /// What cannot be stored keeps the page from being left.
    pub fn apply_update(self) {
        spawn_local(async move {
            let is_stored = self.workspace.store_everything().await && {
                if let Some(handle) = self.handle.get_value() {
                    handle.apply_update().await;
                }
                // Typing went on while the new version took over.
                self.workspace.store_everything().await
            };
            if is_stored {
                place::keep();
                page::reload();
            } else {
                use_client().toasts.show(text(Key::OfflineUpdateUnsaved));
            }
        });
    }

    /// Goes on with this version. The new one is offered again when the page is next opened.
    pub fn put_off_update(self) {
        self.is_update_offered.set(false);
    }

    /// Looks for a new version now: for example because the server wants one.
    pub fn look_for_update(self) {
        spawn_local(async move {
            if let Some(handle) = self.handle.get_value()
                && handle.look_for_update().await
            {
                self.schedule
                    .update_value(|schedule| schedule.looked(clock::now_ms()));
            }
        });
    }

    fn look_if_due(self) {
        if connection::is_visible() && self.schedule.get_value().is_due(clock::now_ms()) {
            self.look_for_update();
        }
    }

    async fn register(self) {
        let handle = service_worker::register(move |stage| self.on_stage(stage)).await;
        match handle {
            Some(handle) => {
                self.handle.set_value(Some(Rc::new(handle)));
                self.look().await;
            }
            None => self.readiness.set(Readiness::NotPossible),
        }
    }

    fn on_stage(self, stage: Stage) {
        match stage {
            Stage::NotPossible => self.readiness.set(Readiness::NotPossible),
            Stage::Installing => {}
            Stage::Ready => spawn_local(self.look()),
            Stage::UpdateWaiting => {
                self.offer_update();
                spawn_local(self.look());
            }
            Stage::Replaced => self.offer_update(),
        }
    }

    fn offer_update(self) {
        self.is_update_offered.set(true);
        use_client().toasts.announce(text(Key::OfflineUpdate));
    }

    /// Asks what is here already, and fetches the rest if nothing speaks against it.
    async fn look(self) {
        let Some(handle) = self.handle.get_value() else {
            return;
        };
        if self.readiness.get_untracked() != Readiness::Unknown {
            return;
        }
        let Some(status) = handle.status().await.filter(|status| status.first) else {
            return;
        };
        if status.later {
            self.finish(true);
        } else if service_worker::saves_data() {
            self.readiness.set(Readiness::Ask(status.later_bytes));
        } else {
            self.fetch();
        }
    }

    fn finish(self, is_complete: bool) {
        if is_complete {
            self.readiness.set(Readiness::Ready);
            // It waited for this where data are saved, or where the network had gone.
            spawn_local(use_client().fetch_cv_tools());
            page::set_root_attribute("data-offline-ready", Some(""));
        } else {
            self.readiness.set(Readiness::Failed);
        }
    }
}
