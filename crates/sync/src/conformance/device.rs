//! Cases on what a person does to a device's store: edits, folds, discarding. No server.

use super::fixture::{ANNA, BRUNO, document, edit, id, patch, set, set_over, text};
use super::{Outcome, Reopen, ensure, ensure_eq, run_cases};
use crate::store::{
    Delivery, DeviceStore, EditOutcome, LocalEdit, Origin, ReissueOutcome, StoredOperation,
};
use approdo_document::{Operation, OperationId};

type Case = Result<(), String>;

pub(super) async fn run<S: DeviceStore + Reopen>(make: &impl AsyncFn() -> S) -> Vec<Outcome> {
    run_cases!(
        "device_store",
        make,
        [
            an_edit_is_there_after_reopening,
            a_fold_takes_the_place_of_what_was_never_offered,
            a_fold_of_an_offered_operation_is_refused_whole,
            a_fold_of_what_was_built_upon_is_refused_whole,
            an_edit_on_what_another_tab_folded_is_refused_whole,
            an_edit_may_build_on_its_own_operations,
            an_edit_may_not_build_on_its_folds,
            the_same_edit_again_is_saved,
            an_edit_under_a_taken_id_is_not_said_to_be_saved,
            discarding_removes_only_what_nothing_needs,
            reissue_replaces_all_at_once,
            reissue_yields_to_another_tab,
            reissue_does_not_mind_other_work_that_waits,
            a_store_belongs_to_one_account,
        ]
    )
}

pub(super) async fn all(store: &impl DeviceStore) -> Result<Vec<StoredOperation>, String> {
    store.stored(document(1)).await.map_err(text)
}

pub(super) async fn ids(store: &impl DeviceStore) -> Result<Vec<OperationId>, String> {
    let stored = all(store).await?;
    Ok(stored.iter().map(|stored| stored.operation.id).collect())
}

pub(super) async fn save(store: &impl DeviceStore, operation: &Operation) -> Case {
    record(store, &edit(operation, &[]), &EditOutcome::Saved).await
}

async fn record(store: &impl DeviceStore, edit: &LocalEdit, expected: &EditOutcome) -> Case {
    let outcome = store.record_edit(edit).await.map_err(text)?;
    ensure_eq!(outcome, *expected, "the outcome of an edit");
    Ok(())
}

async fn an_edit_is_there_after_reopening<S: DeviceStore + Reopen>(
    make: &impl AsyncFn() -> S,
) -> Case {
    let store = make().await;
    let operation = set(1, id(1, 1));
    save(&store, &operation).await?;
    let store = store.reopen().await;
    let expected = StoredOperation {
        operation,
        delivery: Delivery::Pending,
        origin: Origin::Mine,
        built_upon: false,
        number: None,
        device: None,
    };
    ensure_eq!(all(&store).await?, [expected], "what is there");
    let waiting = store.waiting().await.map_err(text)?;
    ensure_eq!((waiting.waiting, waiting.refused), (1, 0), "what waits");
    Ok(())
}

async fn a_fold_takes_the_place_of_what_was_never_offered<S: DeviceStore + Reopen>(
    make: &impl AsyncFn() -> S,
) -> Case {
    let store = make().await;
    save(&store, &set(1, id(1, 1))).await?;
    let later = edit(&set(1, id(1, 2)), &[id(1, 1)]);
    record(&store, &later, &EditOutcome::Saved).await?;
    let store = store.reopen().await;
    ensure_eq!(ids(&store).await?, [id(1, 2)], "what is there");
    Ok(())
}

async fn a_fold_of_an_offered_operation_is_refused_whole<S: DeviceStore + Reopen>(
    make: &impl AsyncFn() -> S,
) -> Case {
    let store = make().await;
    save(&store, &set(1, id(1, 1))).await?;
    store.next_outgoing(10).await.map_err(text)?;
    let later = edit(&set(1, id(1, 2)), &[id(1, 1)]);
    let stale = EditOutcome::Stale {
        kept: vec![id(1, 1)],
        gone: vec![],
    };
    record(&store, &later, &stale).await?;
    ensure_eq!(ids(&store).await?, [id(1, 1)], "what is there");
    Ok(())
}

