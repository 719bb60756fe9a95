//! What differs between two versions of a CV, place by place, for people to look through. Words within
//! a text are compared elsewhere (`approdo-document`).

use crate::{Cv, CvPlace, FieldValue, ItemId, Section};

/// One thing that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CvChange {
    /// A text.
    Text {
        /// Where.
        place: CvPlace,
        /// What stood there.
        before: String,
        /// What stands there.
        after: String,
    },
    /// A yes or no.
    Flag {
        /// Where.
        place: CvPlace,
        /// What it has become.
        now: bool,
    },
    /// An entry is new; its texts are told as well.
    Added {
        /// In which list.
        section: Section,
        /// Which.
        item: ItemId,
    },
    /// An entry is gone; its texts are told as well.
    Removed {
        /// From which list.
        section: Section,
        /// Which.
        item: ItemId,
    },
    /// Entries that were there before stand in another order.
    Moved {
        /// In which list.
        section: Section,
    },
    /// The headings stand in another order.
    HeadingsMoved,
}

/// Returns what differs: first what stands in the later version, in the order of the form, then what is
/// gone.
pub fn cv_changes(before: &Cv, after: &Cv) -> Vec<CvChange> {
    let mut changes = Vec::new();
    changes.extend(
        CvPlace::single_places()
            .into_iter()
            .filter_map(|place| change_at(before, after, place)),
    );
    for section in Section::ALL {
        let (old, new) = (before.entry_ids(section), after.entry_ids(section));
        for item in &new {
            if !old.contains(item) {
                changes.push(CvChange::Added {
                    section,
                    item: *item,
                });
            }
            changes.extend(changes_in_entry(before, after, section, *item));
        }
        let kept = |ids: &[ItemId], others: &[ItemId]| -> Vec<ItemId> {
            let kept = ids.iter().filter(|item| others.contains(item));
            kept.copied().collect()
        };
        if kept(&old, &new) != kept(&new, &old) {
            changes.push(CvChange::Moved { section });
        }
        for item in old.iter().filter(|item| !new.contains(item)) {
            changes.push(CvChange::Removed {
                section,
                item: *item,
            });
            changes.extend(changes_in_entry(before, after, section, *item));
        }
    }
    if before.arrangement() != after.arrangement()
        && before.own_sections.len() == after.own_sections.len()
    {
        changes.push(CvChange::HeadingsMoved);
    }
    changes
}

fn changes_in_entry(before: &Cv, after: &Cv, section: Section, item: ItemId) -> Vec<CvChange> {
    let places = section.places_of_entry(item).into_iter();
    places
        .filter_map(|place| change_at(before, after, place))
        .collect()
}

fn change_at(before: &Cv, after: &Cv, place: CvPlace) -> Option<CvChange> {
    if place.is_flag() {
        let flag = |cv: &Cv| matches!(cv.value(place), Some(FieldValue::Flag(true)));
        let now = flag(after);
        return (flag(before) != now).then_some(CvChange::Flag { place, now });
    }
    let (before, after) = (text_at(before, place), text_at(after, place));
    (before != after).then(|| CvChange::Text {
        place,
        before: before.to_owned(),
        after: after.to_owned(),
    })
}

fn text_at(cv: &Cv, place: CvPlace) -> &str {
    match cv.value(place) {
        Some(FieldValue::Text(text)) => text,
        _ => "",
    }
}

impl CvChange {
    /// Returns the place that differs; none for whole entries and for orders.
    pub fn place(&self) -> Option<CvPlace> {
        match self {
            Self::Text { place, .. } | Self::Flag { place, .. } => Some(*place),
            Self::Added { .. }
            | Self::Removed { .. }
            | Self::Moved { .. }
            | Self::HeadingsMoved => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ExperienceField, Heading, PersonalField};

    const ROLE: CvPlace = CvPlace::Experience(ItemId(1), ExperienceField::Role);

    fn cv_with(role: &str) -> Cv {
        let mut cv = Cv::default();
        cv.add_entry(Section::Experience, ItemId(1));
        cv.set_text(ROLE, role);
        cv
    }

    fn text(place: CvPlace, before: &str, after: &str) -> CvChange {
        let (before, after) = (before.to_owned(), after.to_owned());
        CvChange::Text {
            place,
            before,
            after,
        }
    }

    #[test]
    fn the_same_cv_has_no_changes() {
        assert_eq!(cv_changes(&cv_with("Cuoca"), &cv_with("Cuoca")), vec![]);
    }

    #[test]
    fn texts_and_ticks_are_told_with_their_place() {
        let (before, mut after) = (cv_with("Cuoca"), cv_with("Capocuoca"));
        let name = CvPlace::Personal(PersonalField::GivenName);
        after.set_text(name, "Anna");
        after.set_flag(CvPlace::OwnCar, true);
        let expected = [
            text(name, "", "Anna"),
            CvChange::Flag {
                place: CvPlace::OwnCar,
                now: true,
            },
            text(ROLE, "Cuoca", "Capocuoca"),
        ];
        assert_eq!(cv_changes(&before, &after), expected);
    }

    #[test]
    fn an_entry_that_comes_or_goes_takes_its_words_along() {
        let (section, item) = (Section::Experience, ItemId(1));
        let added = [CvChange::Added { section, item }, text(ROLE, "", "Cuoca")];
        assert_eq!(cv_changes(&Cv::default(), &cv_with("Cuoca")), added);
        let removed = [CvChange::Removed { section, item }, text(ROLE, "Cuoca", "")];
        assert_eq!(cv_changes(&cv_with("Cuoca"), &Cv::default()), removed);
    }

    #[test]
    fn only_a_new_order_of_what_stays_is_a_move() {
        let list = |items: &[u64]| {
            let mut cv = Cv::default();
            for item in items {
                cv.add_entry(Section::Skills, ItemId(*item));
            }
            cv
        };
        let moved = CvChange::Moved {
            section: Section::Skills,
        };
        assert!(!cv_changes(&list(&[1, 2]), &list(&[3, 1, 2])).contains(&moved));
        assert!(cv_changes(&list(&[1, 2]), &list(&[2, 3, 1])).contains(&moved));
    }

    #[test]
    fn headings_in_another_order_are_one_change() {
        let after = Cv {
            order: vec![Heading::Skills],
            ..Cv::default()
        };
        assert_eq!(
            cv_changes(&Cv::default(), &after),
            [CvChange::HeadingsMoved]
        );
    }
}
