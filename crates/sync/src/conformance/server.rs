//! Cases on numbering, verdicts, pages, holes and restores of a server's store.

use super::fixture::{
    ANNA, delivered, forged, id, numbers, patch, request, set, set_over, space, stored, text,
};
use super::{Outcome, ServerUnderTest, ensure, ensure_eq, run_cases};
use crate::wire::{Cursor, Hole, Refusal, SyncRequest, SyncResponse, Verdict};
use approdo_document::Operation;

type Case = Result<(), String>;

pub(super) async fn run<S: ServerUnderTest>(make: &impl AsyncFn() -> S) -> Vec<Outcome> {
    run_cases!(
        "server_store",
        make,
        [
            numbers_have_no_gaps_and_are_per_space,
            pushing_again_changes_nothing,
            other_bytes_under_an_id_are_forked,
            a_patch_on_a_forked_operation_is_not_stored,
            a_patch_needs_its_base,
            a_patch_may_stand_on_the_same_request,
            one_refused_operation_does_not_hold_up_the_others,
            operations_come_back_byte_for_byte,
            pages_go_on_where_they_ended,
            a_request_with_nothing_new_delivers_nothing,
            one_request_carries_the_account_of_its_session,
            a_cursor_ahead_of_the_server_begins_a_new_epoch,
            another_operation_at_the_cursor_begins_a_new_epoch,
            the_same_operation_at_the_cursor_after_a_restore_begins_a_new_epoch,
            a_new_epoch_is_told_to_each_device_and_then_stays,
            a_made_up_cursor_only_reads_from_the_start,
            removed_numbers_are_holes,
        ]
    )
}

pub(super) async fn exchange(
    server: &impl ServerUnderTest,
    request: &SyncRequest,
) -> Result<SyncResponse, String> {
    server
        .exchange(request.account, request)
        .await
        .map_err(text)
}

pub(super) async fn push(
    server: &impl ServerUnderTest,
    operations: &[Operation],
) -> Result<SyncResponse, String> {
    exchange(server, &request(ANNA, None, operations)).await
}

async fn read(
    server: &impl ServerUnderTest,
    cursor: Option<Cursor>,
) -> Result<SyncResponse, String> {
    exchange(server, &request(ANNA, cursor, &[])).await
}

async fn numbers_have_no_gaps_and_are_per_space<S: ServerUnderTest>(
    make: &impl AsyncFn() -> S,
) -> Case {
    let server = make().await;
    let first = [set(1, id(1, 1)), set(2, id(1, 2)), set(1, id(1, 3))];
    let response = push(&server, &first).await?;
    ensure_eq!(
        response.pushed,
        [stored(1), stored(1), stored(2)],
        "verdicts"
    );
    let expected = [(id(1, 1), 1), (id(1, 2), 1), (id(1, 3), 2)];
    ensure_eq!(response.echoes, expected, "echoes");
    ensure!(
        response.delivered.is_empty(),
        "what was pushed came back whole"
    );
    // A refused one takes no number.
    let second = [forged(&first[0]), set(1, id(1, 4)), set(2, id(1, 5))];
    let response = push(&server, &second).await?;
    let expected = [Verdict::Forked, stored(3), stored(2)];
    ensure_eq!(response.pushed, expected, "verdicts");
    Ok(())
}

async fn pushing_again_changes_nothing<S: ServerUnderTest>(make: &impl AsyncFn() -> S) -> Case {
    let server = make().await;
    let operations = [set(1, id(1, 1)), patch(1, id(1, 2), id(1, 1))];
    let first = push(&server, &operations).await?;
    let again = push(&server, &operations).await?;
    ensure_eq!(again, first, "the answer to the same request");
    let twice = [operations[1].clone(), operations[1].clone()];
    let response = push(&server, &twice).await?;
    ensure_eq!(response.pushed, [stored(2), stored(2)], "verdicts");
    let all = delivered(&read(&server, None).await?)?;
    ensure_eq!(all, [id(1, 1), id(1, 2)], "what is there");
    Ok(())
}

