//! Codes that exist: unit groups of ISCO-08 and occupations of ESCO, as listed in `content/codes`.

use std::collections::HashSet;

/// What every URI of an ESCO occupation begins with.
pub const ESCO_OCCUPATION: &str = "http://data.europa.eu/esco/occupation/";

/// Codes that exist.
#[derive(Debug, Default)]
pub struct Codes {
    isco: HashSet<String>,
    esco: HashSet<String>,
}

impl Codes {
    /// Reads the lists `isco-08.tsv` and `esco-occupations.tsv`: the code stands first in each line.
    pub fn read(isco: &str, esco: &str) -> Self {
        Self {
            isco: first_column(isco),
            esco: first_column(esco),
        }
    }

    /// Says whether a unit group of ISCO-08 has this code.
    pub fn has_isco(&self, code: &str) -> bool {
        self.isco.contains(code)
    }

    /// Says whether ESCO has an occupation with this URI.
    pub fn has_esco(&self, uri: &str) -> bool {
        uri.strip_prefix(ESCO_OCCUPATION)
            .is_some_and(|id| self.esco.contains(id))
    }
}

fn first_column(table: &str) -> HashSet<String> {
    table
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split('\t').next())
        .map(str::to_owned)
        .collect()
}
