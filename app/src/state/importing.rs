//! Opening a file that somebody brings: reading it changes nothing; only on the person's word it becomes
//! a new CV. The formats are in `approdo-exchange`.

use super::attachments::Attachments;
use super::client::use_client;
use super::exporting::exchange_worker;
use super::intent::Intent;
use super::signals::Changed;
use super::workspace::Workspace;
use crate::i18n::{Key, text};
use crate::platform::files::{self, ChosenFile, TooLarge};
use crate::platform::module_worker::WorkerError;
use crate::platform::random;
use approdo_document::DocumentId;
use approdo_domain::Cv;
use approdo_exchange::LARGEST_PDF_BYTES;
use approdo_exchange::import::{ImportError, ImportRequest, Imported, Report, Titles};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What the file dialog offers; what is in a file is found out by reading it.
const KINDS: &str = ".pdf,.json,.xml,application/pdf,application/json,application/xml,text/xml";

/// How far opening a file has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opening {
    /// No file is chosen.
    Nothing,
    /// The file is being read.
    Reading,
    /// The file was not read.
    Refused(Refusal),
    /// The file was read; nothing is taken over yet.
    Read(Box<Found>),
}

/// Why a file was not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// What is wrong with the file.
    File(ImportError),
    /// It is too large to look at.
    TooLarge,
    /// The module that reads is neither here nor to be had now.
    NotLoaded,
    /// Reading ended without a reason.
    Crashed,
}

/// What was found in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The file, which is kept beside the new CV.
    pub file: ChosenFile,
    /// The CV in it.
    pub cv: Cv,
    /// What was taken, and what was not understood.
    pub report: Report,
}

impl Found {
    /// Tells whether there is anything that a CV can be made of.
    pub fn has_something(&self) -> bool {
        !self.report.taken.is_empty()
    }
}

/// Lets the person choose a file, and reads it; choosing none leaves everything as it is.
pub fn choose(opening: RwSignal<Opening>) {
    spawn_local(async move {
        let Some(chosen) = files::choose_within(KINDS, LARGEST_PDF_BYTES).await else {
            return;
        };
        opening.try_set(Opening::Reading);
        let outcome = match chosen {
            Ok(file) => read(file).await,
            Err(TooLarge) => Err(Refusal::TooLarge),
        };
        opening.try_set(match outcome {
            Ok(found) => Opening::Read(Box::new(found)),
            Err(refusal) => Opening::Refused(refusal),
        });
    });
}

async fn read(file: ChosenFile) -> Result<Found, Refusal> {
    let Imported { cv, report } = read_bytes(file.bytes.clone()).await?;
    Ok(Found { file, cv, report })
}

/// Reads the bytes of a file in whatever format they are.
///
/// # Errors
/// Says why they were not read.
pub async fn read_bytes(file: Vec<u8>) -> Result<Imported, Refusal> {
    let request = ImportRequest {
        file,
        titles: titles(),
        first_id: u64::from_be_bytes(random::bytes()),
    };
    let request = postcard::to_allocvec(&request).map_err(|_| Refusal::Crashed)?;
    let answer = exchange_worker().read(&request).await;
    let answer = answer.map_err(|error| match error {
        WorkerError::Unavailable => Refusal::NotLoaded,
        _ => Refusal::Crashed,
    })?;
    let imported: Result<Imported, ImportError> =
        postcard::from_bytes(&answer).map_err(|_| Refusal::Crashed)?;
    imported.map_err(Refusal::File)
}

/// Makes a new CV of what was found.
pub fn take_over(found: &Found) -> DocumentId {
    let workspace = use_client().workspace;
    let id = workspace.new_cv();
    write(workspace, id, found.cv.clone());
    keep_source(workspace, id, found.file.clone());
    id
}

/// Keeps the file beside the CV: what was not understood in it can still be read there.
fn keep_source(workspace: Workspace, id: DocumentId, file: ChosenFile) {
    spawn_local(async move {
        let beside = Attachments::beside(workspace, id);
        let kept = beside.add(&file.name, &file.media_type, file.bytes).await;
        if kept.is_err() {
            use_client().toasts.show(text(Key::FileSourceNotKept));
        }
    });
}

fn write(workspace: Workspace, id: DocumentId, cv: Cv) {
    let intent = Intent::Whole { cv: Box::new(cv) };
    workspace.change(id, |open, author, now_ms| {
        open.carry_out(intent, author, now_ms)
            .then_some(Changed::Anything)
    });
}

/// What parts are called that have to be made: in the language of the interface, as if typed in.
fn titles() -> Titles {
    Titles {
        awards: text(Key::ImportAwards),
        projects: text(Key::ImportProjects),
        links: text(Key::ImportLinks),
        memberships: text(Key::ImportMemberships),
        conferences: text(Key::ImportConferences),
        creative_works: text(Key::ImportCreativeWorks),
        other: text(Key::CvOwnSection),
    }
}
