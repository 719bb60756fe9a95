//! Files kept beside a CV while it is written: an old CV on paper, a diploma, the file that was
//! imported. They never go out with it.

use super::cv_editor::CvEditor;
use super::intent::Intent;
use super::photo_file::open_picture;
use super::picture_bytes::{PictureProblem, picture_type, without_metadata};
use super::signals::Changed;
use super::workspace::Workspace;
use crate::platform::random;
use approdo_document::{Attachment, DocumentId, attachment_list, attachments};
use approdo_domain::{FileReference, ItemId};
use approdo_sync::blobs::{Blob, BlobOrigin, MOST_BLOB_BYTES};
use thiserror::Error;

/// The most bytes of a file that is read at all: photos are made smaller.
pub const MOST_BYTES_READ: usize = 40 * 1024 * 1024;
/// How large a photographed page is kept: its words can be read.
const LONGEST_SIDE: f64 = 2_400.0;
/// How well JPEG keeps it.
const QUALITY: f64 = 0.8;
/// Longer names of files are cut.
const LONGEST_NAME: usize = 120;

const PDF: &str = "application/pdf";
const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const OTHER: &str = "application/octet-stream";

/// Why a file is not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum AttachmentProblem {
    /// It has more bytes than may be kept.
    #[error("this file is larger than 10 MB; attach a smaller one")]
    TooLarge,
    /// It says it is a picture and cannot be read.
    #[error("this picture is damaged; choose another one")]
    Damaged,
    /// The store did not take it.
    #[error("the storage of this device is full; free some space and try again")]
    NotKept,
}

/// The files beside one document.
#[derive(Debug, Clone, Copy)]
pub struct Attachments {
    workspace: Workspace,
    document: DocumentId,
}

impl Attachments {
    /// Returns the files beside a CV that is edited.
    pub fn of(workspace: Workspace, editor: CvEditor) -> Self {
        Self::beside(workspace, editor.id())
    }

    /// Returns the files beside a document.
    pub fn beside(workspace: Workspace, document: DocumentId) -> Self {
        Self {
            workspace,
            document,
        }
    }

    /// Returns them in the order in which they were added.
    pub fn list(self) -> Vec<Attachment> {
        self.workspace
            .read(self.document, |open, _| attachments(open.document()))
    }

    /// Keeps a file: its bytes first, then the edit that names them, one step for undoing. Pictures
    /// are made smaller, and lose what cameras write into them. `media_type` counts only where the
    /// bytes do not say themselves what they are.
    ///
    /// # Errors
    /// Why it is not kept.
    pub async fn add(
        self,
        name: &str,
        media_type: &str,
        bytes: Vec<u8>,
    ) -> Result<ItemId, AttachmentProblem> {
        let (bytes, media_type, pixels) = prepared(bytes, media_type).await?;
        if bytes.len() > MOST_BLOB_BYTES {
            return Err(AttachmentProblem::TooLarge);
        }
        let blob = Blob::new(bytes);
        let kept = self.workspace.keep_blob(&blob, BlobOrigin::Here).await;
        kept.map_err(|_| AttachmentProblem::NotKept)?;
        let attachment = Attachment {
            id: ItemId(u64::from_be_bytes(random::bytes())),
            name: name.trim().chars().take(LONGEST_NAME).collect(),
            file: FileReference {
                tones: None,
                hash: blob.hash().0,
                media_type,
                bytes: blob.bytes().len() as u64,
                pixels,
            },
        };
        let id = attachment.id;
        self.carry_out(Intent::Attach { attachment });
        Ok(id)
    }

    /// Takes a file away; it can be brought back.
    pub fn remove(self, id: ItemId) {
        let item = attachment_list().item(id);
        self.carry_out(Intent::Delete { item });
    }

    /// Brings a file back.
    pub fn restore(self, id: ItemId) {
        let item = attachment_list().item(id);
        self.carry_out(Intent::Restore { item });
    }

    fn carry_out(self, intent: Intent) {
        self.workspace
            .change(self.document, |open, author, now_ms| {
                open.carry_out(intent, author, now_ms)
                    .then_some(Changed::Anything)
            });
    }
}

type Prepared = (Vec<u8>, String, Option<(u32, u32)>);

async fn prepared(bytes: Vec<u8>, media_type: &str) -> Result<Prepared, AttachmentProblem> {
    if picture_type(&bytes).is_none() {
        let media_type = type_of(&bytes, media_type);
        return Ok((bytes, media_type.to_owned(), None));
    }
    let picture = open_picture(&bytes)
        .await
        .map_err(|problem| match problem {
            PictureProblem::TooLarge => AttachmentProblem::TooLarge,
            _ => AttachmentProblem::Damaged,
        })?;
    let (pixels, scale) = kept_size(picture.pixels());
    let matrix = [scale, 0.0, 0.0, scale, 0.0, 0.0];
    let jpeg = picture.to_jpeg(pixels, matrix, QUALITY).await;
    let jpeg = jpeg.as_deref().and_then(without_metadata);
    let jpeg = jpeg.ok_or(AttachmentProblem::Damaged)?;
    Ok((jpeg, "image/jpeg".to_owned(), Some(pixels)))
}

/// Returns how large a picture is kept, and by what it is multiplied.
fn kept_size((width, height): (u32, u32)) -> ((u32, u32), f64) {
    let longest = f64::from(width.max(height).max(1));
    let scale = (LONGEST_SIDE / longest).min(1.0);
    let side = |pixels: u32| ((f64::from(pixels) * scale).round() as u32).max(1);
    ((side(width), side(height)), scale)
}

/// Returns the media type under which a file is kept: what its bytes say, or what was said of it, as
/// long as that is nothing that a browser would run or show as a page.
fn type_of<'told>(bytes: &[u8], told: &'told str) -> &'told str {
    const HARMLESS: [&str; 6] = [
        DOCX,
        "application/json",
        "application/msword",
        "application/rtf",
        "application/vnd.oasis.opendocument.text",
        "text/plain",
    ];
    let told = told.split(';').next().unwrap_or_default().trim();
    if bytes.starts_with(b"%PDF-") {
        PDF
    } else if bytes.starts_with(b"PK\x03\x04") && bytes.windows(5).any(|part| part == b"word/") {
        DOCX
    } else if HARMLESS.contains(&told) {
        told
    } else {
        OTHER
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_bytes_say_counts_more_than_what_is_said_of_them() {
        assert_eq!(type_of(b"%PDF-1.7 ...", "text/html"), PDF);
        assert_eq!(
            type_of(b"PK\x03\x04....word/document.xml", "image/png"),
            DOCX
        );
        assert_eq!(
            type_of(b"{}", "application/json; charset=utf-8"),
            "application/json"
        );
    }

    #[test]
    fn a_page_is_never_kept_as_a_page() {
        for told in ["text/html", "image/svg+xml", "application/xhtml+xml", ""] {
            assert_eq!(type_of(b"<script>alert(1)</script>", told), OTHER);
        }
    }

    #[test]
    fn a_large_page_is_made_smaller_and_a_small_one_stays() {
        assert_eq!(kept_size((4_800, 3_600)), ((2_400, 1_800), 0.5));
        assert_eq!(kept_size((800, 600)), ((800, 600), 1.0));
    }
}
