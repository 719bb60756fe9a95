//! A letter on its way out: as PDF, alone or with its CV, saved, shared or printed; as words, copied or shared.
//! What keeps a letter here is `LetterEditor::to_send`; what the pages are made of is in `pages`.

use super::editor::LetterEditor;
use super::pages::{letter_request, words_of_letter};
use crate::i18n::{Key, format, text};
use crate::platform::module_worker::WorkerError;
use crate::platform::{clock, files, page};
use crate::state::client::use_client;
use crate::state::labels::{render_request, words_of};
use crate::state::printed_photo::{PhotoFor, printed_photo};
use approdo_domain::check::TextLanguage;
use approdo_domain::letter::{Letter, LetterField, mail_address};
use approdo_domain::{Cv, LetterFile, letter_file_name};
use approdo_render::{LetterPdfRequest, Pdf, Preview, RenderRequest};
use leptos::prelude::*;
use leptos::task::spawn_local;

const MEDIA_TYPE: &str = "application/pdf";

/// Makes the PDF and saves it among the person's files.
pub fn download(editor: LetterEditor, file: LetterFile) {
    let toasts = use_client().toasts;
    spawn_local(async move {
        if let Some((name, bytes)) = make(editor, file).await {
            let saved = files::download(&name, MEDIA_TYPE, &bytes);
            toasts.show(match saved {
                true => format(Key::PreviewPdfDone, &[("file", &name)]),
                false => text(Key::PreviewPdfFailed),
            });
        }
    });
}

/// Makes the PDF and hands it to the share sheet; one that fails leaves the way of saving it.
pub fn share(editor: LetterEditor, file: LetterFile) {
    let toasts = use_client().toasts;
    spawn_local(async move {
        if let Some((name, bytes)) = make(editor, file).await {
            match files::share(&name, MEDIA_TYPE, &bytes).await {
                files::Shared::NotPossible => toasts.show(text(Key::PreviewShareFailed)),
                files::Shared::Done | files::Shared::Cancelled => toasts.close(),
            }
        }
    });
}

/// Tells whether this browser can share files.
pub fn can_share() -> bool {
    files::can_share(MEDIA_TYPE)
}

/// Tells whether this browser can share texts.
pub fn can_share_text() -> bool {
    files::can_share_text()
}

/// Returns a letter as words; none while it cannot go out.
pub fn message(editor: LetterEditor) -> Option<String> {
    let (letter, cv) = editor.to_send().ok()?;
    Some(letter.message(&letter.signature_with(&cv)))
}

/// Returns the address that opens an e-mail with the letter in it; none while it cannot go out.
pub fn mail(editor: LetterEditor) -> Option<String> {
    let (letter, cv) = editor.to_send().ok()?;
    let body = letter.message(&letter.signature_with(&cv));
    let subject = letter.text(LetterField::Subject);
    Some(mail_address(&letter.addressee.email, subject, &body))
}

/// Copies the letter as words; where the browser forbids it, they are shown instead.
pub fn copy(editor: LetterEditor, shown: RwSignal<Option<String>>) {
    let toasts = use_client().toasts;
    editor.commit();
    let Some(words) = untrack(|| message(editor)) else {
        return;
    };
    spawn_local(async move {
        if page::copy(&words).await {
            toasts.show(text(Key::ActionCopied));
        } else {
            shown.try_set(Some(words));
        }
    });
}

/// Hands the letter as words to the share sheet.
pub fn share_words(editor: LetterEditor) {
    let toasts = use_client().toasts;
    editor.commit();
    let Some(words) = untrack(|| message(editor)) else {
        return;
    };
    let subject = untrack(|| editor.letter()).texts.subject;
    spawn_local(async move {
        if files::share_text(&subject, &words).await == files::Shared::NotPossible {
            toasts.show(text(Key::LetterSendShareFailed));
        }
    });
}

/// Draws the pages into the place from which they are printed, and opens the browser's dialog.
pub fn print(editor: LetterEditor, pages: RwSignal<Option<Vec<String>>>) {
    let client = use_client();
    editor.commit();
    let Ok((letter, cv)) = untrack(|| editor.to_send()) else {
        return;
    };
    spawn_local(async move {
        let answer = match words_of_letter(&letter).await {
            Some(words) => {
                let request = postcard::to_allocvec(&letter_request(letter, &cv, &words));
                let worker = client.render_worker();
                worker.letter_preview(&request.unwrap_or_default()).await
            }
            None => Err(WorkerError::Unavailable),
        };
        match answer.map(|bytes| postcard::from_bytes::<Preview>(&bytes)) {
            Ok(Ok(preview)) => {
                pages.try_set(Some(preview.pages));
                // Once the pages are in the page.
                request_animation_frame(|| set_timeout(page::print, std::time::Duration::ZERO));
            }
            Err(WorkerError::Superseded) => {}
            Err(WorkerError::Unavailable) => client.toasts.show(text(Key::PreviewNotLoaded)),
            _ => client.toasts.show(text(Key::PreviewFailed)),
        }
    });
}

async fn make(editor: LetterEditor, file: LetterFile) -> Option<(String, Vec<u8>)> {
    let client = use_client();
    editor.commit();
    let (letter, cv) = untrack(|| editor.to_send()).ok()?;
    let name = file_name(&letter, &cv, file, "pdf");
    client.toasts.show(text(Key::PreviewPdfWorking));
    match pdf_of(letter, cv, file).await {
        Ok(bytes) => Some((name, bytes)),
        Err(failure) => {
            client.toasts.show(text(failure));
            None
        }
    }
}

/// Returns the PDF of a letter; `cv` is what goes out of the CV that it goes with.
///
/// # Errors
/// Says why there is none.
pub async fn pdf_of(letter: Letter, cv: Cv, file: LetterFile) -> Result<Vec<u8>, Key> {
    let answer = match request(letter, cv, file).await {
        Some(request) => use_client().render_worker().letter_pdf(&request).await,
        None => Err(WorkerError::Unavailable),
    };
    match answer.map(|bytes| postcard::from_bytes::<Pdf>(&bytes)) {
        Ok(Ok(pdf)) => Ok(pdf.bytes),
        Err(WorkerError::Unavailable) => Err(Key::PreviewNotLoaded),
        _ => Err(Key::PreviewPdfFailed),
    }
}

/// Returns what a letter's file is called.
pub fn file_name(letter: &Letter, cv: &Cv, file: LetterFile, extension: &str) -> String {
    let sender = letter.sender_with(cv).name;
    let is_english = letter.text_language() == TextLanguage::English;
    let names = [sender.as_str(), letter.addressee.company.as_str()];
    letter_file_name(file, names, is_english, extension)
}

/// Returns what the worker needs; none if the words of letter or CV are neither here nor to be had.
async fn request(letter: Letter, cv: Cv, file: LetterFile) -> Option<Vec<u8>> {
    let words = words_of_letter(&letter).await?;
    let letter = letter_request(letter, &cv, &words);
    let cv = match file {
        LetterFile::Letter => None,
        LetterFile::LetterAndCv => Some(pages_of(cv).await?),
    };
    let request = LetterPdfRequest {
        letter,
        cv,
        made_seconds: clock::now_ms() / 1_000,
    };
    postcard::to_allocvec(&request).ok()
}

/// Returns what the pages of the CV are made of, as when it goes out alone.
async fn pages_of(cv: Cv) -> Option<RenderRequest> {
    let words = words_of(&cv).await?;
    let mut pages = render_request(cv, &words);
    let workspace = use_client().workspace;
    pages.photo = printed_photo(workspace, &pages.cv, PhotoFor::Pdf).await;
    Some(pages)
}
