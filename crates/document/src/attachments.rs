//! Files that are kept beside a document while it is written: the photo of an old CV on paper, the file
//! that was imported. They are no part of what goes out: no `Cv` has them. Their bytes lie in the
//! store, under their hash.

use crate::author::{Author, Change};
use crate::document::Document;
use crate::path::{ItemPath, ListPath, Path};
use crate::steps::Step;
use approdo_domain::{FileReference, ItemId};

/// The list of attachments, the same in all kinds of documents that have some.
const ATTACHMENTS: u8 = 0x32;
/// Within an attachment: the reference to its file, a text.
const FILE: u8 = 0x10;
/// Within an attachment: the name it had, a text.
const NAME: u8 = 0x11;

/// A file kept beside a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Which.
    pub id: ItemId,
    /// The name of the file where it came from.
    pub name: String,
    /// What the store has it under.
    pub file: FileReference,
}

/// Returns the path of the list of attachments.
pub fn attachment_list() -> ListPath {
    ListPath(vec![ATTACHMENTS])
}

/// Returns the files kept beside a document, in the order in which they were added.
pub fn attachments(document: &Document) -> Vec<Attachment> {
    let list = attachment_list();
    let items = document.items(&list).into_iter();
    let read = |item: ItemPath, id: ItemId| {
        Some(Attachment {
            id,
            name: document.text(&name_path(&item)).text,
            // What a newer version wrote in another way is kept, and not shown here.
            file: document.text(&file_path(&item)).text.parse().ok()?,
        })
    };
    items
        .filter_map(|view| read(list.item(view.id), view.id))
        .collect()
}

/// Puts a file beside a document, at the end of the list: one step for undoing. Its bytes must be in
/// the store before.
pub fn attach(
    author: &mut Author,
    document: &Document,
    attachment: &Attachment,
    now_ms: u64,
) -> Change {
    let list = attachment_list();
    let item = list.item(attachment.id);
    let mut whole = author.add_item(document, &list, attachment.id, usize::MAX, now_ms);
    let texts = [
        (file_path(&item), attachment.file.to_string()),
        (name_path(&item), attachment.name.clone()),
    ];
    for (path, text) in texts {
        let change = author.set_text(document, &path, &text, now_ms);
        let change = change.unwrap_or_default();
        whole.operations.extend(change.operations);
        whole.folds.extend(change.folds);
    }
    whole.steps = vec![Step::Added { item }];
    whole
}

fn file_path(item: &ItemPath) -> Path {
    item.field(FILE)
}

fn name_path(item: &ItemPath) -> Path {
    item.field(NAME)
}
