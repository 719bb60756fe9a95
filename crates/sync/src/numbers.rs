//! Whether the numbers of one space follow each other without a gap, holes apart.

use approdo_document::sort_short;

/// Numbers of one space found in one answer, in any order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct SpaceNumbers {
    /// First and last number of each run found.
    runs: Vec<(u64, u64)>,
}

impl SpaceNumbers {
    pub(crate) fn add(&mut self, number: u64) {
        self.runs.push((number, number));
    }

    pub(crate) fn add_hole(&mut self, from: u64, to: u64) {
        if from <= to {
            self.runs.push((from, to));
        }
    }

    /// Returns the last number read, if all from `so_far` on are there; what comes again is fine.
    pub(crate) fn read_on_from(mut self, so_far: u64) -> Option<u64> {
        sort_short(&mut self.runs, Ord::cmp);
        self.runs.into_iter().try_fold(so_far, |read, (from, to)| {
            (from <= read.saturating_add(1)).then_some(read.max(to))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::following(0, &[1, 2, 3], None, Some(3))]
    #[case::in_any_order(4, &[6, 5, 7], None, Some(7))]
    #[case::missing_the_first(0, &[2, 3], None, None)]
    #[case::missing_one_between(0, &[1, 3], None, None)]
    #[case::explained_by_a_hole(0, &[1, 5], Some((2, 4)), Some(5))]
    #[case::hole_too_short(0, &[1, 5], Some((2, 3)), None)]
    #[case::read_again_from_the_start(9, &[1, 2], None, Some(9))]
    #[case::nothing(9, &[], None, Some(9))]
    fn reads_on(
        #[case] so_far: u64,
        #[case] found: &[u64],
        #[case] hole: Option<(u64, u64)>,
        #[case] expected: Option<u64>,
    ) {
        let mut numbers = SpaceNumbers::default();
        found.iter().for_each(|number| numbers.add(*number));
        if let Some((from, to)) = hole {
            numbers.add_hole(from, to);
        }
        assert_eq!(numbers.read_on_from(so_far), expected);
    }
}
