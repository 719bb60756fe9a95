//! The backup file: all documents of one browser, each under a checksum of its own, so that a
//! damaged file gives back what is readable and names what is not. It holds no credentials.
//!
//! Layout: magic, version, then sections `mark, length (u32 LE), CRC-32 (u32 LE), bytes`. Each
//! section says what it is: the first the list of contents, then one document each, then the content of
//! one photo or attachment each, which documents name by its hash. A section
//! may grow at its end; kinds of sections to come are passed over and told of (`docs/formats.md`).

use super::backup_format_0;
use approdo_document::{DocumentId, Operation};
use approdo_sync::frame::checksum;
use serde::{Deserialize, Serialize};
use thiserror::Error;

const MAGIC: [u8; 8] = *b"APPRODO\n";
/// The version this code writes. It reads this one and all before.
const VERSION: u8 = 1;
/// Begins a section: where one is damaged, reading goes on at the next of these.
const SECTION_MARK: [u8; 8] = [0xA9, 0x5E, 0xC7, 0x10, 0x4E, 0x0D, 0x0A, 0x9A];
const SECTION_HEAD: usize = SECTION_MARK.len() + 8;

/// One document of a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedDocument {
    /// Which.
    pub id: DocumentId,
    /// What its person calls it.
    pub title: String,
    /// Every operation of it.
    pub operations: Vec<Operation>,
}

/// What a section holds. It says so itself: where the list of contents is lost, no document must be
/// taken for it.
#[derive(Serialize, Deserialize)]
enum Section<Document> {
    Contents(Vec<Listed>),
    Document(Document),
    File(Vec<u8>),
}

/// How many kinds of sections this version knows: those of [`Section`].
const SECTION_KINDS: u8 = 3;

/// A line of the list of contents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Listed {
    id: DocumentId,
    title: String,
}

/// What the sections of a file hold, as far as they can be read.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub(super) contents: Option<Vec<Listed>>,
    pub(super) documents: Vec<SavedDocument>,
    pub(super) files: Vec<Vec<u8>>,
    pub(super) has_newer: bool,
}

/// What could be read of a backup.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Restored {
    /// The readable documents.
    pub documents: Vec<SavedDocument>,
    /// The content of photos and attachments; which they are follows from their hashes.
    pub files: Vec<Vec<u8>>,
    /// The titles of those that are listed and cannot be read.
    pub unreadable: Vec<String>,
    /// Whether sections were lost that no list names.
    pub unnamed_lost: bool,
    /// Whether there are parts that only a newer version of the app can read.
    pub has_newer: bool,
}

/// Why nothing of a file can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum BackupError {
    /// It is something else.
    #[error("this file is not an Approdo backup; choose one that ends with .approdo")]
    NotABackup,
    /// It is from a later version.
    #[error("this backup was made by a newer version of Approdo; update and try again")]
    Newer,
}

/// Writes a backup.
pub fn write_backup(documents: &[SavedDocument]) -> Vec<u8> {
    let mut bytes = MAGIC.to_vec();
    bytes.push(VERSION);
    let contents: Vec<Listed> = documents
        .iter()
        .map(|document| Listed {
            id: document.id,
            title: document.title.clone(),
        })
        .collect();
    push_section(&mut bytes, &Section::Contents(contents));
    for document in documents {
        push_section(&mut bytes, &Section::Document(document));
    }
    bytes
}

/// Adds the content of a photo or an attachment to a backup.
pub fn add_file(backup: &mut Vec<u8>, content: Vec<u8>) {
    push_section(backup, &Section::File(content));
}

/// Reads all that can be read of a backup.
///
/// # Errors
/// The file is no backup, or a newer one.
pub fn read_backup(bytes: &[u8]) -> Result<Restored, BackupError> {
    let rest = bytes.strip_prefix(&MAGIC).ok_or(BackupError::NotABackup)?;
    let (&version, rest) = rest.split_first().ok_or(BackupError::NotABackup)?;
    let sections = read_sections(rest);
    let parts = match version {
        0 => backup_format_0::parts(&sections),
        VERSION => parts(&sections),
        _ => return Err(BackupError::Newer),
    };
    let Parts {
        contents,
        documents,
        files,
        has_newer,
    } = parts;
    let unreadable = contents.iter().flatten().filter(|listed| {
        let was_read = documents.iter().any(|document| document.id == listed.id);
        !was_read
    });
    Ok(Restored {
        unreadable: unreadable.map(|listed| listed.title.clone()).collect(),
        unnamed_lost: contents.is_none(),
        documents,
        files,
        has_newer,
    })
}

fn parts(sections: &[&[u8]]) -> Parts {
    let mut parts = Parts::default();
    for section in sections {
        match postcard::from_bytes(section) {
            Ok(Section::Contents(listed)) => parts.contents = Some(listed),
            Ok(Section::Document(document)) => parts.documents.push(document),
            Ok(Section::File(content)) => parts.files.push(content),
            Err(_) => parts.has_newer |= section.first() >= Some(&SECTION_KINDS),
        }
    }
    parts
}

fn push_section(bytes: &mut Vec<u8>, value: &Section<&SavedDocument>) {
    // Plain data written into memory has no way to fail; were there one, the empty section would
    // be reported as unreadable.
    let section = postcard::to_allocvec(value).unwrap_or_default();
    bytes.extend_from_slice(&SECTION_MARK);
    bytes.extend_from_slice(
        &u32::try_from(section.len())
            .unwrap_or(u32::MAX)
            .to_le_bytes(),
    );
    bytes.extend_from_slice(&checksum(&section).to_le_bytes());
    bytes.extend_from_slice(&section);
}

