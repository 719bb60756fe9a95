//! The meaning of what stands on the pages, as a tree in reading order: headings, paragraphs,
//! lists, tables; and where in the CV or the letter each was written. `pdf_tags` writes it into the PDF; how it looks is
//! not here.

use approdo_domain::CvPlace;
use approdo_domain::letter::LetterPlace;

/// The field that says what stands on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum PagePlace {
    /// One of a CV.
    Cv(CvPlace),
    /// One of a letter.
    Letter(LetterPlace),
}

impl From<CvPlace> for PagePlace {
    fn from(place: CvPlace) -> Self {
        Self::Cv(place)
    }
}

impl From<LetterPlace> for PagePlace {
    fn from(place: LetterPlace) -> Self {
        Self::Letter(place)
    }
}

/// A place in the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NodeId(pub(crate) usize);

/// What a node is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum NodeKind {
    /// A heading: its level, 1 to 3, and its text.
    Heading(u16, String),
    /// A picture: what it is, for who cannot see it.
    Figure(String),
    /// A paragraph.
    Paragraph,
    /// A section or an entry, which groups others.
    Section,
    /// A list whose items have bullets.
    BulletList,
    /// A list whose items follow each other on lines.
    List,
    /// One item of a list.
    ListItem,
    /// The bullet or the name in front of an item.
    ListLabel,
    /// The content of an item.
    ListBody,
    /// A table.
    Table,
    /// A row of a table.
    TableRow,
    /// The head of a column.
    ColumnHead,
    /// The head of a row.
    RowHead,
    /// A cell.
    TableCell,
}

/// One node: its kind, and the node it belongs to, none at the top.
#[derive(Debug, Clone)]
pub(crate) struct StructureNode {
    pub(crate) kind: NodeKind,
    pub(crate) parent: Option<NodeId>,
    /// The field that says what stands here, if it is one of the person's.
    pub(crate) place: Option<PagePlace>,
}

/// The whole tree.
#[derive(Debug, Default)]
pub(crate) struct Structure {
    pub(crate) nodes: Vec<StructureNode>,
    /// The field from which the nodes that are added come.
    pub(crate) place: Option<PagePlace>,
}

impl Structure {
    /// Adds a node under another, or at the top.
    pub(crate) fn add(&mut self, kind: NodeKind, parent: Option<NodeId>) -> NodeId {
        let place = self.place;
        let node = StructureNode {
            kind,
            parent,
            place,
        };
        self.nodes.push(node);
        NodeId(self.nodes.len() - 1)
    }
}
