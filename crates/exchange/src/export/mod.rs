//! Writing a CV for others. What comes in here already went through `Cv::for_export`: no writer sees a
//! field that was not chosen.

mod approdo_json;
mod docx;
mod europass;
mod json_resume;
mod labels;
mod outline;
mod outline_entries;
mod plain_text;
mod vcard;

pub(crate) use approdo_json::FORMAT_NAME;
pub use approdo_json::{APPRODO_JSON_VERSION, approdo_json};
pub use docx::{DocxError, docx};
pub(crate) use europass::CEFR_DIMENSIONS;
pub use europass::europass_xml;
pub use json_resume::json_resume;
pub(crate) use json_resume::{
    EXTENSION, NATIVE, POSITION, basics, interests, is_common, standard_entry,
};
pub use labels::Labels;
pub use plain_text::plain_text;
pub use vcard::vcard;
