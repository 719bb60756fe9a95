//! Making operations on lists: add, move, delete, bring back.

use crate::author::{Author, Change};
use crate::body::Content;
use crate::document::Document;
use crate::path::{ItemPath, ListPath};
use crate::register::Register;
use crate::steps::Step;
use approdo_domain::ItemId;
use fractional_index::FractionalIndex;

impl Author {
    /// Adds an item at a position of the list, counted from zero; beyond the end means at the end.
    pub fn add_item(
        &mut self,
        document: &Document,
        list: &ListPath,
        item: ItemId,
        position: usize,
        now_ms: u64,
    ) -> Change {
        let mut siblings: Vec<ItemId> = siblings_of(document, list, item);
        siblings.insert(position.min(siblings.len()), item);
        let mut change = self.place(document, list, &siblings, item, &|_| None, now_ms);
        change.steps = vec![Step::Added {
            item: list.item(item),
        }];
        change
    }

    /// Moves an item to a position of the list, counted from zero.
    pub fn move_item(
        &mut self,
        document: &Document,
        list: &ListPath,
        item: ItemId,
        position: usize,
        now_ms: u64,
    ) -> Option<Change> {
        let current = document
            .items(list)
            .iter()
            .position(|view| view.id == item)?;
        let mut siblings = siblings_of(document, list, item);
        let position = position.min(siblings.len());
        if current == position {
            return None;
        }
        siblings.insert(position, item);
        let mut change = self.place(document, list, &siblings, item, &|_| None, now_ms);
        change.steps = vec![Step::Moved {
            list: list.clone(),
            item,
            before: current,
            after: position,
        }];
        Some(change)
    }

    /// Deletes an item: what was seen in it is listed, so that an edit nobody saw brings it back.
    pub fn delete_item(&mut self, document: &Document, item: &ItemPath, now_ms: u64) -> Change {
        let content = Content::Deleted(document.subtree_heads(item));
        self.decide(
            document,
            item,
            &content,
            Step::Deleted { item: item.clone() },
            now_ms,
        )
    }

    /// Brings an item back, or confirms that it stays.
    pub fn restore_item(&mut self, document: &Document, item: &ItemPath, now_ms: u64) -> Change {
        let step = Step::Added { item: item.clone() };
        self.decide(document, item, &Content::Flag(false), step, now_ms)
    }

    fn decide(
        &mut self,
        document: &Document,
        item: &ItemPath,
        content: &Content,
        step: Step,
        now_ms: u64,
    ) -> Change {
        let path = item.deletion();
        let heads = document
            .register(&path)
            .map(Register::readable_heads)
            .unwrap_or_default();
        let base = heads.iter().map(|head| head.operation.id).collect();
        let operation = self.mint(document, &path, base, content, now_ms);
        Change {
            operations: vec![operation],
            folds: Vec::new(),
            steps: vec![step],
        }
    }

    /// Writes the order of one item among its siblings; of all, if two neighbours share a place.
    /// `usual` says where an item stands that has no order of its own.
    pub(crate) fn place(
        &mut self,
        document: &Document,
        list: &ListPath,
        siblings: &[ItemId],
        item: ItemId,
        usual: &dyn Fn(ItemId) -> Option<Vec<u8>>,
        now_ms: u64,
    ) -> Change {
        let position = siblings
            .iter()
            .position(|sibling| *sibling == item)
            .unwrap_or_default();
        let order_of = |index: Option<usize>| {
            let sibling = *siblings.get(index?)?;
            let order = document.order(&list.item(sibling));
            Some(order.or_else(|| usual(sibling)).unwrap_or_default())
        };
        let previous = order_of(position.checked_sub(1));
        let next = order_of(position.checked_add(1));
        if let Some(order) = index_between(previous, next) {
            return self.write_orders(document, list, &[(item, order)], now_ms);
        }
        self.write_row(document, list, siblings, now_ms)
    }

    /// Writes the order of all items of a list, or of all headings, which also adds those that are new.
    pub(crate) fn write_row(
        &mut self,
        document: &Document,
        list: &ListPath,
        row: &[ItemId],
        now_ms: u64,
    ) -> Change {
        let mut last: Option<FractionalIndex> = None;
        let orders: Vec<(ItemId, FractionalIndex)> = row
            .iter()
            .map(|item| {
                let index = last
                    .as_ref()
                    .map_or_else(FractionalIndex::default, FractionalIndex::new_after);
                last = Some(index.clone());
                (*item, index)
            })
            .collect();
        self.write_orders(document, list, &orders, now_ms)
    }

    fn write_orders(
        &mut self,
        document: &Document,
        list: &ListPath,
        orders: &[(ItemId, FractionalIndex)],
        now_ms: u64,
    ) -> Change {
        let mut whole = Change::default();
        for (item, index) in orders {
            let path = list.item(*item).order();
            let content = Content::Order(index.as_bytes().to_vec());
            let one = self.write(document, &path, &content, now_ms);
            whole.operations.extend(one.operations);
            whole.folds.extend(one.folds);
        }
        whole
    }
}

fn siblings_of(document: &Document, list: &ListPath, item: ItemId) -> Vec<ItemId> {
    document
        .items(list)
        .into_iter()
        .map(|view| view.id)
        .filter(|id| *id != item)
        .collect()
}

/// Returns an index between two orders (none: no neighbour), or nothing if there is no room.
fn index_between(previous: Option<Vec<u8>>, next: Option<Vec<u8>>) -> Option<FractionalIndex> {
    let read = |order: Option<Vec<u8>>| order.map(FractionalIndex::from_bytes).transpose().ok();
    let (previous, next) = (read(previous)?, read(next)?);
    FractionalIndex::new(previous.as_ref(), next.as_ref())
}
