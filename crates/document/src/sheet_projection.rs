//! A document read as a sheet, and a sheet written into a document. Reading is total: any set of operations
//! gives a sheet.

use crate::author::{Author, Change};
use crate::document::Document;
use crate::document_kind::DocumentKind;
use crate::sheet_paths;
use approdo_domain::sheet::{Sheet, SheetPlace, Step, StepField};
use approdo_domain::{FieldKind, FieldValue, ItemId};

/// Reads a document as a sheet.
pub fn project_sheet(document: &Document) -> Sheet {
    let mut sheet = Sheet::default();
    let mut places: Vec<SheetPlace> = document
        .registers_under(&sheet_paths::POINTS)
        .filter_map(|(path, _)| sheet_paths::place(path))
        .collect();
    places.extend(SheetPlace::single_places());
    for item in document.items(&sheet_paths::steps()) {
        sheet.steps.push(Step::empty(item.id));
        places.extend(StepField::ALL.map(|field| SheetPlace::Step(item.id, field)));
    }
    for place in places {
        let path = sheet_paths::path(place);
        match place.kind() {
            FieldKind::Flag => sheet.set_flag(place, document.flag(&path)),
            _ => sheet.set_text(place, &document.text(&path).text),
        }
    }
    sheet.points.retain(|_, point| point.is_given());
    sheet
}

impl Author {
    /// Writes all of a sheet in one change, and that the document is one. In a document that has nothing yet,
    /// reading it gives the same sheet.
    pub fn write_sheet(&mut self, document: &Document, sheet: &Sheet, now_ms: u64) -> Change {
        let mut whole = self.begin_kind(document, DocumentKind::Sheet, now_ms);
        let steps: Vec<ItemId> = sheet.steps.iter().map(|step| step.id).collect();
        whole.then(self.write_row(document, &sheet_paths::steps(), &steps, now_ms));
        for place in sheet.places() {
            let path = sheet_paths::path(place);
            let change = match sheet.value(place) {
                Some(FieldValue::Text(text)) => self.set_text(document, &path, text, now_ms),
                Some(FieldValue::Flag(flag)) => self.set_flag(document, &path, flag, now_ms),
                None => None,
            };
            whole.then(change.unwrap_or_default());
        }
        whole
    }
}
