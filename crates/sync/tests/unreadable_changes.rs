//! A change out of a backup whose text this device never had, under an id by which the server knows
//! something else: when it leaves, and when it stays since something stands on it.

use approdo_document::{
    AccountId, Author, Document, DocumentId, Operation, OperationId, SpaceId, WriterId, cv_paths,
};
use approdo_domain::{CvPlace, PersonalField};
use approdo_sync::exchange::{ExchangeReport, exchange_once};
use approdo_sync::frame;
use approdo_sync::load::load_document;
use approdo_sync::memory::{MemoryDeviceStore, MemoryServerStore};
use approdo_sync::store::{
    DeviceStore, OperationLog, Origin, ServerStore, StoredOperation, Waiting,
};
use approdo_sync::transport::{Transport, TransportError};
use approdo_sync::wire::SyncRequest;
use futures::executor::block_on;

const ANNA: AccountId = AccountId([0xa; 16]);
const BRUNO: AccountId = AccountId([0xb; 16]);
const DOCUMENT: DocumentId = DocumentId([7; 16]);
const NOW_MS: u64 = 1_000_000;
const PROFILE: CvPlace = CvPlace::Profile;
const CITY: CvPlace = CvPlace::Personal(PersonalField::City);
const TEXT: &str = "Carico e scarico, inventario, uso del muletto in tre turni";
const LONGER: &str = "Carico e scarico, inventario, uso del muletto in tre turni, anche notturni";
const LONGEST: &str =
    "Carico e scarico, inventario, uso del muletto in tre turni, anche notturni e festivi";
const LAST: &str =
    "Carico e scarico, inventario, uso del muletto in tre turni, anche notturni, festivi e sabato";

/// A session of an account with a server in this process.
struct Session<'a>(&'a MemoryServerStore, AccountId);

impl Transport for Session<'_> {
    async fn exchange(&self, request: Vec<u8>) -> Result<Vec<u8>, TransportError> {
        let request: SyncRequest = frame::decode(&request).map_err(|_| TransportError::Rejected)?;
        let answer = self.0.exchange(self.1, &request).await;
        let answer = answer.map_err(|_| TransportError::Rejected)?;
        Ok(frame::encode(&answer))
    }
}

/// A device of an account, with operations that wait.
fn device(account: AccountId, operations: &[&Operation]) -> MemoryDeviceStore {
    let store = MemoryDeviceStore::new();
    let _ = block_on(store.bind_account(account));
    for operation in operations {
        let _ = block_on(store.append(std::slice::from_ref(operation)));
    }
    store
}

fn exchange(store: &MemoryDeviceStore, server: &MemoryServerStore) -> ExchangeReport {
    let mut author = Author::new(WriterId([9; 16]));
    let account = block_on(store.sync_state()).unwrap_or_default().account;
    let session = Session(server, account.unwrap_or(ANNA));
    let exchange = exchange_once(store, &session, 100, NOW_MS, &mut author);
    block_on(exchange).unwrap_or_else(|error| panic!("{error}"))
}

fn shows(store: &MemoryDeviceStore, place: CvPlace) -> String {
    let document = block_on(load_document(store, DOCUMENT)).ok().flatten();
    document.map_or_else(String::new, |it| it.text(&cv_paths::path(place)).text)
}

/// Writes a text where these operations are known.
fn writes(author: &mut Author, known: &[&Operation], place: CvPlace, text: &str) -> Operation {
    let mut document = Document::new(DOCUMENT, SpaceId::of_document(DOCUMENT));
    for operation in known {
        document.ingest((*operation).clone());
    }
    let change = author.set_text(&document, &cv_paths::path(place), text, NOW_MS);
    change.unwrap_or_default().operations.remove(0)
}

/// What was written where the text was known.
struct Written {
    change: Operation,
    /// A change of that change.
    next_change: Operation,
    /// A change of that one.
    last_change: Operation,
    /// What a copy of the device wrote under the change's id.
    taken: Operation,
    /// A whole text in the place of the change.
    whole: Operation,
}

fn written() -> Written {
    let mut author = Author::new(WriterId([1; 16]));
    let text = writes(&mut author, &[], PROFILE, TEXT);
    let mut copy = author.clone();
    let change = writes(&mut author, &[&text], PROFILE, LONGER);
    let next_change = writes(&mut author, &[&text, &change], PROFILE, LONGEST);
    let known = [&text, &change, &next_change];
    let last_change = writes(&mut author, &known, PROFILE, LAST);
    for change in [&change, &next_change, &last_change] {
        assert!(!change.self_contained);
    }
    let taken = writes(&mut copy, &[&text], CITY, "Crema");
    assert_eq!(taken.id, change.id);
    let mut other = Author::new(WriterId([2; 16]));
    let whole = writes(&mut other, &[&text, &change], PROFILE, "Cuoca");
    assert_eq!(
        (whole.self_contained, &whole.base),
        (true, &vec![change.id])
    );
    Written {
        change,
        next_change,
        last_change,
        taken,
        whole,
    }
}