async fn other_bytes_under_an_id_are_forked<S: ServerUnderTest>(
    make: &impl AsyncFn() -> S,
) -> Case {
    let server = make().await;
    let first = set(1, id(1, 1));
    push(&server, std::slice::from_ref(&first)).await?;
    let response = push(&server, &[forged(&first)]).await?;
    ensure_eq!(response.pushed, [Verdict::Forked], "verdicts");
    // The device has never seen the bytes that are here: naming the id would not do.
    ensure_eq!(response.echoes, [], "echoes");
    let here = response.delivered.unpack().map_err(text)?;
    ensure_eq!(here, [first], "what is delivered");
    Ok(())
}

async fn a_patch_on_a_forked_operation_is_not_stored<S: ServerUnderTest>(
    make: &impl AsyncFn() -> S,
) -> Case {
    let server = make().await;
    let first = set(1, id(1, 1));
    push(&server, std::slice::from_ref(&first)).await?;
    // The device means its own bytes, not those that the server has under the same id.
    let built_on_it = [forged(&first), patch(1, id(1, 2), id(1, 1))];
    let response = push(&server, &built_on_it).await?;
    let expected = [Verdict::Forked, Verdict::BaseGone];
    ensure_eq!(response.pushed, expected, "verdicts");
    Ok(())
}

async fn a_patch_needs_its_base<S: ServerUnderTest>(make: &impl AsyncFn() -> S) -> Case {
    let server = make().await;
    let operations = [
        patch(1, id(1, 2), id(1, 1)),
        patch(1, id(1, 3), id(1, 2)),
        set_over(1, id(1, 4), &[id(1, 3), id(7, 7)]),
    ];
    let response = push(&server, &operations).await?;
    let expected = [Verdict::BaseGone, Verdict::BaseGone, stored(1)];
    ensure_eq!(response.pushed, expected, "verdicts");
    Ok(())
}

async fn a_patch_may_stand_on_the_same_request<S: ServerUnderTest>(
    make: &impl AsyncFn() -> S,
) -> Case {
    let server = make().await;
    let mut operations = vec![set(1, id(1, 1))];
    operations.extend((2..=100).map(|counter| patch(1, id(1, counter), id(1, counter - 1))));
    let response = push(&server, &operations).await?;
    let expected: Vec<_> = (1..=100).map(stored).collect();
    ensure_eq!(response.pushed, expected, "verdicts");
    Ok(())
}

async fn one_refused_operation_does_not_hold_up_the_others<S: ServerUnderTest>(
    make: &impl AsyncFn() -> S,
) -> Case {
    let server = make().await;
    let poison = Operation {
        self_contained: false,
        ..set(1, id(1, 2))
    };
    let huge = Operation {
        body: vec![0; crate::wire::LARGEST_BODY_BYTES + 1],
        ..set(1, id(1, 3))
    };
    let operations = [set(1, id(1, 1)), poison, huge, set(1, id(1, 4))];
    let response = push(&server, &operations).await?;
    let expected = [
        stored(1),
        Verdict::Refused(Refusal::Malformed),
        Verdict::Refused(Refusal::TooLarge),
        stored(2),
    ];
    ensure_eq!(response.pushed, expected, "verdicts");
    Ok(())
}

async fn operations_come_back_byte_for_byte<S: ServerUnderTest>(
    make: &impl AsyncFn() -> S,
) -> Case {
    let server = make().await;
    let mut rich = set_over(1, id(9, u64::from(u32::MAX) + 7), &[id(3, 1), id(2, 8)]);
    rich.extensions = vec![0, 255, 1];
    rich.body = (0..=255).collect();
    rich.blobs = vec![approdo_document::BlobHash([7; 32])];
    rich.key = approdo_document::KeyId(3);
    rich.stamp.logical = 4;
    let operations = [set(1, id(1, 1)), rich, patch(1, id(1, 2), id(1, 1))];
    push(&server, &operations).await?;
    let response = read(&server, None).await?;
    let here = response.delivered.unpack().map_err(text)?;
    ensure_eq!(here, operations, "what is delivered");
    ensure_eq!(numbers(&response), [1, 2, 3], "the numbers");
    let is_mine = response
        .delivered_notes
        .iter()
        .all(|note| note.author == ANNA && note.receipt.is_none());
    ensure!(is_mine, "an operation of mine came with another's name");
    Ok(())
}