/// Returns the sections whose checksum is right, skipping over what is damaged.
fn read_sections(bytes: &[u8]) -> Vec<&[u8]> {
    let mut sections = Vec::new();
    let mut position = 0;
    while position + SECTION_HEAD <= bytes.len() {
        match section_at(&bytes[position..]) {
            Some(section) => {
                sections.push(section);
                position += SECTION_HEAD + section.len();
            }
            None => position += 1,
        }
    }
    sections
}

fn section_at(bytes: &[u8]) -> Option<&[u8]> {
    let rest = bytes.strip_prefix(&SECTION_MARK)?;
    let (length, rest) = rest.split_first_chunk::<4>()?;
    let (expected, rest) = rest.split_first_chunk::<4>()?;
    let section = rest.get(..usize::try_from(u32::from_le_bytes(*length)).ok()?)?;
    (checksum(section) == u32::from_le_bytes(*expected)).then_some(section)
}

#[cfg(test)]
mod tests {
    use super::*;
    use approdo_document::{Author, Document, SpaceId, WriterId, cv_paths};
    use approdo_domain::CvPlace;
    use proptest::prelude::*;

    fn saved(number: u8, title: &str) -> SavedDocument {
        let id = DocumentId([number; 16]);
        let mut document = Document::new(id, SpaceId::of_document(id));
        let mut author = Author::new(WriterId([number; 16]));
        for place in [CvPlace::Title, CvPlace::Profile] {
            let change = author.set_text(&document, &cv_paths::path(place), title, 1_000);
            document.apply(&change.unwrap());
        }
        SavedDocument {
            id,
            title: title.to_owned(),
            operations: document.operations().cloned().collect(),
        }
    }

    fn three() -> Vec<SavedDocument> {
        vec![
            saved(1, "Magazzino"),
            saved(2, "Cooperativa Il Melograno"),
            saved(3, "Perché no"),
        ]
    }

    #[test]
    fn a_whole_backup_comes_back_whole() {
        let restored = read_backup(&write_backup(&three())).unwrap();
        assert_eq!(restored.documents, three());
        assert!(restored.unreadable.is_empty() && !restored.unnamed_lost);
    }

    #[test]
    fn without_the_list_of_contents_no_document_is_taken_for_it() {
        let documents = vec![SavedDocument {
            id: DocumentId([0; 16]),
            title: String::new(),
            operations: Vec::new(),
        }];
        let mut bytes = write_backup(&documents);
        bytes[MAGIC.len() + 1 + SECTION_HEAD] ^= 0xff;
        let restored = read_backup(&bytes).unwrap();
        assert_eq!(restored.documents, documents);
        assert!(restored.unnamed_lost);
    }

    #[test]
    fn photos_and_attachments_come_back_byte_for_byte() {
        let files = [vec![0xff, 0xd8, 0xa9, 0x5e, 0xc7, 0x10], Vec::new()];
        let mut bytes = write_backup(&three());
        for file in &files {
            add_file(&mut bytes, file.clone());
        }
        let restored = read_backup(&bytes).unwrap();
        assert_eq!(restored.files, files);
        assert_eq!(restored.documents, three());
    }

    #[test]
    fn a_damaged_photo_costs_no_document() {
        let mut bytes = write_backup(&three());
        add_file(&mut bytes, vec![7; 1_000]);
        let middle = bytes.len() - 500;
        bytes[middle] ^= 0xff;
        let restored = read_backup(&bytes).unwrap();
        assert_eq!((restored.documents, restored.files.len()), (three(), 0));
    }

    #[test]
    fn other_files_are_told_apart() {
        assert_eq!(read_backup(b"%PDF-1.7"), Err(BackupError::NotABackup));
        let mut newer = write_backup(&three());
        newer[MAGIC.len()] = VERSION + 1;
        assert_eq!(read_backup(&newer), Err(BackupError::Newer));
    }

    proptest! {
        #[test]
        fn one_damaged_byte_costs_at_most_one_document_and_is_named(
            place in 0usize..10_000, by in 1u8..,
        ) {
            let mut bytes = write_backup(&three());
            let place = MAGIC.len() + 1 + place % (bytes.len() - MAGIC.len() - 1);
            bytes[place] = bytes[place].wrapping_add(by);
            let restored = read_backup(&bytes).unwrap();
            prop_assert!(restored.documents.len() >= 2);
            prop_assert!(restored.documents.iter().all(|document| three().contains(document)));
            let accounted = restored.documents.len() + restored.unreadable.len();
            prop_assert!(restored.unnamed_lost || accounted == 3);
        }

        #[test]
        fn a_truncated_backup_gives_back_what_came_before_the_cut(cut in 0usize..10_000) {
            let bytes = write_backup(&three());
            let kept = &bytes[..cut % bytes.len()];
            if let Ok(restored) = read_backup(kept) {
                let read = restored.documents.len();
                prop_assert_eq!(&restored.documents[..], &three()[..read]);
                prop_assert!(restored.unnamed_lost || read + restored.unreadable.len() == 3);
            } else {
                prop_assert!(kept.len() <= MAGIC.len());
            }
        }

        #[test]
        fn any_bytes_are_read_or_refused_without_panic(bytes: Vec<u8>) {
            let mut file = MAGIC.to_vec();
            file.push(VERSION);
            file.extend(&bytes);
            let _ = read_backup(&file);
            let _ = read_backup(&bytes);
        }
    }
}