fn ids(store: &MemoryDeviceStore) -> Vec<OperationId> {
    let stored = block_on(store.operations(DOCUMENT)).unwrap_or_default();
    stored.into_iter().map(|operation| operation.id).collect()
}

/// To ask for everything anew each time, for work that stays in any case, would cost bytes on a phone.
#[test]
fn a_change_that_waiting_work_stands_on_stays_and_nothing_is_read_anew() {
    let written = written();
    let server = MemoryServerStore::new(1);
    exchange(&device(ANNA, &[&written.taken, &written.whole]), &server);
    let desk = device(ANNA, &[&written.change, &written.next_change]);
    exchange(&desk, &server);
    assert_eq!(shows(&desk, PROFILE), "Cuoca");
    for _ in 0..3 {
        let report = exchange(&desk, &server);
        assert_eq!((report.delivered, report.reissued), (0, 0));
        assert_eq!(report.waiting.waiting, 2);
    }
    let here = ids(&desk);
    assert!(here.contains(&written.change.id) && here.contains(&written.next_change.id));
}

#[test]
fn a_change_that_only_anothers_work_stands_on_leaves_its_id_to_what_the_server_has() {
    let written = written();
    let server = MemoryServerStore::new(1);
    exchange(&device(ANNA, &[&written.taken, &written.whole]), &server);
    server.grant(SpaceId::of_document(DOCUMENT), BRUNO);
    exchange(&device(BRUNO, &[&written.next_change]), &server);
    assert!(server.has(written.next_change.id));
    let desk = device(ANNA, &[&written.change]);
    for _ in 0..4 {
        exchange(&desk, &server);
    }
    assert_eq!(shows(&desk, CITY), "Crema");
    assert_eq!(shows(&desk, PROFILE), "Cuoca");
    assert_eq!(exchange(&desk, &server).waiting.waiting, 0);
    let stored = block_on(desk.stored(DOCUMENT)).unwrap_or_default();
    let is_brunos = |it: &StoredOperation| it.operation.id == written.next_change.id;
    let origin = stored.iter().find(|it| is_brunos(it)).map(|it| it.origin);
    assert!(matches!(origin, Some(Origin::Other { author: BRUNO, .. })));
}

/// Brings the store up to date, in a few exchanges; returns how many operations were replaced or put
/// back.
fn settle(store: &MemoryDeviceStore, server: &MemoryServerStore) -> usize {
    let mut reissued = 0;
    for _ in 0..5 {
        let report = exchange(store, server);
        reissued += report.reissued;
        if !report.is_progress() && report.waiting == Waiting::default() {
            return reissued;
        }
    }
    panic!("it is still not settled");
}

#[test]
fn a_change_that_delivered_work_of_ones_own_stands_on_leaves_its_id_to_what_the_server_has() {
    let written = written();
    let server = MemoryServerStore::new(1);
    exchange(&device(ANNA, &[&written.taken, &written.whole]), &server);
    exchange(&device(ANNA, &[&written.next_change]), &server);
    assert!(server.has(written.next_change.id));
    let desk = device(ANNA, &[&written.change]);
    assert_eq!(
        settle(&desk, &server),
        2,
        "the change, and what stands on it"
    );
    assert_eq!(shows(&desk, CITY), "Crema");
    assert_eq!(shows(&desk, PROFILE), "Cuoca");
    assert!(ids(&desk).contains(&written.next_change.id));
}

#[test]
fn a_change_leaves_also_with_a_row_of_work_that_stands_on_it() {
    let written = written();
    let server = MemoryServerStore::new(1);
    exchange(&device(ANNA, &[&written.taken, &written.whole]), &server);
    exchange(&device(ANNA, &[&written.next_change]), &server);
    let desk = device(ANNA, &[&written.change, &written.last_change]);
    assert_eq!(settle(&desk, &server), 3, "the change, and the row on it");
    assert_eq!(shows(&desk, CITY), "Crema");
    assert_eq!(shows(&desk, PROFILE), "Cuoca");
    for id in [written.next_change.id, written.last_change.id] {
        assert!(ids(&desk).contains(&id) && server.has(id));
    }
}

/// The server went back to a backup from before the change of one's own that stands on the other.
#[test]
fn work_that_stood_on_a_change_that_left_is_offered_to_a_restored_server() {
    let written = written();
    let server = MemoryServerStore::new(1);
    exchange(&device(ANNA, &[&written.taken, &written.whole]), &server);
    let before = server.snapshot();
    exchange(&device(ANNA, &[&written.next_change]), &server);
    let desk = device(ANNA, &[&written.change]);
    settle(&desk, &server);
    server.restore(&before);
    settle(&desk, &server);
    assert!(server.has(written.next_change.id));
    assert_eq!(shows(&desk, CITY), "Crema");
}
