//! What only a browser does to a store: it closes the connection, empties the database, keeps a
//! newer one, returns a damaged record.

use crate::fixture::{ensure, open, operation, told, unused_name};
use approdo_document::DocumentId;
use approdo_store_indexeddb::{IndexedDbStore, StoreError, faults};
use approdo_sync::conformance::Outcome;
use approdo_sync::store::{Appended, DeviceStore, OperationLog};

/// Runs the cases.
pub async fn run() -> Vec<Outcome> {
    vec![
        case(
            "closed_connection_is_opened_anew",
            closed_connection().await,
        ),
        case("deleted_database_is_noticed", deleted_database().await),
        case("newer_database_is_left_alone", newer_database().await),
        case("damaged_record_spares_the_others", damaged_record().await),
        case("second_opening_is_not_new", second_opening().await),
        case("closed_store_says_so", closed_store().await),
    ]
}

fn case(name: &'static str, result: Result<(), String>) -> Outcome {
    Outcome { name, result }
}

async fn closed_connection() -> Result<(), String> {
    let store = open(&unused_name()).await?;
    store.append(&[operation(1, 1)]).await.map_err(told)?;
    faults::close_connection(&store);
    let again = store.append(&[operation(1, 1), operation(1, 2)]).await;
    ensure(
        again == Ok(vec![Appended::Known, Appended::New]),
        "the store did not go on after its connection was closed",
    )?;
    faults::close_connection(&store);
    store.probe().await.map_err(told)
}

async fn deleted_database() -> Result<(), String> {
    let name = unused_name();
    let store = open(&name).await?;
    store.append(&[operation(1, 1)]).await.map_err(told)?;
    IndexedDbStore::delete(&name).await.map_err(told)?;
    let found = store.documents().await;
    ensure(
        found == Err(StoreError::Emptied),
        "an empty database passed for the one that was deleted",
    )
}

async fn newer_database() -> Result<(), String> {
    let name = unused_name();
    let before = open(&name).await?;
    before.append(&[operation(1, 1)]).await.map_err(told)?;
    faults::upgrade_beyond(&name).await.map_err(told)?;
    ensure(
        before.documents().await == Err(StoreError::NewerVersion),
        "an open store did not notice the newer version",
    )?;
    let opened = IndexedDbStore::open(&name).await;
    ensure(
        opened.err() == Some(StoreError::NewerVersion),
        "a database of a newer version was opened",
    )
}

async fn damaged_record() -> Result<(), String> {
    let store = open(&unused_name()).await?;
    let operations = [operation(1, 1), operation(1, 2), operation(1, 3)];
    store.append(&operations).await.map_err(told)?;
    faults::damage(&store, operations[0].id)
        .await
        .map_err(told)?;
    let read = store.operations(DocumentId([1; 16])).await.map_err(told)?;
    ensure(read == operations[1..], "the sound records were not read")?;
    let damaged = store.take_damaged();
    ensure(
        damaged.len() == 1 && damaged[0].document == Some(DocumentId([1; 16])),
        "the damaged record was not reported under its document",
    )?;
    store.next_outgoing(1).await.map_err(told)?;
    let outgoing = store.next_outgoing(1).await.map_err(told)?;
    ensure(
        outgoing.pushed == operations[1..2],
        "the damaged record held up the sound ones",
    )?;
    let waiting = store.waiting().await.map_err(told)?;
    ensure(
        waiting.waiting == 3,
        "the damaged record no longer counts as waiting",
    )
}

async fn second_opening() -> Result<(), String> {
    let name = unused_name();
    let first = open(&name).await?;
    let second = open(&name).await?;
    ensure(
        first.is_new(),
        "the first opening did not say that it made the database",
    )?;
    ensure(
        !second.is_new(),
        "the second opening took the database for a new one",
    )?;
    first.append(&[operation(1, 1)]).await.map_err(told)?;
    let seen = second.documents().await.map_err(told)?;
    ensure(seen.len() == 1, "one tab did not see what another stored")
}

async fn closed_store() -> Result<(), String> {
    let store = open(&unused_name()).await?;
    store.close();
    ensure(
        store.documents().await == Err(StoreError::Lost),
        "a closed store answered as if it were open",
    )
}
