//! The versions of the database: golden records of each are read for ever, and an upgrade that is cut
//! off begins again. What a newer version wrote is in `newer`.

use crate::another_page::{self, RawDatabase};
use crate::fixture::{ensure, open, operation, told, unused_name};
use crate::raw;
use approdo_document::{AccountId, Document, SpaceId, project_cv};
use approdo_store_indexeddb::IndexedDbStore;
use approdo_store_indexeddb::faults;
use approdo_sync::conformance::Outcome;
use approdo_sync::store::{
    Delivery, DeviceStore, OperationLog, Origin, Received, StoredOperation, SyncState,
};
use approdo_sync::wire::{Cursor, Epoch, Receipt, Refusal};

/// A database that the foundation wrote: a CV of one person with two linked devices, and two edits
/// made without a network.
const FOUNDATION: &str = include_str!("../golden/v0/database.json");
/// Every kind of record of version 1.
pub const FORMAT_1: &str = include_str!("../golden/v1/database.json");

/// Runs the cases.
pub async fn run() -> Vec<Outcome> {
    let case = |name, result| Outcome { name, result };
    vec![
        case("records_of_format_1_are_written_as_ever", written().await),
        case("records_of_format_1_are_read_for_ever", read().await),
        case("database_is_made_as_the_foundation_made_it", made().await),
        case("database_of_the_foundation_is_migrated", migrated().await),
        case("migration_cut_off_anywhere_begins_again", cut_off().await),
    ]
}

/// An operation in each state that a record can be in. A new state must be named here to compile, and
/// then needs its record in the golden file.
fn every_state() -> Vec<StoredOperation> {
    let mut states = vec![Delivery::Pending];
    while let Some(last) = states.last() {
        let next = match last {
            Delivery::Pending => Delivery::Offered,
            Delivery::Offered => Delivery::Acknowledged,
            Delivery::Acknowledged => Delivery::Refused(Refusal::NotAllowed),
            Delivery::Refused(Refusal::NotAllowed) => Delivery::Refused(Refusal::TooLarge),
            Delivery::Refused(Refusal::TooLarge) => Delivery::Refused(Refusal::Malformed),
            Delivery::Refused(Refusal::Malformed) => Delivery::Refused(Refusal::BadReceipt),
            Delivery::Refused(Refusal::BadReceipt) => Delivery::Refused(Refusal::Other(100)),
            Delivery::Refused(Refusal::Other(_)) => break,
        };
        states.push(next);
    }
    let other = Origin::Other {
        author: AccountId([0x0a; 16]),
        receipt: Receipt([0x7e; 16]),
    };
    let mut stored = Vec::new();
    for (document, origin) in [(1, Origin::Mine), (2, other)] {
        for (counter, delivery) in (1..).zip(&states) {
            stored.push(StoredOperation {
                operation: operation(document, counter),
                delivery: *delivery,
                origin,
                // The second one has the first as its base.
                built_upon: counter == 1,
                number: (*delivery == Delivery::Acknowledged).then_some(70_000),
                device: (counter == 3).then(|| "Telefono di Niccolò".to_owned()),
            });
        }
    }
    stored
}

fn account() -> SyncState {
    SyncState {
        account: Some(AccountId([0xac; 16])),
        cursor: Some(Cursor {
            epoch: Epoch([0xe0; 16]),
            since: 400,
            sequence: 300,
            operation: operation(1, 3).id,
            proof: Receipt([0x9f; 16]),
        }),
        read: [(SpaceId([1; 16]), 70_000)].into(),
        synced_at_ms: Some(1_795_305_600_000),
    }
}

async fn written() -> Result<(), String> {
    let name = unused_name();
    let store = open(&name).await?;
    let account = account();
    let bound = store.bind_account(AccountId([0xac; 16])).await;
    ensure(bound == Ok(true), "the store was not bound to its account")?;
    let received = Received {
        delivered: every_state(),
        cursor: account.cursor,
        read: account.read,
        synced_at_ms: account.synced_at_ms,
        ..Received::default()
    };
    store.receive(&received).await.map_err(told)?;
    store.close();
    let written = raw::to_json(&another_page::read(&name).await?);
    // The records are the same in every later version of the database.
    let expected = FORMAT_1.replacen("\"version\":2", "\"version\":3", 1);
    (written == expected)
        .then_some(())
        .ok_or_else(|| format!("records are written otherwise than in the golden file: {written}"))
}

