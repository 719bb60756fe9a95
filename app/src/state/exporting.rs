//! A CV in other formats: made by the worker, then saved as a file, handed to the share sheet, copied or
//! printed. The PDF is in `pdf`; which pages there are is in `preview`.

use super::client::use_client;
use super::cv_editor::CvEditor;
use super::labels::{render_request, words_of};
use super::printed_photo::{PhotoFor, printed_photo};
use crate::i18n::{Key, format, text};
use crate::on_demand::{self, NotLoaded};
use crate::platform::exchange_worker::ExchangeWorker;
use crate::platform::module_worker::WorkerError;
use crate::platform::{files, page};
use approdo_domain::{Cv, cv_file_name};
use approdo_exchange::export::FileFormat;
use approdo_outgoing::FileRequest;
use approdo_render::{Preview, RenderRequest};
use leptos::prelude::*;
use leptos::task::spawn_local;

thread_local! {
    static WORKER: ExchangeWorker = ExchangeWorker::default();
}

/// Returns the worker that writes and reads other formats.
pub fn exchange_worker() -> ExchangeWorker {
    WORKER.with(Clone::clone)
}

/// A file, ready to be given away.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Made {
    name: String,
    bytes: Vec<u8>,
}

/// Makes a file and saves it among the person's files.
pub fn download(editor: CvEditor, file_format: FileFormat) {
    let toasts = use_client().toasts;
    spawn_local(async move {
        let Some(made) = make(editor, file_format).await else {
            return;
        };
        let saved = files::download(&made.name, file_format.media_type(), &made.bytes);
        toasts.show(if saved {
            format(Key::ExportDone, &[("file", &made.name)])
        } else {
            text(Key::ExportFailed)
        });
    });
}

/// Makes a file and hands it to the share sheet; one that fails leaves the way of saving it.
pub fn share(editor: CvEditor, file_format: FileFormat) {
    let toasts = use_client().toasts;
    spawn_local(async move {
        let Some(made) = make(editor, file_format).await else {
            return;
        };
        match files::share(&made.name, file_format.media_type(), &made.bytes).await {
            files::Shared::NotPossible => toasts.show(text(Key::ExportShareFailed)),
            files::Shared::Done | files::Shared::Cancelled => toasts.close(),
        }
    });
}

/// Tells whether this browser can share files of a format.
pub fn can_share(file_format: FileFormat) -> bool {
    files::can_share(file_format.media_type())
}

/// Copies the plain text; where the browser forbids it, the text is shown instead.
pub fn copy(editor: CvEditor, shown: RwSignal<Option<String>>) {
    let toasts = use_client().toasts;
    spawn_local(async move {
        let Some(words) = written(editor, FileFormat::PlainText).await else {
            return;
        };
        if page::copy(&words).await {
            toasts.show(text(Key::ActionCopied));
        } else {
            toasts.close();
            shown.try_set(Some(words));
        }
    });
}

/// Name and contacts as a card, and what draws it as a code.
#[derive(Debug, Clone)]
pub struct ContactsCode {
    /// The card (RFC 6350).
    pub card: String,
    /// Draws it, with the words for who does not see it; nothing if it is too long for a code.
    pub draw: fn(&str, Key) -> Option<AnyView>,
}

/// Makes a code of the contacts.
pub async fn contacts_code(editor: CvEditor) -> Option<ContactsCode> {
    let card = written(editor, FileFormat::VCard).await?;
    let toasts = use_client().toasts;
    match on_demand::parts_with_words().await {
        Ok(parts) => {
            toasts.close();
            let draw = parts.qr;
            Some(ContactsCode { card, draw })
        }
        Err(NotLoaded) => {
            toasts.show(text(Key::ExportNotLoaded));
            None
        }
    }
}

/// Draws the pages into the place from which they are printed, and opens the browser's dialog.
pub fn print(editor: CvEditor, pages: RwSignal<Option<Vec<String>>>) {
    let client = use_client();
    editor.commit();
    spawn_local(async move {
        let mut request = pages_of(untrack(|| editor.cv_to_send())).await;
        if let Some(pages) = &mut request {
            let wanted = PhotoFor::Preview;
            pages.photo = printed_photo(client.workspace, &pages.cv, wanted).await;
        }
        let request = request.and_then(|pages| postcard::to_allocvec(&pages).ok());
        let answer = match request {
            Some(request) => client.render_worker().preview(&request).await,
            None => Err(WorkerError::Unavailable),
        };
        let drawn = answer.map(|bytes| postcard::from_bytes::<Preview>(&bytes));
        match drawn {
            Ok(Ok(preview)) => {
                pages.try_set(Some(preview.pages));
                // Once the pages are in the page.
                request_animation_frame(|| set_timeout(page::print, std::time::Duration::ZERO));
            }
            Err(WorkerError::Superseded) => {}
            Err(WorkerError::Unavailable) => client.toasts.show(text(Key::PreviewNotLoaded)),
            _ => client.toasts.show(text(Key::ExportFailed)),
        }
    });
}

/// What the pages are made of, with the words in the CV's own language; none if these are not here.
async fn pages_of(cv: Cv) -> Option<RenderRequest> {
    let words = words_of(&cv).await?;
    Some(render_request(cv, &words))
}

async fn written(editor: CvEditor, file_format: FileFormat) -> Option<String> {
    let made = make(editor, file_format).await?;
    String::from_utf8(made.bytes).ok()
}

async fn make(editor: CvEditor, file_format: FileFormat) -> Option<Made> {
    let toasts = use_client().toasts;
    editor.commit();
    let cv = untrack(|| editor.cv_to_send());
    let name = cv_file_name(&cv.personal, file_format.extension());
    toasts.show(text(Key::ExportWorking));
    match file_of(cv, file_format).await {
        Ok(bytes) => Some(Made { name, bytes }),
        Err(failure) => {
            toasts.show(text(failure));
            None
        }
    }
}

/// Writes what goes out of a CV in a format.
///
/// # Errors
/// With what to say to the person.
pub async fn file_of(cv: Cv, file_format: FileFormat) -> Result<Vec<u8>, Key> {
    let pages = pages_of(cv).await.ok_or(Key::ExportNotLoaded)?;
    let request = FileRequest {
        format: file_format,
        pages,
    };
    let request = postcard::to_allocvec(&request).map_err(|_| Key::ExportFailed)?;
    let written = exchange_worker().write(&request).await;
    written.map_err(|error| match error {
        WorkerError::Unavailable => Key::ExportNotLoaded,
        _ => Key::ExportFailed,
    })
}
