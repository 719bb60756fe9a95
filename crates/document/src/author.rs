//! Making operations: what a person's edit becomes. Every method answers nothing if nothing would
//! change, so that a merged view never breeds operations by itself.

use crate::blobs::{blob_of, is_reference};
use crate::body::{Body, Content};
use crate::document::Document;
use crate::ids::{OperationId, RegisterKey, WriterId};
use crate::operation::{KeyId, Operation};
use crate::path::Path;
use crate::register::{Node, Register};
use crate::short_sort::sort_short;
use crate::stamp::{HybridClock, Stamp};
use crate::steps::Step;
use crate::text_patch::TextPatch;

/// An edit takes the place of an earlier one only within a quarter of an hour, in milliseconds: the
/// midnights of all time zones fall between two quarters, so that each day keeps its last version.
const FOLDED_WITHIN_MS: u64 = 15 * 60 * 1_000;
/// After this many patches in a row a whole text is written.
const MOST_PATCHES: u32 = 32;

/// An edit ready to be stored: new operations, and those they take the place of.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Change {
    /// New operations, each after its bases.
    pub operations: Vec<Operation>,
    /// Operations never offered to a server, which the new ones replace whole.
    pub folds: Vec<OperationId>,
    /// What the person did, for undoing it.
    pub steps: Vec<Step>,
}

impl Change {
    /// Takes another change along, made on what this one leaves: both become one edit. What the other
    /// one would fold of this one is not stored at all.
    pub fn then(&mut self, next: Change) {
        for folded in next.folds {
            let before = self.operations.len();
            self.operations.retain(|operation| operation.id != folded);
            if self.operations.len() == before {
                self.folds.push(folded);
            }
        }
        self.operations.extend(next.operations);
        self.steps.extend(next.steps);
    }

    /// Makes one step of all, so that they are undone together.
    pub fn as_one_step(self) -> Change {
        Change {
            steps: vec![Step::Together(self.steps)],
            ..self
        }
    }
}

/// Mints the operations of one page load of one tab.
#[derive(Debug, Clone)]
pub struct Author {
    writer: WriterId,
    counter: u64,
    clock: HybridClock,
}

impl Author {
    /// Makes an author. The writer must be drawn at each page load and never used again.
    pub fn new(writer: WriterId) -> Self {
        Self {
            writer,
            counter: 0,
            clock: HybridClock::default(),
        }
    }

    /// Returns who writes.
    pub fn writer(&self) -> WriterId {
        self.writer
    }

    /// Takes note of a foreign stamp, so that later edits here are stamped later.
    pub fn observe(&mut self, stamp: Stamp, now_ms: u64) {
        self.clock.observe(stamp, now_ms);
    }

    /// Writes a text.
    pub fn set_text(
        &mut self,
        document: &Document,
        path: &Path,
        text: &str,
        now_ms: u64,
    ) -> Option<Change> {
        let before = document.text(path).text;
        if before == text {
            return None;
        }
        Some(self.write_text(document, path, before, text, now_ms))
    }

    /// Settles a conflict: the text takes the place of every current version.
    pub fn choose(
        &mut self,
        document: &Document,
        path: &Path,
        text: &str,
        now_ms: u64,
    ) -> Option<Change> {
        let before = document.text(path).text;
        let several = readable_heads(document, path).len() > 1;
        (several || before != text).then(|| self.write_text(document, path, before, text, now_ms))
    }

    /// Sets or clears a flag.
    pub fn set_flag(
        &mut self,
        document: &Document,
        path: &Path,
        flag: bool,
        now_ms: u64,
    ) -> Option<Change> {
        if document.flag(path) == flag {
            return None;
        }
        let steps = vec![Step::Flag {
            path: path.clone(),
            after: flag,
        }];
        Some(Change {
            steps,
            ..self.write(document, path, &Content::Flag(flag), now_ms)
        })
    }

