//! What an edit moves: little. One paragraph is shaped again, and pages before it stay as they are.

use super::{lay_out, readable_cv, renderer};
use crate::renderer::Layout;
use crate::sample;
use proptest::prelude::*;

/// The rows of each page, without their places.
fn pages_of(layout: &Layout) -> Vec<Vec<usize>> {
    let rows = |page: &crate::pages::Page| page.rows.iter().map(|placed| placed.row).collect();
    layout.pages.iter().map(rows).collect()
}

/// The page on which an entry of the CV begins.
fn page_of_entry(layout: &Layout, entry: usize) -> Option<usize> {
    let rows = &layout.composition.rows;
    layout.pages.iter().position(|page| {
        page.rows
            .iter()
            .any(|placed| rows[placed.row].entry == Some(entry))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn one_more_word_leaves_the_pages_before_it_alone(
        cv in readable_cv(),
        entry in any::<prop::sample::Index>(),
    ) {
        prop_assume!(!cv.experience.is_empty());
        let entry = entry.index(cv.experience.len());
        let before = lay_out(&sample::request(cv.clone()));
        let mut edited = cv;
        edited.experience[entry].description.push_str(" ancora");
        let after = lay_out(&sample::request(edited));
        let shown = edited_entry(&after, entry);
        let page = page_of_entry(&after, shown).unwrap();
        // The last two pages may close up so that nothing is left over for a third; the page
        // before the entry holds its beginning if there is room.
        let settled = page
            .saturating_sub(1)
            .min(before.pages.len().saturating_sub(2))
            .min(after.pages.len().saturating_sub(2));
        prop_assert_eq!(&pages_of(&before)[..settled], &pages_of(&after)[..settled]);
        prop_assert!(before.pages.len().abs_diff(after.pages.len()) <= 1);
    }
}

/// Entries with nothing in them are not on the page; this one has a word at least.
fn edited_entry(layout: &Layout, entry: usize) -> usize {
    let entries = layout.composition.rows.iter().filter_map(|row| row.entry);
    entries.max().unwrap_or(0).min(entry)
}

#[test]
fn an_edit_shapes_again_only_what_changed() {
    let mut renderer = renderer();
    let mut request = sample::request(sample::long_career(10));
    let before = renderer.lay_out(&request).unwrap();
    request.cv.profile.push('!');
    let after = renderer.lay_out(&request).unwrap();
    let shaped = |layout: &Layout| -> Vec<_> {
        let pieces = layout.composition.rows.iter().flat_map(|row| &row.pieces);
        pieces
            .map(|piece| std::rc::Rc::clone(&piece.paragraph))
            .collect()
    };
    let known = shaped(&before);
    let fresh = shaped(&after)
        .into_iter()
        .filter(|paragraph| {
            !known
                .iter()
                .any(|other| std::rc::Rc::ptr_eq(other, paragraph))
        })
        .count();
    assert!((1..=3).contains(&fresh), "{fresh} lines were shaped again");
}
