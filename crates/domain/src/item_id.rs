//! The identity of one entry in a list, such as one experience. Drawing it is the caller's part.

use crate::hash::fnv1a;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// Identifies one entry of a list inside one document: 64 random bits, or what [`ItemId::of_name`] makes of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ItemId(pub u64);

impl ItemId {
    /// Returns the identity of an entry that stands for something with a name that never changes, such as a question of
    /// the catalogue: the same in every document and on every device, for ever (FNV-1a of the name, 64 bits).
    pub fn of_name(name: &str) -> Self {
        Self(fnv1a(name))
    }
}

impl fmt::Display for ItemId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:016x}", self.0)
    }
}

impl FromStr for ItemId {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        u64::from_str_radix(text, 16).map(ItemId)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_makes_the_same_identity_for_ever() {
        let item = ItemId::of_name("why-this-job");
        assert_eq!(item.to_string(), "0eb81ed6ecb0a196");
        assert_eq!(item.to_string().parse(), Ok(item));
    }
}
