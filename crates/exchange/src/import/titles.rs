//! Names for sections that have to be made on import, in the language of whoever imports.

use serde::{Deserialize, Serialize};

/// Titles of own sections for what other formats have and a CV here has no part for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Titles {
    /// Prizes and honours, such as `Premi`.
    pub awards: String,
    /// Projects, such as `Progetti`.
    pub projects: String,
    /// Profiles and pages elsewhere, such as `Link`.
    pub links: String,
    /// Memberships of associations and networks, such as `Associazioni`.
    pub memberships: String,
    /// Conferences and seminars, such as `Convegni`.
    pub conferences: String,
    /// Works of art, such as `Opere`.
    pub creative_works: String,
    /// Anything else, such as `Altro`.
    pub other: String,
}
