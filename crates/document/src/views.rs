//! Reading values out of a document: texts, flags, versions, conflicts. Nothing here makes edits.

use crate::document::Document;
use crate::ids::OperationId;
use crate::path::Path;
use crate::register::{Node, Register};
use crate::stamp::Stamp;
use crate::text_merge::merge_texts;

/// A text as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextView {
    /// The text to show.
    pub text: String,
    /// How it came about.
    pub state: TextState,
}

/// How a shown text came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextState {
    /// Nobody wrote here.
    Empty,
    /// One current version, or several that say the same.
    Settled,
    /// Several versions that changed different words: all of their changes are shown.
    Merged,
    /// Several versions that exclude each other: the latest is shown, the others can be read.
    Conflict,
}

/// One current version of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// The operation that wrote it.
    pub operation: OperationId,
    /// The text.
    pub text: String,
    /// When it was written, as its device believed.
    pub stamp: Stamp,
}

impl Document {
    /// Returns the text to show at a place.
    pub fn text(&self, path: &Path) -> TextView {
        self.register(path).map_or_else(empty_text, text_of)
    }

    /// Returns the current versions of a text, the one shown in a conflict first.
    pub fn versions(&self, path: &Path) -> Vec<Version> {
        let heads = self
            .register(path)
            .map(Register::readable_heads)
            .unwrap_or_default();
        heads.into_iter().filter_map(version_of).collect()
    }

    /// Returns every text ever written at a place that is still known, the oldest first.
    pub fn history(&self, path: &Path) -> Vec<Version> {
        let nodes = self.register(path).into_iter().flat_map(Register::nodes);
        let mut versions: Vec<Version> = nodes.filter_map(version_of).collect();
        versions.sort_by_key(|version| (version.stamp, version.operation));
        versions
    }

    /// Returns whether the flag at a place is set. Of several versions the latest counts.
    pub fn flag(&self, path: &Path) -> bool {
        let heads = self
            .register(path)
            .map(Register::readable_heads)
            .unwrap_or_default();
        heads.into_iter().find_map(Node::flag).unwrap_or(false)
    }

    /// Returns the places whose versions exclude each other.
    pub fn conflicts(&self) -> Vec<Path> {
        self.registers()
            .filter(|(_, register)| text_of(register).state == TextState::Conflict)
            .map(|(path, _)| path.clone())
            .collect()
    }
}

fn version_of(node: &Node) -> Option<Version> {
    let text = node.text()?.to_owned();
    Some(Version {
        operation: node.operation.id,
        text,
        stamp: node.operation.stamp,
    })
}

fn empty_text() -> TextView {
    TextView {
        text: String::new(),
        state: TextState::Empty,
    }
}

fn text_of(register: &Register) -> TextView {
    let mut heads = register.readable_heads();
    heads.retain(|node| node.text().is_some());
    let texts: Vec<&str> = heads.iter().filter_map(|node| node.text()).collect();
    let Some(&latest) = texts.first() else {
        return empty_text();
    };
    let view = |text: &str, state| TextView {
        text: text.to_owned(),
        state,
    };
    if texts.iter().all(|text| *text == latest) {
        return view(latest, TextState::Settled);
    }
    let ancestor = register.common_ancestor(&heads);
    match merge_texts(ancestor.and_then(Node::text).unwrap_or_default(), &texts) {
        Some(merged) => view(&merged, TextState::Merged),
        None => view(latest, TextState::Conflict),
    }
}
