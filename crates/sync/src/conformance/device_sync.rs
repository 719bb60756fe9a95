//! Cases on what passes between a device's store and a server: offering, answers, restores.

use super::device::{all, ids, save};
use super::fixture::{BRUNO, edit, forged, id, patch, set, text};
use super::{Outcome, Reopen, ensure_eq, run_cases};
use crate::store::{
    Delivery, DeviceStore, EditOutcome, Origin, Received, ReissueOutcome, StoredOperation,
};
use crate::wire::{Cursor, Epoch, Receipt, Refusal};
use approdo_document::{Operation, OperationId};
use std::collections::BTreeMap;

type Case = Result<(), String>;

pub(super) async fn run<S: DeviceStore + Reopen>(make: &impl AsyncFn() -> S) -> Vec<Outcome> {
    run_cases!(
        "device_store",
        make,
        [
            outgoing_keeps_the_order_and_comes_again_until_acknowledged,
            only_what_is_named_is_acknowledged,
            cursor_and_operations_move_together,
            a_refused_operation_waits_no_more_and_stays,
            a_delivered_operation_of_mine_is_acknowledged,
            other_bytes_delivered_leave_mine,
            after_a_restore_all_is_offered_again,
            what_the_restoring_answer_names_is_not_offered_again,
            appended_from_a_backup_waits_to_be_offered,
            an_operation_delivered_can_be_built_upon,
            what_others_built_on_a_forked_id_does_not_hold_up_its_reissue,
            what_cannot_be_minted_anew_can_be_put_back,
        ]
    )
}

fn cursor(sequence: u64) -> Cursor {
    Cursor {
        epoch: Epoch([1; 16]),
        since: sequence,
        sequence,
        operation: id(1, sequence),
        proof: Receipt([2; 16]),
    }
}

fn delivered(operation: Operation, number: u64, origin: Origin) -> StoredOperation {
    StoredOperation {
        operation,
        delivery: Delivery::Acknowledged,
        origin,
        built_upon: false,
        number: Some(number),
        device: Some("Firefox su Linux".to_owned()),
    }
}

const FROM_BRUNO: Origin = Origin::Other {
    author: BRUNO,
    receipt: Receipt([3; 16]),
};

async fn offered(store: &impl DeviceStore, most: usize) -> Result<Vec<OperationId>, String> {
    let outgoing = store.next_outgoing(most).await.map_err(text)?;
    Ok(outgoing
        .pushed
        .iter()
        .map(|operation| operation.id)
        .collect())
}

async fn receive(store: &impl DeviceStore, received: Received) -> Case {
    store.receive(&received).await.map_err(text)
}

async fn deliveries(store: &impl DeviceStore) -> Result<Vec<Delivery>, String> {
    Ok(all(store)
        .await?
        .iter()
        .map(|stored| stored.delivery)
        .collect())
}

async fn outgoing_keeps_the_order_and_comes_again_until_acknowledged<S: DeviceStore + Reopen>(
    make: &impl AsyncFn() -> S,
) -> Case {
    let store = make().await;
    save(&store, &set(1, id(9, 1))).await?;
    save(&store, &patch(1, id(1, 1), id(9, 1))).await?;
    save(&store, &patch(1, id(5, 1), id(1, 1))).await?;
    let both = [id(9, 1), id(1, 1)];
    ensure_eq!(offered(&store, 2).await?, both, "the first two");
    let expected = [Delivery::Offered, Delivery::Offered, Delivery::Pending];
    let store = store.reopen().await;
    ensure_eq!(deliveries(&store).await?, expected, "where they stand");
    ensure_eq!(offered(&store, 2).await?, both, "the first two again");
    let received = Received {
        acknowledged: vec![(id(9, 1), 1)],
        ..Received::default()
    };
    receive(&store, received).await?;
    ensure_eq!(
        offered(&store, 9).await?,
        [id(1, 1), id(5, 1)],
        "the others"
    );
    ensure_eq!(offered(&store, 0).await?, [], "none wanted");
    Ok(())
}

async fn only_what_is_named_is_acknowledged<S: DeviceStore + Reopen>(
    make: &impl AsyncFn() -> S,
) -> Case {
    let store = make().await;
    save(&store, &set(1, id(1, 1))).await?;
    save(&store, &set(1, id(1, 2))).await?;
    offered(&store, 1).await?;
    // Folded away in the meantime by nobody, never offered, not here: named all the same.
    let received = Received {
        acknowledged: vec![(id(7, 7), 4), (id(1, 1), 5)],
        refused: vec![(id(7, 8), Refusal::TooLarge)],
        ..Received::default()
    };
    receive(&store, received).await?;
    let store = store.reopen().await;
    let expected = [Delivery::Acknowledged, Delivery::Pending];
    ensure_eq!(deliveries(&store).await?, expected, "where they stand");
    ensure_eq!(all(&store).await?[0].number, Some(5), "the number");
    let waiting = store.waiting().await.map_err(text)?;
    ensure_eq!((waiting.waiting, waiting.refused), (1, 0), "what waits");
    Ok(())
}

