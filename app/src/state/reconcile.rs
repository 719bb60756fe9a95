//! Bringing an open document in line with the store: after another tab's edit, after an exchange
//! with the server, and when the store refused an edit made on an old picture.

use super::open_document::{OpenDocument, Queued, Writer};
use approdo_document::{Author, Document, Operation, OperationId, SpaceId};
use approdo_sync::store::{Delivery, Origin, StoredOperation};
use std::collections::BTreeSet;

impl OpenDocument {
    /// Takes in what the store holds. What is typed becomes an edit first, on what its person saw;
    /// returns whether anything changed that fields may show.
    pub fn reconcile(
        &mut self,
        stored: &[StoredOperation],
        author: &mut Author,
        now_ms: u64,
    ) -> bool {
        let typed = !self.commit(author, now_ms).is_empty();
        let vanished = self.vanished(stored);
        for operation in &vanished {
            self.document.withdraw(*operation);
        }
        let mut changed = typed || !vanished.is_empty();
        let mut folded: BTreeSet<OperationId> = BTreeSet::new();
        folded.extend(self.queue.iter().flat_map(|queued| &queued.change.folds));
        for entry in stored {
            self.note_writer(entry);
            if folded.contains(&entry.operation.id) || self.document.contains(entry.operation.id) {
                continue;
            }
            author.observe(entry.operation.stamp, now_ms);
            self.document.ingest(entry.operation.clone());
            changed = true;
        }
        mark_deliveries(&mut self.document, stored);
        self.keep_sealed();
        changed
    }

    /// Takes in operations where there is no store to read them from.
    pub fn take_in(&mut self, operations: &[Operation]) {
        for operation in operations {
            self.document.ingest(operation.clone());
        }
    }

    /// Carries out the waiting edits again on what the store holds, after it refused the first:
    /// nothing that others wrote in the meantime is replaced unseen.
    pub fn redo_waiting(&mut self, stored: &[StoredOperation], author: &mut Author, now_ms: u64) {
        let id = self.document.id();
        let fresh = Document::new(id, SpaceId::of_document(id));
        let seen = std::mem::replace(&mut self.document, fresh);
        for entry in stored {
            self.note_writer(entry);
            self.document.ingest(entry.operation.clone());
        }
        mark_deliveries(&mut self.document, stored);
        self.keep_sealed();
        let waiting = std::mem::take(&mut self.queue);
        for Queued { intent, .. } in waiting {
            let picture = intent.without_unseen(&self.document, &seen, author);
            if let Some(change) = intent.mint(&picture, author, now_ms) {
                self.document.apply(&change);
                self.queue.push_back(Queued { intent, change });
            }
        }
    }

    /// Returns the operations that this document has and neither store nor queue know any more.
    fn vanished(&self, stored: &[StoredOperation]) -> Vec<OperationId> {
        let queued = self
            .queue
            .iter()
            .flat_map(|queued| &queued.change.operations);
        let mut known = BTreeSet::new();
        known.extend(stored.iter().map(|entry| entry.operation.id));
        known.extend(queued.map(|operation| operation.id));
        let ids = self.document.operations().map(|operation| operation.id);
        ids.filter(|id| !known.contains(id)).collect()
    }

    fn note_writer(&mut self, entry: &StoredOperation) {
        let writer = match (&entry.origin, &entry.device) {
            (Origin::Other { .. }, _) => Writer::Other,
            (Origin::Mine, Some(device)) => Writer::Device(device.clone()),
            (Origin::Mine, None) => return,
        };
        self.writers.insert(entry.operation.id, writer);
    }
}

fn mark_deliveries(document: &mut Document, stored: &[StoredOperation]) {
    let may_be_folded =
        |entry: &&StoredOperation| entry.delivery == Delivery::Pending && !entry.built_upon;
    let (pending, offered): (Vec<_>, Vec<_>) = stored.iter().partition(may_be_folded);
    document.mark_pending(pending.iter().map(|entry| entry.operation.id));
    document.mark_offered(offered.iter().map(|entry| entry.operation.id));
}

#[cfg(test)]
mod tests {
    use super::super::intent::Intent;
    use super::*;
    use approdo_document::{DocumentId, Path, TextState, WriterId};

    const PLACE: [u8; 1] = [0x03];

    struct Tab {
        author: Author,
        open: OpenDocument,
        now_ms: u64,
    }

    impl Tab {
        fn new(writer: u8) -> Self {
            Self {
                author: Author::new(WriterId([writer; 16])),
                open: OpenDocument::new(DocumentId([7; 16])),
                now_ms: 1_000_000,
            }
        }

        fn type_text(&mut self, text: &str) {
            self.now_ms += 5_000;
            self.open.draft(&place(), text);
            self.open.commit(&mut self.author, self.now_ms);
        }

        fn shown(&self) -> String {
            self.open.shown(&place()).text
        }

