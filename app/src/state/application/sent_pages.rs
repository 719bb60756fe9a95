//! What was sent, as it looked then, computed from what had been written up to that moment: for when its file
//! is not on this device.

use super::freezing::letter_text;
use super::sent_paper::document_then;
use crate::i18n::Key;
use crate::state::client::Client;
use crate::state::labels::{render_request, words_of};
use crate::state::workspace::Workspace;
use approdo_document::{DocumentId, DocumentKind, project_cv, project_letter};
use approdo_domain::Cv;
use approdo_domain::application::FrozenVersion;
use approdo_render::Preview;

/// A paper as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SentPages {
    /// Pages, one SVG for each.
    Pages(Vec<String>),
    /// A text.
    Text(String),
}

/// Returns the paper as it was.
///
/// # Errors
/// The message that says why it cannot be shown.
pub async fn sent_pages(client: Client, version: FrozenVersion) -> Result<SentPages, Key> {
    let document =
        document_then(client.workspace, &version).ok_or(Key::ApplicationSentElsewhere)?;
    if document.kind() == Some(DocumentKind::Letter) {
        let letter = project_letter(&document);
        let cv = letter.cv.trim().parse().ok();
        let cv = cv.map(|id| cv_then(client.workspace, id, version.last_ms));
        return Ok(SentPages::Text(letter_text(
            &letter,
            &cv.unwrap_or_default(),
        )));
    }
    let cv = project_cv(&document);
    let id: DocumentId = version
        .document
        .parse()
        .map_err(|_| Key::ApplicationSentElsewhere)?;
    let cv = cv.for_export(client.export_choices.of(id));
    let words = words_of(&cv).await.ok_or(Key::PreviewNotLoaded)?;
    let request = postcard::to_allocvec(&render_request(cv, &words));
    let request = request.map_err(|_| Key::PreviewFailed)?;
    let drawn = client.render_worker().preview(&request).await;
    let drawn = drawn.map_err(|_| Key::PreviewNotLoaded)?;
    let preview = postcard::from_bytes::<Preview>(&drawn).map_err(|_| Key::PreviewFailed)?;
    Ok(SentPages::Pages(preview.pages))
}

fn cv_then(workspace: Workspace, id: DocumentId, last_ms: u64) -> Cv {
    if workspace.kind(id) != Some(DocumentKind::Cv) {
        return Cv::default();
    }
    workspace.read(id, |open, _| project_cv(&open.document().as_of(last_ms)))
}
