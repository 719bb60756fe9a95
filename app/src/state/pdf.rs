//! The PDF: made by the worker, then saved as a file or handed to the phone's share sheet.

use super::client::{Client, use_client};
use super::cv_editor::CvEditor;
use super::labels::{render_request, words_of};
use super::printed_photo::{PhotoFor, printed_photo};
use crate::i18n::{Key, format, text};
use crate::platform::module_worker::WorkerError;
use crate::platform::{clock, files};
use approdo_domain::{Cv, cv_file_name};
use approdo_render::{Pdf, PdfRequest};
use leptos::prelude::untrack;
use leptos::task::spawn_local;

const MEDIA_TYPE: &str = "application/pdf";

/// Makes the PDF and saves it among the person's files.
pub fn download(editor: CvEditor) {
    let client = use_client();
    let toasts = client.toasts;
    spawn_local(async move {
        if let Some((name, bytes)) = make(editor, client).await {
            files::download(&name, MEDIA_TYPE, &bytes);
            toasts.show(format(Key::PreviewPdfDone, &[("file", &name)]));
        }
    });
}

/// Makes the PDF and hands it to the share sheet; one that fails leaves the way of saving it.
pub fn share(editor: CvEditor) {
    let client = use_client();
    let toasts = client.toasts;
    spawn_local(async move {
        if let Some((name, bytes)) = make(editor, client).await {
            match files::share(&name, MEDIA_TYPE, &bytes).await {
                files::Shared::NotPossible => toasts.show(text(Key::PreviewShareFailed)),
                files::Shared::Done | files::Shared::Cancelled => toasts.close(),
            }
        }
    });
}

async fn make(editor: CvEditor, client: Client) -> Option<(String, Vec<u8>)> {
    let toasts = client.toasts;
    editor.commit();
    let cv = untrack(|| editor.cv_to_send());
    let name = cv_file_name(&cv.personal, "pdf");
    toasts.show(text(Key::PreviewPdfWorking));
    match pdf_of(cv, client).await {
        Ok(bytes) => Some((name, bytes)),
        Err(failure) => {
            toasts.show(text(failure));
            None
        }
    }
}

/// Makes the PDF of what goes out of a CV.
///
/// # Errors
/// The message that says why there is none.
pub async fn pdf_of(cv: Cv, client: Client) -> Result<Vec<u8>, Key> {
    let words = words_of(&cv).await.ok_or(Key::PreviewNotLoaded)?;
    let mut pages = render_request(cv, &words);
    pages.photo = printed_photo(client.workspace, &pages.cv, PhotoFor::Pdf).await;
    let request = PdfRequest {
        pages,
        made_seconds: clock::now_ms() / 1_000,
    };
    let request = postcard::to_allocvec(&request).map_err(|_| Key::PreviewPdfFailed)?;
    match client.render_worker().pdf(&request).await {
        Ok(answer) => postcard::from_bytes::<Pdf>(&answer)
            .map(|pdf| pdf.bytes)
            .map_err(|_| Key::PreviewPdfFailed),
        Err(WorkerError::Unavailable) => Err(Key::PreviewNotLoaded),
        Err(_) => Err(Key::PreviewPdfFailed),
    }
}

/// Tells whether this browser can share files.
pub fn can_share() -> bool {
    files::can_share(MEDIA_TYPE)
}
