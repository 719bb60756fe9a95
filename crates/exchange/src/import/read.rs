//! Finding out a file's format, and reading it.

use crate::import::{
    ImportError, Imported, Titles, approdo_json, europass, json_resume, json_text, pdf,
    reactive_resume, source_text,
};
use approdo_domain::ItemId;

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
