//! The titles of sections, and what stands under them.

use super::composer::Composer;
use crate::lettering::TextStyle;
use crate::palette::Ink;
use crate::rows::{Bar, RowKind};
use crate::structure::{NodeId, NodeKind};
use crate::templates::TitleMark;
use crate::theme;
use std::ops::Range;

impl Composer<'_> {
    /// Opens a section: its title, tied to what follows. Returns the section's node.
    pub(super) fn open_section(&mut self, title: &str) -> NodeId {
        self.cleaner.enter(title);
        let style = if self.is_narrow() {
            TextStyle::SideTitle
        } else {
            TextStyle::SectionTitle
        };
        let mut title = self.printable(title, style);
        if title.is_empty() {
            // PDF/UA-1 wants words in every heading (ISO 14289-1, 7.4).
            title = self.printable(&self.labels.own_section, style);
        }
        let section = self.structure.add(NodeKind::Section, None);
        let heading = NodeKind::Heading(2, title.clone());
        let heading = self.structure.add(heading, Some(section));
        let width = self.width();
        let paragraph = self.shape_text(&title, style, width);
        self.outline_from_here(1, &title);
        let space = theme::SPACE_SECTION;
        let rows = self.text_rows(RowKind::SectionTitle, &paragraph, 0.0, heading, space);
        for row in self.rows.get_mut(rows.clone()).unwrap_or_default() {
            row.keep_with_next = true;
        }
        self.mark_title(rows, width);
        section
    }

    /// Draws what stands under a section's title.
    fn mark_title(&mut self, rows: Range<usize>, width: f32) {
        let (width, height, ink) = match self.theme.design.title_mark {
            TitleMark::Hairline => (width, 0.75, Ink::Hairline),
            TitleMark::ShortBar => (theme::SHORT_BAR, 2.5, Ink::Accent),
        };
        let colour = self.colour(ink);
        let (x, y) = (0.0, theme::MARK_ABOVE);
        self.underline(
            rows.clone(),
            Bar {
                x,
                y,
                width,
                height,
                colour,
            },
        );
        // However tight the page is, what follows does not touch the mark.
        if let Some(row) = rows.last().and_then(|row| self.rows.get_mut(row)) {
            row.height += theme::MARK_ABOVE + height + theme::MARK_BELOW;
        }
    }
}
