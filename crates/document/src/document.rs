//! A document: its registers, and the operations that cannot be read.
//!
//! Reading values out of it is in `views` and `items`; making new operations in `author`.

use crate::author::Change;
use crate::body::Body;
use crate::ids::{DocumentId, OperationHash, OperationId, RegisterKey, SpaceId};
use crate::operation::{KeyId, Operation};
use crate::path::Path;
use crate::register::{Node, Register};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

/// One document as the set of operations known here. Any set gives a document that can be shown.
#[derive(Debug, Clone)]
pub struct Document {
    id: DocumentId,
    space: SpaceId,
    registers: BTreeMap<Path, Register>,
    /// Where each readable operation stands.
    paths: BTreeMap<OperationId, Path>,
    /// Operations kept and passed on, though they cannot be read here.
    unreadable: BTreeMap<OperationId, Operation>,
    /// Operations written here and not yet offered to a server: they may be folded.
    pending: BTreeSet<OperationId>,
}

/// What became of an operation brought to a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ingested {
    /// It is new.
    New,
    /// It was there already.
    Known,
    /// Another operation with the same id is there; that one stays.
    Forked,
    /// It is new, and kept, but this version cannot read it.
    Unreadable,
    /// It belongs to another document and is not kept here.
    Foreign,
}

impl Document {
    /// Makes a document without operations.
    pub fn new(id: DocumentId, space: SpaceId) -> Self {
        Self {
            id,
            space,
            registers: BTreeMap::new(),
            paths: BTreeMap::new(),
            unreadable: BTreeMap::new(),
            pending: BTreeSet::new(),
        }
    }

    /// Returns the document's identity.
    pub fn id(&self) -> DocumentId {
        self.id
    }

    /// Returns the space the document is in.
    pub fn space(&self) -> SpaceId {
        self.space
    }

    /// Takes in an operation, from wherever it comes and in whatever order.
    pub fn ingest(&mut self, operation: Operation) -> Ingested {
        if operation.document != self.id {
            return Ingested::Foreign;
        }
        if let Some(known) = self.hash_of(operation.id) {
            return if known == operation.hash() {
                Ingested::Known
            } else {
                Ingested::Forked
            };
        }
        let body = match Body::decode(&operation.body) {
            Ok(body) if is_open(&operation, &body) => body,
            _ => {
                self.unreadable.insert(operation.id, operation);
                return Ingested::Unreadable;
            }
        };
        self.paths.insert(operation.id, body.path.clone());
        self.registers
            .entry(body.path)
            .or_default()
            .insert(operation, body.content);
        Ingested::New
    }

    /// Forgets an operation that was folded into another, by this tab or by another one.
    pub fn withdraw(&mut self, id: OperationId) {
        self.pending.remove(&id);
        self.unreadable.remove(&id);
        let Some(path) = self.paths.remove(&id) else {
            return;
        };
        if let Some(register) = self.registers.get_mut(&path) {
            register.remove(id);
            if register.is_empty() {
                self.registers.remove(&path);
            }
        }
    }

    /// Takes over a change that the store has saved.
    pub fn apply(&mut self, change: &Change) {
        for operation in &change.operations {
            self.pending.insert(operation.id);
            self.ingest(operation.clone());
        }
        for folded in &change.folds {
            self.withdraw(*folded);
        }
    }

    /// Says which operations were never offered to a server: only those may be folded.
    pub fn mark_pending(&mut self, ids: impl IntoIterator<Item = OperationId>) {
        self.pending.extend(ids);
    }

    /// Says that operations were offered to a server: they can no longer be folded.
    pub fn mark_offered(&mut self, ids: impl IntoIterator<Item = OperationId>) {
        for id in ids {
            self.pending.remove(&id);
        }
    }

    /// Tells whether the operation is known here.
    pub fn contains(&self, id: OperationId) -> bool {
        self.paths.contains_key(&id) || self.unreadable.contains_key(&id)
    }

    /// Returns every operation known here, those that cannot be read included.
    pub fn operations(&self) -> impl Iterator<Item = &Operation> {
        let readable = self.registers.values().flat_map(Register::nodes);
        readable
            .map(|node| &node.operation)
            .chain(self.unreadable.values())
    }

    /// Returns the ids of all heads, by place.
    pub fn heads(&self) -> impl Iterator<Item = OperationId> {
        self.registers
            .values()
            .flat_map(Register::heads)
            .map(|node| node.operation.id)
    }

    pub(crate) fn is_pending(&self, id: OperationId) -> bool {
        self.pending.contains(&id)
    }

    pub(crate) fn register(&self, path: &Path) -> Option<&Register> {
        self.registers.get(path)
    }

    pub(crate) fn registers(&self) -> impl Iterator<Item = (&Path, &Register)> {
        self.registers.iter()
    }

    /// Returns the registers whose paths begin so, in order.
    pub(crate) fn registers_under(
        &self,
        prefix: &[u8],
    ) -> impl Iterator<Item = (&Path, &Register)> {
        let from = Bound::Included(Path(prefix.to_vec()));
        let prefix = prefix.to_vec();
        self.registers
            .range((from, Bound::Unbounded))
            .take_while(move |(path, _)| path.0.starts_with(&prefix))
    }

    pub(crate) fn node(&self, id: OperationId) -> Option<(&Path, &Node)> {
        let path = self.paths.get(&id)?;
        Some((path, self.registers.get(path)?.node(id)?))
    }

    fn hash_of(&self, id: OperationId) -> Option<OperationHash> {
        let readable = self.node(id).map(|(_, node)| &node.operation);
        readable
            .or_else(|| self.unreadable.get(&id))
            .map(Operation::hash)
    }
}

/// Tells whether the body is what its header says: not sealed, and for this register.
fn is_open(operation: &Operation, body: &Body) -> bool {
    operation.key == KeyId::default()
        && operation.register == RegisterKey::derive(operation.document, &body.path.0)
}
