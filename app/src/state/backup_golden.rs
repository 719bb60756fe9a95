//! Backups of every version that people have, read for ever. No golden file is ever changed.

use super::backup::{SavedDocument, add_file, read_backup, write_backup};
use approdo_document::{
    Document, DocumentId, KeyId, Operation, OperationId, RegisterKey, SpaceId, Stamp, WriterId,
    project_cv,
};

/// A backup that the foundation wrote.
const FORMAT_0: &[u8] = include_bytes!("../../golden/v0/backup.approdo");
const FORMAT_1: &[u8] = include_bytes!("../../golden/v1/backup.approdo");

#[test]
fn a_backup_of_the_foundation_is_read_for_ever() {
    let restored = read_backup(FORMAT_0).unwrap();
    assert!(restored.unreadable.is_empty() && !restored.unnamed_lost && !restored.has_newer);
    let [saved] = restored.documents.as_slice() else {
        panic!("{} documents instead of one", restored.documents.len());
    };
    assert_eq!(saved.operations.len(), 47);
    let mut document = Document::new(saved.id, SpaceId::of_document(saved.id));
    for operation in &saved.operations {
        document.ingest(operation.clone());
    }
    let cv = project_cv(&document);
    assert_eq!(cv.personal.full_name(), saved.title);
    assert_eq!(cv.personal.website, "https://example.it");
    assert_eq!((cv.experience.len(), cv.skills.len()), (2, 2));
}

fn saved(number: u8, title: &str) -> SavedDocument {
    let id = DocumentId([number; 16]);
    let operation = Operation {
        space: SpaceId::of_document(id),
        document: id,
        register: RegisterKey::derive(id, &[0x01]),
        id: OperationId {
            writer: WriterId([number; 16]),
            counter: 300,
        },
        base: Vec::new(),
        self_contained: true,
        blobs: Vec::new(),
        key: KeyId(0),
        stamp: Stamp {
            millis: 1_795_305_600_000,
            logical: 1,
        },
        extensions: vec![0x01, 0x01, 0xaa],
        body: [b"\x01\x01\x01", title.as_bytes()].concat(),
    };
    SavedDocument {
        id,
        title: title.to_owned(),
        operations: vec![operation],
    }
}

fn both() -> [SavedDocument; 2] {
    [saved(1, "Magazzino"), saved(2, "Perché no")]
}

#[test]
fn backups_of_format_1_are_read_and_written_as_ever() {
    let written = write_backup(&both());
    let digits: String = written.iter().map(|byte| format!("{byte:02x}")).collect();
    assert!(
        written == FORMAT_1,
        "a backup is written in other bytes: {digits}"
    );
    assert_eq!(read_backup(FORMAT_1).unwrap().documents, both());
}

#[test]
fn a_photo_of_format_1_is_read_for_ever() {
    let mut file = FORMAT_1.to_vec();
    let (mark, section) = (&FORMAT_1[9..17], [2, 3, 0xff, 0xd8, 0xd9]);
    file.extend_from_slice(mark);
    file.extend_from_slice(&5_u32.to_le_bytes());
    file.extend_from_slice(&approdo_sync::frame::checksum(&section).to_le_bytes());
    file.extend_from_slice(&section);
    let mut written = write_backup(&both());
    add_file(&mut written, vec![0xff, 0xd8, 0xd9]);
    assert_eq!(written, file);
    assert_eq!(read_backup(&file).unwrap().files, [[0xff, 0xd8, 0xd9]]);
}

#[test]
fn parts_of_a_newer_version_are_passed_over_and_told_of() {
    let mut file = FORMAT_1.to_vec();
    let (mark, kind) = (&FORMAT_1[9..17], [3, 1, 2, 3]);
    file.extend_from_slice(mark);
    file.extend_from_slice(&4_u32.to_le_bytes());
    file.extend_from_slice(&approdo_sync::frame::checksum(&kind).to_le_bytes());
    file.extend_from_slice(&kind);
    let restored = read_backup(&file).unwrap();
    assert!(restored.has_newer);
    assert_eq!(restored.documents, both());
}