async fn cursor_and_operations_move_together<S: DeviceStore + Reopen>(
    make: &impl AsyncFn() -> S,
) -> Case {
    let store = make().await;
    let first = delivered(set(1, id(1, 1)), 1, FROM_BRUNO);
    let space = first.operation.space;
    let received = Received {
        delivered: vec![first.clone()],
        cursor: Some(cursor(1)),
        read: BTreeMap::from([(space, 1)]),
        synced_at_ms: Some(77),
        ..Received::default()
    };
    receive(&store, received).await?;
    receive(&store, Received::default()).await?;
    let store = store.reopen().await;
    let state = store.sync_state().await.map_err(text)?;
    ensure_eq!(state.cursor, Some(cursor(1)), "the cursor");
    ensure_eq!(state.read, BTreeMap::from([(space, 1)]), "numbers read");
    ensure_eq!(state.synced_at_ms, Some(77), "when it synced");
    ensure_eq!(all(&store).await?, [first], "what is there");
    let waiting = store.waiting().await.map_err(text)?;
    ensure_eq!(waiting.waiting, 0, "what waits");
    Ok(())
}

async fn a_refused_operation_waits_no_more_and_stays<S: DeviceStore + Reopen>(
    make: &impl AsyncFn() -> S,
) -> Case {
    let store = make().await;
    save(&store, &set(1, id(1, 1))).await?;
    save(&store, &set(1, id(1, 2))).await?;
    offered(&store, 9).await?;
    let received = Received {
        refused: vec![(id(1, 1), Refusal::NotAllowed)],
        ..Received::default()
    };
    receive(&store, received).await?;
    let store = store.reopen().await;
    ensure_eq!(offered(&store, 9).await?, [id(1, 2)], "what is offered");
    let waiting = store.waiting().await.map_err(text)?;
    ensure_eq!((waiting.waiting, waiting.refused), (1, 1), "what waits");
    ensure_eq!(ids(&store).await?, [id(1, 1), id(1, 2)], "what is there");
    store.discard(&[id(1, 1)]).await.map_err(text)?;
    ensure_eq!(ids(&store).await?, [id(1, 2)], "what is left");
    Ok(())
}

async fn a_delivered_operation_of_mine_is_acknowledged<S: DeviceStore + Reopen>(
    make: &impl AsyncFn() -> S,
) -> Case {
    let store = make().await;
    let mine = set(1, id(1, 1));
    save(&store, &mine).await?;
    offered(&store, 9).await?;
    let received = Received {
        delivered: vec![delivered(mine, 6, Origin::Mine)],
        ..Received::default()
    };
    receive(&store, received).await?;
    let stored = all(&store).await?;
    ensure_eq!(stored.len(), 1, "operations");
    let found = (stored[0].delivery, stored[0].number);
    ensure_eq!(found, (Delivery::Acknowledged, Some(6)), "where it stands");
    Ok(())
}

async fn other_bytes_delivered_leave_mine<S: DeviceStore + Reopen>(
    make: &impl AsyncFn() -> S,
) -> Case {
    let store = make().await;
    let mine = set(1, id(1, 1));
    save(&store, &mine).await?;
    let received = Received {
        delivered: vec![delivered(forged(&mine), 6, FROM_BRUNO)],
        ..Received::default()
    };
    receive(&store, received).await?;
    let stored = all(&store).await?;
    ensure_eq!(stored.len(), 1, "operations");
    ensure_eq!(stored[0].operation, mine, "what is there");
    ensure_eq!(stored[0].delivery, Delivery::Pending, "where it stands");
    let next = set(1, id(1, 2));
    let folding = store.record_edit(&edit(&next, &[mine.id])).await;
    let stale = EditOutcome::Stale {
        kept: vec![mine.id],
        gone: Vec::new(),
    };
    ensure_eq!(folding.map_err(text)?, stale, "folding what is contested");
    Ok(())
}

/// Brings a store to: one of mine acknowledged, one of Bruno's, one of mine refused.
async fn settled<S: DeviceStore>(store: &S) -> Case {
    save(store, &set(1, id(1, 1))).await?;
    save(store, &set(1, id(1, 2))).await?;
    offered(store, 9).await?;
    let bruno = set(1, id(2, 1));
    let received = Received {
        acknowledged: vec![(id(1, 1), 1)],
        refused: vec![(id(1, 2), Refusal::NotAllowed)],
        read: BTreeMap::from([(bruno.space, 2)]),
        delivered: vec![delivered(bruno, 2, FROM_BRUNO)],
        cursor: Some(cursor(2)),
        ..Received::default()
    };
    receive(store, received).await
}

