//! Driving licence and car.

use crate::DrivingCategory;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Driving licence and car.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Driving {
    /// The categories held.
    pub categories: BTreeSet<DrivingCategory>,
    /// Whether the person has a car of their own (*automunito*).
    pub own_car: bool,
}
