//! Any set of operations gives a document that can be shown, the same in whatever order they came,
//! and that a person can go on editing.

use crate::NOW_MS;
use approdo_document::{
    Author, Document, History, Ingested, ItemPath, ListPath, Operation, OperationId, Path,
    Rejection, TextState, Undone, WriterId, cv_paths, project_cv, reissue,
};
use approdo_domain::{CvPlace, ItemId, Section, validate};
use approdo_sync::batch::Batch;
use std::collections::{BTreeMap, BTreeSet};

/// Who edits here; nobody can know this name before it is used.
const WRITER: WriterId = WriterId([0x3e; 16]);

/// More than a CV's whole life has; beyond, time grows without telling anything new.
const MOST_OPERATIONS: usize = 300;

pub(crate) fn check(bytes: &[u8]) {
    let Ok(batch) = postcard::from_bytes::<Batch>(bytes) else {
        return;
    };
    let Ok(operations) = batch.unpack() else {
        return;
    };
    assert_eq!(Batch::pack(&operations).unpack().as_ref(), Ok(&operations));
    if operations.len() > MOST_OPERATIONS || operations.iter().any(names_writer) {
        return;
    }
    let Some(document) = check_any_order(&operations) else {
        return;
    };
    check_editing(&document, &operations);
    check_lists(&document);
    check_headings(&document);
    check_reissue(&document);
}

fn names_writer(operation: &Operation) -> bool {
    operation.id.writer == WRITER || operation.base.iter().any(|base| base.writer == WRITER)
}

fn check_any_order(operations: &[Operation]) -> Option<Document> {
    let first = operations.first()?;
    let mut document = Document::new(first.document, first.space);
    let mut taken = Vec::new();
    for operation in operations {
        match document.ingest(operation.clone()) {
            Ingested::New | Ingested::Unreadable => taken.push(operation.clone()),
            Ingested::Known | Ingested::Forked | Ingested::Foreign => {}
        }
    }
    let mut reversed = Document::new(first.document, first.space);
    for operation in taken.iter().rev() {
        reversed.ingest(operation.clone());
        assert_eq!(reversed.ingest(operation.clone()), Ingested::Known);
    }
    let (cv, same) = (project_cv(&document), project_cv(&reversed));
    assert_eq!(cv, same, "the order of arrival changed the CV");
    validate(&cv);
    assert_eq!(document.conflicts(), reversed.conflicts());
    assert_eq!(
        document.operations().count(),
        taken.len(),
        "an operation was dropped"
    );
    assert!(document.heads().eq(reversed.heads()));
    for path in document.conflicts() {
        assert!(
            document.versions(&path).len() > 1,
            "a conflict with nothing to choose from"
        );
    }
    Some(document)
}

/// A person can settle every conflict, write, and take that back.
fn check_editing(document: &Document, operations: &[Operation]) {
    let mut document = document.clone();
    let mut author = author_who_saw(operations);
    for path in document.conflicts() {
        let chosen = document
            .versions(&path)
            .pop()
            .map(|version| version.text)
            .unwrap_or_default();
        if let Some(change) = author.choose(&document, &path, &chosen, NOW_MS) {
            document.apply(&change);
        }
        let view = document.text(&path);
        assert_eq!((view.text, view.state), (chosen, TextState::Settled));
    }
    for place in [CvPlace::Title, CvPlace::Profile] {
        let path = cv_paths::path(place);
        check_typing(&mut document, &mut author, &path);
    }
}

fn check_typing(document: &mut Document, author: &mut Author, path: &Path) {
    let before = document.text(path).text;
    let typed = format!("{before} Patente B");
    let Some(change) = author.set_text(document, path, &typed, NOW_MS) else {
        panic!("typing made no edit");
    };
    let newest = document
        .history(path)
        .into_iter()
        .map(|version| version.stamp)
        .max();
    let written = change
        .operations
        .iter()
        .map(|operation| operation.stamp)
        .max();
    if newest.is_some_and(|newest| newest.millis <= NOW_MS) {
        assert!(
            written > newest,
            "an edit is stamped before what it was made on"
        );
    }
    document.apply(&change);
    assert_eq!(document.text(path).text, typed);
    let mut history = History::default();
    history.record(&change.steps, NOW_MS);
    let undone = history.undo(document, author, NOW_MS);
    let Undone::Change(back) = undone else {
        panic!("typing cannot be taken back: {undone:?}");
    };
    document.apply(&back);
    assert_eq!(document.text(path).text, before);
}

