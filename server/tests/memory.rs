//! The memory of the real program under bodies that are large or unpack to something large.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod support;

use approdo_sync::frame::MEDIA_TYPE;
use flate2::write::GzEncoder;
use flate2::{Compress, Compression, FlushCompress};
use futures::future::join_all;
use reqwest::{Client, Method, StatusCode};
use std::io::Write as _;
use support::Device;
use support::program::Program;

const MEBIBYTE: usize = 1024 * 1024;
/// What the program may take at most beyond what it has at rest: bodies (32 MiB), and what is made of them.
const MOST_GROWTH_MIB: u64 = 56;

/// Packs zeros by gzip; the pieces are packed once and repeated, since packing takes its time.
fn bomb(mebibytes: usize) -> Vec<u8> {
    const PIECE: usize = 16;
    let zeros = vec![0; PIECE * MEBIBYTE];
    let mut piece = Vec::with_capacity(MEBIBYTE);
    Compress::new(Compression::best(), false)
        .compress_vec(&zeros, &mut piece, FlushCompress::Full)
        .unwrap();
    let header = GzEncoder::new(Vec::new(), Compression::best())
        .finish()
        .unwrap();
    let mut bomb = header[..10].to_vec();
    for _ in 0..mebibytes / PIECE {
        bomb.write_all(&piece).unwrap();
    }
    bomb
}

async fn send(device: &Device, coding: &str, body: Vec<u8>) -> StatusCode {
    let request = device
        .transport
        .request(Method::POST, "/api/v1/sync")
        .header("content-type", MEDIA_TYPE)
        .header("content-encoding", coding)
        .body(body);
    device.transport.send(request).await.unwrap().status()
}

#[tokio::test]
async fn a_gibibyte_in_a_megabyte_and_ten_megabytes_of_nothing_leave_memory_flat() {
    let folder = tempfile::tempdir().unwrap();
    let program = Program::start(folder.path()).await;
    let phone = Device::new(&Client::new(), &program.address, 1);
    phone.make_account().await;
    let at_rest = program.peak_memory_mib();
    let bomb = bomb(1024);
    assert!(bomb.len() < MEBIBYTE + MEBIBYTE / 64, "{}", bomb.len());
    for _ in 0..3 {
        let bombs = (0..16).map(|_| send(&phone, "gzip", bomb.clone()));
        let large = (0..16).map(|_| send(&phone, "identity", vec![0; 10_000_000]));
        let (bombs, large) = futures::join!(join_all(bombs), join_all(large));
        for status in bombs.into_iter().chain(large) {
            let is_refused = [
                StatusCode::PAYLOAD_TOO_LARGE,
                StatusCode::SERVICE_UNAVAILABLE,
            ]
            .contains(&status);
            assert!(is_refused, "{status}");
        }
    }
    let growth = program.peak_memory_mib() - at_rest;
    assert!(growth < MOST_GROWTH_MIB, "memory grew by {growth} MiB");
    assert_eq!(phone.get("/healthz").await.status(), 204);
}