async fn read() -> Result<(), String> {
    let name = unused_name();
    another_page::write(&name, &raw::from_json(FORMAT_1)?).await?;
    let store = open(&name).await?;
    let mut found = Vec::new();
    for document in store.documents().await.map_err(told)? {
        found.extend(store.stored(document).await.map_err(told)?);
    }
    ensure(
        found == every_state(),
        "a golden record is read as something else",
    )?;
    let state = store.sync_state().await;
    ensure(
        state == Ok(account()),
        "the golden account is read as something else",
    )?;
    let waiting = store.waiting().await.map_err(told)?;
    ensure(
        (waiting.waiting, waiting.refused) == (4, 5),
        "what waits and what was refused is counted otherwise",
    )
}

async fn made() -> Result<(), String> {
    let (before, today) = (unused_name(), unused_name());
    let empty = RawDatabase {
        version: 1,
        operations: Vec::new(),
        state: Vec::new(),
    };
    another_page::write(&before, &empty).await?;
    // Both have come to this version, one of them over all others.
    for name in [&before, &today] {
        open(name).await?.close();
    }
    let [before, today] = [
        another_page::structure(&before).await?,
        another_page::structure(&today).await?,
    ];
    (before == today && before.len() == 9)
        .then_some(())
        .ok_or_else(|| format!("before: {before:?}; today: {today:?}"))
}

async fn migrated() -> Result<(), String> {
    let name = unused_name();
    another_page::write(&name, &raw::from_json(FOUNDATION)?).await?;
    check_foundation(&name).await
}

/// Opens a database of the foundation, and finds all of it.
async fn check_foundation(name: &str) -> Result<(), String> {
    let store = open(name).await?;
    ensure(
        !store.is_new(),
        "the migrated database passes for a new one",
    )?;
    let documents = store.documents().await.map_err(told)?;
    let [id] = documents.as_slice() else {
        return Err(format!("{} documents instead of one", documents.len()));
    };
    let mut document = Document::new(*id, SpaceId::of_document(*id));
    let stored = store.stored(*id).await.map_err(told)?;
    ensure(stored.len() == 47, "an operation is missing")?;
    for stored in stored {
        document.ingest(stored.operation);
    }
    let cv = project_cv(&document);
    let is_whole = cv.personal.given_name == "Niccolò"
        && cv.personal.headline == "Cuoco"
        && cv.personal.website == "https://example.it"
        && (cv.experience.len(), cv.education.len()) == (2, 1)
        && (cv.languages.len(), cv.skills.len()) == (2, 2);
    ensure(is_whole, "the CV is not what it was")?;
    let waiting = store.waiting().await.map_err(told)?.waiting;
    ensure(
        waiting == 2,
        "the edits made without a network no longer wait",
    )?;
    let state = store.sync_state().await.map_err(told)?;
    let is_linked = state.account.is_some() && state.cursor.is_some();
    ensure(is_linked, "the device is no longer linked")?;
    ensure(
        store.take_damaged().is_empty(),
        "a record counts as damaged",
    )?;
    let outgoing = store.next_outgoing(10).await.map_err(told)?;
    ensure(outgoing.pushed.len() == 2, "what waits is not offered")?;
    store.close();
    let after = raw::to_json(&another_page::read(name).await?);
    ensure(
        after.starts_with("{\"version\":3,") && !after.contains("\"version\":0"),
        "a record of version 0 was left over",
    )
}

/// Cuts the migration off after each of its steps in turn: the old version stays whole.
async fn cut_off() -> Result<(), String> {
    let before = raw::from_json(FOUNDATION)?;
    for steps in 0..1_000 {
        let name = unused_name();
        another_page::write(&name, &before).await?;
        faults::interrupt_upgrade_after(steps);
        match IndexedDbStore::open(&name).await {
            Ok(store) => {
                store.close();
                ensure(steps > 0, "the migration was not cut off")?;
                return check_foundation(&name).await;
            }
            Err(_) => {
                let after = another_page::read(&name).await?;
                ensure(
                    raw::to_json(&after) == raw::to_json(&before),
                    "a migration cut off left something behind",
                )?;
                check_foundation(&name).await?;
            }
        }
    }
    Err("the migration never ended".to_owned())
}
