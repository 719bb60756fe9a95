//! Which blobs an edit needs: where a text is the reference to a file, the operation names the file's
//! content in its header, so that stores and servers keep it without reading the body.

use crate::body::Content;
use crate::ids::BlobHash;
use approdo_domain::FileReference;

/// Returns the blob that a value refers to, if it is the reference to a file.
pub(crate) fn blob_of(content: &Content) -> Option<BlobHash> {
    match content {
        Content::Text(text) => {
            let reference: FileReference = text.parse().ok()?;
            Some(BlobHash(reference.hash))
        }
        _ => None,
    }
}

/// Tells whether a text is the reference to a file.
pub(crate) fn is_reference(text: &str) -> bool {
    text.parse::<FileReference>().is_ok()
}
