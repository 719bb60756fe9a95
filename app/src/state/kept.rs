//! Whether this browser ever kept something here: a small mark beside the store, so that a store
//! that the browser deleted between two visits is noticed, and not taken for a first visit.

use crate::platform::local_storage;

const KEY: &str = "approdo.kept";

/// What this browser had kept when it was last open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kept {
    /// Nothing yet.
    Nothing,
    /// CVs that are nowhere else.
    Here,
    /// CVs that are on the server too.
    Linked,
}

impl Kept {
    const ALL: [(Kept, &str); 3] = [(Self::Nothing, ""), (Self::Here, "1"), (Self::Linked, "2")];

    fn of(mark: &str) -> Self {
        let known = Self::ALL.into_iter().find(|(_, known)| *known == mark);
        known.map_or(Self::Nothing, |(kept, _)| kept)
    }

    fn mark(self) -> &'static str {
        let known = Self::ALL.into_iter().find(|(kept, _)| *kept == self);
        known.map_or("", |(_, mark)| mark)
    }
}

/// Returns what had been kept.
pub fn recall() -> Kept {
    Kept::of(&local_storage::get(KEY).unwrap_or_default())
}

/// Notes that something is kept; what is on the server stays so.
pub fn note(kept: Kept) {
    if recall() < kept {
        local_storage::set(KEY, kept.mark());
    }
}

/// Returns what the browser deleted, if a store that was just made should have held something.
pub fn vanished(kept: Kept, store_is_new: bool) -> Option<Kept> {
    (store_is_new && kept != Kept::Nothing).then_some(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_first_visit_is_no_loss_and_an_empty_store_after_work_is_one() {
        assert_eq!(vanished(Kept::Nothing, true), None);
        assert_eq!(vanished(Kept::Here, false), None);
        assert_eq!(vanished(Kept::Here, true), Some(Kept::Here));
        assert_eq!(vanished(Kept::Linked, true), Some(Kept::Linked));
    }

    #[test]
    fn a_mark_reads_back_and_an_unknown_one_alarms_nobody() {
        for (kept, _) in Kept::ALL {
            assert_eq!(Kept::of(kept.mark()), kept);
        }
        assert_eq!(Kept::of("of a later version"), Kept::Nothing);
    }
}
