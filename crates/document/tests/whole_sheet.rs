//! Every field of a sheet shows what was written there; assessor's and candidate's devices agree; any
//! operations give a sheet.

use approdo_document::{
    Author, Document, DocumentId, DocumentKind, Operation, Path, SpaceId, WriterId, project_cv,
    project_sheet, sheet_paths,
};
use approdo_domain::sheet::{CriterionId, PointField, Sheet, SheetPlace, Step, StepField};
use approdo_domain::{FieldKind, ItemId};
use proptest::prelude::*;

const DOCUMENT: DocumentId = DocumentId([8; 16]);

fn empty() -> Document {
    Document::new(DOCUMENT, SpaceId::of_document(DOCUMENT))
}

fn criterion(name: &str) -> CriterionId {
    match name.parse() {
        Ok(id) => id,
        Err(error) => panic!("{name}: {error}"),
    }
}

/// A sheet in which every place says something else; its steps are not in the order of their ids.
fn full(step_count: u64, texts: &[String]) -> Sheet {
    let mut sheet = Sheet::default();
    for name in ["cv-contacts", "interview-beginning", "from-next-year"] {
        sheet.points.insert(criterion(name), Default::default());
    }
    let steps = (0..step_count).map(|number| Step::empty(ItemId(900 - number)));
    sheet.steps = steps.collect();
    let places = sheet.places();
    for (place, text) in places.into_iter().zip(texts.iter().cycle()) {
        match place.kind() {
            FieldKind::Flag => sheet.set_flag(place, text.len() % 2 == 1),
            _ => sheet.set_text(place, text),
        }
    }
    sheet.points.retain(|_, point| point.is_given());
    sheet
}

fn written(sheet: &Sheet) -> Document {
    let mut document = empty();
    let change = Author::new(WriterId([1; 16])).write_sheet(&document, sheet, 1_000);
    document.apply(&change);
    document
}

fn bring(from: &Document, to: &mut Document) {
    let operations: Vec<Operation> = from.operations().cloned().collect();
    for operation in operations {
        to.ingest(operation);
    }
}

fn typed(base: &Document, writer: u8, place: SheetPlace, text: &str) -> Document {
    let mut document = base.clone();
    let mut author = Author::new(WriterId([writer; 16]));
    let change = author.set_text(&document, &sheet_paths::path(place), text, 5_000);
    document.apply(&change.unwrap_or_default());
    document
}

proptest! {
    #[test]
    fn a_sheet_written_at_once_reads_back_the_same(
        step_count in 0_u64..5,
        texts in proptest::collection::vec("[A-Ca-c0-3 \n]{0,12}", 1..40),
    ) {
        let sheet = full(step_count, &texts);
        let document = written(&sheet);
        prop_assert_eq!(project_sheet(&document), sheet);
        prop_assert_eq!(document.kind(), Some(DocumentKind::Sheet));
        project_cv(&document);
    }

    #[test]
    fn any_path_is_read_as_a_place_or_passed_over(
        paths in proptest::collection::vec(proptest::collection::vec(0_u8..0x20, 1..14), 1..30),
    ) {
        let mut document = empty();
        let mut author = Author::new(WriterId([1; 16]));
        for path in paths {
            let path = Path(path);
            if let Some(place) = sheet_paths::place(&path) {
                prop_assert_eq!(&sheet_paths::path(place), &path);
            }
            let change = author.set_text(&document, &path, "x", 1_000);
            document.apply(&change.unwrap_or_default());
        }
        let sheet = project_sheet(&document);
        let again = project_sheet(&written(&sheet));
        prop_assert_eq!(again, sheet);
    }
}

#[test]
fn an_answer_and_a_note_written_at_once_are_both_kept() {
    let base = written(&full(1, &["a".to_owned()]));
    let point = |field| SheetPlace::Point(criterion("cv-contacts"), field);
    let mut assessor = typed(&base, 2, point(PointField::Note), "Il numero è in fondo");
    let candidate = typed(&base, 3, point(PointField::Answer), "Lo sposto in alto");
    let before = assessor.clone();
    bring(&candidate, &mut assessor);
    let mut other = candidate;
    bring(&before, &mut other);
    let shown = project_sheet(&assessor);
    assert_eq!(shown, project_sheet(&other));
    let shown = &shown.points[&criterion("cv-contacts")];
    assert_eq!(shown.note, "Il numero è in fondo");
    assert_eq!(shown.answer, "Lo sposto in alto");
}

#[test]
fn a_step_added_on_one_device_stands_beside_one_added_on_another() {
    let base = written(&Sheet::default());
    let add = |writer: u8, id: u64| {
        let mut document = base.clone();
        let mut author = Author::new(WriterId([writer; 16]));
        let change = author.add_item(&document, &sheet_paths::steps(), ItemId(id), 9, 2_000);
        document.apply(&change);
        let what = SheetPlace::Step(ItemId(id), StepField::What);
        // Two authors never share a name.
        typed(&document, writer + 10, what, "Corso HACCP")
    };
    let mut one = add(2, 20);
    bring(&add(3, 30), &mut one);
    let steps = project_sheet(&one).steps;
    assert_eq!(steps.len(), 2);
    assert!(steps.iter().all(|step| step.what == "Corso HACCP"));
}
