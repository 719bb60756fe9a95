//! Lists: which items there are, and in which order. Making edits to lists is in `author`.

use crate::document::Document;
use crate::ids::OperationId;
use crate::path::{ItemPath, ListPath};
use crate::register::{Register, Value};
use crate::short_sort::sort_short;
use approdo_domain::ItemId;
use std::collections::BTreeSet;

/// An item of a list, as it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ItemView {
    /// The item.
    pub id: ItemId,
    /// Somebody deleted it while somebody else edited it, so it came back.
    pub returned: bool,
}

/// What the deletion register of an item says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Presence {
    Present,
    Returned,
    Gone,
}

impl Document {
    /// Returns the items of a list, in order; deleted ones are left out.
    pub fn items(&self, list: &ListPath) -> Vec<ItemView> {
        let paths = self.registers_under(&list.0).map(|(path, _)| path);
        let mut ids: BTreeSet<ItemId> = BTreeSet::new();
        ids.extend(paths.filter_map(|path| list.item_of(path)));
        let mut items: Vec<(bool, Vec<u8>, ItemView)> = Vec::new();
        for id in ids {
            let item = list.item(id);
            let presence = self.presence(&item);
            if presence != Presence::Gone {
                let order = self.order(&item);
                let view = ItemView {
                    id,
                    returned: presence == Presence::Returned,
                };
                items.push((order.is_none(), order.unwrap_or_default(), view));
            }
        }
        sort_short(&mut items, |one, other| {
            (one.0, &one.1, one.2.id).cmp(&(other.0, &other.1, other.2.id))
        });
        items.into_iter().map(|(_, _, view)| view).collect()
    }

    /// Returns an item's place among its siblings, if it has one: of several the latest.
    pub(crate) fn order(&self, item: &ItemPath) -> Option<Vec<u8>> {
        let heads = self.register(&item.order()).map(Register::readable_heads)?;
        heads.into_iter().find_map(|node| match &node.value {
            Some(Value::Order(order)) => Some(order.clone()),
            _ => None,
        })
    }

    /// Returns the heads of everything in an item, its deletion register excepted.
    pub(crate) fn subtree_heads(&self, item: &ItemPath) -> Vec<OperationId> {
        let deletion = item.deletion();
        self.registers_under(&item.0)
            .filter(|(path, _)| **path != deletion)
            .flat_map(|(_, register)| register.heads())
            .map(|node| node.operation.id)
            .collect()
    }

    /// Tells whether an item was deleted, and nobody wrote in it unseen.
    pub(crate) fn is_gone(&self, item: &ItemPath) -> bool {
        self.presence(item) == Presence::Gone
    }

    fn presence(&self, item: &ItemPath) -> Presence {
        let deletion = self.register(&item.deletion());
        let heads = deletion.map(Register::readable_heads).unwrap_or_default();
        let mut deletions = heads.iter().filter_map(|node| match &node.value {
            Some(Value::Deleted(seen)) => Some(seen),
            _ => None,
        });
        let kept = heads.iter().any(|node| node.flag() == Some(false));
        if heads.is_empty() && self.subtree_heads(item).is_empty() {
            return Presence::Gone;
        }
        if kept {
            return Presence::Present;
        }
        let deleted = deletions.clone().next().is_some();
        if deletions.any(|seen| self.covers(item, seen)) {
            Presence::Gone
        } else if deleted {
            Presence::Returned
        } else {
            Presence::Present
        }
    }

    /// Tells whether every head in the item is in the list, or an ancestor of one in the list.
    fn covers(&self, item: &ItemPath, seen: &[OperationId]) -> bool {
        let deletion = item.deletion();
        let mut listed: BTreeSet<OperationId> = BTreeSet::new();
        listed.extend(seen);
        self.registers_under(&item.0)
            .filter(|(path, _)| **path != deletion)
            .all(|(_, register)| {
                register.heads().all(|head| {
                    let id = head.operation.id;
                    listed.contains(&id)
                        || listed
                            .iter()
                            .any(|later| register.ancestors(*later).contains(&id))
                })
            })
    }
}
