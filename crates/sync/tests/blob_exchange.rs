//! Files on their way to a server and from it: in parts, going on where a line broke off, and never
//! anything else in the place of a file.

use approdo_document::{BlobHash, SpaceId};
use approdo_sync::blob_exchange::{
    BlobExchangeError, BlobProgress, BlobReport, BlobTransport, FetchedPart, MOST_PART_BYTES,
    OfferedPart, blob_path, exchange_blobs,
};
use approdo_sync::blobs::{Blob, BlobOrigin, BlobStore, MOST_BLOB_BYTES};
use approdo_sync::memory::MemoryDeviceStore;
use approdo_sync::transport::TransportError;
use futures::executor::block_on;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

const SPACE: SpaceId = SpaceId([5; 16]);
const NOW_MS: u64 = 1_790_000_000_000;

/// A server that keeps parts, and notes what it was asked.
#[derive(Default)]
struct Shelf {
    files: RefCell<BTreeMap<BlobHash, (u64, Vec<u8>)>>,
    /// Where the parts began that were offered, and how long they were.
    offered: RefCell<Vec<(u64, usize)>>,
    /// Where the parts began that were asked for.
    fetched: RefCell<Vec<u64>>,
    /// The line breaks off after so many parts that were offered.
    breaks_after: Cell<Option<usize>>,
    /// What it will not take.
    refuses: Option<(BlobHash, TransportError)>,
    /// It says that it has nothing, however much it was given.
    forgets: bool,
    /// What it gives of every file, for ever.
    gives: Option<FetchedPart>,
}

impl Shelf {
    fn with(blob: &Blob) -> Self {
        let shelf = Shelf::default();
        let file = (length(blob.bytes()), blob.bytes().to_vec());
        shelf.files.borrow_mut().insert(blob.hash(), file);
        shelf
    }
}

impl BlobTransport for Shelf {
    async fn offer(&self, part: OfferedPart<'_>) -> Result<BlobProgress, TransportError> {
        assert_eq!(part.space, SPACE);
        if self.breaks_after.get() == Some(self.offered.borrow().len()) {
            return Err(TransportError::Unreachable);
        }
        let offered = (part.start, part.content.len());
        self.offered.borrow_mut().push(offered);
        if let Some((hash, error)) = &self.refuses
            && *hash == part.hash
        {
            return Err(error.clone());
        }
        let mut files = self.files.borrow_mut();
        let (total, bytes) = files.entry(part.hash).or_default();
        *total = part.total;
        if self.forgets {
            return Ok(BlobProgress::Received(0));
        }
        if part.start == length(bytes) {
            bytes.extend_from_slice(part.content);
        }
        Ok(if length(bytes) == *total {
            BlobProgress::Whole
        } else {
            BlobProgress::Received(length(bytes))
        })
    }

    async fn fetch(
        &self,
        space: SpaceId,
        hash: BlobHash,
        start: u64,
    ) -> Result<Option<FetchedPart>, TransportError> {
        assert_eq!(space, SPACE);
        self.fetched.borrow_mut().push(start);
        if let Some(part) = &self.gives {
            return Ok(Some(part.clone()));
        }
        let files = self.files.borrow();
        let Some((total, bytes)) = files.get(&hash) else {
            return Ok(None);
        };
        let from = usize::try_from(start).unwrap_or(usize::MAX);
        let rest = bytes.get(from..).unwrap_or_default();
        Ok(Some(FetchedPart {
            content: rest[..rest.len().min(MOST_PART_BYTES)].to_vec(),
            total: *total,
        }))
    }
}

fn length(bytes: &[u8]) -> u64 {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX)
}

/// A scan that needs three parts.
fn scan() -> Blob {
    let bytes = (0..600_000_u32).map(|number| number.to_be_bytes()[2]);
    Blob::new(bytes.collect())
}

fn photo() -> Blob {
    Blob::new(vec![7; 1_000])
}