async fn pages_go_on_where_they_ended<S: ServerUnderTest>(make: &impl AsyncFn() -> S) -> Case {
    let server = make().await;
    let operations: Vec<_> = (1..=7)
        .map(|counter| set(1 + u8::from(counter % 2 == 0), id(1, counter)))
        .collect();
    push(&server, &operations).await?;
    let mut cursor = None;
    let mut found = Vec::new();
    for expected in [(3, true), (3, true), (1, false)] {
        let mut wanted = request(ANNA, cursor, &[]);
        wanted.page = 3;
        let response = exchange(&server, &wanted).await?;
        let page = delivered(&response)?;
        ensure_eq!((page.len(), response.more), expected, "page and more");
        found.extend(page);
        cursor = response.cursor;
    }
    let expected: Vec<_> = operations.iter().map(|operation| operation.id).collect();
    ensure_eq!(found, expected, "what was read");
    Ok(())
}

async fn a_request_with_nothing_new_delivers_nothing<S: ServerUnderTest>(
    make: &impl AsyncFn() -> S,
) -> Case {
    let server = make().await;
    let empty = read(&server, None).await?;
    ensure_eq!(
        (empty.cursor, empty.more),
        (None, false),
        "of an empty server"
    );
    let response = push(&server, &[set(1, id(1, 1))]).await?;
    ensure!(response.cursor.is_some(), "no cursor after an echo");
    let nothing = read(&server, response.cursor).await?;
    ensure_eq!(delivered(&nothing)?, [], "what is delivered");
    ensure!(!nothing.more, "more after nothing");
    ensure_eq!(nothing.epoch, empty.epoch, "the epoch");
    Ok(())
}

async fn one_request_carries_the_account_of_its_session<S: ServerUnderTest>(
    make: &impl AsyncFn() -> S,
) -> Case {
    let server = make().await;
    let of_another = request(super::fixture::BRUNO, None, &[set(1, id(1, 1))]);
    let answer = server.exchange(ANNA, &of_another).await;
    ensure!(answer.is_err(), "work was taken under another's session");
    ensure_eq!(delivered(&read(&server, None).await?)?, [], "what is there");
    Ok(())
}

/// Pushes one operation, backs up, pushes another, and goes back: returns the server and the cursor
/// after both.
async fn restored<S: ServerUnderTest>(
    make: &impl AsyncFn() -> S,
) -> Result<(S, Cursor, Cursor), String> {
    let server = make().await;
    let first = push(&server, &[set(1, id(1, 1))]).await?;
    let backup = server.back_up().await;
    let second = push(&server, &[set(1, id(1, 2))]).await?;
    let server = server.restore(backup).await;
    let cursors = first.cursor.zip(second.cursor);
    let (before, after) = cursors.ok_or("no cursor after an echo")?;
    Ok((server, before, after))
}

async fn a_cursor_ahead_of_the_server_begins_a_new_epoch<S: ServerUnderTest>(
    make: &impl AsyncFn() -> S,
) -> Case {
    let (server, _, after) = restored(make).await?;
    let response = read(&server, Some(after)).await?;
    ensure!(response.epoch != after.epoch, "the restore was not noticed");
    ensure_eq!(delivered(&response)?, [id(1, 1)], "what is delivered");
    let again = push(&server, &[set(1, id(1, 2))]).await?;
    ensure_eq!(again.pushed, [stored(2)], "verdicts");
    Ok(())
}

async fn another_operation_at_the_cursor_begins_a_new_epoch<S: ServerUnderTest>(
    make: &impl AsyncFn() -> S,
) -> Case {
    let (server, before, after) = restored(make).await?;
    let later = [set(1, id(2, 1)), set(1, id(2, 2)), set(1, id(2, 3))];
    let other_device = exchange(&server, &request(ANNA, Some(before), &later)).await?;
    ensure_eq!(
        other_device.epoch,
        before.epoch,
        "nothing proves a restore yet"
    );
    let response = read(&server, Some(after)).await?;
    ensure!(response.epoch != after.epoch, "the restore was not noticed");
    let expected = [id(1, 1), id(2, 1), id(2, 2), id(2, 3)];
    ensure_eq!(delivered(&response)?, expected, "what is delivered");
    Ok(())
}

