//! What makes a template: one description each. How to add one is told in `docs/adding-a-template.md`.

mod classic;
mod first_job;
mod modern;

use crate::lettering::{Face, TextStyle};
use crate::look::Template;
use approdo_domain::{Cv, Heading};

/// A template.
#[derive(Debug)]
pub(crate) struct Design {
    /// How each style of text looks.
    pub(crate) face: fn(TextStyle) -> Face,
    /// The sections in the order of the page.
    pub(crate) order: fn(&Cv) -> Vec<Heading>,
    /// What stands in a column at the side, if there is one.
    pub(crate) side: Option<SideColumn>,
    /// How the head of the page is closed.
    pub(crate) head: HeadMark,
    /// What stands under a section's title.
    pub(crate) title_mark: TitleMark,
    /// Whether short items stand on grounds of their own.
    pub(crate) chips: bool,
    /// By what the usual space between rows is multiplied.
    pub(crate) spacing: f32,
    /// Whether everything is to stand on one page, if that is possible.
    pub(crate) one_page: bool,
}

/// A column at the right of the first page. Sections that find no room in it join the text, which takes
/// the whole width of the pages that follow.
#[derive(Debug)]
pub(crate) struct SideColumn {
    /// Its width in points.
    pub(crate) width: f32,
    /// The space between it and the text beside it, in points.
    pub(crate) gap: f32,
    /// The sections in it, as far as there is room; contacts always are.
    pub(crate) holds: fn(Heading) -> bool,
}

/// How the head of the page is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum HeadMark {
    /// A rule as wide as the text.
    Rule,
    /// A short bar.
    ShortBar,
    /// No rule: the head stands on a ground of its own.
    Ground,
}

/// What stands under a section's title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TitleMark {
    /// A hairline as wide as the text.
    Hairline,
    /// A short bar.
    ShortBar,
}

impl Design {
    /// Returns what makes a template.
    pub(crate) fn of(template: Template) -> &'static Self {
        match template {
            Template::Classic => &classic::DESIGN,
            Template::Modern => &modern::DESIGN,
            Template::FirstJob => &first_job::DESIGN,
        }
    }
}
