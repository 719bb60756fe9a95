//! What a first visit costs on the wire, exactly: bytes and requests until the editor is usable.

use anyhow::ensure;
use approdo_tests::first_visit::FirstVisit;
use approdo_tests::play;

/// Most bytes until the editor is usable, with the answers' headers. How the client stays below:
/// docs/decisions/0009.
const MOST_BYTES: u64 = 315_000;
/// Most requests until then.
const MOST_REQUESTS: usize = 15;

#[tokio::test]
async fn a_first_visit_is_small() {
    play("first-visit-cost", async |stage| {
        let visit = FirstVisit::measure(stage).await?;
        let table = visit.log.table();
        println!(
            "{} bytes, {} requests\n{table}",
            visit.bytes(),
            visit.requests()
        );
        ensure!(
            visit.bytes() <= MOST_BYTES,
            "{} bytes:\n{table}",
            visit.bytes()
        );
        ensure!(
            visit.requests() <= MOST_REQUESTS,
            "{} requests:\n{table}",
            visit.requests()
        );
        Ok::<(), anyhow::Error>(())
    })
    .await;
}
