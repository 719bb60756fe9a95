//! Batches and frames: what goes in comes out, damage is noticed, and one edit costs little.

use approdo_document::{
    AccountId, Author, BlobHash, Document, DocumentId, KeyId, Operation, OperationId, RegisterKey,
    SpaceId, Stamp, WriterId, cv_paths,
};
use approdo_domain::{CvPlace, ExperienceField, ItemId};
use approdo_sync::batch::Batch;
use approdo_sync::frame::{self, FrameError, PROTOCOL_VERSION};
use approdo_sync::wire::{Cursor, Epoch, Receipt, SyncRequest};
use proptest::collection::vec;
use proptest::prelude::*;
use serde::Serialize;

fn any_id() -> impl Strategy<Value = OperationId> {
    (0..4u8, any::<u64>()).prop_map(|(writer, counter)| OperationId {
        writer: WriterId([writer; 16]),
        counter,
    })
}

prop_compose! {
    fn any_operation()(
        (space, document, register) in (0..3u8, 0..3u8, any::<[u8; 8]>()),
        id in any_id(),
        base in vec(any_id(), 0..4),
        (self_contained, follows) in any::<(bool, bool)>(),
        blobs in vec(any::<[u8; 32]>().prop_map(BlobHash), 0..2),
        key in 0..3u32,
        (millis, logical) in any::<(u64, u32)>(),
        extensions in vec(any::<u8>(), 0..4),
        body in vec(any::<u8>(), 0..40),
    ) -> Operation {
        let document = DocumentId([document; 16]);
        let path: &[u8] = match body.split_first() {
            Some((length, rest)) => &rest[..usize::from(*length).min(rest.len())],
            None => &[],
        };
        let register = if follows {
            RegisterKey::derive(document, path)
        } else {
            RegisterKey(register)
        };
        Operation {
            space: SpaceId([space; 16]),
            document,
            register,
            id,
            base,
            self_contained,
            blobs,
            key: KeyId(key),
            stamp: Stamp { millis, logical },
            extensions,
            body,
        }
    }
}

proptest! {
    #[test]
    fn any_operations_come_out_as_they_went_in(operations in vec(any_operation(), 0..12)) {
        let packed = frame::encode(&Batch::pack(&operations));
        let batch: Batch = frame::decode(&packed).unwrap();
        prop_assert_eq!(batch.len(), operations.len());
        prop_assert_eq!(batch.unpack().unwrap(), operations);
    }

    #[test]
    fn a_frame_cut_anywhere_is_damaged_or_not_ours(
        operations in vec(any_operation(), 0..4),
        cut: prop::sample::Index,
    ) {
        let frame = frame::encode(&Batch::pack(&operations));
        let short = &frame[..cut.index(frame.len())];
        let found = frame::decode::<Batch>(short);
        prop_assert!(matches!(found, Err(FrameError::Damaged | FrameError::NotApprodo)));
    }

    #[test]
    fn a_frame_with_one_byte_changed_never_decodes(
        operations in vec(any_operation(), 0..4),
        place: prop::sample::Index,
        change in 1..=255u8,
    ) {
        let mut frame = frame::encode(&Batch::pack(&operations));
        let place = place.index(frame.len());
        frame[place] ^= change;
        prop_assert!(frame::decode::<Batch>(&frame).is_err());
    }

    #[test]
    fn bytes_after_the_frame_are_damage(operations in vec(any_operation(), 0..4), tail: u8) {
        let mut frame = frame::encode(&Batch::pack(&operations));
        frame.push(tail);
        prop_assert_eq!(frame::decode::<Batch>(&frame), Err(FrameError::Damaged));
    }

    #[test]
    fn what_a_newer_writer_appends_is_skipped(
        operations in vec(any_operation(), 0..4), appended: Vec<u8>,
    ) {
        let batch = Batch::pack(&operations);
        let frame = frame::encode(&(batch.clone(), Appended(appended)));
        prop_assert_eq!(frame::decode::<Batch>(&frame), Ok(batch));
    }

    #[test]
    fn any_bytes_behind_a_valid_checksum_are_read_or_refused_without_panic(
        bytes in vec(any::<u8>(), 0..200),
    ) {
        let frame = frame_of(PROTOCOL_VERSION, &bytes);
        if let Ok(batch) = frame::decode::<Batch>(&frame) {
            let _ = batch.unpack();
        }
        let _ = frame::decode::<SyncRequest>(&frame);
    }
}

