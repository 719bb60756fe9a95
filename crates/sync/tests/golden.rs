//! Format 1 of the wire: framed requests and answers that are read for ever. What a device and a
//! server say is all here, each verdict and each refusal; no line is ever changed or removed.

use approdo_document::{
    AccountId, BlobHash, DocumentId, KeyId, Operation, OperationId, RegisterKey, SpaceId, Stamp,
    WriterId,
};
use approdo_sync::batch::Batch;
use approdo_sync::frame;
use approdo_sync::receipt::ReceiptKey;
use approdo_sync::wire::{
    Cursor, DeliveredNote, Epoch, Hole, Receipt, Refusal, SyncRequest, SyncResponse, Verdict,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::fmt::{Debug, Write as _};

const WIRE: &str = include_str!("golden/v1/wire.txt");

const READER: AccountId = AccountId([0xac; 16]);
const OTHER: AccountId = AccountId([0x0a; 16]);

fn golden() -> BTreeMap<&'static str, &'static str> {
    WIRE.lines()
        .filter_map(|line| line.split_once(' '))
        .collect()
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing into a text has no way to fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn bytes(hexadecimal: &str) -> Vec<u8> {
    let digits = |start: usize| hexadecimal.get(start..start + 2).unwrap_or_default();
    let starts = (0..hexadecimal.len()).step_by(2);
    starts
        .filter_map(|start| u8::from_str_radix(digits(start), 16).ok())
        .collect()
}

/// Checks that a message is written in its golden bytes, and that these are read as the message.
fn check<T: Serialize + DeserializeOwned + PartialEq + Debug>(messages: &BTreeMap<&str, T>) {
    let golden = golden();
    let mut missing = String::new();
    for (name, message) in messages {
        let written = hexadecimal(&frame::encode(message));
        let Some(line) = golden.get(name) else {
            missing += &format!("{name} {written}\n");
            continue;
        };
        assert_eq!(*line, written, "{name} is written in other bytes");
        let read = frame::decode::<T>(&bytes(line));
        assert_eq!(
            read.as_ref(),
            Ok(message),
            "{name} is read as something else"
        );
    }
    assert!(missing.is_empty(), "golden lines to add:\n{missing}");
}

fn id(writer: u8, counter: u64) -> OperationId {
    OperationId {
        writer: WriterId([writer; 16]),
        counter,
    }
}

/// The first edit of a register whose key follows from its body.
fn plain() -> Operation {
    let document = DocumentId([0xd0; 16]);
    Operation {
        space: SpaceId::of_document(document),
        document,
        register: RegisterKey::derive(document, &[0x03]),
        id: id(0xa1, 1),
        base: Vec::new(),
        self_contained: true,
        blobs: Vec::new(),
        key: KeyId(0),
        stamp: Stamp {
            millis: 1_795_305_600_000,
            logical: 0,
        },
        extensions: Vec::new(),
        body: b"\x01\x03\x01Perch\xc3\xa9 no".to_vec(),
    }
}

/// A sealed edit in a shared space that uses every field.
fn full() -> Operation {
    Operation {
        space: SpaceId([0x50; 16]),
        register: RegisterKey([0x4e; 8]),
        id: id(0xa2, 70_000),
        base: vec![id(0xa1, 1), id(0xa1, 300)],
        self_contained: false,
        blobs: vec![BlobHash([0xb1; 32])],
        key: KeyId(9),
        stamp: Stamp {
            millis: 1_795_305_612_345,
            logical: 129,
        },
        extensions: vec![0x01, 0x02, 0xaa, 0xbb],
        body: vec![0xee; 5],
        ..plain()
    }
}

fn cursor() -> Cursor {
    Cursor {
        epoch: Epoch([0xe0; 16]),
        since: 400,
        sequence: 300,
        operation: id(0xa1, 1),
        proof: Receipt([0x9f; 16]),
    }
}

#[test]
fn requests_are_read_and_written_as_ever() {
    let empty = Batch::default();
    let first = SyncRequest {
        account: READER,
        cursor: None,
        pushed: empty.clone(),
        returned: empty,
        returned_proofs: Vec::new(),
        page: 1_000,
    };
    let full = SyncRequest {
        cursor: Some(cursor()),
        pushed: Batch::pack(&[plain(), full()]),
        returned: Batch::pack(&[plain()]),
        returned_proofs: vec![(OTHER, Receipt([0x7e; 16]))],
        ..first.clone()
    };
    check(&[("request-first", first), ("request-full", full)].into());
}

/// Each verdict, and each refusal there is a name for; a new one must be named here to compile.
fn verdicts() -> Vec<Verdict> {
    let mut verdicts = vec![Verdict::Stored { number: 70_000 }];
    while let Some(last) = verdicts.last() {
        let next = match last {
            Verdict::Stored { .. } => Verdict::Forked,
            Verdict::Forked => Verdict::BaseGone,
            Verdict::BaseGone => Verdict::Refused(Refusal::NotAllowed),
            Verdict::Refused(Refusal::NotAllowed) => Verdict::Refused(Refusal::TooLarge),
            Verdict::Refused(Refusal::TooLarge) => Verdict::Refused(Refusal::Malformed),
            Verdict::Refused(Refusal::Malformed) => Verdict::Refused(Refusal::BadReceipt),
            Verdict::Refused(Refusal::BadReceipt) => Verdict::Refused(Refusal::Other(100)),
            Verdict::Refused(Refusal::Other(_)) => break,
        };
        verdicts.push(next);
    }
    verdicts
}

#[test]
fn answers_are_read_and_written_as_ever() {
    let nothing = SyncResponse {
        epoch: Epoch([0xe0; 16]),
        pushed: Vec::new(),
        returned: Vec::new(),
        delivered: Batch::default(),
        delivered_notes: Vec::new(),
        device_names: Vec::new(),
        echoes: Vec::new(),
        holes: Vec::new(),
        cursor: None,
        more: false,
    };
    let own = DeliveredNote {
        number: 7,
        author: READER,
        receipt: None,
        device: Some(0),
    };
    let foreign = DeliveredNote {
        number: 300,
        author: OTHER,
        receipt: Some(Receipt([0x7e; 16])),
        device: None,
    };
    let full = SyncResponse {
        pushed: verdicts(),
        returned: verdicts(),
        delivered: Batch::pack(&[plain(), full()]),
        delivered_notes: vec![own, foreign],
        device_names: vec!["Telefono di Niccolò".to_owned()],
        echoes: vec![(id(0xa3, 5), 8)],
        holes: vec![Hole {
            space: SpaceId([0x50; 16]),
            from: 2,
            to: 299,
        }],
        cursor: Some(cursor()),
        more: true,
        ..nothing.clone()
    };
    check(&[("answer-nothing", nothing), ("answer-full", full)].into());
}

#[test]
fn every_operation_of_a_golden_message_comes_out_whole() {
    let request: SyncRequest = frame::decode(&bytes(golden()["request-full"])).unwrap();
    assert_eq!(request.pushed.unpack(), Ok(vec![plain(), full()]));
    let answer: SyncResponse = frame::decode(&bytes(golden()["answer-full"])).unwrap();
    assert_eq!(answer.delivered.unpack(), Ok(vec![plain(), full()]));
}

#[test]
fn receipts_and_cursors_given_once_are_believed_for_ever() {
    let key = ReceiptKey::new([0x5e; 32]);
    let receipt = key.receipt(plain().hash(), OTHER, plain().space);
    let proof = key.cursor_proof(READER, &cursor());
    let proofs = [("proof-receipt", receipt), ("proof-cursor", proof)];
    check(&proofs.into());
}