async fn a_fold_of_what_was_built_upon_is_refused_whole<S: DeviceStore + Reopen>(
    make: &impl AsyncFn() -> S,
) -> Case {
    let store = make().await;
    save(&store, &set(1, id(1, 1))).await?;
    save(&store, &patch(1, id(2, 1), id(1, 1))).await?;
    let stored = all(&store).await?;
    let built_upon: Vec<_> = stored.iter().map(|stored| stored.built_upon).collect();
    ensure_eq!(built_upon, [true, false], "what was built upon");
    let store = store.reopen().await;
    let later = edit(&set(1, id(1, 2)), &[id(1, 1)]);
    let stale = EditOutcome::Stale {
        kept: vec![id(1, 1)],
        gone: vec![],
    };
    record(&store, &later, &stale).await?;
    ensure_eq!(ids(&store).await?, [id(1, 1), id(2, 1)], "what is there");
    Ok(())
}

async fn an_edit_on_what_another_tab_folded_is_refused_whole<S: DeviceStore + Reopen>(
    make: &impl AsyncFn() -> S,
) -> Case {
    let store = make().await;
    save(&store, &set(1, id(1, 1))).await?;
    let folding = edit(&set(1, id(1, 2)), &[id(1, 1)]);
    record(&store, &folding, &EditOutcome::Saved).await?;
    let stale = EditOutcome::Stale {
        kept: vec![],
        gone: vec![id(1, 1)],
    };
    let built_on_it = edit(&patch(1, id(2, 1), id(1, 1)), &[]);
    record(&store, &built_on_it, &stale).await?;
    let folding_it_too = edit(&set(1, id(2, 2)), &[id(1, 1)]);
    record(&store, &folding_it_too, &stale).await?;
    ensure_eq!(ids(&store).await?, [id(1, 2)], "what is there");
    Ok(())
}

async fn an_edit_may_build_on_its_own_operations<S: DeviceStore + Reopen>(
    make: &impl AsyncFn() -> S,
) -> Case {
    let store = make().await;
    let edit = LocalEdit {
        operations: vec![set(1, id(1, 1)), patch(1, id(1, 2), id(1, 1))],
        folds: vec![],
    };
    record(&store, &edit, &EditOutcome::Saved).await?;
    let stored = all(&store).await?;
    let built_upon: Vec<_> = stored.iter().map(|stored| stored.built_upon).collect();
    ensure_eq!(built_upon, [true, false], "what was built upon");
    Ok(())
}

async fn an_edit_may_not_build_on_its_folds<S: DeviceStore + Reopen>(
    make: &impl AsyncFn() -> S,
) -> Case {
    let store = make().await;
    save(&store, &set(1, id(1, 1))).await?;
    let edit = edit(&patch(1, id(1, 2), id(1, 1)), &[id(1, 1)]);
    let outcome = store.record_edit(&edit).await.map_err(text)?;
    ensure!(outcome != EditOutcome::Saved, "a dangling base was stored");
    ensure_eq!(ids(&store).await?, [id(1, 1)], "what is there");
    Ok(())
}

async fn the_same_edit_again_is_saved<S: DeviceStore + Reopen>(make: &impl AsyncFn() -> S) -> Case {
    let store = make().await;
    save(&store, &set(1, id(1, 1))).await?;
    let folding = edit(&set(1, id(1, 2)), &[id(1, 1)]);
    for _ in 0..2 {
        record(&store, &folding, &EditOutcome::Saved).await?;
    }
    ensure_eq!(ids(&store).await?, [id(1, 2)], "what is there");
    Ok(())
}

async fn an_edit_under_a_taken_id_is_not_said_to_be_saved<S: DeviceStore + Reopen>(
    make: &impl AsyncFn() -> S,
) -> Case {
    let store = make().await;
    let first = set(1, id(1, 1));
    save(&store, &first).await?;
    let edit = edit(&super::fixture::forged(&first), &[]);
    let stale = EditOutcome::Stale {
        kept: vec![],
        gone: vec![],
    };
    record(&store, &edit, &stale).await?;
    ensure_eq!(all(&store).await?[0].operation, first, "what is there");
    Ok(())
}

