//! Peers that edit one CV, for the tests of this crate.

use approdo_document::{
    Author, Change, Document, DocumentId, History, Operation, OperationId, SpaceId, Undone,
    WriterId, cv_paths,
};
use approdo_domain::{CvPlace, ItemId, Section};

pub const DOCUMENT: DocumentId = DocumentId([7; 16]);

/// One device with one tab.
pub struct Peer {
    pub document: Document,
    pub author: Author,
    pub history: History,
    pub now_ms: u64,
}

#[allow(dead_code, reason = "each test binary uses its own part of the peer")]
impl Peer {
    pub fn new(number: u8) -> Self {
        Self {
            document: Document::new(DOCUMENT, SpaceId::of_document(DOCUMENT)),
            author: Author::new(WriterId([number; 16])),
            history: History::default(),
            now_ms: 1_000_000,
        }
    }

    pub fn write(&mut self, place: CvPlace, text: &str) {
        self.now_ms += 10_000;
        let path = cv_paths::path(place);
        let change = self
            .author
            .set_text(&self.document, &path, text, self.now_ms);
        self.take(change);
    }

    pub fn choose(&mut self, place: CvPlace, text: &str) {
        self.now_ms += 10_000;
        let path = cv_paths::path(place);
        let change = self.author.choose(&self.document, &path, text, self.now_ms);
        self.take(change);
    }

    pub fn flag(&mut self, place: CvPlace, flag: bool) {
        self.now_ms += 10_000;
        let path = cv_paths::path(place);
        let change = self
            .author
            .set_flag(&self.document, &path, flag, self.now_ms);
        self.take(change);
    }

    pub fn add(&mut self, section: Section, item: ItemId, position: usize) {
        self.now_ms += 10_000;
        let list = cv_paths::list(section);
        let change = self
            .author
            .add_item(&self.document, &list, item, position, self.now_ms);
        self.take(Some(change));
    }

    pub fn shift(&mut self, section: Section, item: ItemId, position: usize) {
        self.now_ms += 10_000;
        let list = cv_paths::list(section);
        let change = self
            .author
            .move_item(&self.document, &list, item, position, self.now_ms);
        self.take(change);
    }

    pub fn delete(&mut self, section: Section, item: ItemId) {
        self.now_ms += 10_000;
        let entry = cv_paths::entry(section, item);
        let change = self.author.delete_item(&self.document, &entry, self.now_ms);
        self.take(Some(change));
    }

    pub fn undo(&mut self) -> Undone {
        self.now_ms += 10_000;
        let undone = self
            .history
            .undo(&self.document, &mut self.author, self.now_ms);
        if let Undone::Change(change) = &undone {
            self.document.apply(change);
        }
        undone
    }

    pub fn redo(&mut self) -> Undone {
        self.now_ms += 10_000;
        let redone = self
            .history
            .redo(&self.document, &mut self.author, self.now_ms);
        if let Undone::Change(change) = &redone {
            self.document.apply(change);
        }
        redone
    }

    /// Hands everything over to another peer, as a sync would.
    pub fn send_to(&mut self, other: &mut Peer) {
        let operations: Vec<Operation> = self.document.operations().cloned().collect();
        let ids: Vec<OperationId> = operations.iter().map(|operation| operation.id).collect();
        self.document.mark_offered(ids);
        for operation in operations {
            other.author.observe(operation.stamp, other.now_ms);
            other.document.ingest(operation);
        }
    }

    pub fn text(&self, place: CvPlace) -> String {
        self.document.text(&cv_paths::path(place)).text
    }

    pub fn is_set(&self, place: CvPlace) -> bool {
        self.document.flag(&cv_paths::path(place))
    }

    pub fn entries(&self, section: Section) -> Vec<ItemId> {
        let items = self.document.items(&cv_paths::list(section));
        items.into_iter().map(|item| item.id).collect()
    }

    fn take(&mut self, change: Option<Change>) {
        let Some(change) = change else { return };
        self.history.record(&change.steps, self.now_ms);
        self.document.apply(&change);
    }
}
