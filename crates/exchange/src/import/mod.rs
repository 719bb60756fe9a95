//! Reading what people bring. Nothing is taken over here: the caller shows the report first.

#[cfg(feature = "files")]
mod approdo_json;
mod error;
#[cfg(feature = "files")]
mod europass;
#[cfg(feature = "files")]
mod html_text;
#[cfg(feature = "files")]
mod json_resume;
#[cfg(feature = "files")]
mod json_text;
#[cfg(feature = "files")]
mod pdf;
#[cfg(feature = "files")]
mod reactive_resume;
#[cfg(feature = "files")]
mod read;
#[cfg(feature = "files")]
mod reading;
mod report;
#[cfg(feature = "files")]
mod source_text;
mod titles;
#[cfg(feature = "files")]
mod xml_tree;

pub use error::{Format, ImportError};
#[cfg(feature = "files")]
pub(crate) use json_resume::read_common_fields;
#[cfg(feature = "files")]
pub use read::{NewId, import};
pub use report::{NotUnderstood, Reason, Report, Taken};
#[cfg(feature = "files")]
pub(crate) use source_text::decode;
pub use titles::Titles;
#[cfg(feature = "files")]
pub(crate) use xml_tree::{Element, parse};

use approdo_domain::Cv;
use serde::{Deserialize, Serialize};

/// A file to be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportRequest {
    /// The file's content.
    pub file: Vec<u8>,
    /// Titles of what has to be made.
    pub titles: Titles,
    /// The id of the first new entry, drawn by chance; those of the others follow on it.
    pub first_id: u64,
}

/// A CV read from a file, and what became of the file's content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Imported {
    /// What was understood.
    pub cv: Cv,
    /// What was taken, and what was not understood.
    pub report: Report,
}

#[cfg(feature = "files")]
impl ImportRequest {
    /// Reads the file.
    ///
    /// # Errors
    /// Why the file is not read at all.
    pub fn carry_out(&self) -> Result<Imported, ImportError> {
        let mut next = self.first_id;
        import(&self.file, &self.titles, &mut || {
            let id = approdo_domain::ItemId(next);
            next = next.wrapping_add(1);
            id
        })
    }
}
