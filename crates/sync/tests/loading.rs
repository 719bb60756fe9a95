//! A document read out of a device's store: what may still be folded in it, so that typing on does not
//! make an operation of each pause, and nothing is folded away that something stands on.

use approdo_document::{
    Author, Change, Document, DocumentId, Operation, OperationId, SpaceId, WriterId, cv_paths,
};
use approdo_domain::CvPlace;
use approdo_sync::load::load_document;
use approdo_sync::memory::MemoryDeviceStore;
use approdo_sync::store::{DeviceStore, EditOutcome, LocalEdit, OperationLog};
use futures::executor::block_on;

const DOCUMENT: DocumentId = DocumentId([7; 16]);
const NOW_MS: u64 = 1_000_000;
const TEXT: &str = "Carico e scarico, inventario, uso del muletto in tre turni";
const LONGER: &str = "Carico e scarico, inventario, uso del muletto in tre turni, anche notturni";

/// Types on in what is stored, as a tab that was just opened does.
fn types(store: &MemoryDeviceStore, author: &mut Author, text: &str) -> Change {
    let empty = || Document::new(DOCUMENT, SpaceId::of_document(DOCUMENT));
    let document = block_on(load_document(store, DOCUMENT)).ok().flatten();
    let document = document.unwrap_or_else(empty);
    let path = cv_paths::path(CvPlace::Profile);
    let change = author.set_text(&document, &path, text, NOW_MS);
    let change = change.unwrap_or_default();
    let outcome = block_on(store.record_edit(&LocalEdit::from(&change)));
    assert_eq!(outcome, Ok(EditOutcome::Saved));
    change
}

fn stored(store: &MemoryDeviceStore) -> Vec<OperationId> {
    let stored = block_on(store.operations(DOCUMENT)).unwrap_or_default();
    stored.into_iter().map(|operation| operation.id).collect()
}

#[test]
fn typing_on_after_the_page_was_opened_again_folds_into_what_nobody_has_seen() {
    let (store, mut author) = (MemoryDeviceStore::new(), Author::new(WriterId([1; 16])));
    types(&store, &mut author, "Cuoc");
    let last = types(&store, &mut author, "Cuoca");
    assert_eq!(stored(&store), [last.operations[0].id]);
}

#[test]
fn what_was_offered_already_is_built_upon_instead() {
    let (store, mut author) = (MemoryDeviceStore::new(), Author::new(WriterId([1; 16])));
    let first = types(&store, &mut author, "Cuoc").operations.remove(0);
    let offered = block_on(store.next_outgoing(10)).unwrap();
    assert_eq!(offered.pushed, std::slice::from_ref(&first));
    let last = types(&store, &mut author, "Cuoca").operations.remove(0);
    assert_eq!(last.base, [first.id]);
    assert_eq!(stored(&store), [first.id, last.id]);
}

/// A backup may hold them in any order.
#[test]
fn what_was_stored_after_that_which_stands_on_it_is_not_folded() {
    let (elsewhere, mut author) = (MemoryDeviceStore::new(), Author::new(WriterId([1; 16])));
    let text = types(&elsewhere, &mut author, TEXT).operations.remove(0);
    let _ = block_on(elsewhere.next_outgoing(10));
    let change = types(&elsewhere, &mut author, LONGER).operations.remove(0);
    assert!(!change.self_contained, "it needs the text it changes");
    let here = MemoryDeviceStore::new();
    for operation in [&change, &text] {
        let _ = block_on(here.append(std::slice::from_ref(operation)));
    }
    let folds_the_text = LocalEdit {
        operations: vec![Operation {
            id: OperationId {
                counter: 99,
                ..text.id
            },
            ..text.clone()
        }],
        folds: vec![text.id],
    };
    let stale = EditOutcome::Stale {
        kept: vec![text.id],
        gone: Vec::new(),
    };
    assert_eq!(block_on(here.record_edit(&folds_the_text)), Ok(stale));
}