    /// Replaces all readable heads of a place by one self-contained value.
    pub(crate) fn write(
        &mut self,
        document: &Document,
        path: &Path,
        content: &Content,
        now_ms: u64,
    ) -> Change {
        let heads = readable_heads(document, path);
        let (base, folds) = self.place_for(document, &heads, now_ms);
        let operation = self.mint(document, path, base, content, now_ms);
        Change {
            operations: vec![operation],
            folds,
            steps: Vec::new(),
        }
    }

    /// Makes an operation with the next id and stamp.
    pub(crate) fn mint(
        &mut self,
        document: &Document,
        path: &Path,
        base: Vec<OperationId>,
        content: &Content,
        now_ms: u64,
    ) -> Operation {
        let body = Body {
            path: path.clone(),
            content: content.clone(),
        };
        let self_contained = content.is_self_contained();
        let minted = self.envelope(document, path, base, self_contained, body.encode(), now_ms);
        Operation {
            blobs: blob_of(content).into_iter().collect(),
            ..minted
        }
    }

    /// Puts ready bytes into an envelope with the next id and stamp.
    pub(crate) fn envelope(
        &mut self,
        document: &Document,
        path: &Path,
        mut base: Vec<OperationId>,
        self_contained: bool,
        body: Vec<u8>,
        now_ms: u64,
    ) -> Operation {
        sort_short(&mut base, Ord::cmp);
        base.dedup();
        self.counter += 1;
        Operation {
            space: document.space(),
            document: document.id(),
            register: RegisterKey::derive(document.id(), &path.0),
            id: OperationId {
                writer: self.writer,
                counter: self.counter,
            },
            base,
            self_contained,
            blobs: Vec::new(),
            key: KeyId::default(),
            stamp: self.clock.tick(now_ms),
            extensions: Vec::new(),
            body,
        }
    }

    fn write_text(
        &mut self,
        document: &Document,
        path: &Path,
        before: String,
        text: &str,
        now_ms: u64,
    ) -> Change {
        let heads = readable_heads(document, path);
        let (base, folds) = self.place_for(document, &heads, now_ms);
        let content = patch_on(document, path, &base, text)
            .map_or_else(|| Content::Text(text.to_owned()), Content::Patch);
        let operation = self.mint(document, path, base, &content, now_ms);
        let step = Step::Text {
            path: path.clone(),
            before,
            after: text.to_owned(),
        };
        Change {
            operations: vec![operation],
            folds,
            steps: vec![step],
        }
    }

    /// Returns the bases of a new operation, and what it folds: this writer's own operation that
    /// no server has seen is not built upon but taken up whole.
    fn place_for(
        &self,
        document: &Document,
        heads: &[&Node],
        now_ms: u64,
    ) -> (Vec<OperationId>, Vec<OperationId>) {
        match heads {
            [head] if self.may_fold(document, head, now_ms) => {
                (head.operation.base.clone(), vec![head.operation.id])
            }
            _ => (
                heads.iter().map(|head| head.operation.id).collect(),
                Vec::new(),
            ),
        }
    }

    fn may_fold(&self, document: &Document, head: &Node, now_ms: u64) -> bool {
        let quarter = |at_ms: u64| at_ms / FOLDED_WITHIN_MS;
        head.operation.id.writer == self.writer
            && document.is_pending(head.operation.id)
            && quarter(head.operation.stamp.millis) == quarter(now_ms)
    }
}

fn readable_heads<'a>(document: &'a Document, path: &Path) -> Vec<&'a Node> {
    document
        .register(path)
        .map(Register::readable_heads)
        .unwrap_or_default()
}

/// Returns the patch that makes the text on its one base, if that is worth it: smaller than the
/// text, and not after too many others. A reference to a file is always written whole, so that the
/// file can be named beside it.
fn patch_on(
    document: &Document,
    path: &Path,
    base: &[OperationId],
    text: &str,
) -> Option<TextPatch> {
    let [base] = base else { return None };
    if is_reference(text) {
        return None;
    }
    let node = document.register(path)?.node(*base)?;
    if node.patches + 1 >= MOST_PATCHES {
        return None;
    }
    let patch = TextPatch::between(node.text()?, text);
    (patch.encoded_length() < text.len()).then_some(patch)
}
