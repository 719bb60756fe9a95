//! A candidate's CV on its way: made into what codes carry on the candidate's device, drawn as pages and text on the assessor's.

use crate::i18n::Key;
use crate::platform::module_worker::WorkerError;
use crate::state::client::use_client;
use crate::state::cv_editor::CvEditor;
use crate::state::day::{day_text, today};
use crate::state::exporting::file_of;
use crate::state::importing::{Refusal, read_bytes};
use crate::state::labels::{render_request, words_of};
use approdo_domain::{Cv, ExportChoice};
use approdo_exchange::export::FileFormat;
use approdo_exchange::import::Imported;
use approdo_exchange::shown_cv::ShownCv;
use approdo_render::Preview;
use leptos::prelude::*;

/// A CV as it is read: its pages as pictures, and its words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CandidatePages {
    /// One SVG for each page.
    pub pages: Vec<String>,
    /// All that stands there, for who does not see pictures, and for small screens.
    pub text: String,
}

/// Makes what goes to an assessor, agreed to today: no sensitive field and nothing hidden, whatever else was chosen for other
/// exports.
///
/// # Errors
/// With what to say to the person.
pub async fn show_own_cv(editor: CvEditor) -> Result<ShownCv, Key> {
    editor.commit();
    let cv = untrack(|| editor.cv()).for_export(ExportChoice::default());
    let name = cv.personal.full_name();
    let json = file_of(cv, FileFormat::ApprodoJson).await?;
    Ok(ShownCv {
        name,
        agreed_on: day_text(today()),
        json: String::from_utf8(json).map_err(|_| Key::ExportFailed)?,
    })
}

/// Draws what a candidate showed.
///
/// # Errors
/// With what to say to the person.
pub async fn draw_candidate_cv(shown: &ShownCv) -> Result<CandidatePages, Key> {
    let read = read_bytes(shown.json.clone().into_bytes()).await;
    let Imported { cv, .. } = read.map_err(|refusal| match refusal {
        Refusal::NotLoaded => Key::ExportNotLoaded,
        _ => Key::SheetCvUnreadable,
    })?;
    // A changed device may have sent more than is asked for.
    let cv = cv.for_export(ExportChoice::default());
    let pages = pages_of(cv.clone()).await?;
    let text = file_of(cv, FileFormat::PlainText).await?;
    Ok(CandidatePages {
        pages,
        text: String::from_utf8_lossy(&text).into_owned(),
    })
}

async fn pages_of(cv: Cv) -> Result<Vec<String>, Key> {
    let words = words_of(&cv).await.ok_or(Key::PreviewNotLoaded)?;
    let request = postcard::to_allocvec(&render_request(cv, &words));
    let request = request.map_err(|_| Key::PreviewFailed)?;
    let drawn = use_client().render_worker().preview(&request).await;
    let drawn = drawn.map_err(|error| match error {
        WorkerError::Unavailable => Key::PreviewNotLoaded,
        _ => Key::PreviewFailed,
    })?;
    let preview: Preview = postcard::from_bytes(&drawn).map_err(|_| Key::PreviewFailed)?;
    Ok(preview.pages)
}
