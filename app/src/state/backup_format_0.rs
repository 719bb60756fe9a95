//! Reading backups of version 0: their sections do not say what they are, so that the first one that
//! can be is taken for the list of contents. Nothing is written in this version any more.

use super::backup::Parts;
use serde::de::DeserializeOwned;

/// Reads the sections of a file of version 0.
pub(super) fn parts(sections: &[&[u8]]) -> Parts {
    let contents = sections.first().and_then(|section| whole(section));
    let documents = sections.iter().skip(usize::from(contents.is_some()));
    Parts {
        documents: documents.filter_map(|section| whole(section)).collect(),
        contents,
        files: Vec::new(),
        has_newer: false,
    }
}

fn whole<T: DeserializeOwned>(section: &[u8]) -> Option<T> {
    match postcard::take_from_bytes(section) {
        Ok((value, [])) => Some(value),
        _ => None,
    }
}
