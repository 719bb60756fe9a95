//! One exchange, from the store to the server and back, when something is in its way.

use approdo_document::{
    AccountId, Author, Document, DocumentId, Operation, OperationId, SpaceId, WriterId, cv_paths,
};
use approdo_domain::{CvPlace, PersonalField};
use approdo_sync::exchange::{ExchangeError, ExchangeReport, exchange_once};
use approdo_sync::frame;
use approdo_sync::load::load_document;
use approdo_sync::memory::{DeviceStoreFull, MemoryDeviceStore, MemoryServerStore};
use approdo_sync::store::{Delivery, DeviceStore, LocalEdit, OperationLog, ServerStore, Waiting};
use approdo_sync::transport::{Transport, TransportError};
use approdo_sync::wire::{LARGEST_BODY_BYTES, Refusal, SyncRequest};
use futures::executor::block_on;
use std::cell::RefCell;

const ANNA: AccountId = AccountId([0xa; 16]);
const DOCUMENT: DocumentId = DocumentId([7; 16]);
const NOW_MS: u64 = 1_000_000;

/// A way to a server in this process, which takes no more than so many bytes at a time.
struct Line {
    server: MemoryServerStore,
    largest_bytes: usize,
    /// How many operations each request offered.
    offered: RefCell<Vec<usize>>,
}

impl Line {
    fn new() -> Self {
        Self {
            server: MemoryServerStore::new(1),
            largest_bytes: usize::MAX,
            offered: RefCell::default(),
        }
    }
}

impl Transport for Line {
    async fn exchange(&self, request: Vec<u8>) -> Result<Vec<u8>, TransportError> {
        if request.len() > self.largest_bytes {
            return Err(TransportError::TooLarge);
        }
        let request: SyncRequest = frame::decode(&request).map_err(|_| TransportError::Rejected)?;
        self.offered
            .borrow_mut()
            .push(request.pushed.len() + request.returned.len());
        let answer = self.server.exchange(ANNA, &request).await;
        Ok(frame::encode(
            &answer.map_err(|_| TransportError::Rejected)?,
        ))
    }
}

/// A server that says the same whatever it is asked.
struct Says(Vec<u8>);

impl Transport for Says {
    async fn exchange(&self, _: Vec<u8>) -> Result<Vec<u8>, TransportError> {
        Ok(self.0.clone())
    }
}

/// A linked device with these texts, each in a field of its own.
fn device(texts: &[&str]) -> MemoryDeviceStore {
    let store = MemoryDeviceStore::new();
    let mut document = Document::new(DOCUMENT, SpaceId::of_document(DOCUMENT));
    let mut author = Author::new(WriterId([1; 16]));
    block_on(async {
        let _ = store.bind_account(ANNA).await;
        for (field, text) in PersonalField::ALL.into_iter().zip(texts) {
            let path = cv_paths::path(CvPlace::Personal(field));
            if let Some(change) = author.set_text(&document, &path, text, NOW_MS) {
                document.apply(&change);
                let _ = store.record_edit(&LocalEdit::from(&change)).await;
            }
        }
    });
    store
}

type Outcome = Result<ExchangeReport, ExchangeError<DeviceStoreFull>>;

fn exchange(store: &MemoryDeviceStore, line: &impl Transport, most: usize) -> Outcome {
    let mut author = Author::new(WriterId([2; 16]));
    block_on(exchange_once(store, line, most, NOW_MS, &mut author))
}

fn synced_at(store: &MemoryDeviceStore) -> Option<u64> {
    block_on(store.sync_state())
        .unwrap_or_default()
        .synced_at_ms
}

fn waiting(store: &MemoryDeviceStore) -> Waiting {
    block_on(store.waiting()).unwrap_or_default()
}

#[test]
fn an_exchange_tells_what_it_brought() {
    let (line, phone) = (Line::new(), device(&["Anna", "Rossi"]));
    let report = exchange(&phone, &line, 100).unwrap();
    assert_eq!(
        (report.acknowledged, report.waiting),
        (2, Waiting::default())
    );
    assert!(report.is_progress() && !report.more);
    let desk = device(&[]);
    let report = exchange(&desk, &line, 100).unwrap();
    assert_eq!((report.delivered, report.acknowledged), (2, 0));
    assert!(report.is_progress() && report.changed.contains(&DOCUMENT));
    let report = exchange(&desk, &line, 100).unwrap();
    assert!(!report.is_progress() && report.changed.is_empty());
}

#[test]
fn synced_is_noted_only_once_everything_was_offered() {
    let (line, phone) = (Line::new(), device(&["Anna", "Rossi"]));
    exchange(&phone, &line, 1).unwrap();
    assert_eq!((waiting(&phone).waiting, synced_at(&phone)), (1, None));
    exchange(&phone, &line, 1).unwrap();
    exchange(&phone, &line, 1).unwrap();
    assert_eq!(
        (waiting(&phone).waiting, synced_at(&phone)),
        (0, Some(NOW_MS))
    );
}

