//! A device with much to say offers it in requests that servers take, and not one by one either.

use approdo_document::{
    AccountId, Author, Document, DocumentId, KeyId, Operation, OperationId, RegisterKey, SpaceId,
    Stamp, WriterId, cv_paths,
};
use approdo_domain::{CvPlace, PersonalField};
use approdo_sync::exchange::exchange_once;
use approdo_sync::frame;
use approdo_sync::memory::{MemoryDeviceStore, MemoryServerStore};
use approdo_sync::store::{DeviceStore, LocalEdit, OperationLog, ServerStore};
use approdo_sync::transport::{Transport, TransportError};
use approdo_sync::wire::SyncRequest;
use futures::executor::block_on;
use std::cell::RefCell;

const ANNA: AccountId = AccountId([0xa; 16]);
const BRUNO: AccountId = AccountId([0xb; 16]);
const DOCUMENT: DocumentId = DocumentId([7; 16]);
const NOW_MS: u64 = 1_000_000;

/// A session of an account with a server in this process.
struct Line<'a> {
    server: &'a MemoryServerStore,
    account: AccountId,
    /// How many operations each request offered.
    offered: RefCell<Vec<usize>>,
}

impl<'a> Line<'a> {
    fn of(account: AccountId, server: &'a MemoryServerStore) -> Self {
        Self {
            server,
            account,
            offered: RefCell::default(),
        }
    }

    /// The largest request, and how many there were that offered something.
    fn requests(&self) -> (usize, usize) {
        let offered = self.offered.borrow();
        let largest = offered.iter().max().copied().unwrap_or(0);
        (largest, offered.iter().filter(|count| **count > 0).count())
    }
}

impl Transport for Line<'_> {
    async fn exchange(&self, request: Vec<u8>) -> Result<Vec<u8>, TransportError> {
        let request: SyncRequest = frame::decode(&request).map_err(|_| TransportError::Rejected)?;
        let count = request.pushed.len() + request.returned.len();
        self.offered.borrow_mut().push(count);
        let answer = self.server.exchange(self.account, &request).await;
        let answer = answer.map_err(|_| TransportError::Rejected)?;
        Ok(frame::encode(&answer))
    }
}

fn device_of(account: AccountId) -> MemoryDeviceStore {
    let store = MemoryDeviceStore::new();
    let _ = block_on(store.bind_account(account));
    store
}

/// Writes texts, each in a field of its own.
fn write(store: &MemoryDeviceStore, texts: &[&str]) {
    let mut document = Document::new(DOCUMENT, SpaceId::of_document(DOCUMENT));
    let mut author = Author::new(WriterId([1; 16]));
    for (field, text) in PersonalField::ALL.into_iter().zip(texts) {
        let path = cv_paths::path(CvPlace::Personal(field));
        if let Some(change) = author.set_text(&document, &path, text, NOW_MS) {
            document.apply(&change);
            let _ = block_on(store.record_edit(&LocalEdit::from(&change)));
        }
    }
}

/// Syncs until nothing waits and nothing moves.
fn sync(store: &MemoryDeviceStore, line: &Line<'_>) {
    let mut author = Author::new(WriterId([9; 16]));
    for _ in 0..50 {
        let exchange = exchange_once(store, line, 500, NOW_MS, &mut author);
        let report = block_on(exchange).unwrap_or_default();
        if !report.is_progress() && report.waiting.waiting == 0 {
            return;
        }
    }
    panic!("sync does not end");
}

#[test]
fn long_texts_are_offered_a_few_at_a_time() {
    let long = "parola ".repeat(30_000);
    let server = MemoryServerStore::new(1);
    let (line, phone) = (Line::of(ANNA, &server), device_of(ANNA));
    write(&phone, &[long.as_str(); 5]);
    sync(&phone, &line);
    assert_eq!(server.all_operations().len(), 5);
    let (largest, requests) = line.requests();
    assert!(largest <= 3 && requests < 5, "{:?}", line.offered);
}

/// After a restore a device brings back what others wrote; it may be the last that has it.
#[test]
fn long_texts_of_others_are_brought_back_a_few_at_a_time() {
    let long = "parola ".repeat(30_000);
    let server = MemoryServerStore::new(1);
    let (phone, desk) = (device_of(ANNA), device_of(BRUNO));
    write(&phone, &["Anna"]);
    sync(&phone, &Line::of(ANNA, &server));
    server.grant(SpaceId::of_document(DOCUMENT), BRUNO);
    let backup = server.snapshot();
    let texts: Vec<&str> = std::iter::once("Anna").chain([long.as_str(); 5]).collect();
    write(&phone, &texts);
    sync(&phone, &Line::of(ANNA, &server));
    sync(&desk, &Line::of(BRUNO, &server));
    let before = server.all_operations().len();
    server.restore(&backup);
    let line = Line::of(BRUNO, &server);
    sync(&desk, &line);
    assert_eq!(server.all_operations().len(), before);
    let (largest, requests) = line.requests();
    assert!(largest <= 3 && requests < 6, "{:?}", line.offered);
}

/// What a newer version puts beside a text counts, too.
#[test]
fn what_stands_beside_the_texts_is_counted() {
    let server = MemoryServerStore::new(1);
    let (line, phone) = (Line::of(ANNA, &server), device_of(ANNA));
    let operation = |counter| Operation {
        space: SpaceId::of_document(DOCUMENT),
        document: DOCUMENT,
        register: RegisterKey([0; 8]),
        id: OperationId {
            writer: WriterId([1; 16]),
            counter,
        },
        base: Vec::new(),
        self_contained: true,
        blobs: Vec::new(),
        key: KeyId(0),
        stamp: Stamp::default(),
        extensions: vec![1; 4_000],
        body: vec![0, 1],
    };
    let operations: Vec<Operation> = (1..=300).map(operation).collect();
    let _ = block_on(phone.append(&operations));
    sync(&phone, &line);
    assert_eq!(server.all_operations().len(), 300);
    let (largest, requests) = line.requests();
    assert!(largest <= 163 && requests <= 4, "{:?}", line.offered);
}
