//! Cases that hold for every log of operations.

use super::fixture::{document, forged, id, patch, set, text};
use super::{Outcome, ensure_eq, run_cases};
use crate::store::{Appended, OperationLog};
use approdo_document::{DocumentId, Operation};

type Case = Result<(), String>;

pub(super) async fn run<L: OperationLog>(make: &impl AsyncFn() -> L) -> Vec<Outcome> {
    run_cases!(
        "operation_log",
        make,
        [
            appending_again_changes_nothing,
            other_bytes_under_an_id_leave_the_first,
            one_batch_may_name_an_operation_twice,
            operations_come_back_byte_for_byte_in_the_order_stored,
            documents_are_listed_once_sorted,
            nothing_is_there_at_first,
            a_thousand_operations_fit_one_append,
        ]
    )
}

async fn read(log: &impl OperationLog, id: DocumentId) -> Result<Vec<Operation>, String> {
    log.operations(id).await.map_err(text)
}

async fn appending_again_changes_nothing<L: OperationLog>(make: &impl AsyncFn() -> L) -> Case {
    let log = make().await;
    let operation = set(1, id(1, 1));
    for expected in [Appended::New, Appended::Known, Appended::Known] {
        let answer = log.append(std::slice::from_ref(&operation)).await;
        ensure_eq!(answer.map_err(text)?, [expected], "the answer");
    }
    ensure_eq!(read(&log, document(1)).await?, [operation], "what is there");
    Ok(())
}

async fn other_bytes_under_an_id_leave_the_first<L: OperationLog>(
    make: &impl AsyncFn() -> L,
) -> Case {
    let log = make().await;
    let first = set(1, id(1, 1));
    let batch = [forged(&first), set(1, id(1, 2))];
    log.append(std::slice::from_ref(&first))
        .await
        .map_err(text)?;
    let answer = log.append(&batch).await.map_err(text)?;
    ensure_eq!(answer, [Appended::Forked, Appended::New], "the answer");
    let expected = [first, set(1, id(1, 2))];
    ensure_eq!(read(&log, document(1)).await?, expected, "what is there");
    Ok(())
}

async fn one_batch_may_name_an_operation_twice<L: OperationLog>(
    make: &impl AsyncFn() -> L,
) -> Case {
    let log = make().await;
    let first = set(1, id(1, 1));
    let batch = [first.clone(), first.clone(), forged(&first)];
    let answer = log.append(&batch).await.map_err(text)?;
    let expected = [Appended::New, Appended::Known, Appended::Forked];
    ensure_eq!(answer, expected, "the answer");
    ensure_eq!(read(&log, document(1)).await?, [first], "what is there");
    Ok(())
}

async fn operations_come_back_byte_for_byte_in_the_order_stored<L: OperationLog>(
    make: &impl AsyncFn() -> L,
) -> Case {
    let log = make().await;
    let mut rich = patch(1, id(9, u64::from(u32::MAX) + 7), id(3, 1));
    rich.extensions = vec![0, 255, 1];
    rich.body = (0..=255).collect();
    rich.blobs = vec![approdo_document::BlobHash([7; 32])];
    rich.key = approdo_document::KeyId(3);
    rich.stamp.logical = 4;
    let later_writer_first = [set(1, id(3, 1)), rich, set(2, id(1, 1)), set(1, id(1, 2))];
    log.append(&later_writer_first).await.map_err(text)?;
    let [first, second, other, third] = later_writer_first;
    let expected = [first, second, third];
    ensure_eq!(read(&log, document(1)).await?, expected, "the document");
    ensure_eq!(
        read(&log, document(2)).await?,
        [other],
        "the other document"
    );
    Ok(())
}

async fn documents_are_listed_once_sorted<L: OperationLog>(make: &impl AsyncFn() -> L) -> Case {
    let log = make().await;
    let operations = [set(2, id(1, 1)), set(1, id(1, 2)), set(2, id(1, 3))];
    log.append(&operations).await.map_err(text)?;
    let documents = log.documents().await.map_err(text)?;
    ensure_eq!(documents, [document(1), document(2)], "the documents");
    Ok(())
}

async fn nothing_is_there_at_first<L: OperationLog>(make: &impl AsyncFn() -> L) -> Case {
    let log = make().await;
    ensure_eq!(log.documents().await.map_err(text)?, [], "the documents");
    ensure_eq!(read(&log, document(1)).await?, [], "a document");
    Ok(())
}

async fn a_thousand_operations_fit_one_append<L: OperationLog>(make: &impl AsyncFn() -> L) -> Case {
    let log = make().await;
    let operations: Vec<_> = (1..=1_000).map(|counter| set(1, id(1, counter))).collect();
    let answer = log.append(&operations).await.map_err(text)?;
    ensure_eq!(answer, [Appended::New; 1_000], "the answer");
    ensure_eq!(read(&log, document(1)).await?, operations, "what is there");
    Ok(())
}
