//! Where an entry that is dragged along its list would land. Pure arithmetic on what the page
//! measured: measuring and drawing are in `platform/drag.rs`, who drags what in
//! `components/entry_drag.rs`.

/// Nearer than this to an edge of the screen the page scrolls, in CSS pixels: header and bottom bar
/// lie within.
const EDGE: f64 = 112.0;
/// The farthest that the page scrolls in one frame, in CSS pixels.
const FASTEST: f64 = 14.0;

/// What an entry takes up of the page's height, in CSS pixels from the page's top.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Slot {
    /// Where it begins.
    pub top: f64,
    /// How high it is.
    pub height: f64,
}

impl Slot {
    fn middle(self) -> f64 {
        self.top + self.height / 2.0
    }

    fn bottom(self) -> f64 {
        self.top + self.height
    }
}

/// An entry held by the pointer, among the others of its list.
#[derive(Debug, Clone, PartialEq)]
pub struct Reorder {
    slots: Vec<Slot>,
    from: usize,
    grip: f64,
    travelled: f64,
}

impl Reorder {
    /// Takes hold of an entry, `grip` below its top; none if there is no such entry.
    pub fn new(slots: Vec<Slot>, from: usize, grip: f64) -> Option<Self> {
        (from < slots.len()).then_some(Self {
            slots,
            from,
            grip,
            travelled: 0.0,
        })
    }

    /// Takes the entry along to a height of the page, as far as its list goes.
    pub fn drag_to(&mut self, pointer: f64) {
        let (Some(first), Some(last)) = (self.slots.first(), self.slots.last()) else {
            return;
        };
        let held = self.slots[self.from];
        let lowest = last.bottom() - held.height;
        self.travelled = (pointer - self.grip).min(lowest).max(first.top) - held.top;
    }

    /// Returns the position at which the entry would land now, counted from zero: past every
    /// neighbour whose middle it covers.
    pub fn landing(&self) -> usize {
        let held = self.slots[self.from];
        let (top, bottom) = (held.top + self.travelled, held.bottom() + self.travelled);
        let (before, after) = self.slots.split_at(self.from);
        let passed_up = before.iter().filter(|slot| slot.middle() > top).count();
        let passed_down = after[1..].iter().filter(|slot| slot.middle() < bottom);
        self.from - passed_up + passed_down.count()
    }

    /// Returns how far an entry is drawn from its place: the one held follows the pointer, those it
    /// passed make room.
    pub fn shift(&self, index: usize) -> f64 {
        let (held, landing) = (self.slots[self.from], self.landing());
        if index == self.from {
            self.travelled
        } else if (self.from..=landing).contains(&index) {
            held.top - self.slots[self.from + 1].top
        } else if (landing..self.from).contains(&index) {
            held.bottom() - self.slots[self.from - 1].bottom()
        } else {
            0.0
        }
    }
}

/// Returns how far the page scrolls in this frame, downwards if positive, for a pointer at a height
/// of a screen.
pub fn scroll_step(pointer: f64, screen_height: f64) -> f64 {
    let edge = EDGE.min(screen_height / 4.0);
    let above = (edge - pointer).clamp(0.0, edge);
    let below = (pointer - screen_height + edge).clamp(0.0, edge);
    (below - above) / edge * FASTEST
}

