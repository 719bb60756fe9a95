//! Cases on who may read and write what, and on operations brought back after a restore.

use super::fixture::{
    ANNA, BRUNO, delivered, id, numbers, patch, request, set, space, stored, text,
};
use super::server::{exchange, push};
use super::{Outcome, ServerUnderTest, ensure, ensure_eq, run_cases};
use crate::batch::Batch;
use crate::wire::{Receipt, Refusal, SyncRequest, SyncResponse, Verdict};
use approdo_document::{AccountId, Operation};

type Case = Result<(), String>;

pub(super) async fn run<S: ServerUnderTest>(make: &impl AsyncFn() -> S) -> Vec<Outcome> {
    run_cases!(
        "server_store",
        make,
        [
            what_is_anothers_is_never_delivered_nor_writable,
            a_newly_shared_space_comes_whole,
            what_a_member_writes_comes_with_a_receipt,
            with_a_receipt_it_is_put_back_under_its_author,
            without_a_receipt_it_is_not,
            mine_and_anothers_may_build_on_each_other_in_one_request,
        ]
    )
}

async fn what_is_anothers_is_never_delivered_nor_writable<S: ServerUnderTest>(
    make: &impl AsyncFn() -> S,
) -> Case {
    let server = make().await;
    push(&server, &[set(1, id(1, 1))]).await?;
    let tried = [
        set(1, id(2, 1)),
        patch(1, id(2, 2), id(1, 1)),
        set(2, id(2, 3)),
    ];
    let response = exchange(&server, &request(BRUNO, None, &tried)).await?;
    let not_allowed = Verdict::Refused(Refusal::NotAllowed);
    let expected = [not_allowed.clone(), not_allowed, stored(1)];
    ensure_eq!(response.pushed, expected, "verdicts");
    ensure_eq!(delivered(&response)?, [], "what Bruno reads");
    ensure!(response.holes.is_empty(), "holes of another's space");
    let anna = exchange(&server, &request(ANNA, None, &[])).await?;
    ensure_eq!(delivered(&anna)?, [id(1, 1)], "what Anna reads");
    Ok(())
}

async fn a_newly_shared_space_comes_whole<S: ServerUnderTest>(make: &impl AsyncFn() -> S) -> Case {
    let server = make().await;
    push(&server, &[set(1, id(1, 1)), set(2, id(1, 2))]).await?;
    let own = exchange(&server, &request(BRUNO, None, &[set(3, id(2, 1))])).await?;
    push(&server, &[set(1, id(1, 3))]).await?;
    server.grant(space(1), BRUNO).await;
    push(&server, &[set(1, id(1, 4)), set(2, id(1, 5))]).await?;
    let mut cursor = own.cursor;
    let mut found = Vec::new();
    for _ in 0..3 {
        let mut wanted = request(BRUNO, cursor, &[]);
        wanted.page = 1;
        let response = exchange(&server, &wanted).await?;
        found.extend(delivered(&response)?);
        cursor = response.cursor;
    }
    let expected = [id(1, 1), id(1, 3), id(1, 4)];
    ensure_eq!(found, expected, "what Bruno reads");
    let end = exchange(&server, &request(BRUNO, cursor, &[])).await?;
    ensure_eq!(
        (delivered(&end)?.len(), end.more),
        (0, false),
        "what is left"
    );
    ensure_eq!(
        Some(end.epoch),
        own.cursor.map(|cursor| cursor.epoch),
        "epoch"
    );
    Ok(())
}

/// Anna shares a space with Bruno, who writes in it; returns what she then reads.
async fn shared<S: ServerUnderTest>(server: &S) -> Result<SyncResponse, String> {
    let mine = push(server, &[set(1, id(1, 1))]).await?;
    server.grant(space(1), BRUNO).await;
    let bruno = [patch(1, id(2, 1), id(1, 1))];
    let response = exchange(server, &request(BRUNO, None, &bruno)).await?;
    ensure_eq!(response.pushed, [stored(2)], "verdicts");
    exchange(server, &request(ANNA, mine.cursor, &[])).await
}

fn proof(response: &SyncResponse) -> Result<(AccountId, Receipt), String> {
    let note = response
        .delivered_notes
        .first()
        .ok_or("nothing delivered")?;
    let receipt = note.receipt.ok_or("no receipt for another's operation")?;
    Ok((note.author, receipt))
}

async fn what_a_member_writes_comes_with_a_receipt<S: ServerUnderTest>(
    make: &impl AsyncFn() -> S,
) -> Case {
    let server = make().await;
    let response = shared(&server).await?;
    ensure_eq!(delivered(&response)?, [id(2, 1)], "what Anna reads");
    ensure_eq!(numbers(&response), [2], "its number");
    ensure_eq!(proof(&response)?.0, BRUNO, "its author");
    ensure_eq!(response.delivered_notes[0].device, None, "its device");
    Ok(())
}

fn returning(
    pushed: &[Operation],
    returned: &[Operation],
    proof: (AccountId, Receipt),
) -> SyncRequest {
    SyncRequest {
        returned: Batch::pack(returned),
        returned_proofs: vec![proof; returned.len()],
        ..request(ANNA, None, pushed)
    }
}

async fn with_a_receipt_it_is_put_back_under_its_author<S: ServerUnderTest>(
    make: &impl AsyncFn() -> S,
) -> Case {
    let server = make().await;
    let backup = server.back_up().await;
    let proof = proof(&shared(&server).await?)?;
    let server = server.restore(backup).await;
    push(&server, &[set(1, id(1, 1))]).await?;
    let bruno = [patch(1, id(2, 1), id(1, 1))];
    let request = returning(&[], &bruno, proof);
    let response = exchange(&server, &request).await?;
    ensure_eq!(response.returned, [stored(2)], "verdicts");
    let again = exchange(&server, &request).await?;
    ensure_eq!(again.returned, [stored(2)], "verdicts of the same again");
    let read = exchange(&server, &self::request(ANNA, None, &[])).await?;
    let here = read.delivered.unpack().map_err(text)?;
    ensure_eq!(here.last(), bruno.last(), "what is there");
    let note = read.delivered_notes.last().ok_or("nothing delivered")?;
    ensure_eq!(note.author, BRUNO, "its author");
    ensure_eq!(note.receipt, Some(proof.1), "its receipt");
    Ok(())
}

async fn without_a_receipt_it_is_not<S: ServerUnderTest>(make: &impl AsyncFn() -> S) -> Case {
    let server = make().await;
    let proof = proof(&shared(&server).await?)?;
    let never_written = [set(1, id(2, 9))];
    for proof in [proof, (ANNA, proof.1), (BRUNO, Receipt([0; 16]))] {
        let response = exchange(&server, &returning(&[], &never_written, proof)).await?;
        let expected = [Verdict::Refused(Refusal::BadReceipt)];
        ensure_eq!(response.returned, expected, "verdicts");
    }
    Ok(())
}

async fn mine_and_anothers_may_build_on_each_other_in_one_request<S: ServerUnderTest>(
    make: &impl AsyncFn() -> S,
) -> Case {
    let server = make().await;
    let backup = server.back_up().await;
    let proof = proof(&shared(&server).await?)?;
    let server = server.restore(backup).await;
    let mine = [set(1, id(1, 1)), patch(1, id(1, 2), id(2, 1))];
    let bruno = [patch(1, id(2, 1), id(1, 1))];
    let response = exchange(&server, &returning(&mine, &bruno, proof)).await?;
    ensure_eq!(response.pushed, [stored(1), stored(3)], "verdicts on mine");
    ensure_eq!(response.returned, [stored(2)], "verdict on Bruno's");
    Ok(())
}
