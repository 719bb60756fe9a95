//! A candidate's CV on the device of an assessor: kept for one sheet, as a setting of the browser and no document, so that it
//! is never synced, backed up or handed on. It goes when the sheet goes, or when the consent is taken back.

use super::editor::SheetEditor;
use crate::platform::local_storage;
use approdo_document::DocumentId;
use approdo_domain::sheet::{AboutField, ConsentField, SheetPlace};
use approdo_exchange::shown_cv::ShownCv;

/// What the names of these settings begin with; the sheet follows.
const NAME: &str = "approdo.candidate-cv.";
const CONSENT: SheetPlace = SheetPlace::Consent(ConsentField::Cv);
const CANDIDATE: SheetPlace = SheetPlace::About(AboutField::Candidate);

/// Returns the address of the page on which it is read.
pub fn address(sheet: DocumentId) -> String {
    format!("/sheets/{sheet}/cv")
}

/// Keeps a CV for a sheet, and notes in the sheet when the candidate agreed and, if nothing stands there, the name; tells
/// whether there was room.
pub fn keep(sheet: SheetEditor, shown: &ShownCv) -> bool {
    if !local_storage::set(&name(sheet.id()), &written(shown)) {
        return false;
    }
    sheet.write_step(CONSENT, &shown.agreed_on);
    if sheet.shown(CANDIDATE).trim().is_empty() {
        sheet.write_step(CANDIDATE, &shown.name);
    }
    true
}

/// Returns the CV of a sheet, as long as the sheet notes that the candidate agreed.
pub fn of(sheet: SheetEditor) -> Option<ShownCv> {
    let is_agreed = !sheet.shown(CONSENT).trim().is_empty();
    let kept = is_agreed.then(|| local_storage::get(&name(sheet.id())));
    read(&kept??)
}

/// Takes the CV of a sheet from this device.
pub fn forget(sheet: DocumentId) {
    local_storage::remove(&name(sheet));
}

/// Takes the CVs of all other sheets from this device: of such as were erased or thrown away elsewhere.
pub fn forget_all_but(sheets: &[DocumentId]) {
    for stray in strays(local_storage::names(), sheets) {
        local_storage::remove(&stray);
    }
}

fn name(sheet: DocumentId) -> String {
    format!("{NAME}{sheet}")
}

/// A line with the day, a line with the name, and the CV.
fn written(shown: &ShownCv) -> String {
    format!("{}\n{}\n{}", shown.agreed_on, shown.name, shown.json)
}

fn read(kept: &str) -> Option<ShownCv> {
    let (agreed_on, rest) = kept.split_once('\n')?;
    let (name, json) = rest.split_once('\n')?;
    Some(ShownCv {
        name: name.to_owned(),
        agreed_on: agreed_on.to_owned(),
        json: json.to_owned(),
    })
}

fn strays(mut names: Vec<String>, sheets: &[DocumentId]) -> Vec<String> {
    let wanted: Vec<String> = sheets.iter().copied().map(name).collect();
    names.retain(|one| one.starts_with(NAME) && !wanted.contains(one));
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cv_is_read_as_it_was_kept() {
        let shown = ShownCv {
            name: "Anna Rossi".to_owned(),
            agreed_on: "23/11/2026".to_owned(),
            json: "{\n  \"cv\": {}\n}".to_owned(),
        };
        assert_eq!(read(&written(&shown)), Some(shown));
        assert_eq!(read("23/11/2026"), None);
    }

    #[test]
    fn only_cvs_of_sheets_that_are_gone_are_strays() {
        let (here, gone) = (DocumentId([1; 16]), DocumentId([2; 16]));
        let names = [name(here), name(gone), "approdo.language".to_owned()];
        assert_eq!(strays(names.to_vec(), &[here]), [name(gone)]);
    }
}