/// Items can be moved, deleted, brought back and added, wherever hostile orders put them.
fn check_lists(document: &Document) {
    for section in Section::ALL {
        let list = cv_paths::list(section);
        let mut document = document.clone();
        let mut author = Author::new(WRITER);
        let items = document.items(&list);
        if let Some(item) = items.first() {
            check_moves(&mut document, &mut author, &list, item.id);
            check_deletion(&mut document, &mut author, &list, item.id);
        }
        let new = ItemId(0x3e3e_3e3e);
        if items.iter().all(|item| item.id != new) {
            let middle = document.items(&list).len() / 2;
            let change = author.add_item(&document, &list, new, middle, NOW_MS);
            document.apply(&change);
            assert!(position(&document, &list, new).is_some());
        }
    }
}

fn check_moves(document: &mut Document, author: &mut Author, list: &ListPath, item: ItemId) {
    let last = document.items(list).len() - 1;
    for target in [last, 0, last / 2] {
        if let Some(change) = author.move_item(document, list, item, target, NOW_MS) {
            document.apply(&change);
        }
        assert_eq!(position(document, list, item), Some(target));
    }
}

fn check_deletion(document: &mut Document, author: &mut Author, list: &ListPath, item: ItemId) {
    let path: ItemPath = list.item(item);
    let deleted = author.delete_item(document, &path, NOW_MS);
    document.apply(&deleted);
    assert_eq!(position(document, list, item), None);
    let restored = author.restore_item(document, &path, NOW_MS);
    document.apply(&restored);
    assert!(position(document, list, item).is_some());
}

/// The parts of the CV can be put in another order.
fn check_headings(document: &Document) {
    let mut document = document.clone();
    let mut author = Author::new(WRITER);
    let cv = project_cv(&document);
    // Small numbers stand for the usual parts; nobody draws one for a part of their own.
    if cv.own_sections.iter().any(|entry| entry.id.0 < 0x100) {
        return;
    }
    let arrangement = cv.arrangement();
    let last = arrangement.len() - 1;
    for heading in [arrangement[last], arrangement[0]] {
        for target in [0, last, last / 2] {
            if let Some(change) = author.move_heading(&document, heading, target, NOW_MS) {
                document.apply(&change);
            }
            let headings = project_cv(&document).arrangement();
            let found = headings.iter().position(|other| *other == heading);
            assert_eq!(found, Some(target), "{heading:?}");
        }
    }
}

fn position(document: &Document, list: &ListPath, item: ItemId) -> Option<usize> {
    document.items(list).iter().position(|view| view.id == item)
}

/// Whatever a server rejects, no current text is lost by minting it anew.
fn check_reissue(document: &Document) {
    let ids: BTreeSet<OperationId> = document
        .operations()
        .map(|operation| operation.id)
        .collect();
    for rejection in [Rejection::BaseGone, Rejection::Forked] {
        let every_second = ids.iter().step_by(2);
        let rejected: BTreeMap<_, _> = every_second.map(|id| (*id, rejection)).collect();
        let mut after = document.clone();
        let mut author = author_who_saw(document.operations());
        let minted = reissue(document, &rejected, &ids, &mut author, NOW_MS);
        minted.apply_to(&mut after);
        for place in [CvPlace::Title, CvPlace::Profile] {
            let path = cv_paths::path(place);
            let texts = |document: &Document| -> BTreeSet<String> {
                document
                    .versions(&path)
                    .into_iter()
                    .map(|version| version.text)
                    .collect()
            };
            let (before, after) = (texts(document), texts(&after));
            assert!(before.is_subset(&after), "{before:?} became {after:?}");
        }
    }
}

fn author_who_saw<'a>(operations: impl IntoIterator<Item = &'a Operation>) -> Author {
    let mut author = Author::new(WRITER);
    for operation in operations {
        author.observe(operation.stamp, NOW_MS);
    }
    author
}