#[test]
fn without_an_account_nothing_is_sent() {
    let line = Line::new();
    let refused = exchange(&MemoryDeviceStore::new(), &line, 100);
    assert_eq!(refused, Err(ExchangeError::NotLinked));
    assert!(line.offered.borrow().is_empty());
}

#[test]
fn one_text_too_long_for_any_server_is_set_aside_and_the_others_go() {
    let long = "x".repeat(LARGEST_BODY_BYTES + 1);
    let (line, phone) = (Line::new(), device(&["Anna", &long, "Rossi"]));
    let report = exchange(&phone, &line, 100).unwrap();
    assert_eq!((report.acknowledged, report.refused), (2, 1));
    assert!(report.is_progress());
    assert_eq!(
        waiting(&phone),
        Waiting {
            waiting: 0,
            refused: 1
        }
    );
    assert_eq!(line.offered.borrow().as_slice(), [2]);
}

/// Work that will not move any more is no reason to come back later and later.
#[test]
fn a_refusal_alone_is_progress() {
    let long = "x".repeat(LARGEST_BODY_BYTES + 1);
    let (line, phone) = (Line::new(), device(&[long.as_str()]));
    let report = exchange(&phone, &line, 100).unwrap();
    assert_eq!((report.acknowledged, report.refused), (0, 1));
    assert!(report.is_progress());
}

#[test]
fn several_that_are_too_large_together_all_keep_waiting() {
    let line = Line {
        largest_bytes: 250,
        ..Line::new()
    };
    let phone = device(&[&"a".repeat(100), &"b".repeat(100), &"c".repeat(100)]);
    assert_eq!(
        exchange(&phone, &line, 100),
        Err(TransportError::TooLarge.into())
    );
    assert_eq!(
        waiting(&phone),
        Waiting {
            waiting: 3,
            refused: 0
        }
    );
}

#[test]
fn one_that_is_too_large_even_alone_is_set_aside_and_stays_on_the_device() {
    let line = Line {
        largest_bytes: 250,
        ..Line::new()
    };
    let phone = device(&[&"a".repeat(1_000), "Rossi"]);
    let mut author = Author::new(WriterId([2; 16]));
    // Which of the two goes alone is drawn anew each time.
    for now_ms in 0..50 {
        let outcome = block_on(exchange_once(&phone, &line, 1, now_ms, &mut author));
        let too_large = Err(TransportError::TooLarge.into());
        assert!(outcome.is_ok() || outcome == too_large, "{outcome:?}");
    }
    assert_eq!(
        waiting(&phone),
        Waiting {
            waiting: 0,
            refused: 1
        }
    );
    let document = block_on(load_document(&phone, DOCUMENT)).unwrap().unwrap();
    let first = cv_paths::path(CvPlace::Personal(PersonalField::ALL[0]));
    assert_eq!(document.text(&first).text.len(), 1_000);
}

