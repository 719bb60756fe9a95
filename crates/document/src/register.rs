//! One place of a document: all operations on it, and which of them are current.
//!
//! What the current values mean for texts, flags and lists is in `views` and `items`.

use crate::body::Content;
use crate::ids::OperationId;
use crate::operation::Operation;
use crate::short_sort::sort_short;
use crate::stamp::Stamp;
use std::collections::{BTreeMap, BTreeSet};

/// An operation in its register.
#[derive(Debug, Clone)]
pub(crate) struct Node {
    pub(crate) operation: Operation,
    pub(crate) content: Content,
    /// The value, once everything it needs is there.
    pub(crate) value: Option<Value>,
    /// How many patches lead here from a self-contained value.
    pub(crate) patches: u32,
}

/// A value that can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Value {
    Text(String),
    Flag(bool),
    Order(Vec<u8>),
    Deleted(Vec<OperationId>),
}

/// All operations on one place.
#[derive(Debug, Clone, Default)]
pub(crate) struct Register {
    nodes: BTreeMap<OperationId, Node>,
    /// How many operations name each id as a base.
    replaced_by: BTreeMap<OperationId, u32>,
}

impl Register {
    pub(crate) fn insert(&mut self, operation: Operation, content: Content) {
        for base in bases_of(&operation) {
            *self.replaced_by.entry(base).or_default() += 1;
        }
        let id = operation.id;
        self.nodes.insert(
            id,
            Node {
                operation,
                content,
                value: None,
                patches: 0,
            },
        );
        self.resolve_from(id);
    }

    pub(crate) fn remove(&mut self, id: OperationId) {
        let Some(node) = self.nodes.remove(&id) else {
            return;
        };
        for base in bases_of(&node.operation) {
            if let Some(count) = self.replaced_by.get_mut(&base) {
                *count -= 1;
                if *count == 0 {
                    self.replaced_by.remove(&base);
                }
            }
        }
    }

    pub(crate) fn node(&self, id: OperationId) -> Option<&Node> {
        self.nodes.get(&id)
    }

    pub(crate) fn nodes(&self) -> impl Iterator<Item = &Node> {
        self.nodes.values()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// Returns the operations no other operation replaces, readable or not, by id.
    pub(crate) fn heads(&self) -> impl Iterator<Item = &Node> {
        self.nodes
            .values()
            .filter(|node| !self.replaced_by.contains_key(&node.operation.id))
    }

    /// Returns the readable heads, the latest stamp first. In place of a head that cannot be read
    /// (its base is missing, or a newer version wrote it) stand its nearest readable ancestors.
    pub(crate) fn readable_heads(&self) -> Vec<&Node> {
        let mut found = BTreeSet::new();
        let mut visited = BTreeSet::new();
        let mut to_visit: Vec<OperationId> = self.heads().map(|node| node.operation.id).collect();
        while let Some(id) = to_visit.pop() {
            if !visited.insert(id) {
                continue;
            }
            let Some(node) = self.nodes.get(&id) else {
                continue;
            };
            if node.value.is_some() {
                found.insert(id);
            } else {
                to_visit.extend(bases_of(&node.operation));
            }
        }
        if found.len() > 1 {
            let mut ancestors = BTreeSet::new();
            ancestors.extend(found.iter().flat_map(|id| self.ancestors(*id)));
            found.retain(|id| !ancestors.contains(id));
        }
        let mut heads: Vec<&Node> = found.iter().filter_map(|id| self.nodes.get(id)).collect();
        sort_short(&mut heads, |one, other| rank(other).cmp(&rank(one)));
        heads
    }

    /// Returns everything an operation replaces, directly or through others, itself excepted.
    pub(crate) fn ancestors(&self, id: OperationId) -> BTreeSet<OperationId> {
        let mut ancestors = BTreeSet::new();
        let mut to_visit = vec![id];
        while let Some(next) = to_visit.pop() {
            let Some(node) = self.nodes.get(&next) else {
                continue;
            };
            for base in bases_of(&node.operation) {
                if base != id && ancestors.insert(base) {
                    to_visit.push(base);
                }
            }
        }
        ancestors
    }

    /// Returns the latest readable operation that all the given ones descend from.
    pub(crate) fn common_ancestor(&self, heads: &[&Node]) -> Option<&Node> {
        let mut histories = heads.iter().map(|node| self.ancestors(node.operation.id));
        let mut common = histories.next()?;
        for history in histories {
            common.retain(|id| history.contains(id));
        }
        let mut older = BTreeSet::new();
        older.extend(common.iter().flat_map(|id| self.ancestors(*id)));
        let readable = common.iter().filter(|id| !older.contains(id));
        readable
            .filter_map(|id| self.nodes.get(id))
            .filter(|node| node.value.is_some())
            .max_by_key(|node| rank(node))
    }

    /// Reads the value of an operation and of all that only waited for it.
    fn resolve_from(&mut self, id: OperationId) {
        let mut to_resolve = vec![id];
        while let Some(next) = to_resolve.pop() {
            let Some(node) = self.nodes.get(&next) else {
                continue;
            };
            let Some((value, patches)) = self.resolve(node) else {
                continue;
            };
            if let Some(node) = self.nodes.get_mut(&next) {
                node.value = Some(value);
                node.patches = patches;
            }
            let waits = |node: &&Node| {
                node.value.is_none() && bases_of(&node.operation).any(|base| base == next)
            };
            to_resolve.extend(
                self.nodes
                    .values()
                    .filter(waits)
                    .map(|node| node.operation.id),
            );
        }
    }

    fn resolve(&self, node: &Node) -> Option<(Value, u32)> {
        let whole = match &node.content {
            Content::Text(text) => Value::Text(text.clone()),
            Content::Flag(flag) => Value::Flag(*flag),
            Content::Order(order) => Value::Order(order.clone()),
            Content::Deleted(seen) => Value::Deleted(seen.clone()),
            Content::Unknown { .. } => return None,
            Content::Patch(patch) => {
                let [base] = node.operation.base.as_slice() else {
                    return None;
                };
                let base = self.nodes.get(base)?;
                let Some(Value::Text(text)) = &base.value else {
                    return None;
                };
                return Some((
                    Value::Text(patch.apply(text)?),
                    base.patches.saturating_add(1),
                ));
            }
        };
        Some((whole, 0))
    }
}

impl Node {
    pub(crate) fn text(&self) -> Option<&str> {
        match &self.value {
            Some(Value::Text(text)) => Some(text),
            _ => None,
        }
    }

    pub(crate) fn flag(&self) -> Option<bool> {
        match &self.value {
            Some(Value::Flag(flag)) => Some(*flag),
            _ => None,
        }
    }
}

/// An operation that named itself as its base would hide itself: that base does not count.
fn bases_of(operation: &Operation) -> impl Iterator<Item = OperationId> {
    let id = operation.id;
    // Filled one by one: collecting would bring a sort of its own into the client.
    let mut bases = BTreeSet::new();
    bases.extend(operation.base.iter().copied().filter(|base| *base != id));
    bases.into_iter()
}

/// What decides which of several heads is shown.
fn rank(node: &Node) -> (Stamp, OperationId) {
    (node.operation.stamp, node.operation.id)
}
