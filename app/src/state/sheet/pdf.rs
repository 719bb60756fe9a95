//! A sheet on its way out as PDF: made by the worker, then saved as a file or handed to the share sheet. What
//! stands on its pages is in `pages` and `empty_pages`.

use super::empty_pages::empty_request;
use super::file_name::file_name;
use super::pages::sheet_request;
use crate::i18n::{self, Key, format, text};
use crate::platform::files;
use crate::platform::module_worker::WorkerError;
use crate::state::client::use_client;
use approdo_catalog::Criteria;
use approdo_domain::sheet::Sheet;
use approdo_render::{Pdf, SheetRequest};
use leptos::task::spawn_local;

const MEDIA_TYPE: &str = "application/pdf";

/// A sheet as a file to be made: what it is called and what its pages are made of.
#[derive(Debug, Clone)]
pub struct SheetPdf {
    name: String,
    request: SheetRequest,
}

impl SheetPdf {
    /// Makes the file of a sheet, filled as far as it is.
    pub fn of(sheet: &Sheet, criteria: &Criteria) -> Self {
        Self {
            name: file_name(sheet, "pdf"),
            request: sheet_request(sheet, criteria, &text, i18n::language().tag()),
        }
    }

    /// Makes the file of an empty sheet.
    pub fn empty(criteria: &Criteria) -> Self {
        Self {
            name: file_name(&Sheet::default(), "pdf"),
            request: empty_request(criteria, &text, i18n::language().tag()),
        }
    }

    /// Makes the PDF and saves it among the person's files.
    pub fn download(self) {
        let toasts = use_client().toasts;
        spawn_local(async move {
            if let Some((name, bytes)) = self.made().await {
                toasts.show(match files::download(&name, MEDIA_TYPE, &bytes) {
                    true => format(Key::PreviewPdfDone, &[("file", &name)]),
                    false => text(Key::PreviewPdfFailed),
                });
            }
        });
    }

    /// Makes the PDF and hands it to the share sheet; one that fails leaves the way of saving it.
    pub fn share(self) {
        let toasts = use_client().toasts;
        spawn_local(async move {
            if let Some((name, bytes)) = self.made().await {
                match files::share(&name, MEDIA_TYPE, &bytes).await {
                    files::Shared::NotPossible => toasts.show(text(Key::PreviewShareFailed)),
                    files::Shared::Done | files::Shared::Cancelled => toasts.close(),
                }
            }
        });
    }

    async fn made(self) -> Option<(String, Vec<u8>)> {
        let client = use_client();
        client.toasts.show(text(Key::PreviewPdfWorking));
        let request = postcard::to_allocvec(&self.request).unwrap_or_default();
        let answer = client.render_worker().sheet_pdf(&request).await;
        let failure = match answer.map(|bytes| postcard::from_bytes::<Pdf>(&bytes)) {
            Ok(Ok(pdf)) => return Some((self.name, pdf.bytes)),
            Err(WorkerError::Unavailable) => Key::PreviewNotLoaded,
            _ => Key::PreviewPdfFailed,
        };
        client.toasts.show(text(failure));
        None
    }
}

/// Tells whether this browser can share such files.
pub fn can_share() -> bool {
    files::can_share(MEDIA_TYPE)
}
