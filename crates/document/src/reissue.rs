//! Minting operations anew after the server did not take them: the same values, self-contained,
//! under new ids that name the old ones.

use crate::author::Author;
use crate::body::{Body, Content};
use crate::document::Document;
use crate::ids::OperationId;
use crate::operation::Operation;
use crate::path::Path;
use crate::register::{Node, Value};
use crate::short_sort::sort_short;
use std::collections::{BTreeMap, BTreeSet};

/// Why the server did not take an operation as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rejection {
    /// It has other bytes under the same id, which somebody else may have written.
    Forked,
    /// It does not have the base of a patch.
    BaseGone,
}

/// What takes the place of what.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reissue {
    /// Operations to take out of the waiting ones; for each there is one of `operations` in its place,
    /// which is the same again if it cannot be read.
    pub replaced: Vec<OperationId>,
    /// Operations to put in their place, each after its bases.
    pub operations: Vec<Operation>,
}

/// Mints anew the rejected operations, and the waiting ones that were built on them.
///
/// `document` holds everything this device knows, `waiting` the operations that no server has
/// acknowledged. What was acknowledged although it was built on a rejected operation stays, and is
/// settled again, so that no conflict arises out of this.
pub fn reissue(
    document: &Document,
    rejected: &BTreeMap<OperationId, Rejection>,
    waiting: &BTreeSet<OperationId>,
    author: &mut Author,
    now_ms: u64,
) -> Reissue {
    let mut minted: BTreeMap<OperationId, OperationId> = BTreeMap::new();
    let mut result = Reissue::default();
    for old in in_causal_order(document, rejected, waiting) {
        let Some((path, node)) = document.node(old) else {
            continue;
        };
        if document.is_unreadable_change(old) {
            // Nobody can write anew what cannot be read: it stays under its id.
            result.replaced.push(old);
            result.operations.push(node.operation.clone());
            continue;
        }
        let mut base = minted_or_same(&node.operation.base, &minted);
        // Naming the old operation lets whoever still holds it know that it was replaced. A forked
        // id is not named: what the server has under it must not seem replaced.
        if rejected.get(&old) != Some(&Rejection::Forked) {
            base.push(old);
        }
        let operation = mint_anew(document, path, node, base, &minted, author, now_ms);
        minted.insert(old, operation.id);
        result.replaced.push(old);
        result.operations.push(operation);
    }
    let settled = settle_acknowledged(document, &minted, author, now_ms);
    result.operations.extend(settled);
    result
}

impl Document {
    /// Tells whether the operation is a change whose text cannot be known here, since what it changes is
    /// not here, or not as it was.
    pub fn is_unreadable_change(&self, id: OperationId) -> bool {
        self.node(id).is_some_and(|(_, node)| {
            node.value.is_none() && matches!(node.content, Content::Patch(_))
        })
    }

    /// Tells whether a value that can be read here has taken the operation's place. Whoever wrote that
    /// value had the operation in view, or minted it anew, as [`reissue`] does with all that stands on
    /// an id it leaves.
    pub fn is_replaced_by_readable(&self, id: OperationId) -> bool {
        let place = self.node(id).and_then(|(path, _)| self.register(path));
        place.is_some_and(|register| {
            let mut readable = register.nodes().filter(|node| node.value.is_some());
            readable.any(|node| register.ancestors(node.operation.id).contains(&id))
        })
    }
}

/// Returns the rejected operations and the waiting ones that descend from them, bases first.
fn in_causal_order(
    document: &Document,
    rejected: &BTreeMap<OperationId, Rejection>,
    waiting: &BTreeSet<OperationId>,
) -> Vec<OperationId> {
    let mut concerned: BTreeSet<OperationId> = BTreeSet::new();
    concerned.extend(rejected.keys());
    for id in waiting {
        if ancestors_of(document, *id)
            .iter()
            .any(|ancestor| rejected.contains_key(ancestor))
        {
            concerned.insert(*id);
        }
    }
    let depth = |id: OperationId| (ancestors_of(document, id).len(), id);
    let mut ordered: Vec<_> = concerned.into_iter().map(depth).collect();
    sort_short(&mut ordered, Ord::cmp);
    ordered.into_iter().map(|(_, id)| id).collect()
}

fn ancestors_of(document: &Document, id: OperationId) -> BTreeSet<OperationId> {
    document
        .node(id)
        .and_then(|(path, _)| document.register(path))
        .map(|register| register.ancestors(id))
        .unwrap_or_default()
}

fn minted_or_same(
    ids: &[OperationId],
    minted: &BTreeMap<OperationId, OperationId>,
) -> Vec<OperationId> {
    ids.iter()
        .map(|id| minted.get(id).copied().unwrap_or(*id))
        .collect()
}

fn mint_anew(
    document: &Document,
    path: &Path,
    node: &Node,
    base: Vec<OperationId>,
    minted: &BTreeMap<OperationId, OperationId>,
    author: &mut Author,
    now_ms: u64,
) -> Operation {
    let minted_anew = match whole_content(node, minted) {
        Some(content) => author.mint(document, path, base, &content, now_ms),
        None => {
            let body = node.operation.body.clone();
            let self_contained = node.operation.self_contained;
            author.envelope(document, path, base, self_contained, body, now_ms)
        }
    };
    Operation {
        blobs: node.operation.blobs.clone(),
        extensions: node.operation.extensions.clone(),
        ..minted_anew
    }
}

/// Returns the operation's value as one that needs no base; none if it cannot be read.
fn whole_content(node: &Node, minted: &BTreeMap<OperationId, OperationId>) -> Option<Content> {
    Some(match node.value.as_ref()? {
        Value::Text(text) => Content::Text(text.clone()),
        Value::Flag(flag) => Content::Flag(*flag),
        Value::Order(order) => Content::Order(order.clone()),
        Value::Deleted(seen) => Content::Deleted(minted_or_same(seen, minted)),
    })
}

/// Writes again the acknowledged heads that were built on a replaced operation, over both.
fn settle_acknowledged(
    document: &Document,
    minted: &BTreeMap<OperationId, OperationId>,
    author: &mut Author,
    now_ms: u64,
) -> Vec<Operation> {
    let mut settled = Vec::new();
    let nodes = minted.keys().filter_map(|old| document.node(*old));
    let mut paths: BTreeSet<&Path> = BTreeSet::new();
    paths.extend(nodes.map(|(path, _)| path));
    for path in paths {
        let Some(register) = document.register(path) else {
            continue;
        };
        for head in register
            .heads()
            .filter(|head| !minted.contains_key(&head.operation.id))
        {
            let ancestors = register.ancestors(head.operation.id);
            let replaced = minted.iter().filter(|(old, _)| ancestors.contains(old));
            let mut base: Vec<OperationId> = replaced.map(|(_, new)| *new).collect();
            if base.is_empty() {
                continue;
            }
            base.push(head.operation.id);
            if let Some(content) = whole_content(head, minted) {
                settled.push(author.mint(document, path, base, &content, now_ms));
            }
        }
    }
    settled
}

impl Reissue {
    /// Brings a document in line with what the store now holds.
    pub fn apply_to(&self, document: &mut Document) {
        for old in &self.replaced {
            document.withdraw(*old);
        }
        for operation in &self.operations {
            document.ingest(operation.clone());
        }
    }

    /// Returns where the new operations stand, for refreshing only what changed.
    pub fn paths(&self) -> Vec<Path> {
        let bodies = self
            .operations
            .iter()
            .filter_map(|new| Body::decode(&new.body).ok());
        bodies.map(|body| body.path).collect()
    }
}
