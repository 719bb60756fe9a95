//! The copies of a CV that its PDF carries inside, so that the file itself can be opened again: all that
//! is printed, and nothing that is not.

use crate::labels;
use approdo_exchange::export::{FileFormat, approdo_json, europass_xml};
use approdo_render::{Attachment, RenderRequest};

/// Returns the copies: Approdo's JSON, in which nothing is lost, and the XML of Europass for others.
pub fn copies(pages: &RenderRequest) -> Vec<Attachment> {
    let copy = |format: FileFormat, name: &str, kind: &str, text: String| Attachment {
        name: name.to_owned(),
        media_type: format.media_type().to_owned(),
        description: format!("{} ({kind})", pages.labels.curriculum.trim()),
        is_source: format == FileFormat::ApprodoJson,
        bytes: text.into_bytes(),
    };
    vec![
        copy(
            FileFormat::ApprodoJson,
            "cv.approdo.json",
            "Approdo",
            approdo_json(&pages.cv),
        ),
        copy(
            FileFormat::Europass,
            "cv.europass.xml",
            "Europass",
            europass_xml(&pages.cv, &labels(pages)),
        ),
    ]
}