/// A server that has a fault whenever it is offered one text.
struct Stumbles(Line, &'static str);

impl Transport for Stumbles {
    async fn exchange(&self, request: Vec<u8>) -> Result<Vec<u8>, TransportError> {
        let text = self.1.as_bytes();
        if request.windows(text.len()).any(|part| part == text) {
            return Err(TransportError::ServerFault);
        }
        self.0.exchange(request).await
    }
}

#[test]
fn one_that_the_server_stumbles_over_does_not_hold_up_the_others() {
    let line = Stumbles(Line::new(), "Anna");
    let phone = device(&["Anna", "Rossi", "Crema", "Cuoca"]);
    let mut author = Author::new(WriterId([2; 16]));
    // A clock that shows full seconds only.
    for now_ms in (0..60_000).step_by(1_000) {
        let outcome = block_on(exchange_once(&phone, &line, 1, now_ms, &mut author));
        let fault = Err(TransportError::ServerFault.into());
        assert!(outcome.is_ok() || outcome == fault, "{outcome:?}");
    }
    assert_eq!(waiting(&phone).waiting, 1);
    assert_eq!(line.0.server.all_operations().len(), 3);
}

#[test]
fn what_is_no_answer_of_ours_is_told_apart() {
    let phone = device(&["Anna"]);
    let portal = exchange(&phone, &Says(b"<html>Wi-Fi</html>".to_vec()), 100);
    assert_eq!(portal, Err(TransportError::NotApprodo.into()));
    let mut cut = frame::encode(&"answer");
    cut.pop();
    assert_eq!(
        exchange(&phone, &Says(cut), 100),
        Err(ExchangeError::Damaged)
    );
    assert_eq!(waiting(&phone).waiting, 1);
}

#[test]
fn work_under_a_forked_id_is_offered_again_under_a_new_one() {
    let (line, phone, clone) = (Line::new(), device(&["Anna"]), device(&["Bruna"]));
    exchange(&phone, &line, 100).unwrap();
    let report = exchange(&clone, &line, 100).unwrap();
    assert_eq!(report.reissued, 1);
    assert!(report.is_progress() && report.changed.contains(&DOCUMENT));
    for _ in 0..3 {
        exchange(&clone, &line, 100).unwrap();
    }
    assert_eq!(waiting(&clone).waiting, 0);
    let stored = block_on(clone.stored(DOCUMENT)).unwrap();
    assert!(
        stored
            .iter()
            .all(|stored| stored.delivery == Delivery::Acknowledged)
    );
    let texts = texts_of(
        &stored
            .into_iter()
            .map(|stored| stored.operation)
            .collect::<Vec<_>>(),
    );
    assert_eq!(texts, ["Anna", "Bruna"]);
}

/// A device whose first text is under an id by which the server knows another, and what it wrote in the
/// place of that text since.
fn after_a_forked_one(text: &str) -> (Line, MemoryDeviceStore, Operation) {
    let (line, phone, clone) = (Line::new(), device(&["Anna"]), device(&["Bruna"]));
    let _ = exchange(&phone, &line, 100);
    let _ = block_on(clone.next_outgoing(100));
    let document = block_on(load_document(&clone, DOCUMENT)).ok().flatten();
    let document = document.unwrap_or_else(|| panic!("nothing was written"));
    let first = cv_paths::path(CvPlace::Personal(PersonalField::ALL[0]));
    let mut tab = Author::new(WriterId([3; 16]));
    let change = tab.set_text(&document, &first, text, NOW_MS);
    let mut change = change.unwrap_or_default();
    let _ = block_on(clone.record_edit(&LocalEdit::from(&change)));
    (line, clone, change.operations.remove(0))
}

fn stored(store: &MemoryDeviceStore, id: OperationId) -> Option<Delivery> {
    let stored = block_on(store.stored(DOCUMENT)).unwrap_or_default();
    let found = stored.iter().find(|stored| stored.operation.id == id);
    found.map(|stored| stored.delivery)
}

#[test]
fn what_the_server_took_is_not_minted_anew_with_what_it_stands_on() {
    let (line, clone, later) = after_a_forked_one("Bruna Rossi");
    assert_eq!(later.base.len(), 1, "it stands on the first text");
    let report = exchange(&clone, &line, 100).unwrap();
    assert_eq!((report.acknowledged, report.reissued), (1, 1));
    for _ in 0..3 {
        exchange(&clone, &line, 100).unwrap();
    }
    assert_eq!(stored(&clone, later.id), Some(Delivery::Acknowledged));
    assert_eq!(waiting(&clone).waiting, 0);
}

#[test]
fn what_no_server_takes_is_not_minted_anew_either() {
    let (line, clone, later) = after_a_forked_one(&"x".repeat(LARGEST_BODY_BYTES + 1));
    let report = exchange(&clone, &line, 100).unwrap();
    assert_eq!((report.refused, report.reissued), (1, 1));
    assert_eq!(
        stored(&clone, later.id),
        Some(Delivery::Refused(Refusal::TooLarge))
    );
}

#[test]
fn after_a_restore_of_the_server_everything_is_offered_again() {
    let (line, phone) = (Line::new(), device(&["Anna"]));
    let empty = line.server.snapshot();
    exchange(&phone, &line, 100).unwrap();
    line.server.restore(&empty);
    let report = exchange(&phone, &line, 100).unwrap();
    assert!(report.restored && report.is_progress());
    assert_eq!(waiting(&phone).waiting, 1);
    exchange(&phone, &line, 100).unwrap();
    assert_eq!(waiting(&phone).waiting, 0);
    assert_eq!(line.server.all_operations().len(), 1);
}

#[test]
fn a_full_device_says_so_and_keeps_what_it_has() {
    let (line, phone) = (Line::new(), device(&["Anna"]));
    phone.set_full(true);
    assert_eq!(
        exchange(&phone, &line, 100),
        Err(ExchangeError::Store(DeviceStoreFull))
    );
    phone.set_full(false);
    assert_eq!(block_on(phone.operations(DOCUMENT)).unwrap().len(), 1);
}

/// The first field's texts, in order.
fn texts_of(operations: &[Operation]) -> Vec<String> {
    let mut document = Document::new(DOCUMENT, SpaceId::of_document(DOCUMENT));
    for operation in operations {
        document.ingest(operation.clone());
    }
    let first = cv_paths::path(CvPlace::Personal(PersonalField::ALL[0]));
    let versions = document.history(&first).into_iter();
    let mut texts: Vec<String> = versions.map(|version| version.text).collect();
    texts.sort();
    texts
}
