//! Builds the PDF's tag tree from the structure while pages are drawn, so that the reading order
//! is the order of the page and nothing empty is tagged.

use crate::structure::{NodeId, NodeKind, Structure};
use krilla::tagging::{
    BBox, Identifier, ListNumbering, Node, TableHeaderScope, Tag, TagGroup, TagKind,
};
use std::num::NonZeroU16;

enum Child {
    Branch(usize),
    Leaf(Identifier),
}

struct Branch {
    tag: TagKind,
    parent: Option<usize>,
    attached: bool,
    children: Vec<Child>,
}

/// A tag tree that grows.
pub(crate) struct TagBuilder {
    branches: Vec<Branch>,
    roots: Vec<usize>,
}

impl TagBuilder {
    /// Prepares a branch for each node; it joins the tree when something is drawn for it.
    pub(crate) fn new(structure: &Structure) -> Self {
        let branches = structure
            .nodes
            .iter()
            .map(|node| Branch {
                tag: tag_of(&node.kind),
                parent: node.parent.map(|parent| parent.0),
                attached: false,
                children: Vec::new(),
            })
            .collect();
        Self {
            branches,
            roots: Vec::new(),
        }
    }

    /// Notes content that was drawn for a node.
    pub(crate) fn content(&mut self, node: NodeId, content: Identifier) {
        self.attach(node.0);
        if let Some(branch) = self.branches.get_mut(node.0) {
            branch.children.push(Child::Leaf(content));
        }
    }

    /// Notes a picture that was drawn for a node, and where it stands.
    pub(crate) fn figure(&mut self, node: NodeId, content: Identifier, place: BBox) {
        self.content(node, content);
        let branch = self.branches.get_mut(node.0);
        if let Some(TagKind::Figure(tag)) = branch.map(|branch| &mut branch.tag) {
            tag.set_bbox(Some(place));
        }
    }

    /// Adds a link under a node. Returns where its content and its annotation belong.
    pub(crate) fn link(&mut self, node: NodeId) -> NodeId {
        self.branch(node, Tag::Link.into())
    }

    /// Notes content in another language that was drawn for a node. The letters stand in the content from
    /// left to right; the text says how they are read (ISO 32000-1, 14.9.4).
    pub(crate) fn words(&mut self, node: NodeId, content: Identifier, language: &str, text: &str) {
        let tag = Tag::Span
            .with_lang(Some(language.to_owned()))
            .with_actual_text(Some(text.to_owned()));
        let words = self.branch(node, tag.into());
        self.content(words, content);
    }

    fn branch(&mut self, parent: NodeId, tag: TagKind) -> NodeId {
        self.attach(parent.0);
        let branch = self.branches.len();
        self.branches.push(Branch {
            tag,
            parent: Some(parent.0),
            attached: true,
            children: Vec::new(),
        });
        if let Some(parent) = self.branches.get_mut(parent.0) {
            parent.children.push(Child::Branch(branch));
        }
        NodeId(branch)
    }

    /// Adds a link's annotation in front of its content.
    pub(crate) fn annotation(&mut self, link: NodeId, annotation: Identifier) {
        if let Some(branch) = self.branches.get_mut(link.0) {
            branch.children.insert(0, Child::Leaf(annotation));
        }
    }

    /// Returns what stands at the top of the tree.
    pub(crate) fn groups(mut self) -> Vec<TagGroup> {
        // A column at the side is drawn before what continues on the next page, and read after it.
        self.roots.sort_unstable();
        let roots = std::mem::take(&mut self.roots);
        roots.into_iter().map(|root| self.group(root)).collect()
    }

    /// Returns the tree as one of several documents of a file.
    pub(crate) fn part(self, language: &str) -> TagGroup {
        let mut part = TagGroup::new(Tag::Part.with_lang(Some(language.to_owned())));
        for group in self.groups() {
            part.push(group);
        }
        part
    }

    fn attach(&mut self, branch: usize) {
        let Some(found) = self.branches.get_mut(branch) else {
            return;
        };
        if std::mem::replace(&mut found.attached, true) {
            return;
        }
        match found.parent {
            Some(parent) => {
                self.attach(parent);
                if let Some(parent) = self.branches.get_mut(parent) {
                    parent.children.push(Child::Branch(branch));
                }
            }
            None => self.roots.push(branch),
        }
    }

    fn group(&mut self, branch: usize) -> TagGroup {
        let Some(found) = self.branches.get_mut(branch) else {
            return TagGroup::new(Tag::NonStruct);
        };
        let children = std::mem::take(&mut found.children);
        let mut group = TagGroup::new(found.tag.clone());
        for child in children {
            match child {
                Child::Branch(branch) => group.push(self.group(branch)),
                Child::Leaf(content) => group.push(Node::Leaf(content)),
            }
        }
        group
    }
}

fn tag_of(kind: &NodeKind) -> TagKind {
    match kind {
        NodeKind::Heading(level, title) => {
            let level = NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN);
            Tag::Hn(level, Some(title.clone())).into()
        }
        NodeKind::Figure(description) => Tag::Figure(Some(description.clone())).into(),
        NodeKind::Paragraph => Tag::P.into(),
        NodeKind::Section => Tag::Section.into(),
        NodeKind::BulletList => Tag::L(ListNumbering::Disc).into(),
        NodeKind::List => Tag::L(ListNumbering::None).into(),
        NodeKind::ListItem => Tag::LI.into(),
        NodeKind::ListLabel => Tag::Lbl.into(),
        NodeKind::ListBody => Tag::LBody.into(),
        NodeKind::Table => Tag::Table.into(),
        NodeKind::TableRow => Tag::TR.into(),
        NodeKind::ColumnHead => Tag::TH(TableHeaderScope::Column).into(),
        NodeKind::RowHead => Tag::TH(TableHeaderScope::Row).into(),
        NodeKind::TableCell => Tag::TD.into(),
    }
}