fn device_with(blobs: &[&Blob]) -> MemoryDeviceStore {
    let device = MemoryDeviceStore::new();
    for blob in blobs {
        let _ = block_on(device.put_blob(blob, BlobOrigin::Here, NOW_MS));
    }
    device
}

fn exchange(
    device: &MemoryDeviceStore,
    shelf: &Shelf,
    named: &[&Blob],
) -> Result<BlobReport, TransportError> {
    let named = named.iter().map(|blob| (blob.hash(), SPACE)).collect();
    match block_on(exchange_blobs(device, shelf, &named, NOW_MS)) {
        Ok(report) => Ok(report),
        Err(BlobExchangeError::Transport(error)) => Err(error),
        Err(BlobExchangeError::Store(error)) => panic!("{error}"),
    }
}

fn waiting(device: &MemoryDeviceStore) -> Vec<BlobHash> {
    block_on(device.waiting_blobs()).unwrap_or_default()
}

fn here(device: &MemoryDeviceStore, blob: &Blob) -> Option<Blob> {
    block_on(device.blob(blob.hash())).ok().flatten()
}

#[test]
fn a_file_goes_in_parts_and_no_longer_waits() {
    let (device, shelf) = (device_with(&[&scan()]), Shelf::default());
    let report = exchange(&device, &shelf, &[&scan()]).unwrap();
    assert_eq!(report.delivered, [scan().hash()]);
    let part = MOST_PART_BYTES;
    let starts = [
        (0, 0),
        (0, part),
        (262_144, part),
        (524_288, 600_000 - 2 * part),
    ];
    assert_eq!(*shelf.offered.borrow(), starts, "it asks first");
    assert_eq!(shelf.files.borrow()[&scan().hash()].1, scan().bytes());
    assert_eq!(waiting(&device), []);
    exchange(&device, &shelf, &[&scan()]).unwrap();
    assert_eq!(shelf.offered.borrow().len(), 4, "nothing goes twice");
}

#[test]
fn what_a_broken_line_left_undone_goes_on_where_it_stopped() {
    let (device, shelf) = (device_with(&[&scan()]), Shelf::default());
    shelf.breaks_after.set(Some(3));
    let broken = exchange(&device, &shelf, &[&scan()]);
    assert_eq!(broken, Err(TransportError::Unreachable));
    assert_eq!(waiting(&device), [scan().hash()]);
    shelf.breaks_after.set(None);
    shelf.offered.borrow_mut().clear();
    let report = exchange(&device, &shelf, &[&scan()]).unwrap();
    assert_eq!(report.delivered, [scan().hash()]);
    assert_eq!(*shelf.offered.borrow(), [(0, 0), (524_288, 75_712)]);
}

#[test]
fn another_device_fetches_it_in_parts_and_does_not_send_it_back() {
    let (device, shelf) = (device_with(&[]), Shelf::with(&scan()));
    let report = exchange(&device, &shelf, &[&scan()]).unwrap();
    assert_eq!(report.fetched, [scan().hash()]);
    assert_eq!(*shelf.fetched.borrow(), [0, 262_144, 524_288]);
    assert_eq!(here(&device, &scan()), Some(scan()));
    assert_eq!(waiting(&device), []);
    let again = exchange(&device, &shelf, &[&scan()]).unwrap();
    assert_eq!(again, BlobReport::default());
    assert_eq!(shelf.fetched.borrow().len(), 3, "what is here stays here");
}

#[test]
fn only_what_operations_name_goes_or_comes() {
    let (device, shelf) = (device_with(&[&scan()]), Shelf::with(&photo()));
    let report = exchange(&device, &shelf, &[]).unwrap();
    assert_eq!(report, BlobReport::default());
    assert!(shelf.offered.borrow().is_empty() && shelf.fetched.borrow().is_empty());
    assert_eq!(waiting(&device), [scan().hash()]);
}

