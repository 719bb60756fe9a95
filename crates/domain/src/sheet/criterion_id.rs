//! How a criterion of a sheet is named. The criteria themselves are in the catalogue.

use std::fmt;
use std::str::FromStr;
use thiserror::Error;

/// Longest name, in bytes.
pub const LONGEST_CRITERION_ID: usize = 40;

/// Names a criterion for ever: small letters, digits and hyphens, as in the catalogue.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CriterionId {
    /// Filled up with zeros, so that it is small and can be copied.
    bytes: [u8; LONGEST_CRITERION_ID],
}

/// A text names no criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error(
    "a criterion is named by 1 to {LONGEST_CRITERION_ID} small letters, digits and hyphens; correct the name"
)]
pub struct NotACriterionId;

impl CriterionId {
    /// Returns the name as a text.
    pub fn as_str(&self) -> &str {
        let used = self.bytes.split(|byte| *byte == 0).next();
        std::str::from_utf8(used.unwrap_or_default()).unwrap_or_default()
    }

    /// Returns the name that these bytes write.
    ///
    /// # Errors
    /// When they write none.
    pub fn from_bytes(written: &[u8]) -> Result<Self, NotACriterionId> {
        let is_allowed =
            |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || *byte == b'-';
        if written.is_empty() || !written.iter().all(is_allowed) {
            return Err(NotACriterionId);
        }
        let mut bytes = [0; LONGEST_CRITERION_ID];
        let place = bytes.get_mut(..written.len()).ok_or(NotACriterionId)?;
        place.copy_from_slice(written);
        Ok(Self { bytes })
    }
}

impl FromStr for CriterionId {
    type Err = NotACriterionId;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::from_bytes(text.as_bytes())
    }
}

impl fmt::Display for CriterionId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl fmt::Debug for CriterionId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_reads_back_and_anything_else_is_refused() {
        let longest = "a".repeat(LONGEST_CRITERION_ID);
        for name in ["cv-contacts", "x", "plan-2", &longest] {
            let id: CriterionId = name.parse().unwrap();
            assert_eq!(id.as_str(), name);
        }
        let too_long = "a".repeat(LONGEST_CRITERION_ID + 1);
        for name in ["", "Cv", "a b", "è", "a\0", &too_long] {
            assert_eq!(name.parse::<CriterionId>(), Err(NotACriterionId), "{name}");
        }
    }
}
