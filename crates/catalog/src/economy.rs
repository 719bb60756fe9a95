//! Economic activities: sections and divisions of ATECO 2025 (ISTAT, CC BY 4.0), found as one types.

use serde::{Deserialize, Serialize};

use crate::packed::{PackedError, pack, unpack};
use crate::search::{Index, Name, plain_reading};

/// What the file of activities begins with.
const MARK: [u8; 4] = *b"APAT";

/// A section or division of ATECO 2025.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EconomicActivity {
    /// A letter for a section, two digits for a division.
    pub code: String,
    /// What it is called, in Italian.
    pub title: String,
    /// The section of a division.
    pub section: Option<String>,
}

/// Economic activities that can be searched.
pub struct EconomicActivities {
    activities: Vec<EconomicActivity>,
    index: Index,
}

impl EconomicActivities {
    /// Reads a compact file and prepares it to be searched.
    ///
    /// # Errors
    ///
    /// Says what is wrong with the file.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, PackedError> {
        let activities: Vec<EconomicActivity> = unpack(MARK, bytes)?;
        let names = activities.iter().enumerate().map(|(entry, activity)| Name {
            entry,
            number: 0,
            text: &activity.title,
            weight: 1.0,
        });
        let index = Index::new(names, plain_reading);
        Ok(Self { activities, index })
    }

    /// Returns the compact file of some activities.
    ///
    /// # Errors
    ///
    /// None is known; see [`PackedError`].
    pub fn pack(activities: &[EconomicActivity]) -> Result<Vec<u8>, PackedError> {
        pack(MARK, &activities)
    }

    /// Returns all activities, each section before its divisions.
    pub fn all(&self) -> &[EconomicActivity] {
        &self.activities
    }

    /// Finds an activity by its code.
    pub fn activity(&self, code: &str) -> Option<&EconomicActivity> {
        let mut activities = self.activities.iter();
        activities.find(|activity| activity.code == code)
    }

    /// Finds activities by what is typed so far, the best first; at most `limit`.
    pub fn search(&self, query: &str, limit: usize) -> Vec<&EconomicActivity> {
        let hits = self.index.search(query, limit);
        hits.into_iter()
            .filter_map(|hit| self.activities.get(hit.entry))
            .collect()
    }
}
