//! What is minted anew. Copies of a running device write different things under the same ids, and the
//! server is restored in between: each text arrives once, and nothing waits for ever that nobody can
//! read.

use approdo_document::{
    AccountId, Author, Document, DocumentId, Operation, OperationId, SpaceId, WriterId, cv_paths,
};
use approdo_domain::{CvPlace, PersonalField};
use approdo_sync::exchange::{ExchangeReport, exchange_once};
use approdo_sync::frame;
use approdo_sync::load::load_document;
use approdo_sync::memory::{MemoryDeviceStore, MemoryServerStore, ServerSnapshot};
use approdo_sync::store::{
    DeviceStore, EditOutcome, LocalEdit, OperationLog, Origin, ServerStore, StoredOperation,
    Waiting,
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
const PHONE: CvPlace = CvPlace::Personal(PersonalField::Phone);
const TEXT: &str = "Carico e scarico, inventario, uso del muletto in tre turni";
const LONGER: &str = "Carico e scarico, inventario, uso del muletto in tre turni, anche notturni";

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

/// A device, and who writes on it.
struct Device {
    store: MemoryDeviceStore,
    author: Author,
    sync_author: Author,
    account: AccountId,
    now_ms: u64,
}

impl Device {
    fn of(account: AccountId, name: u8) -> Self {
        let store = MemoryDeviceStore::new();
        let _ = block_on(store.bind_account(account));
        Self {
            store,
            author: Author::new(WriterId([name; 16])),
            sync_author: Author::new(WriterId([name + 100; 16])),
            account,
            now_ms: NOW_MS,
        }
    }

    /// Copies the device while it runs, as a virtual machine is: both write under the same names.
    fn copied_running(&self, name: u8) -> Self {
        Self {
            store: self.store.clone_profile(),
            author: self.author.clone(),
            sync_author: Author::new(WriterId([name + 100; 16])),
            account: self.account,
            now_ms: self.now_ms,
        }
    }

    fn document(&self) -> Document {
        let empty = || Document::new(DOCUMENT, SpaceId::of_document(DOCUMENT));
        let document = block_on(load_document(&self.store, DOCUMENT));
        document.ok().flatten().unwrap_or_else(empty)
    }

    fn writes(&mut self, place: CvPlace, text: &str) -> Vec<Operation> {
        let path = cv_paths::path(place);
        let change = self
            .author
            .set_text(&self.document(), &path, text, self.now_ms);
        let edit = LocalEdit::from(&change.unwrap_or_default());
        let _ = block_on(self.store.record_edit(&edit));
        edit.operations
    }

    fn syncs_once(&mut self, server: &MemoryServerStore) -> ExchangeReport {
        self.offers(server, 100)
    }

    /// Syncs once, offering at most so many.
    fn offers(&mut self, server: &MemoryServerStore, most: usize) -> ExchangeReport {
        let line = Session(server, self.account);
        self.now_ms += 1;
        let exchange = exchange_once(&self.store, &line, most, self.now_ms, &mut self.sync_author);
        block_on(exchange).unwrap_or_default()
    }

    /// Syncs until nothing moves any more.
    fn syncs(&mut self, server: &MemoryServerStore) {
        for _ in 0..20 {
            let report = self.syncs_once(server);
            if !report.is_progress() && !report.more {
                return;
            }
        }
    }

    fn shows(&self, place: CvPlace) -> String {
        self.document().text(&cv_paths::path(place)).text
    }

    fn versions(&self, place: CvPlace) -> usize {
        self.document().versions(&cv_paths::path(place)).len()
    }

    fn waiting(&self) -> Waiting {
        block_on(self.store.waiting()).unwrap_or_default()
    }

    fn stored(&self, id: OperationId) -> Option<StoredOperation> {
        let stored = block_on(self.store.stored(DOCUMENT)).unwrap_or_default();
        stored.into_iter().find(|stored| stored.operation.id == id)
    }
}

/// Two devices of Anna's that wrote under the same names, and what came of it.
struct Forked {
    phone: Device,
    /// What of the phone ran on elsewhere.
    copy: Device,
    bruno: Device,
    /// The server's backup from before both wrote.
    before_both: ServerSnapshot,
    /// The server's backup in which the copy's text is under the id of the phone's.
    with_the_copys: ServerSnapshot,
    /// The phone's text.
    text: Operation,
    /// The phone's change to it, which the server took, and Bruno read, without that text.
    change: Operation,
}

fn forked(server: &MemoryServerStore) -> Forked {
    let (mut phone, mut bruno) = (Device::of(ANNA, 1), Device::of(BRUNO, 2));
    phone.writes(CvPlace::Title, "CV di Anna");
    phone.syncs(server);
    server.grant(SpaceId::of_document(DOCUMENT), BRUNO);
    let mut copy = phone.copied_running(3);
    let before_both = server.snapshot();
    let text = phone.writes(PROFILE, TEXT).remove(0);
    phone.syncs(server);
    server.restore(&before_both);
    bruno.writes(PHONE, "0372 000000");
    bruno.syncs(server);
    copy.writes(CITY, "Crema");
    copy.syncs(server);
    let with_the_copys = server.snapshot();
    let change = phone.writes(PROFILE, LONGER).remove(0);
    assert!(!change.self_contained, "it needs the text it changes");
    phone.syncs_once(server);
    bruno.syncs(server);
    assert!(bruno.stored(change.id).is_some() && bruno.shows(PROFILE).is_empty());
    Forked {
        phone,
        copy,
        bruno,
        before_both,
        with_the_copys,
        text,
        change,
    }
}

/// The server goes back to before the change, and the copy's next text takes the id of that too.
fn lose_the_change(server: &MemoryServerStore, forked: &mut Forked) {
    server.restore(&forked.with_the_copys);
    forked.bruno.writes(PHONE, "0372 111111");
    forked.bruno.syncs_once(server);
    let taken = forked.copy.writes(CITY, "Cremona").remove(0);
    assert_eq!(
        taken.id, forked.change.id,
        "both write under the same names"
    );
    forked.copy.syncs(server);
}

#[test]
fn a_change_on_a_text_that_left_its_id_does_not_wait_for_ever() {
    let server = MemoryServerStore::new(1);
    let mut forked = forked(&server);
    forked.phone.syncs(&server);
    forked.bruno.syncs(&server);
    lose_the_change(&server, &mut forked);
    let mut fresh = Device::of(ANNA, 4);
    let Forked {
        phone, copy, bruno, ..
    } = &mut forked;
    for _ in 0..2 {
        for device in [&mut *phone, &mut *bruno, &mut *copy, &mut fresh] {
            device.syncs(&server);
        }
    }
    for device in [&*phone, &*bruno, &*copy, &fresh] {
        assert_eq!(device.waiting(), Waiting::default());
        assert_eq!(device.shows(PROFILE), LONGER);
        assert_eq!(device.shows(CITY), "Cremona");
        assert_eq!((device.versions(PROFILE), device.versions(CITY)), (1, 1));
    }
}

#[test]
fn a_change_of_ones_own_that_cannot_be_read_waits_in_sight_until_its_text_comes() {
    let server = MemoryServerStore::new(1);
    let mut forked = forked(&server);
    lose_the_change(&server, &mut forked);
    // Taken out of a backup that holds the change and not the text.
    let mut desk = Device::of(ANNA, 4);
    let _ = block_on(desk.store.append(std::slice::from_ref(&forked.change)));
    desk.syncs(&server);
    assert_eq!((desk.waiting().waiting, desk.waiting().refused), (1, 0));
    assert_eq!(
        desk.stored(forked.change.id).map(|here| here.operation),
        Some(forked.change.clone())
    );
    forked.phone.syncs(&server);
    desk.syncs(&server);
    assert_eq!(desk.waiting(), Waiting::default());
    assert_eq!(
        (desk.shows(PROFILE).as_str(), desk.shows(CITY).as_str()),
        (LONGER, "Cremona")
    );
}

#[test]
fn a_change_of_anothers_that_cannot_be_read_does_not_hide_what_took_its_id() {
    let server = MemoryServerStore::new(1);
    let mut forked = forked(&server);
    lose_the_change(&server, &mut forked);
    forked.bruno.syncs(&server);
    assert_eq!(forked.bruno.waiting(), Waiting::default());
    assert_eq!(forked.bruno.shows(CITY), "Cremona");
    forked.phone.syncs(&server);
    forked.bruno.syncs(&server);
    assert_eq!(forked.bruno.shows(PROFILE), LONGER);
}

#[test]
fn a_change_of_anothers_that_cannot_be_read_stays_theirs_and_waits_for_its_text() {
    let server = MemoryServerStore::new(1);
    let mut forked = forked(&server);
    server.restore(&forked.before_both);
    // The phone has offered its text once more, and not yet the change.
    let came_back = (0..20).any(|_| {
        forked.phone.offers(&server, 1);
        server.has(forked.text.id)
    });
    assert!(came_back && !server.has(forked.change.id));
    forked.bruno.syncs(&server);
    let here = forked.bruno.stored(forked.change.id);
    let here = here.map(|here| (here.operation, here.origin != Origin::Mine));
    assert_eq!(here, Some((forked.change.clone(), true)));
    assert_eq!(forked.bruno.shows(PROFILE), LONGER);
    assert_eq!(forked.bruno.waiting(), Waiting::default());
    forked.phone.syncs(&server);
    assert_eq!(forked.phone.shows(PROFILE), LONGER);
    assert_eq!(forked.phone.versions(PROFILE), 1);
}

#[test]
fn what_is_typed_on_an_old_picture_while_a_text_leaves_its_id_is_not_saved_unreadable() {
    let server = MemoryServerStore::new(1);
    let mut forked = forked(&server);
    let phone = &mut forked.phone;
    let (old_picture, path) = (phone.document(), cv_paths::path(PROFILE));
    let longest = format!("{LONGER} e festivi");
    phone.syncs_once(&server);
    let typed = phone.author.set_text(&old_picture, &path, &longest, NOW_MS);
    let edit = LocalEdit::from(&typed.unwrap_or_default());
    let outcome = block_on(phone.store.record_edit(&edit)).unwrap();
    let gone = vec![forked.change.id];
    assert_eq!(
        outcome,
        EditOutcome::Stale {
            kept: Vec::new(),
            gone
        }
    );
    // The tab makes the edit again on a fresh picture.
    phone.writes(PROFILE, &longest);
    phone.syncs(&server);
    forked.bruno.syncs(&server);
    assert_eq!(forked.bruno.shows(PROFILE), longest);
}

/// Only an id that is left makes a device read everything once more, which costs bytes on a phone.
#[test]
fn a_change_whose_text_was_compacted_away_is_written_whole_without_reading_all_again() {
    let server = MemoryServerStore::new(1);
    let (mut phone, mut desk) = (Device::of(ANNA, 1), Device::of(ANNA, 4));
    phone.writes(PROFILE, TEXT);
    phone.syncs(&server);
    desk.syncs(&server);
    phone.writes(PROFILE, LONGER);
    let whole = desk.writes(PROFILE, "Cuoca").remove(0);
    desk.syncs(&server);
    assert_eq!(server.compact(whole.id), 1);
    let first = phone.syncs_once(&server);
    assert_eq!((first.delivered, first.reissued), (1, 1));
    let second = phone.syncs_once(&server);
    assert_eq!((second.delivered, second.acknowledged), (0, 1));
    desk.syncs(&server);
    assert_eq!(desk.versions(PROFILE), 2);
}

#[test]
fn former_versions_of_a_text_that_left_its_id_can_still_be_read() {
    let server = MemoryServerStore::new(1);
    let mut phone = forked(&server).phone;
    let longest = format!("{LONGER} e festivi");
    phone.writes(PROFILE, &longest);
    phone.syncs(&server);
    let mut fresh = Device::of(ANNA, 4);
    fresh.syncs(&server);
    let history = fresh.document().history(&cv_paths::path(PROFILE));
    for text in [TEXT, LONGER, &longest] {
        assert!(
            history.iter().any(|version| version.text == text),
            "{text} is nowhere"
        );
    }
}
