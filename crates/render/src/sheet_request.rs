//! What a caller asks for of a feedback sheet: plain data that crosses to a worker as bytes. Filled or empty, it is
//! made of the same blocks; which words stand in them is the caller's part.

use serde::{Deserialize, Serialize};

/// A sheet to lay out, with all its words ready to print.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetRequest {
    /// The heading, and the document's title.
    pub title: String,
    /// Who wrote it, as the file names its author; empty if nobody is named.
    pub author: String,
    /// Whose sheet it is, printed at the foot from the second page on.
    pub person: String,
    /// What stands on it, from top to bottom.
    pub sections: Vec<SheetSection>,
    /// The footer's page number with `{page}` and `{pages}`, such as `{page} / {pages}`.
    pub page_of: String,
    /// The language as a BCP 47 tag.
    pub language: String,
}

/// A section of a sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetSection {
    /// Its title; empty for what stands right under the heading.
    pub title: String,
    /// What stands in it.
    pub blocks: Vec<SheetBlock>,
}

/// Something that is said, behind the words that say what it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetFact {
    /// What it is, such as `Candidato`; empty if that needs no words.
    pub label: String,
    /// What is said, in one or more lines.
    pub text: String,
}

/// What stands in a section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum SheetBlock {
    /// A text, each line a paragraph.
    Text(String),
    /// A text, each line with a bullet.
    List(String),
    /// Facts, with their labels in a column.
    Facts(Vec<SheetFact>),
    /// What is said of one criterion, under its name.
    Point {
        /// The name of the criterion.
        name: String,
        /// What is said.
        said: Vec<SheetFact>,
    },
    /// A table; the first column is the widest.
    Table {
        /// The heads of the columns.
        heads: Vec<String>,
        /// The rows, each with a text for each column.
        rows: Vec<Vec<String>>,
    },
    /// Lines to write on by hand.
    Blank {
        /// What is to be written; empty if the section's title says it.
        label: String,
        /// How many lines.
        lines: u8,
    },
    /// Boxes to tick by hand.
    Boxes {
        /// What is chosen; empty if the section's title says it.
        name: String,
        /// What stands beside each box.
        choices: Vec<String>,
        /// What may be written beneath; empty if there is no line for it.
        note: String,
    },
    /// A table to fill by hand.
    BlankTable {
        /// The heads of the columns.
        heads: Vec<String>,
        /// How many rows.
        rows: u8,
    },
}
