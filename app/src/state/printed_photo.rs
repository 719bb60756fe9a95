//! The photo of what goes out: its bytes for a PDF, an address for the preview.

use super::workspace::Workspace;
use approdo_document::BlobHash;
use approdo_domain::Cv;
use approdo_render::Photo;

/// Who is to print the photo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhotoFor {
    /// A file, which holds it.
    Pdf,
    /// A preview, which shows it.
    Preview,
}

/// Returns the photo of a CV that goes out; none if it has none, if it was not chosen for this export,
/// or if its bytes are still on another device.
pub async fn printed_photo(workspace: Workspace, cv: &Cv, wanted: PhotoFor) -> Option<Photo> {
    let file = cv.photo.reference()?;
    let pixels = file.pixels?;
    let (mut jpeg, mut address) = (Vec::new(), String::new());
    match wanted {
        PhotoFor::Pdf => jpeg = workspace.blob(BlobHash(file.hash)).await?.into_bytes(),
        PhotoFor::Preview => address = workspace.file_address(&file).await?,
    }
    Some(Photo {
        pixels,
        jpeg,
        address,
    })
}
