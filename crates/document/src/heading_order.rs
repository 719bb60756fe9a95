//! The order of a CV's headings: read, and changed by moving one. A heading that nobody moved stands
//! at a place of its own among the usual ones, so that two people who move two headings at once both
//! get what they did.

use crate::author::{Author, Change};
use crate::cv_codes;
use crate::cv_paths;
use crate::cv_projection::project_cv;
use crate::document::Document;
use crate::steps::Step;
use approdo_domain::{Cv, Heading, ItemId};

impl Document {
    /// Returns the headings in the order of the document; empty if nobody changed the usual one.
    pub(crate) fn heading_order(&self, cv: &Cv) -> Vec<Heading> {
        let order_of = |heading: &Heading| self.order(&cv_paths::heading(*heading));
        let mut headings = cv.arrangement();
        if headings.iter().all(|heading| order_of(heading).is_none()) {
            return Vec::new();
        }
        // Stable: own sections that nobody moved stay in the order of their list.
        headings.sort_by_cached_key(|heading| {
            order_of(heading).unwrap_or_else(|| cv_codes::usual_place(*heading))
        });
        headings
    }
}

impl Author {
    /// Moves a heading to a position among all headings, counted from zero.
    pub fn move_heading(
        &mut self,
        document: &Document,
        heading: Heading,
        position: usize,
        now_ms: u64,
    ) -> Option<Change> {
        let mut headings = project_cv(document).arrangement();
        let current = headings.iter().position(|other| *other == heading)?;
        let position = position.min(headings.len() - 1);
        if current == position {
            return None;
        }
        headings.remove(current);
        headings.insert(position, heading);
        let items: Vec<ItemId> = headings
            .iter()
            .copied()
            .map(cv_codes::heading_item)
            .collect();
        let usual = |item: ItemId| {
            let mut all = headings.iter().copied();
            let heading = all.find(|heading| cv_codes::heading_item(*heading) == item)?;
            Some(cv_codes::usual_place(heading))
        };
        let item = cv_codes::heading_item(heading);
        let list = cv_paths::headings();
        let mut change = self.place(document, &list, &items, item, &usual, now_ms);
        change.steps = vec![Step::HeadingMoved {
            heading,
            before: current,
            after: position,
        }];
        Some(change)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::{DocumentId, SpaceId, WriterId};
    use approdo_domain::Section;
    use proptest::prelude::*;

    struct Desk {
        document: Document,
        author: Author,
    }

    impl Desk {
        fn new(number: u8) -> Self {
            let id = DocumentId([1; 16]);
            Self {
                document: Document::new(id, SpaceId::of_document(id)),
                author: Author::new(WriterId([number; 16])),
            }
        }

        fn put(&mut self, heading: Heading, position: usize) {
            let change = self
                .author
                .move_heading(&self.document, heading, position, 1_000);
            if let Some(change) = change {
                self.document.apply(&change);
            }
        }

        fn add_own(&mut self, item: ItemId) {
            let list = cv_paths::list(Section::OwnSections);
            let change = self
                .author
                .add_item(&self.document, &list, item, usize::MAX, 1_000);
            self.document.apply(&change);
        }

        fn arrangement(&self) -> Vec<Heading> {
            project_cv(&self.document).arrangement()
        }

        fn read(&mut self, other: &Desk) {
            for operation in other.document.operations() {
                self.document.ingest(operation.clone());
            }
        }
    }

    #[test]
    fn the_usual_order_needs_no_edit() {
        let desk = Desk::new(1);
        assert_eq!(desk.arrangement(), Heading::USUAL);
        assert_eq!(project_cv(&desk.document).order, vec![]);
    }

    #[test]
    fn usual_places_are_in_the_usual_order() {
        let places = Heading::USUAL.map(cv_codes::usual_place);
        assert!(places.is_sorted());
        assert!(cv_codes::usual_place(Heading::Own(ItemId(99))) > places[12]);
    }

    #[test]
    fn two_people_who_move_two_headings_both_get_what_they_did() {
        let (mut mine, mut theirs) = (Desk::new(1), Desk::new(2));
        mine.put(Heading::Skills, 1);
        theirs.put(Heading::References, 0);
        mine.read(&theirs);
        theirs.read(&mine);
        let together = mine.arrangement();
        assert_eq!(together, theirs.arrangement());
        let expected = [Heading::References, Heading::Profile, Heading::Skills];
        assert_eq!(together[..3], expected);
    }

    #[test]
    fn a_heading_dropped_beyond_the_last_is_the_last() {
        let mut desk = Desk::new(1);
        desk.put(Heading::Profile, usize::MAX);
        assert_eq!(desk.arrangement().last(), Some(&Heading::Profile));
        desk.put(Heading::Skills, 13);
        assert_eq!(desk.arrangement().last(), Some(&Heading::Skills));
    }

    proptest! {
        #[test]
        fn a_heading_stands_where_it_was_put(
            moves in prop::collection::vec((0_usize..16, 0_usize..16), 1..20),
        ) {
            let mut desk = Desk::new(1);
            for item in [91, 92, 93] {
                desk.add_own(ItemId(item));
            }
            let mut expected = desk.arrangement();
            for (which, position) in moves {
                let heading = expected.remove(which);
                expected.insert(position, heading);
                desk.put(heading, position);
                prop_assert_eq!(desk.arrangement(), expected.clone());
            }
        }
    }
}
