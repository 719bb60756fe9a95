//! Making a new CV of one that is there: everything that is shown in the one stands in the other, in
//! the same order, and from then on they go their own ways. Entries keep their ids, which mean nothing
//! outside their document: so the text of an entry and the one it came from can be laid side by side.

use crate::author::Author;
use crate::body::Content;
use crate::cv_paths;
use crate::document::Document;
use crate::document_kind::TITLE;
use crate::ids::{BlobHash, DocumentId, SpaceId, WriterId};
use crate::operation::Operation;
use crate::path::{ItemPath, Path};
use crate::register::{Register, Value};
use std::collections::BTreeSet;

/// Where a CV comes from, if it was copied from another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Origin {
    /// Which CV was copied.
    pub source: DocumentId,
    /// When, in milliseconds since 1970, as its device believed.
    pub copied_ms: u64,
    writer: WriterId,
}

/// Returns the operations that make a copy of a document under another title. The author must be a
/// fresh one: by its writer the text a copy began with is told from what was written later, and no
/// later edit folds it.
pub fn copy_document(
    source: &Document,
    id: DocumentId,
    title: &str,
    author: &mut Author,
    now_ms: u64,
) -> Vec<Operation> {
    let empty = Document::new(id, SpaceId::of_document(id));
    let mut write = |path: &Path, content: &Content, blobs: Vec<BlobHash>| Operation {
        blobs,
        ..author.mint(&empty, path, Vec::new(), content, now_ms)
    };
    let origin = Content::Text(source.id().to_string());
    let mut operations = vec![
        write(&cv_paths::origin(), &origin, Vec::new()),
        write(
            &Path(vec![TITLE]),
            &Content::Text(title.to_owned()),
            Vec::new(),
        ),
    ];
    let gone = gone_items(source);
    for (path, register) in source.registers() {
        if is_its_own(path) || gone.iter().any(|item| item.contains(path)) {
            continue;
        }
        if let Some(content) = shown(source, path, register) {
            operations.push(write(path, &content, blobs_of(register)));
        }
    }
    operations
}

impl Document {
    /// Returns where this CV comes from; none if it was begun empty.
    pub fn origin(&self) -> Option<Origin> {
        let versions = self.versions(&cv_paths::origin());
        let version = versions.first()?;
        Some(Origin {
            source: version.text.parse().ok()?,
            copied_ms: version.stamp.millis,
            writer: version.operation.writer,
        })
    }

    /// Returns the text that a copy began with at a place; none where nothing was copied.
    pub fn began_with(&self, path: &Path) -> Option<String> {
        let writer = self.origin()?.writer;
        let mut texts = self.history(path).into_iter();
        let first = texts.find(|version| version.operation.writer == writer)?;
        Some(first.text)
    }
}

/// Tells whether a register says something of its own document only.
fn is_its_own(path: &Path) -> bool {
    *path == Path(vec![TITLE])
        || *path == cv_paths::removed()
        || *path == cv_paths::origin()
        || cv_paths::is_about_translation(path)
}

fn gone_items(source: &Document) -> Vec<ItemPath> {
    let deletions = source.registers().filter(|(_, register)| {
        let mut heads = register.readable_heads().into_iter();
        heads.any(|node| matches!(node.value, Some(Value::Deleted(_))))
    });
    let items = deletions.filter_map(|(path, _)| path.item_if_deletion());
    items.filter(|item| source.is_gone(item)).collect()
}

/// Returns what a register shows, as one whole value; none for deletions and for values of newer
/// versions. What is empty again is written too: by it an entry may be there at all.
fn shown(source: &Document, path: &Path, register: &Register) -> Option<Content> {
    if path.item_if_deletion().is_some() {
        return None;
    }
    match register.readable_heads().first()?.value.as_ref()? {
        Value::Text(_) => Some(Content::Text(source.text(path).text)),
        Value::Flag(flag) => Some(Content::Flag(*flag)),
        Value::Order(order) => Some(Content::Order(order.clone())),
        Value::Deleted(_) => None,
    }
}

fn blobs_of(register: &Register) -> Vec<BlobHash> {
    let heads = register.readable_heads();
    let blobs: BTreeSet<BlobHash> = heads
        .into_iter()
        .flat_map(|node| node.operation.blobs.iter().copied())
        .collect();
    blobs.into_iter().collect()
}
