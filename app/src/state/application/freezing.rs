//! What goes out with an application, as it is now: the name of the version, and its file kept beside the
//! application. Opening it later is in `sent_paper`.

use super::moving::Texts;
use crate::i18n::Key;
use crate::state::client::Client;
use crate::state::letter::sending::pdf_of as letter_pdf;
use crate::state::pdf::pdf_of;
use crate::state::workspace::Workspace;
use approdo_document::{DocumentId, DocumentKind, project_cv, project_letter};
use approdo_domain::application::{Application, ApplicationPlace, FrozenVersion, PapersField};
use approdo_domain::letter::{Letter, LetterField, LetterForm, LetterPlace};
use approdo_domain::{Cv, FileReference, LetterFile};
use approdo_sync::blobs::{Blob, BlobOrigin};

const PDF: &str = "application/pdf";
const PLAIN_TEXT: &str = "text/plain";

/// A paper that goes out with an application.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    /// The CV.
    Cv,
    /// The letter.
    Letter,
}

impl Paper {
    /// Both.
    pub const ALL: [Paper; 2] = [Paper::Cv, Paper::Letter];

    /// Returns its word in addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Cv => "cv",
            Self::Letter => "letter",
        }
    }

    /// Returns the kind of document that it is.
    pub fn kind(self) -> DocumentKind {
        match self {
            Self::Cv => DocumentKind::Cv,
            Self::Letter => DocumentKind::Letter,
        }
    }

    /// Returns where the application names the document.
    pub fn chosen(self) -> PapersField {
        match self {
            Self::Cv => PapersField::Cv,
            Self::Letter => PapersField::Letter,
        }
    }

    /// Returns where the application names the version that was sent.
    pub fn version(self) -> PapersField {
        match self {
            Self::Cv => PapersField::CvVersion,
            Self::Letter => PapersField::LetterVersion,
        }
    }

    /// Returns where the application names the file that was sent.
    pub fn file(self) -> PapersField {
        match self {
            Self::Cv => PapersField::CvFile,
            Self::Letter => PapersField::LetterFile,
        }
    }
}

/// The papers of an application as they are now.
#[derive(Debug, Clone, Default)]
pub struct Frozen {
    /// What the application says of them.
    pub texts: Texts,
    /// Why a file could not be kept; its version is named all the same.
    pub failure: Option<Key>,
}

/// Freezes the papers that an application names, as far as they are on this device: their files first, then
/// what the application is to say of them.
pub async fn freeze(client: Client, application: &Application) -> Frozen {
    let mut frozen = Frozen::default();
    // What is still on its way to the store may be written anew, and then later than the version says.
    client.workspace.store_everything().await;
    for paper in Paper::ALL {
        let Some(id) = paper_of(client.workspace, application, paper) else {
            continue;
        };
        let version = version_now(client.workspace, id);
        let kept = match file_of(client, id, paper).await {
            Ok((media_type, bytes)) => keep(client.workspace, media_type, bytes).await,
            Err(failure) => Err(failure),
        };
        let place = ApplicationPlace::Papers;
        frozen
            .texts
            .push((place(paper.version()), version.to_string()));
        match kept {
            Ok(file) => frozen.texts.push((place(paper.file()), file.to_string())),
            Err(failure) => frozen.failure = Some(failure),
        }
    }
    frozen
}

/// Returns the document that an application names as one of its papers; none if it is not on this device.
pub fn paper_of(
    workspace: Workspace,
    application: &Application,
    paper: Paper,
) -> Option<DocumentId> {
    let name = match paper {
        Paper::Cv => &application.papers.cv,
        Paper::Letter => &application.papers.letter,
    };
    let id = name.trim().parse().ok()?;
    (workspace.kind(id) == Some(paper.kind())).then_some(id)
}

/// Returns the name of a document's version of now.
fn version_now(workspace: Workspace, id: DocumentId) -> FrozenVersion {
    workspace.read(id, |open, _| {
        open.seal();
        open.document().frozen_version()
    })
}

