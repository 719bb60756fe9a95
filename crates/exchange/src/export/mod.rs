//! Writing a CV for others. What comes in here already went through `Cv::for_export`: no writer sees a
//! field that was not chosen.

#[cfg(feature = "copies")]
mod approdo_json;
#[cfg(feature = "files")]
mod docx;
#[cfg(feature = "copies")]
mod europass;
mod format;
#[cfg(feature = "files")]
mod json_resume;
mod labels;
#[cfg(feature = "copies")]
mod outline;
#[cfg(feature = "copies")]
mod outline_entries;
#[cfg(feature = "files")]
mod plain_text;
#[cfg(feature = "files")]
mod vcard;

#[cfg(feature = "files")]
pub(crate) use approdo_json::FORMAT_NAME;
#[cfg(feature = "copies")]
pub use approdo_json::{APPRODO_JSON_VERSION, approdo_json};
#[cfg(feature = "files")]
pub use docx::{DocxError, docx};
#[cfg(feature = "files")]
pub(crate) use docx::{packed, plain_document};
#[cfg(feature = "files")]
pub(crate) use europass::CEFR_DIMENSIONS;
#[cfg(feature = "copies")]
pub use europass::europass_xml;
pub use format::FileFormat;
#[cfg(feature = "files")]
pub use json_resume::json_resume;
#[cfg(feature = "files")]
pub(crate) use json_resume::{
    EXTENSION, NATIVE, POSITION, basics, interests, is_common, standard_entry,
};
pub use labels::Labels;
#[cfg(feature = "files")]
pub use plain_text::plain_text;
#[cfg(feature = "files")]
pub use vcard::vcard;
