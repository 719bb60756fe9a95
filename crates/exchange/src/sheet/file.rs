//! A sheet as packed bytes, and packed bytes read as a sheet.

use super::rows;
use crate::codes::{HandedError, Mark, pack, unpack};
use approdo_domain::sheet::Sheet;

/// What a sheet's file begins with.
const SHEET: Mark = Mark {
    mark: *b"APSH",
    version: 1,
};

/// Returns a sheet as the bytes of a file.
pub fn sheet_file(sheet: &Sheet) -> Vec<u8> {
    pack(SHEET, &rows::write(sheet))
}

/// Reads the bytes of a file; the steps of the plan get identities from `first_id` on.
///
/// # Errors
/// Says why they are no sheet.
pub fn read_sheet(bytes: &[u8], first_id: u64) -> Result<Sheet, HandedError> {
    Ok(rows::read(&unpack(SHEET, bytes)?, first_id))
}