async fn after_a_restore_all_is_offered_again<S: DeviceStore + Reopen>(
    make: &impl AsyncFn() -> S,
) -> Case {
    let store = make().await;
    settled(&store).await?;
    let received = Received {
        restored: true,
        ..Received::default()
    };
    receive(&store, received).await?;
    let store = store.reopen().await;
    let state = store.sync_state().await.map_err(text)?;
    ensure_eq!((state.cursor, state.read.len()), (None, 0), "what was read");
    let stored = all(&store).await?;
    let numbers: Vec<_> = stored.iter().map(|stored| stored.number).collect();
    ensure_eq!(numbers, [None, None, None], "the numbers");
    let outgoing = store.next_outgoing(9).await.map_err(text)?;
    ensure_eq!(outgoing.pushed, [set(1, id(1, 1))], "mine");
    let expected = [(set(1, id(2, 1)), BRUNO, Receipt([3; 16]))];
    ensure_eq!(outgoing.returned, expected, "what is Bruno's");
    Ok(())
}

async fn what_the_restoring_answer_names_is_not_offered_again<S: DeviceStore + Reopen>(
    make: &impl AsyncFn() -> S,
) -> Case {
    let store = make().await;
    settled(&store).await?;
    let received = Received {
        restored: true,
        acknowledged: vec![(id(1, 1), 9)],
        delivered: vec![delivered(set(1, id(2, 1)), 8, FROM_BRUNO)],
        cursor: Some(cursor(9)),
        ..Received::default()
    };
    receive(&store, received).await?;
    let outgoing = store.next_outgoing(9).await.map_err(text)?;
    ensure_eq!(
        outgoing.pushed.len() + outgoing.returned.len(),
        0,
        "offered"
    );
    let stored = all(&store).await?;
    let numbers: Vec<_> = stored.iter().map(|stored| stored.number).collect();
    ensure_eq!(numbers, [Some(9), None, Some(8)], "the numbers");
    let state = store.sync_state().await.map_err(text)?;
    ensure_eq!(state.cursor, Some(cursor(9)), "the cursor");
    Ok(())
}

async fn appended_from_a_backup_waits_to_be_offered<S: DeviceStore + Reopen>(
    make: &impl AsyncFn() -> S,
) -> Case {
    let store = make().await;
    let operations = [set(1, id(1, 1)), patch(1, id(1, 2), id(1, 1))];
    store.append(&operations).await.map_err(text)?;
    let stored = all(&store).await?;
    let built_upon: Vec<_> = stored.iter().map(|stored| stored.built_upon).collect();
    ensure_eq!(built_upon, [true, false], "what was built upon");
    ensure_eq!(offered(&store, 9).await?, [id(1, 1), id(1, 2)], "offered");
    Ok(())
}

async fn an_operation_delivered_can_be_built_upon<S: DeviceStore + Reopen>(
    make: &impl AsyncFn() -> S,
) -> Case {
    let store = make().await;
    let received = Received {
        delivered: vec![delivered(set(1, id(2, 1)), 1, FROM_BRUNO)],
        ..Received::default()
    };
    receive(&store, received).await?;
    save(&store, &patch(1, id(1, 1), id(2, 1))).await?;
    let expected = [Delivery::Acknowledged, Delivery::Pending];
    ensure_eq!(deliveries(&store).await?, expected, "where they stand");
    ensure_eq!(offered(&store, 9).await?, [id(1, 1)], "what is offered");
    Ok(())
}

async fn what_others_built_on_a_forked_id_does_not_hold_up_its_reissue<S: DeviceStore + Reopen>(
    make: &impl AsyncFn() -> S,
) -> Case {
    let store = make().await;
    save(&store, &set(1, id(1, 1))).await?;
    let received = Received {
        delivered: vec![delivered(patch(1, id(2, 1), id(1, 1)), 2, FROM_BRUNO)],
        ..Received::default()
    };
    receive(&store, received).await?;
    // Also where it waits again, after a restore.
    let from_the_start = Received {
        restored: true,
        ..Received::default()
    };
    receive(&store, from_the_start).await?;
    let outcome = store.reissue(&[id(1, 1)], &[set(1, id(3, 1))]).await;
    ensure_eq!(
        outcome.map_err(text)?,
        ReissueOutcome::Replaced,
        "reissuing"
    );
    ensure_eq!(ids(&store).await?, [id(2, 1), id(3, 1)], "what is there");
    Ok(())
}

async fn what_cannot_be_minted_anew_can_be_put_back<S: DeviceStore + Reopen>(
    make: &impl AsyncFn() -> S,
) -> Case {
    let store = make().await;
    save(&store, &set(1, id(1, 1))).await?;
    let unreadable = patch(1, id(1, 2), id(1, 1));
    save(&store, &unreadable).await?;
    let anew = [set(1, id(3, 1)), unreadable];
    let outcome = store.reissue(&[id(1, 1), id(1, 2)], &anew).await;
    ensure_eq!(
        outcome.map_err(text)?,
        ReissueOutcome::Replaced,
        "reissuing"
    );
    ensure_eq!(ids(&store).await?, [id(3, 1), id(1, 2)], "what is there");
    ensure_eq!(
        offered(&store, 9).await?,
        [id(3, 1), id(1, 2)],
        "what waits"
    );
    Ok(())
}
