//! Opening a letter that somebody brings: reading it changes nothing; only on the person's word it becomes a new letter.
//! How its parts are recognised is in `approdo-exchange`.

use crate::platform::files::{self, ChosenFile, TooLarge};
use crate::platform::module_worker::WorkerError;
use crate::state::client::use_client;
use crate::state::exporting::exchange_worker;
use crate::state::summaries::CvSummary;
use crate::state::workspace::Workspace;
use approdo_document::{DocumentId, project_cv};
use approdo_domain::Cv;
use approdo_domain::FieldValue;
use approdo_domain::letter::{AddresseeField, Letter, LetterPlace, SenderField, as_in_cv};
use approdo_exchange::LARGEST_PDF_BYTES;
use approdo_exchange::letter::{
    ImportedLetter, LetterImportError, LetterImportRequest, LetterReport,
};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What the file dialog offers; what is in a file is found out by reading it.
const KINDS: &str = ".docx,.txt,text/plain,\
    application/vnd.openxmlformats-officedocument.wordprocessingml.document";

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
    File(LetterImportError),
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
    /// The file's name.
    pub name: String,
    /// The letter in it.
    pub letter: Letter,
    /// What was taken, and what was not understood.
    pub report: LetterReport,
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
    let ChosenFile { name, bytes, .. } = file;
    let request = LetterImportRequest { file: bytes };
    let request = postcard::to_allocvec(&request).map_err(|_| Refusal::Crashed)?;
    let answer = exchange_worker().read_letter(&request).await;
    let answer = answer.map_err(|error| match error {
        WorkerError::Unavailable => Refusal::NotLoaded,
        _ => Refusal::Crashed,
    })?;
    let imported: Result<ImportedLetter, LetterImportError> =
        postcard::from_bytes(&answer).map_err(|_| Refusal::Crashed)?;
    let ImportedLetter { letter, report } = imported.map_err(Refusal::File)?;
    Ok(Found {
        name,
        letter,
        report,
    })
}

/// The CV that a letter from a file goes with: the one written last, as for a new letter.
pub fn cv_beside() -> Option<CvSummary> {
    let summaries = use_client().workspace.summaries.get_untracked();
    summaries.into_iter().find(|summary| !summary.removed)
}

/// Makes a new letter of what was found, beside the CV written last.
pub fn take_over(found: &Found) -> DocumentId {
    let workspace: Workspace = use_client().workspace;
    let beside = cv_beside().map(|summary| summary.id);
    let cv = beside.map(|id| workspace.read(id, |open, _| project_cv(open.document())));
    let letter = with_cv(found, beside, &cv.unwrap_or_default());
    workspace.begin(|document, author, now_ms| author.write_letter(document, &letter, now_ms))
}

/// Puts a letter beside a CV: what the file says of who writes as the CV says it, follows the CV from now on. A letter to
/// nobody in particular is called after its file.
fn with_cv(found: &Found, id: Option<DocumentId>, cv: &Cv) -> Letter {
    let mut letter = found.letter.clone();
    letter.cv = id.map(|id| id.to_string()).unwrap_or_default();
    for field in SenderField::ALL {
        let place = LetterPlace::Sender(field);
        let FieldValue::Text(written) = letter.value(place) else {
            continue;
        };
        if same(written, &as_in_cv(cv, field)) {
            letter.set_text(place, "");
        }
    }
    let company = LetterPlace::Addressee(AddresseeField::Company);
    if !letter.value(company).is_given() {
        let stem = found.name.rsplit_once('.').map_or("", |(stem, _)| stem);
        letter.set_text(LetterPlace::Title, stem);
    }
    letter
}

/// Telephone numbers are written with and without spaces, names with other capitals.
fn same(one: &str, other: &str) -> bool {
    let plain = |text: &str| -> String {
        let marks = text.chars().filter(|mark| mark.is_alphanumeric());
        marks.flat_map(char::to_lowercase).collect()
    };
    plain(one) == plain(other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use approdo_exchange::letter::LetterFormat;

    fn found(name: &str, company: &str) -> Found {
        let mut letter = Letter::default();
        letter.sender.name = "ANNA ROSSI".to_owned();
        letter.sender.phone = "333-1234567".to_owned();
        letter.sender.city = "Parma".to_owned();
        letter.addressee.company = company.to_owned();
        let report = LetterReport {
            format: LetterFormat::Docx,
            taken: Vec::new(),
            left: Vec::new(),
            more: 0,
        };
        Found {
            name: name.to_owned(),
            letter,
            report,
        }
    }

    #[test]
    fn who_writes_follows_the_cv_where_the_file_says_the_same() {
        let mut cv = Cv::default();
        cv.personal.given_name = "Anna".to_owned();
        cv.personal.family_name = "Rossi".to_owned();
        cv.personal.phone = "333 1234567".to_owned();
        cv.personal.city = "Cremona".to_owned();
        let letter = with_cv(&found("a.docx", "Nord"), Some(DocumentId([2; 16])), &cv);
        assert_eq!(
            (letter.sender.name.as_str(), letter.sender.phone.as_str()),
            ("", "")
        );
        assert_eq!(letter.sender.city, "Parma");
        assert_eq!(letter.cv, DocumentId([2; 16]).to_string());
    }

    #[test]
    fn a_letter_to_nobody_in_particular_is_called_after_its_file() {
        let title = |name, company| with_cv(&found(name, company), None, &Cv::default()).title;
        assert_eq!(title("lettera.magazzino.docx", ""), "lettera.magazzino");
        assert_eq!(title("lettera.docx", "Nord"), "");
    }
}