/// The last operation comes again, by a device that waited for its answer; what came before it was
/// lost, and as much has taken its place.
async fn the_same_operation_at_the_cursor_after_a_restore_begins_a_new_epoch<S: ServerUnderTest>(
    make: &impl AsyncFn() -> S,
) -> Case {
    let server = make().await;
    let before = push(&server, &[set(1, id(1, 1))]).await?.cursor;
    let backup = server.back_up().await;
    push(&server, &[set(1, id(1, 2))]).await?;
    let after = push(&server, &[set(1, id(1, 3))]).await?.cursor;
    let after = after.ok_or("no cursor after an echo")?;
    let server = server.restore(backup).await;
    for operation in [set(1, id(2, 1)), set(1, id(1, 3))] {
        exchange(&server, &request(ANNA, before, &[operation])).await?;
    }
    let response = read(&server, Some(after)).await?;
    ensure!(response.epoch != after.epoch, "the restore was not noticed");
    let expected = [id(1, 1), id(2, 1), id(1, 3)];
    ensure_eq!(delivered(&response)?, expected, "what is delivered");
    Ok(())
}

async fn a_new_epoch_is_told_to_each_device_and_then_stays<S: ServerUnderTest>(
    make: &impl AsyncFn() -> S,
) -> Case {
    let (server, before, after) = restored(make).await?;
    let noticed = read(&server, Some(after)).await?;
    let told = read(&server, Some(before)).await?;
    ensure_eq!(told.epoch, noticed.epoch, "what the other device is told");
    ensure_eq!(delivered(&told)?, [id(1, 1)], "what the other device reads");
    let late = read(&server, Some(after)).await?;
    ensure_eq!(late.epoch, noticed.epoch, "the epoch");
    let next = read(&server, noticed.cursor).await?;
    ensure_eq!(next.epoch, noticed.epoch, "the epoch");
    ensure_eq!(delivered(&next)?, [], "what is delivered");
    Ok(())
}

async fn a_made_up_cursor_only_reads_from_the_start<S: ServerUnderTest>(
    make: &impl AsyncFn() -> S,
) -> Case {
    let server = make().await;
    let response = push(&server, &[set(1, id(1, 1))]).await?;
    let given = response.cursor.ok_or("no cursor after an echo")?;
    let made_up = Cursor {
        sequence: given.sequence + 1_000,
        since: given.since + 1_000,
        ..given
    };
    let read = read(&server, Some(made_up)).await?;
    ensure_eq!(read.epoch, given.epoch, "the epoch");
    ensure_eq!(delivered(&read)?, [id(1, 1)], "what is delivered");
    Ok(())
}

async fn removed_numbers_are_holes<S: ServerUnderTest>(make: &impl AsyncFn() -> S) -> Case {
    let server = make().await;
    let operations = [
        set(1, id(1, 1)),
        patch(1, id(1, 2), id(1, 1)),
        set_over(1, id(1, 3), &[id(1, 2)]),
        set(1, id(1, 4)),
    ];
    let cursor = push(&server, &operations[..2]).await?.cursor;
    push(&server, &operations[2..]).await?;
    if !server.compact(id(1, 3)).await {
        return Ok(());
    }
    let response = read(&server, None).await?;
    ensure_eq!(numbers(&response), [3, 4], "the numbers");
    let hole = Hole {
        space: space(1),
        from: 1,
        to: 2,
    };
    ensure_eq!(response.holes, [hole], "the holes");
    let on_from_a_removed_one = read(&server, cursor).await?;
    ensure_eq!(on_from_a_removed_one.epoch, response.epoch, "the epoch");
    ensure_eq!(numbers(&on_from_a_removed_one), [3, 4], "the numbers");
    // A device that still waits for the answer learns that its work was durable.
    let again = push(&server, &operations[..1]).await?;
    ensure_eq!(again.pushed, [stored(1)], "verdicts");
    let late = push(&server, &[patch(1, id(5, 1), id(1, 2))]).await?;
    ensure_eq!(late.pushed, [Verdict::BaseGone], "verdicts");
    Ok(())
}
