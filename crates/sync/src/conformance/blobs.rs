//! Cases that hold for every store of blobs.

use super::fixture::text;
use super::{Outcome, Reopen, ensure_eq, run_cases};
use crate::blobs::{Blob, BlobOrigin, BlobStore, KeptBlob};
use approdo_document::BlobHash;

type Case = Result<(), String>;

const NOW_MS: u64 = 1_790_000_000_000;

pub(super) async fn run<S: BlobStore + Reopen>(make: &impl AsyncFn() -> S) -> Vec<Outcome> {
    run_cases!(
        "blob_store",
        make,
        [
            a_blob_comes_back_byte_for_byte_after_a_restart,
            what_was_never_stored_is_not_there,
            storing_again_keeps_the_first_time,
            a_blob_waits_until_the_server_has_it,
            after_a_restore_every_blob_waits_again,
            what_the_server_sent_does_not_go_back,
            removing_takes_only_what_is_named,
            a_blob_of_many_bytes_fits,
            an_empty_blob_is_a_blob,
        ]
    )
}

fn blob(seed: u8) -> Blob {
    Blob::new(vec![seed; 1_000 + usize::from(seed)])
}

async fn stored<S: BlobStore>(store: &S, blob: &Blob, origin: BlobOrigin) -> Case {
    store.put_blob(blob, origin, NOW_MS).await.map_err(text)
}

async fn waiting<S: BlobStore>(store: &S) -> Result<Vec<BlobHash>, String> {
    store.waiting_blobs().await.map_err(text)
}

fn sorted(mut hashes: Vec<BlobHash>) -> Vec<BlobHash> {
    hashes.sort_unstable();
    hashes
}

async fn a_blob_comes_back_byte_for_byte_after_a_restart<S: BlobStore + Reopen>(
    make: &impl AsyncFn() -> S,
) -> Case {
    let store = make().await;
    stored(&store, &blob(1), BlobOrigin::Here).await?;
    let store = store.reopen().await;
    let found = store.blob(blob(1).hash()).await.map_err(text)?;
    ensure_eq!(found, Some(blob(1)), "the blob");
    Ok(())
}

async fn what_was_never_stored_is_not_there<S: BlobStore>(make: &impl AsyncFn() -> S) -> Case {
    let store = make().await;
    ensure_eq!(
        store.blob(blob(1).hash()).await.map_err(text)?,
        None,
        "a blob"
    );
    ensure_eq!(store.kept_blobs().await.map_err(text)?, [], "all blobs");
    ensure_eq!(waiting(&store).await?, [], "what waits");
    store.blob_delivered(blob(1).hash()).await.map_err(text)?;
    store.remove_blobs(&[blob(1).hash()]).await.map_err(text)?;
    ensure_eq!(store.kept_blobs().await.map_err(text)?, [], "all blobs");
    Ok(())
}

async fn storing_again_keeps_the_first_time<S: BlobStore>(make: &impl AsyncFn() -> S) -> Case {
    let store = make().await;
    stored(&store, &blob(1), BlobOrigin::Here).await?;
    let later = NOW_MS + 1;
    let again = store.put_blob(&blob(1), BlobOrigin::Here, later).await;
    again.map_err(text)?;
    let expected = KeptBlob {
        hash: blob(1).hash(),
        since_ms: NOW_MS,
    };
    ensure_eq!(
        store.kept_blobs().await.map_err(text)?,
        [expected],
        "what is kept"
    );
    Ok(())
}

async fn a_blob_waits_until_the_server_has_it<S: BlobStore + Reopen>(
    make: &impl AsyncFn() -> S,
) -> Case {
    let store = make().await;
    stored(&store, &blob(1), BlobOrigin::Here).await?;
    stored(&store, &blob(2), BlobOrigin::Here).await?;
    let both = sorted(vec![blob(1).hash(), blob(2).hash()]);
    ensure_eq!(waiting(&store).await?, both, "before");
    store.blob_delivered(blob(1).hash()).await.map_err(text)?;
    // The same photo chosen once more: the server still has it.
    stored(&store, &blob(1), BlobOrigin::Here).await?;
    let store = store.reopen().await;
    ensure_eq!(waiting(&store).await?, [blob(2).hash()], "after");
    Ok(())
}

async fn after_a_restore_every_blob_waits_again<S: BlobStore>(make: &impl AsyncFn() -> S) -> Case {
    let store = make().await;
    stored(&store, &blob(1), BlobOrigin::Here).await?;
    stored(&store, &blob(2), BlobOrigin::Server).await?;
    store.blob_delivered(blob(1).hash()).await.map_err(text)?;
    ensure_eq!(waiting(&store).await?, [], "before");
    store.offer_blobs_again().await.map_err(text)?;
    let both = sorted(vec![blob(1).hash(), blob(2).hash()]);
    ensure_eq!(waiting(&store).await?, both, "after");
    ensure_eq!(
        store.blob(blob(2).hash()).await.map_err(text)?,
        Some(blob(2)),
        "the blob"
    );
    Ok(())
}

async fn what_the_server_sent_does_not_go_back<S: BlobStore>(make: &impl AsyncFn() -> S) -> Case {
    let store = make().await;
    stored(&store, &blob(1), BlobOrigin::Server).await?;
    stored(&store, &blob(2), BlobOrigin::Here).await?;
    stored(&store, &blob(2), BlobOrigin::Server).await?;
    ensure_eq!(waiting(&store).await?, [], "what waits");
    Ok(())
}

async fn removing_takes_only_what_is_named<S: BlobStore + Reopen>(
    make: &impl AsyncFn() -> S,
) -> Case {
    let store = make().await;
    for seed in 1..=3 {
        stored(&store, &blob(seed), BlobOrigin::Here).await?;
    }
    let gone = [blob(1).hash(), blob(3).hash()];
    store.remove_blobs(&gone).await.map_err(text)?;
    let store = store.reopen().await;
    let kept = store.kept_blobs().await.map_err(text)?;
    let kept: Vec<BlobHash> = kept.iter().map(|blob| blob.hash).collect();
    ensure_eq!(kept, [blob(2).hash()], "what is kept");
    ensure_eq!(waiting(&store).await?, [blob(2).hash()], "what waits");
    Ok(())
}

async fn a_blob_of_many_bytes_fits<S: BlobStore>(make: &impl AsyncFn() -> S) -> Case {
    let store = make().await;
    let bytes = (0..3_000_000_u32).map(|number| number.to_le_bytes()[1]);
    let large = Blob::new(bytes.collect());
    stored(&store, &large, BlobOrigin::Here).await?;
    let found = store.blob(large.hash()).await.map_err(text)?;
    ensure_eq!(found == Some(large), true, "whether it came back");
    Ok(())
}

async fn an_empty_blob_is_a_blob<S: BlobStore>(make: &impl AsyncFn() -> S) -> Case {
    let store = make().await;
    let empty = Blob::new(Vec::new());
    stored(&store, &empty, BlobOrigin::Here).await?;
    let found = store.blob(empty.hash()).await.map_err(text)?;
    ensure_eq!(found, Some(empty), "the blob");
    Ok(())
}