        /// Stores everything that waits, as the store would.
        fn save_into(&mut self, store: &mut Vec<StoredOperation>, delivery: Delivery) {
            while let Some(edit) = self.open.next_edit() {
                store.retain(|entry| !edit.folds.contains(&entry.operation.id));
                store.extend(
                    edit.operations
                        .into_iter()
                        .map(|operation| StoredOperation {
                            operation,
                            delivery,
                            origin: Origin::Mine,
                            built_upon: false,
                            number: None,
                            device: None,
                        }),
                );
                self.open.edit_saved();
            }
        }

        fn take_in(&mut self, store: &[StoredOperation]) {
            self.open.reconcile(store, &mut self.author, self.now_ms);
        }
    }

    fn place() -> Path {
        Path(PLACE.to_vec())
    }

    fn two_tabs(text: &str) -> (Tab, Tab, Vec<StoredOperation>) {
        let mut store = Vec::new();
        let (mut one, mut other) = (Tab::new(1), Tab::new(2));
        one.type_text(text);
        one.save_into(&mut store, Delivery::Acknowledged);
        one.take_in(&store);
        other.take_in(&store);
        (one, other, store)
    }

    #[test]
    fn what_another_tab_wrote_is_joined_with_what_is_being_typed() {
        let (mut one, mut other, mut store) = two_tabs("Ho lavorato in magazzino per tre anni.");
        other.type_text("Ho lavorato in un magazzino per tre anni.");
        other.save_into(&mut store, Delivery::Acknowledged);
        one.open
            .draft(&place(), "Ho lavorato in magazzino per quattro anni.");
        one.take_in(&store);
        assert_eq!(one.shown(), "Ho lavorato in un magazzino per quattro anni.");
    }

    #[test]
    fn typing_on_in_a_conflict_settles_nothing_and_keeps_both_versions() {
        let (mut one, mut other, mut store) = two_tabs("tre anni");
        other.type_text("due anni");
        other.save_into(&mut store, Delivery::Acknowledged);
        one.open.draft(&place(), "quattro anni");
        one.take_in(&store);
        assert_eq!(one.open.shown(&place()).state, TextState::Conflict);
        assert_eq!(one.shown(), "quattro anni");
        one.type_text("quattro anni e mezzo");
        let mut texts: Vec<String> = one
            .open
            .document()
            .versions(&place())
            .into_iter()
            .map(|version| version.text)
            .collect();
        texts.sort();
        assert_eq!(texts, ["due anni", "quattro anni e mezzo"]);
    }

    #[test]
    fn choosing_settles_the_conflict() {
        let (mut one, mut other, mut store) = two_tabs("tre anni");
        other.type_text("due anni");
        other.save_into(&mut store, Delivery::Acknowledged);
        one.open.draft(&place(), "quattro anni");
        one.take_in(&store);
        let intent = Intent::Choose {
            path: place(),
            text: "due anni".to_owned(),
        };
        assert!(one.open.carry_out(intent, &mut one.author, one.now_ms));
        assert_eq!(one.open.shown(&place()).state, TextState::Settled);
        assert_eq!(one.shown(), "due anni");
    }

    #[test]
    fn an_edit_refused_by_the_store_is_made_again_beside_what_others_wrote() {
        let (mut one, mut other, mut store) = two_tabs("Ho lavorato in magazzino per tre anni.");
        one.type_text("Ho lavorato in magazzino per quattro anni.");
        other.type_text("Ho lavorato in un magazzino per tre anni.");
        other.save_into(&mut store, Delivery::Acknowledged);
        one.open.redo_waiting(&store, &mut one.author, one.now_ms);
        assert_eq!(one.shown(), "Ho lavorato in un magazzino per quattro anni.");
        assert!(one.open.has_unsaved());
    }

    #[test]
    fn typing_that_was_offered_meanwhile_is_built_upon_and_not_folded() {
        let mut store = Vec::new();
        let mut one = Tab::new(1);
        one.type_text("Mag");
        one.save_into(&mut store, Delivery::Offered);
        one.type_text("Magazziniere");
        let refused = one.open.next_edit().map(|edit| edit.folds);
        assert_eq!(refused.map(|folds| folds.len()), Some(1));
        one.open.redo_waiting(&store, &mut one.author, one.now_ms);
        let edit = one.open.next_edit().unwrap();
        assert!(edit.folds.is_empty());
        assert_eq!(edit.operations[0].base, vec![store[0].operation.id]);
        assert_eq!(one.shown(), "Magazziniere");
    }

    #[test]
    fn nothing_typed_is_lost_when_the_other_tab_folds_and_vanishes_operations() {
        let (mut one, mut other, mut store) = two_tabs("");
        other.type_text("Anna");
        other.save_into(&mut store, Delivery::Pending);
        one.take_in(&store);
        assert_eq!(one.shown(), "Anna");
        other.type_text("Anna Maria");
        other.save_into(&mut store, Delivery::Pending);
        assert_eq!(store.len(), 1);
        one.take_in(&store);
        assert_eq!(one.shown(), "Anna Maria");
        assert_eq!(one.open.document().operations().count(), 1);
    }
}
