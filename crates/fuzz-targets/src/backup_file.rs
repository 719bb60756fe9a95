//! A backup file: what is read of it can be written and read again, and nothing of that is lost.

use crate::backup::{SavedDocument, add_file, read_backup, write_backup};
use approdo_sync::frame::checksum;

pub(crate) fn check(bytes: &[u8]) {
    check_file(bytes);
    // The same bytes as sections whose marks, lengths and checksums are right.
    if let Ok(sections) = postcard::from_bytes::<Vec<Vec<u8>>>(bytes) {
        check_file(&file_of(&sections));
    }
    if let Ok(documents) = postcard::from_bytes::<Vec<SavedDocument>>(bytes) {
        check_without_contents(&documents);
    }
}

/// Where the list of contents is damaged, every document is read all the same.
fn check_without_contents(documents: &[SavedDocument]) {
    let whole = write_backup(documents);
    let damaged_at = file_of(&[]).len() + 16;
    let mut damaged = whole.clone();
    damaged[damaged_at] ^= 0xff;
    let restored = read_backup(&damaged).unwrap_or_default();
    assert_eq!(restored.documents, documents);
}

fn check_file(file: &[u8]) {
    let Ok(restored) = read_backup(file) else {
        return;
    };
    let mut written = write_backup(&restored.documents);
    for content in &restored.files {
        add_file(&mut written, content.clone());
    }
    let again = read_backup(&written);
    let again = again.unwrap_or_default();
    assert_eq!(again.documents, restored.documents);
    assert_eq!(again.files, restored.files);
    assert!(again.unreadable.is_empty() && !again.unnamed_lost);
}

/// Lays sections out as `write_backup` does: mark, length, checksum, bytes.
fn file_of(sections: &[Vec<u8>]) -> Vec<u8> {
    let empty = write_backup(&[]);
    // An empty list of contents takes two bytes.
    let (beginning, section) = empty.split_at(empty.len() - 18);
    let mark = &section[..8];
    let mut file = beginning.to_vec();
    for section in sections {
        let length = u32::try_from(section.len()).unwrap_or(u32::MAX);
        file.extend_from_slice(mark);
        file.extend_from_slice(&length.to_le_bytes());
        file.extend_from_slice(&checksum(section).to_le_bytes());
        file.extend_from_slice(section);
    }
    file
}