async fn file_of(
    client: Client,
    id: DocumentId,
    paper: Paper,
) -> Result<(&'static str, Vec<u8>), Key> {
    let cv_to_send = |id: DocumentId| {
        let cv = (client.workspace).read(id, |open, _| project_cv(open.document()));
        cv.for_export(client.export_choices.of(id))
    };
    match paper {
        Paper::Cv => Ok((PDF, pdf_of(cv_to_send(id), client).await?)),
        Paper::Letter => {
            let letter = (client.workspace).read(id, |open, _| project_letter(open.document()));
            let cv = letter.cv.trim().parse().ok();
            let cv = cv.filter(|cv| client.workspace.kind(*cv) == Some(DocumentKind::Cv));
            let cv = cv.map(cv_to_send).unwrap_or_default();
            let form = LetterForm::from_code(&letter.form).unwrap_or(LetterForm::VacancyAnswer);
            if form.is_on_paper() {
                Ok((PDF, letter_pdf(letter, cv, LetterFile::Letter).await?))
            } else {
                Ok((PLAIN_TEXT, words_sent(&letter, form, &cv).into_bytes()))
            }
        }
    }
}

async fn keep(
    workspace: Workspace,
    media_type: &str,
    bytes: Vec<u8>,
) -> Result<FileReference, Key> {
    let blob = Blob::new(bytes);
    let kept = workspace.keep_blob(&blob, BlobOrigin::Here).await;
    kept.map_err(|_| Key::FileNotKept)?;
    Ok(FileReference {
        hash: blob.hash().0,
        media_type: media_type.to_owned(),
        bytes: blob.bytes().len() as u64,
        pixels: None,
        tones: None,
    })
}

/// Returns a letter that went out as words: what the mail program or the telephone was given, the subject of an e-mail above it.
fn words_sent(letter: &Letter, form: LetterForm, cv: &Cv) -> String {
    let subject = match form.has(LetterPlace::Text(LetterField::Subject)) {
        true => letter.text(LetterField::Subject).trim(),
        false => "",
    };
    let message = letter.message(&letter.signature_with(cv));
    let parts = [subject, &message].into_iter();
    let given: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    given.join("\n\n") + "\n"
}

/// Returns a letter as one text: who writes, to whom, and what, in the order of the page.
pub fn letter_text(letter: &Letter, cv: &Cv) -> String {
    let sender = letter.sender_with(cv);
    let lines = |texts: &[&str]| {
        let texts = texts.iter().map(|text| text.trim());
        let given: Vec<&str> = texts.filter(|text| !text.is_empty()).collect();
        given.join("\n")
    };
    let addressee = &letter.addressee;
    let mut parts = vec![
        lines(&[
            &sender.name,
            &sender.address,
            &format!("{} {}", sender.postal_code, sender.city),
            &sender.phone,
            &sender.email,
        ]),
        lines(&[
            &addressee.company,
            &addressee.person,
            &addressee.function,
            &addressee.address,
            &format!("{} {}", addressee.postal_code, addressee.city),
            &addressee.email,
        ]),
    ];
    let signature = letter.signature_with(cv);
    parts.extend(LetterField::ALL.map(|field| match field {
        LetterField::Signature => signature.trim().to_owned(),
        _ => letter.text(field).trim().to_owned(),
    }));
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_kept_as_it_was_sent() {
        let mut letter = Letter::default();
        letter.addressee.company = "Rossi Trasporti".to_owned();
        letter.set_text(LetterPlace::Text(LetterField::Subject), "Autista");
        letter.set_text(LetterPlace::Text(LetterField::Salutation), "Buongiorno,");
        letter.set_text(LetterPlace::Text(LetterField::Signature), "Giulia Bianchi");
        let kept = |form| words_sent(&letter, form, &Cv::default());
        let message = "Buongiorno,\n\nGiulia Bianchi\n";
        assert_eq!(kept(LetterForm::EmailBody), format!("Autista\n\n{message}"));
        assert_eq!(kept(LetterForm::ShortMessage), message);
    }

    #[test]
    fn the_text_of_a_letter_has_all_that_it_says_and_who_signs() {
        let mut letter = Letter::default();
        letter.addressee.company = "Rossi Trasporti".to_owned();
        letter.set_text(LetterPlace::Text(LetterField::Opening), "Scrivo per …");
        letter.set_text(LetterPlace::Text(LetterField::Closing), "Cordiali saluti");
        let mut cv = Cv::default();
        cv.personal.given_name = "Giulia".to_owned();
        cv.personal.family_name = "Bianchi".to_owned();
        let text = letter_text(&letter, &cv);
        let expected = "Giulia Bianchi\n\nRossi Trasporti\n\nScrivo per …\n\nCordiali saluti\n\nGiulia Bianchi\n";
        assert_eq!(text, expected);
    }
}