async fn discarding_removes_only_what_nothing_needs<S: DeviceStore + Reopen>(
    make: &impl AsyncFn() -> S,
) -> Case {
    let store = make().await;
    save(&store, &set(1, id(1, 1))).await?;
    save(&store, &patch(1, id(1, 2), id(1, 1))).await?;
    save(&store, &set_over(1, id(1, 3), &[id(1, 2)])).await?;
    store.discard(&[id(1, 1)]).await.map_err(text)?;
    ensure_eq!(ids(&store).await?.len(), 3, "a patch's base stays; in all");
    let both = [id(1, 1), id(1, 2)];
    store.discard(&both).await.map_err(text)?;
    let store = store.reopen().await;
    ensure_eq!(ids(&store).await?, [id(1, 3)], "what is there");
    Ok(())
}

async fn reissue_replaces_all_at_once<S: DeviceStore + Reopen>(make: &impl AsyncFn() -> S) -> Case {
    let store = make().await;
    save(&store, &set(1, id(1, 1))).await?;
    save(&store, &patch(1, id(1, 2), id(1, 1))).await?;
    store.next_outgoing(10).await.map_err(text)?;
    let minted = [set_over(1, id(2, 1), &[id(1, 1)])];
    let outcome = store.reissue(&[id(1, 1), id(1, 2)], &minted).await;
    ensure_eq!(
        outcome.map_err(text)?,
        ReissueOutcome::Replaced,
        "reissuing"
    );
    let store = store.reopen().await;
    let stored = all(&store).await?;
    ensure_eq!(stored.len(), 1, "operations");
    ensure_eq!(stored[0].operation, minted[0], "what is there");
    ensure_eq!(stored[0].delivery, Delivery::Pending, "where it stands");
    Ok(())
}

async fn reissue_yields_to_another_tab<S: DeviceStore + Reopen>(
    make: &impl AsyncFn() -> S,
) -> Case {
    let store = make().await;
    save(&store, &set(1, id(1, 1))).await?;
    save(&store, &patch(1, id(3, 1), id(1, 1))).await?;
    let minted = [set(1, id(2, 1))];
    let outcome = store.reissue(&[id(1, 1)], &minted).await;
    ensure_eq!(outcome.map_err(text)?, ReissueOutcome::Stale, "reissuing");
    ensure_eq!(ids(&store).await?, [id(1, 1), id(3, 1)], "what is there");
    Ok(())
}

async fn reissue_does_not_mind_other_work_that_waits<S: DeviceStore + Reopen>(
    make: &impl AsyncFn() -> S,
) -> Case {
    let store = make().await;
    save(&store, &set(1, id(1, 1))).await?;
    save(&store, &set(2, id(1, 2))).await?;
    // Stored without folding, as after an answer that was lost.
    save(&store, &patch(2, id(1, 3), id(1, 2))).await?;
    let outcome = store.reissue(&[id(1, 1)], &[set(1, id(2, 1))]).await;
    ensure_eq!(
        outcome.map_err(text)?,
        ReissueOutcome::Replaced,
        "reissuing"
    );
    let store = store.reopen().await;
    ensure_eq!(ids(&store).await?, [id(2, 1)], "what is there");
    Ok(())
}

async fn a_store_belongs_to_one_account<S: DeviceStore + Reopen>(
    make: &impl AsyncFn() -> S,
) -> Case {
    let store = make().await;
    let state = store.sync_state().await.map_err(text)?;
    ensure_eq!(state.account, None, "the account at first");
    ensure!(store.bind_account(ANNA).await.map_err(text)?, "not bound");
    let store = store.reopen().await;
    ensure!(store.bind_account(ANNA).await.map_err(text)?, "not bound");
    let rebound = store.bind_account(BRUNO).await.map_err(text)?;
    ensure!(!rebound, "bound to a second account");
    let state = store.sync_state().await.map_err(text)?;
    ensure_eq!(state.account, Some(ANNA), "the account");
    Ok(())
}