#[test]
fn the_page_of_a_captive_portal_is_not_ours() {
    let page = b"<!doctype html><title>Benvenuto nel Wi-Fi della biblioteca</title>";
    assert_eq!(frame::decode::<Batch>(page), Err(FrameError::NotApprodo));
    assert_eq!(frame::decode::<Batch>(b""), Err(FrameError::NotApprodo));
}

#[test]
fn another_version_of_the_protocol_is_told_apart_from_damage() {
    let found = frame::decode::<Batch>(&frame_of(9, b"whatever version 9 says"));
    assert_eq!(found, Err(FrameError::OtherVersion(9)));
    let mut damaged = frame::encode(&Batch::default());
    damaged[4] = 9;
    assert_eq!(frame::decode::<Batch>(&damaged), Err(FrameError::Damaged));
}

/// A frame as anybody can make it: a hostile client computes its checksums right, too.
fn frame_of(version: u8, payload: &[u8]) -> Vec<u8> {
    let checked = [&[version], payload].concat();
    let checksum = crc32fast::hash(&checked).to_be_bytes();
    [b"APDO".as_slice(), &[version], &checksum, payload].concat()
}

/// What a newer writer puts at the end of a message.
#[derive(Serialize)]
struct Appended(Vec<u8>);

/// What a person types into the fields of ten experiences, field after field.
const TYPED: [(ExperienceField, &str); 5] = [
    (ExperienceField::Role, "Addetta al magazzino"),
    (ExperienceField::Employer, "Logistica Padana S.r.l."),
    (ExperienceField::Place, "Casalmaggiore (CR)"),
    (ExperienceField::Start, "03/2019"),
    (
        ExperienceField::Description,
        "Carico e scarico, inventario, uso del muletto",
    ),
];

const NOW_MS: u64 = 1_790_000_000_000;

fn fifty_field_edits() -> Vec<Operation> {
    let id = DocumentId([1; 16]);
    let mut document = Document::new(id, SpaceId::of_document(id));
    let mut author = Author::new(WriterId([7; 16]));
    let mut operations = Vec::new();
    for (edit, index) in (0u64..50).enumerate() {
        let (field, text) = TYPED[edit % TYPED.len()];
        let item = ItemId(0x9e37_79b9_7f4a_7c15u64.wrapping_mul(index / 5 + 1));
        let path = cv_paths::path(CvPlace::Experience(item, field));
        let now_ms = NOW_MS + index * 7_000;
        let Some(change) = author.set_text(&document, &path, text, now_ms) else {
            continue;
        };
        document.apply(&change);
        document.mark_offered(change.operations.iter().map(|operation| operation.id));
        operations.extend(change.operations);
    }
    assert_eq!(operations.len(), 50);
    operations
}

#[test]
fn one_field_edit_of_fifty_costs_at_most_sixty_bytes() {
    let operations = fifty_field_edits();
    let request = SyncRequest {
        account: AccountId([0xaa; 16]),
        cursor: Some(Cursor {
            epoch: Epoch([1; 16]),
            since: 100_000,
            sequence: 100_000,
            operation: operations[0].id,
            proof: Receipt([2; 16]),
        }),
        pushed: Batch::pack(&operations),
        returned: Batch::default(),
        returned_proofs: Vec::new(),
        page: 1_000,
    };
    let bytes = frame::encode(&request).len() / operations.len();
    println!("wire_edit_bytes: {bytes}");
    assert!(bytes <= 60, "{bytes} bytes");
}

/// The check value that the catalogue of CRCs gives for CRC-32/ISO-HDLC. Backup files have stood under
/// this checksum since the first.
#[test]
fn the_checksum_of_files_is_the_one_of_zip_files() {
    assert_eq!(frame::checksum(b"123456789"), 0xcbf4_3926);
    assert_eq!(frame::checksum(b""), 0);
}
