//! Places in a document as bytes, for any kind of document. The places of a CV are in `cv_paths`.
//!
//! A path is a row of codes and item ids; the path of an item is a prefix of everything in it.
//! Codes are given out once and never change their type or meaning.

use approdo_domain::ItemId;
use serde::{Deserialize, Serialize};

/// The last code of an item's order register.
const ORDER: u8 = 0x01;
/// The last code of an item's deletion register.
const DELETION: u8 = 0x02;

/// Where a register stands in its document.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Path(pub Vec<u8>);

/// Where a list of items stands in its document.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ListPath(pub Vec<u8>);

/// Where one item of a list stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemPath(pub Vec<u8>);

impl ListPath {
    /// Returns the path of one item of the list.
    pub fn item(&self, item: ItemId) -> ItemPath {
        let mut bytes = self.0.clone();
        bytes.extend_from_slice(&item.0.to_be_bytes());
        ItemPath(bytes)
    }

    /// Returns the item of this list that a path lies in, if it lies in one.
    pub fn item_of(&self, path: &Path) -> Option<ItemId> {
        let rest = path.0.strip_prefix(self.0.as_slice())?;
        let (item, field) = rest.split_first_chunk::<8>()?;
        (!field.is_empty()).then_some(ItemId(u64::from_be_bytes(*item)))
    }
}

impl Path {
    /// Returns the item whose deletion this register tells; none for other registers.
    pub(crate) fn item_if_deletion(&self) -> Option<ItemPath> {
        match self.0.split_last() {
            Some((&DELETION, item)) if item.len() > 8 => Some(ItemPath(item.to_vec())),
            _ => None,
        }
    }
}

impl ItemPath {
    /// Returns the path of the register that holds the item's place among its siblings.
    pub fn order(&self) -> Path {
        self.field(ORDER)
    }

    /// Returns the path of the register that says whether the item is deleted.
    pub fn deletion(&self) -> Path {
        self.field(DELETION)
    }

    /// Returns the path of one field of the item.
    pub fn field(&self, code: u8) -> Path {
        let mut bytes = self.0.clone();
        bytes.push(code);
        Path(bytes)
    }

    /// Tells whether a path lies in this item.
    pub fn contains(&self, path: &Path) -> bool {
        path.0.len() > self.0.len() && path.0.starts_with(&self.0)
    }
}
