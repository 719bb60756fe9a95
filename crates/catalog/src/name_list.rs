//! A list of names without anything behind them, such as languages or skills, found as one types.

use crate::search::{Index, Name, plain_reading};

/// Names that can be searched.
pub struct NameList {
    names: Vec<String>,
    index: Index,
}

impl NameList {
    /// Prepares names to be searched; among equals, the earlier one is found first.
    pub fn new(names: Vec<String>) -> Self {
        let numbered = names.iter().enumerate().map(|(entry, text)| Name {
            entry,
            number: 0,
            text,
            weight: 1.0,
        });
        let index = Index::new(numbered, plain_reading);
        Self { names, index }
    }

    /// Returns all names, in their order.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// Finds names by what is typed so far, the best first, with their numbers; at most `limit`.
    pub fn search(&self, query: &str, limit: usize) -> Vec<(usize, &str)> {
        let hits = self.index.search(query, limit);
        hits.into_iter()
            .filter_map(|hit| Some((hit.entry, self.names.get(hit.entry)?.as_str())))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_by_its_beginning_without_accents_and_with_a_slip() {
        let languages = ["Arabo", "Bengalese", "Francese", "Hindī", "Rumeno"];
        let list = NameList::new(languages.map(str::to_owned).to_vec());
        let first = |query| list.search(query, 3).first().map(|(number, _)| *number);
        assert_eq!(first("ara"), Some(0));
        assert_eq!(first("hindi"), Some(3));
        assert_eq!(first("rumneo"), Some(4));
        assert_eq!(first("xyz"), None);
    }
}
