//! Everything the screen can ask for, as one value that every component finds.

use super::appearance::Appearance;
use super::application::REMINDING_KEPT;
use super::cv_editor::CvEditor;
use super::export_choices::ExportChoices;
use super::jump::Jumps;
use super::kept::{self, Kept};
use super::linking_driver::Linking;
use super::offline::Offline;
use super::saving::{SaveState, SyncView};
use super::sync_driver::SyncDriver;
use super::toasts::Toasts;
use super::way_back::WayBack;
use super::workspace::{Phase, Workspace};
use crate::i18n::{Key, text};
use crate::on_demand::{self, CvTools, NotLoaded};
use crate::platform::arrival::Arrival;
use crate::platform::clock;
use crate::platform::local_storage;
use crate::platform::page;
use crate::platform::render_worker::RenderWorker;
use crate::platform::storage;
use approdo_document::DocumentId;
use approdo_domain::ItemId;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::Cell;
use std::time::Duration;

/// How long a page other than the editor keeps the network free for getting there.
const ELSEWHERE: Duration = Duration::from_secs(6);

/// How long after a failure what a linked device needs is fetched again, in milliseconds.
const AGAIN_MS: u32 = 5_000;

/// The client's state.
#[derive(Debug, Clone, Copy)]
pub struct Client {
    /// The documents of this browser.
    pub workspace: Workspace,
    /// Short messages.
    pub toasts: Toasts,
    /// Language and colours.
    pub appearance: Appearance,
    /// Which sensitive fields go out of which CV.
    pub export_choices: ExportChoices,
    /// Where somebody is about to be led in the editor.
    pub jumps: Jumps,
    /// The page that led somebody to a CV.
    pub way_back: RwSignal<Option<WayBack>>,
    /// The file beside a CV that is looked at while one writes.
    pub viewing: RwSignal<Option<(DocumentId, ItemId)>>,
    /// Working without a network.
    pub offline: Offline,
    /// Sync.
    pub sync: SyncDriver,
    /// Linking devices.
    pub linking: Linking,
    /// What the line about saving says.
    pub save_state: Memo<SaveState>,
    /// The tools for CVs, once they are there: what the editor gains by them it does without before.
    pub cv_tools: RwSignal<Option<CvTools>>,
    worker: StoredValue<RenderWorker, LocalStorage>,
    navigated: StoredValue<bool>,
    asked_to_keep: StoredValue<bool>,
}

impl Client {
    /// Makes the client's state; nothing is opened yet.
    pub fn new() -> Self {
        let workspace = Workspace::new();
        let sync = SyncDriver::new(workspace);
        let save_state = Memo::new(move |_| {
            let (unsaved, health) = (workspace.unsaved.get(), workspace.health.get());
            SaveState::now(unsaved, health, sync.view.get())
        });
        let offline = Offline::new(workspace);
        Effect::new(move |_| {
            if sync.view.get() == SyncView::UpdateNeeded {
                offline.look_for_update();
            }
        });
        Self {
            workspace,
            toasts: Toasts::new(),
            appearance: Appearance::new(),
            export_choices: ExportChoices::new(),
            jumps: Jumps::new(),
            way_back: RwSignal::new(None),
            viewing: RwSignal::new(None),
            offline,
            sync,
            linking: Linking::new(workspace, sync),
            save_state,
            cv_tools: RwSignal::new(None),
            worker: StoredValue::new_local(RenderWorker::default()),
            navigated: StoredValue::new(false),
            asked_to_keep: StoredValue::new(false),
        }
    }

    /// Opens the store, then begins to sync and to fetch what works without a network.
    pub async fn open(self) {
        self.workspace.open().await;
        page::set_root_attribute("data-ready", Some(""));
        if self.workspace.phase.get_untracked() == Phase::Ready {
            self.sync.begin();
            if local_storage::get(REMINDING_KEPT).is_some() {
                spawn_local(self.remind());
            }
            self.workspace.on_saved(move |_| self.ask_to_keep());
            self.workspace.on_left(move || self.sync.end());
            if kept::recall() == Kept::Linked {
                spawn_local(self.resume_link());
            }
        }
        if self.workspace.phase.get_untracked() == Phase::NewerVersion {
            // The new version is what the person waits for.
            self.offline.begin();
        }
        // The editor begins this itself; elsewhere the person may be about to go there.
        set_timeout(move || self.offline.begin(), ELSEWHERE);
    }

    /// Reminds of next steps, as the person chose before.
    async fn remind(self) {
        if let Ok(pages) = on_demand::job_search_with_words().await {
            (pages.watch_reminders)();
        }
    }

    /// Fetches the tools for CVs, unless they are there.
    pub async fn fetch_cv_tools(self) {
        let _arrival = Arrival::begin();
        if self.cv_tools.with_untracked(Option::is_none)
            && let Ok(tools) = on_demand::cv_tools_with_words().await
        {
            self.cv_tools.set(Some(tools));
        }
    }

    /// Makes the PDF of a CV and saves it, as soon as the tools are there.
    pub fn download_pdf(self, editor: CvEditor) {
        if let Some(tools) = self.cv_tools.get_untracked() {
            return (tools.download_pdf)(editor);
        }
        editor.commit();
        self.toasts.show(text(Key::PreviewPdfWorking));
        spawn_local(async move {
            match on_demand::cv_tools_with_words().await {
                Ok(tools) => (tools.download_pdf)(editor),
                Err(NotLoaded) => self.toasts.show(text(Key::PreviewNotLoaded)),
            }
        });
    }

    /// Returns the worker that draws pages.
    pub fn render_worker(self) -> RenderWorker {
        self.worker.get_value()
    }

    /// Tells whether a page was shown before, and remembers that one was now.
    pub fn has_navigated(self) -> bool {
        let before = self.navigated.get_value();
        self.navigated.set_value(true);
        before
    }

    /// Goes on with the account of this browser where it deleted the store: at this visit, or at an
    /// earlier one that had no network.
    async fn resume_link(self) {
        if self.workspace.account().await.is_some() {
            return;
        }
        loop {
            if let Ok(parts) = on_demand::parts().await {
                return (parts.resume_link)(self.linking);
            }
            clock::wait(AGAIN_MS).await;
        }
    }

    /// Asks the browser to keep the data, once there is something worth keeping.
    fn ask_to_keep(self) {
        if !self.asked_to_keep.get_value() {
            self.asked_to_keep.set_value(true);
            kept::note(Kept::Here);
            spawn_local(async {
                storage::persist().await;
            });
        }
    }
}

impl Default for Client {
    fn default() -> Self {
        Self::new()
    }
}

thread_local! {
    static CLIENT: Cell<Option<Client>> = const { Cell::new(None) };
}

/// Makes this client the one that the screen asks, also from where no component is being drawn:
/// handlers of events, tasks.
pub fn install(client: Client) {
    CLIENT.set(Some(client));
}

/// Returns the client's state.
///
/// # Panics
/// Before [`install`]: nothing is on screen then that could ask.
pub fn use_client() -> Client {
    match CLIENT.get() {
        Some(client) => client,
        None => unreachable!("the client is installed before anything is drawn"),
    }
}
