//! Reading what people bring. Nothing is taken over here: the caller shows the report first.

mod approdo_json;
mod error;
mod europass;
mod html_text;
mod json_resume;
mod json_text;
mod pdf;
mod reactive_resume;
mod reading;
mod report;
mod source_text;
mod titles;
mod xml_tree;

pub use error::{Format, ImportError};
pub(crate) use json_resume::read_common_fields;
pub use report::{NotUnderstood, Reason, Report, Taken};
pub use titles::Titles;

use approdo_domain::{Cv, ItemId};

/// A CV read from a file, and what became of the file's content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// What was understood.
    pub cv: Cv,
    /// What was taken, and what was not understood.
    pub report: Report,
}

/// Draws an id for a new entry; never the same twice.
pub type NewId<'a> = dyn FnMut() -> ItemId + 'a;

/// Reads a file in any of the formats known here.
///
/// # Errors
/// Why the file is not read at all; what is only partly understood is in the report.
pub fn import(
    bytes: &[u8],
    titles: &Titles,
    new_id: &mut NewId<'_>,
) -> Result<Imported, ImportError> {
    if pdf::is_pdf(bytes) {
        let attachment = pdf::attached_cv(bytes)?;
        return import_text(&attachment, titles, new_id);
    }
    import_text(bytes, titles, new_id)
}

fn import_text(
    bytes: &[u8],
    titles: &Titles,
    new_id: &mut NewId<'_>,
) -> Result<Imported, ImportError> {
    let text = source_text::decode(bytes)?;
    match text.trim_start().chars().next() {
        Some('<') => europass::read(&text, titles, new_id),
        Some('{' | '[') => import_json(&text, titles, new_id),
        _ => Err(ImportError::UnknownFormat),
    }
}

fn import_json(
    text: &str,
    titles: &Titles,
    new_id: &mut NewId<'_>,
) -> Result<Imported, ImportError> {
    let value = json_text::parse(text)?;
    if approdo_json::is_own(&value) {
        approdo_json::read(&value, titles, new_id)
    } else if let Some(format) = reactive_resume::version_of(&value) {
        Ok(reactive_resume::read(&value, format, titles, new_id))
    } else if json_resume::is_json_resume(&value) {
        Ok(json_resume::read(&value, titles, new_id))
    } else {
        Err(ImportError::UnknownFormat)
    }
}
