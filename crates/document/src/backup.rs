//! The backup file: all operations of a browser in one file that can be read even when damaged.
//!
//! Layout: magic, version (one byte), number of sections (four bytes), then sections: marker,
//! length, CRC-32, payload (postcard of operations). Sections are short, and found again by their
//! marker after damage, so that a torn file gives back all it still holds. A backup holds no
//! credentials. Choosing the file's name and saving it is the client's part.

use crate::ids::DocumentId;
use crate::operation::Operation;
use std::collections::BTreeMap;
use thiserror::Error;

const MAGIC: &[u8; 8] = b"APPRODO\n";
const VERSION: u8 = 0;
const MARKER: &[u8; 4] = b"\x00OPS";
const SECTION_HEADER_LENGTH: usize = MARKER.len() + 4 + 4;
const OPERATIONS_IN_A_SECTION: usize = 64;

/// Why a file cannot be restored from at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum BackupError {
    /// It is some other file.
    #[error("this file is not an Approdo backup; choose one that ends in .approdo")]
    NotABackup,
    /// A newer version wrote it.
    #[error("this backup was made by a newer Approdo (format {0}); update Approdo and try again")]
    Newer(u8),
}

/// What a backup file gives back.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BackupContent {
    /// The operations of each document that could be read, in the order written.
    pub documents: BTreeMap<DocumentId, Vec<Operation>>,
    /// Sections the file should have, as far as its beginning says so.
    pub sections_expected: usize,
    /// Sections that could be read.
    pub sections_read: usize,
}

impl BackupContent {
    /// Tells whether everything that was written could be read.
    pub fn is_whole(&self) -> bool {
        self.sections_read == self.sections_expected
    }
}

/// Writes a backup file.
pub fn write_backup<'a>(operations: impl IntoIterator<Item = &'a Operation>) -> Vec<u8> {
    let operations: Vec<&Operation> = operations.into_iter().collect();
    let sections = operations.chunks(OPERATIONS_IN_A_SECTION);
    let mut file = MAGIC.to_vec();
    file.push(VERSION);
    file.extend_from_slice(&length(sections.len()).to_be_bytes());
    for section in sections {
        // Serialising plain structs into memory has no way to fail.
        let payload = postcard::to_allocvec(section).unwrap_or_default();
        file.extend_from_slice(MARKER);
        file.extend_from_slice(&length(payload.len()).to_be_bytes());
        file.extend_from_slice(&crc32fast::hash(&payload).to_be_bytes());
        file.extend_from_slice(&payload);
    }
    file
}

/// Reads whatever a backup file still holds.
///
/// # Errors
/// [`BackupError`] if the file is none of ours; damage further on is not an error.
pub fn read_backup(file: &[u8]) -> Result<BackupContent, BackupError> {
    let rest = file.strip_prefix(MAGIC).ok_or(BackupError::NotABackup)?;
    let (&version, rest) = rest.split_first().ok_or(BackupError::NotABackup)?;
    if version > VERSION {
        return Err(BackupError::Newer(version));
    }
    let (expected, mut rest) = rest
        .split_first_chunk::<4>()
        .ok_or(BackupError::NotABackup)?;
    let mut content = BackupContent {
        sections_expected: u32::from_be_bytes(*expected)
            .try_into()
            .unwrap_or(usize::MAX),
        ..BackupContent::default()
    };
    while let Some(start) = find_marker(rest) {
        let section = &rest[start..];
        match read_section(section) {
            Some((operations, after)) => {
                content.sections_read += 1;
                for operation in operations {
                    content
                        .documents
                        .entry(operation.document)
                        .or_default()
                        .push(operation);
                }
                rest = after;
            }
            None => rest = &section[MARKER.len()..],
        }
    }
    Ok(content)
}

fn find_marker(bytes: &[u8]) -> Option<usize> {
    bytes
        .windows(MARKER.len())
        .position(|window| window == MARKER)
}

/// Reads the section that begins here, and returns what follows it.
fn read_section(bytes: &[u8]) -> Option<(Vec<Operation>, &[u8])> {
    let (header, rest) = bytes.split_at_checked(SECTION_HEADER_LENGTH)?;
    let numbers = header.strip_prefix(MARKER)?;
    let (length, checksum) = numbers.split_first_chunk::<4>()?;
    let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
    let (payload, after) = rest.split_at_checked(length)?;
    if crc32fast::hash(payload).to_be_bytes() != checksum {
        return None;
    }
    let operations = postcard::from_bytes(payload).ok()?;
    Some((operations, after))
}

/// A browser's store is far below 4 GiB.
fn length(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::author::Author;
    use crate::document::Document;
    use crate::ids::{SpaceId, WriterId};
    use crate::path::Path;
    use proptest::prelude::*;

    fn operations(count: u8) -> Vec<Operation> {
        let mut author = Author::new(WriterId([1; 16]));
        let document = |index: u8| {
            let id = DocumentId([index % 2; 16]);
            Document::new(id, SpaceId::of_document(id))
        };
        (0..count)
            .filter_map(|index| {
                let path = Path(vec![index]);
                author.set_text(&document(index), &path, "Comune di Soresina", 1_000)
            })
            .flat_map(|change| change.operations)
            .collect()
    }

    fn total(content: &BackupContent) -> usize {
        content.documents.values().map(Vec::len).sum()
    }

    #[test]
    fn a_whole_file_gives_everything_back() {
        let written = operations(200);
        let content = read_backup(&write_backup(&written)).unwrap();
        assert!(content.is_whole());
        assert_eq!(total(&content), 200);
        assert_eq!(content.documents.len(), 2);
    }

    #[test]
    fn one_damaged_section_costs_only_itself() {
        let mut file = write_backup(&operations(200));
        let middle = file.len() / 2;
        file[middle] ^= 0xff;
        let content = read_backup(&file).unwrap();
        assert!(!content.is_whole());
        assert_eq!(content.sections_read, content.sections_expected - 1);
        assert!(total(&content) >= 200 - OPERATIONS_IN_A_SECTION);
    }

    #[test]
    fn another_file_is_refused_with_a_reason() {
        assert_eq!(read_backup(b"%PDF-1.7"), Err(BackupError::NotABackup));
        assert_eq!(
            read_backup(b"APPRODO\n\x09rest"),
            Err(BackupError::Newer(9))
        );
    }

    proptest! {
        #[test]
        fn a_torn_file_gives_back_only_what_was_written(cut in 0usize..20_000, at in 0usize..20_000) {
            let written = operations(150);
            let mut file = write_backup(&written);
            file.truncate(cut.max(20));
            let at = at % file.len();
            file[at] = file[at].wrapping_add(1);
            if let Ok(content) = read_backup(&file) {
                for operation in content.documents.values().flatten() {
                    prop_assert!(written.contains(operation));
                }
            }
        }

        #[test]
        fn any_bytes_are_read_or_refused_without_panic(bytes: Vec<u8>) {
            let mut file = b"APPRODO\n\x00\x00\x00\x00\x01".to_vec();
            file.extend(bytes);
            let _ = read_backup(&file);
        }
    }
}