#[test]
fn a_file_that_only_another_device_has_is_said_to_be_lacking() {
    let (device, shelf) = (device_with(&[]), Shelf::default());
    let report = exchange(&device, &shelf, &[&scan()]).unwrap();
    assert_eq!(report.lacking, [scan().hash()]);
    assert_eq!(here(&device, &scan()), None);
}

#[test]
fn what_the_server_refuses_does_not_hold_up_the_rest() {
    for error in [TransportError::TooLarge, TransportError::Rejected] {
        let device = device_with(&[&scan(), &photo()]);
        let shelf = Shelf {
            refuses: Some((scan().hash(), error)),
            ..Shelf::default()
        };
        let report = exchange(&device, &shelf, &[&scan(), &photo()]).unwrap();
        assert_eq!(report.refused, [scan().hash()]);
        assert_eq!(report.delivered, [photo().hash()]);
        assert_eq!(waiting(&device), [scan().hash()]);
    }
}

#[test]
fn a_server_that_forgets_each_part_is_left_alone_after_a_while() {
    let device = device_with(&[&scan()]);
    let shelf = Shelf {
        forgets: true,
        ..Shelf::default()
    };
    let report = exchange(&device, &shelf, &[&scan()]).unwrap();
    assert_eq!((report.refused.len(), report.delivered.len()), (1, 0));
    // Enough for a line that broke off once at every part, and no more.
    assert_eq!(shelf.offered.borrow().len(), 3 + 2 * 2);
}

#[test]
fn other_bytes_never_stand_in_for_a_file() {
    let given = |content: &[u8], total| FetchedPart {
        content: content.to_vec(),
        total,
    };
    for part in [
        given(b"a file of somebody else's", 25),
        // Cut short: it says that there is more, and gives none.
        given(b"", 600_000),
    ] {
        let device = device_with(&[]);
        let shelf = Shelf {
            gives: Some(part),
            ..Shelf::default()
        };
        let report = exchange(&device, &shelf, &[&scan()]).unwrap();
        assert_eq!(report.lacking, [scan().hash()]);
        assert_eq!(here(&device, &scan()), None);
        assert_eq!(shelf.fetched.borrow().len(), 1);
    }
}

#[test]
fn a_server_that_never_ends_does_not_fill_the_device() {
    let device = device_with(&[]);
    let shelf = Shelf {
        gives: Some(FetchedPart {
            content: vec![0; MOST_PART_BYTES],
            total: u64::MAX,
        }),
        ..Shelf::default()
    };
    let report = exchange(&device, &shelf, &[&scan()]).unwrap();
    assert_eq!(report.lacking, [scan().hash()]);
    let most = MOST_BLOB_BYTES / MOST_PART_BYTES + 1;
    assert_eq!(shelf.fetched.borrow().len(), most);
}

/// Devices and servers of all versions read these.
#[test]
fn answers_and_addresses_never_change() {
    let received = BlobProgress::Received(0x0102_0304);
    assert_eq!(received.encode(), [0, 0, 0, 0, 1, 2, 3, 4]);
    assert_eq!(BlobProgress::Whole.encode(), [0xff; 8]);
    for progress in [received, BlobProgress::Received(0), BlobProgress::Whole] {
        assert_eq!(BlobProgress::decode(&progress.encode()), Some(progress));
    }
    assert_eq!(BlobProgress::decode(&[0; 7]), None);
    let part = FetchedPart {
        content: b"ab".to_vec(),
        total: 600,
    };
    assert_eq!(part.encode(), b"\0\0\0\0\0\0\x02\x58ab");
    assert_eq!(FetchedPart::decode(&part.encode()), Some(part));
    assert_eq!(FetchedPart::decode(&[0; 7]), None);
    let path = blob_path(SpaceId([0xab; 16]), BlobHash([0x0c; 32]));
    let (hash, space) = ("0c".repeat(32), "ab".repeat(16));
    assert_eq!(path, format!("/api/v1/blobs/{hash}?space={space}"));
}