/// Returns the position of an entry dropped at `landing` in a list that others may have changed
/// since it was taken up: right after the nearest entry before it that is still there.
pub fn position_now<T: Copy + PartialEq>(
    then: &[T],
    now: &[T],
    dropped: T,
    landing: usize,
) -> usize {
    let others = |list: &[T]| -> Vec<T> {
        let others = list.iter().copied().filter(|item| *item != dropped);
        others.collect()
    };
    let (then, now) = (others(then), others(now));
    let before = then.iter().take(landing).rev();
    let mut found = before.filter_map(|item| now.iter().position(|other| other == item));
    found.next().map_or(0, |position| position + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Three entries of 100, 40 and 60 pixels with gaps of 10, the first at 500.
    fn list() -> Vec<Slot> {
        [(500.0, 100.0), (610.0, 40.0), (660.0, 60.0)]
            .map(|(top, height)| Slot { top, height })
            .to_vec()
    }

    fn dragged(from: usize, by: f64) -> Reorder {
        let slots = list();
        let start = slots[from].top + 20.0;
        let mut reorder = Reorder::new(slots, from, 20.0).unwrap();
        reorder.drag_to(start + by);
        reorder
    }

    #[test]
    fn an_entry_that_did_not_pass_a_middle_stays() {
        for by in [-9.0, 0.0, 29.0] {
            assert_eq!(dragged(0, by).landing(), 0, "by {by}");
        }
    }

    #[test]
    fn an_entry_lands_past_each_middle_it_covers() {
        assert_eq!(dragged(0, 31.0).landing(), 1);
        assert_eq!(dragged(0, 91.0).landing(), 2);
        assert_eq!(dragged(2, -31.0).landing(), 1);
        assert_eq!(dragged(2, -111.0).landing(), 0);
    }

    #[test]
    fn an_entry_does_not_leave_its_list() {
        let down = dragged(0, 10_000.0);
        assert_eq!((down.landing(), down.shift(0)), (2, 120.0));
        let up = dragged(2, -10_000.0);
        assert_eq!((up.landing(), up.shift(2)), (0, -160.0));
    }

    #[test]
    fn entries_that_were_passed_make_just_the_room_that_is_needed() {
        let down = dragged(0, 120.0);
        assert_eq!((down.shift(1), down.shift(2)), (-110.0, -110.0));
        let up = dragged(2, -160.0);
        assert_eq!((up.shift(0), up.shift(1)), (70.0, 70.0));
        assert_eq!(dragged(1, 0.0).shift(0), 0.0);
    }

    #[test]
    fn there_is_no_entry_beyond_the_last() {
        assert_eq!(Reorder::new(list(), 3, 0.0), None);
    }

    #[test]
    fn the_page_scrolls_near_the_edges_only_and_faster_nearer() {
        assert_eq!(scroll_step(422.0, 844.0), 0.0);
        assert_eq!(scroll_step(0.0, 844.0), -FASTEST);
        assert_eq!(scroll_step(900.0, 844.0), FASTEST);
        assert!(scroll_step(60.0, 844.0) < scroll_step(100.0, 844.0));
        assert_eq!(scroll_step(100.0, 200.0), 0.0, "on a very low screen");
    }

    #[test]
    fn a_drop_in_a_list_that_others_changed_keeps_to_its_neighbour() {
        assert_eq!(position_now(&[1, 2, 3], &[1, 2, 3], 1, 2), 2);
        assert_eq!(position_now(&[1, 2, 3], &[9, 1, 2, 3], 1, 1), 2);
        assert_eq!(position_now(&[1, 2, 3], &[1, 3], 1, 1), 0);
        assert_eq!(position_now(&[1, 2, 3], &[3, 2, 1], 3, 0), 0);
    }

    proptest! {
        #[test]
        fn what_is_drawn_is_the_order_that_is_landed_in(
            heights in proptest::collection::vec(20.0_f64..400.0, 1..8),
            from in 0_usize..8,
            pointer in -500.0_f64..4_000.0,
        ) {
            let from = from % heights.len();
            let slots: Vec<Slot> = heights
                .iter()
                .scan(0.0, |next, &height| {
                    let top = *next;
                    *next += height + 16.0;
                    Some(Slot { top, height })
                })
                .collect();
            let mut reorder = Reorder::new(slots.clone(), from, 10.0).unwrap();
            reorder.drag_to(pointer);
            let landing = reorder.landing();
            let others = (0..slots.len()).filter(|index| *index != from);
            let drawn: Vec<f64> = others.map(|index| slots[index].top + reorder.shift(index)).collect();
            // The others stand in their order, with room for the one held exactly at its landing.
            let mut expected = 0.0;
            for (place, top) in drawn.iter().enumerate() {
                let index = if place < from { place } else { place + 1 };
                if place == landing {
                    expected += slots[from].height + 16.0;
                }
                prop_assert!((top - expected).abs() < 0.01, "{top} for {expected}");
                expected += slots[index].height + 16.0;
            }
        }

        #[test]
        fn a_list_that_nobody_changed_takes_the_entry_where_it_was_dropped(
            count in 1_usize..9,
            from in 0_usize..9,
            landing in 0_usize..9,
        ) {
            let list: Vec<usize> = (0..count).collect();
            let (from, landing) = (from % count, landing % count);
            prop_assert_eq!(position_now(&list, &list, from, landing), landing);
        }
    }
}
