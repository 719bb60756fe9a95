//! A letter as a file to go on with in Word or LibreOffice, made by the worker for other formats.

use super::editor::LetterEditor;
use super::pages::{letter_request, words_of_letter};
use super::sending::file_name;
use crate::i18n::{Key, format, text};
use crate::platform::files;
use crate::platform::module_worker::WorkerError;
use crate::state::client::use_client;
use crate::state::exporting::exchange_worker;
use approdo_domain::letter::Letter;
use approdo_domain::{Cv, LetterFile};
use approdo_exchange::export::FileFormat;
use approdo_exchange::letter::{LetterDocxRequest, LetterWords, OutgoingLetter};
use approdo_render::LetterRequest;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Makes the file and saves it among the person's files.
pub fn download(editor: LetterEditor) {
    let toasts = use_client().toasts;
    editor.commit();
    let Ok((letter, cv)) = untrack(|| editor.to_send()) else {
        return;
    };
    toasts.show(text(Key::ExportWorking));
    spawn_local(async move {
        let docx = FileFormat::Docx;
        let name = file_name(&letter, &cv, LetterFile::Letter, docx.extension());
        toasts.show(match make(letter, &cv).await {
            Ok(bytes) if files::download(&name, docx.media_type(), &bytes) => {
                format(Key::ExportDone, &[("file", &name)])
            }
            Err(WorkerError::Unavailable) => text(Key::ExportNotLoaded),
            _ => text(Key::ExportFailed),
        });
    });
}

async fn make(letter: Letter, cv: &Cv) -> Result<Vec<u8>, WorkerError> {
    let words = words_of_letter(&letter).await;
    let words = words.ok_or(WorkerError::Unavailable)?;
    let request = LetterDocxRequest {
        letter: outgoing(letter_request(letter, cv, &words)),
    };
    let request = postcard::to_allocvec(&request).unwrap_or_default();
    exchange_worker().write_letter(&request).await
}

/// The sheet says what the pages say, in the same words.
fn outgoing(pages: LetterRequest) -> OutgoingLetter {
    let words = pages.words;
    OutgoingLetter {
        letter: pages.letter,
        sender: pages.sender,
        signature: pages.signature,
        words: LetterWords {
            language: pages.language,
            months: words.months,
            place_and_date: words.place_and_date,
            company: words.company,
            person: words.person,
            subject: words.subject,
            enclosures: words.enclosures,
        },
    }
}
