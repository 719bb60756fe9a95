//! What a caller asks a worker for: one file.

use approdo_exchange::export::FileFormat;
use approdo_render::RenderRequest;
use serde::{Deserialize, Serialize};

/// A file to write.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileRequest {
    /// In which format.
    pub format: FileFormat,
    /// What goes out of the CV, and the words in its language.
    pub pages: RenderRequest,
}

#[cfg(feature = "files")]
impl FileRequest {
    /// Writes the file.
    ///
    /// # Errors
    /// A DOCX could not be packed.
    pub fn carry_out(&self) -> Result<Vec<u8>, approdo_exchange::export::DocxError> {
        use approdo_exchange::export;
        let cv = &self.pages.cv;
        let labels = || crate::labels(&self.pages);
        Ok(match self.format {
            FileFormat::Docx => return export::docx(cv, &labels()),
            FileFormat::Europass => export::europass_xml(cv, &labels()),
            FileFormat::PlainText => export::plain_text(cv, &labels()),
            FileFormat::VCard => export::vcard(cv),
            FileFormat::JsonResume => export::json_resume(cv),
            FileFormat::ApprodoJson => export::approdo_json(cv),
        }
        .into_bytes())
    }
}
