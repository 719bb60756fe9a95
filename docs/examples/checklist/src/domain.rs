//! What a checklist is, and what is marked in one. How it is kept and shown is elsewhere.

use approdo_domain::ItemId;

/// Most characters one thing may have, so that it fits two lines of a phone.
pub const LONGEST_THING: usize = 80;

/// Things to do before an interview.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Checklist {
    /// The things, in the person's order.
    pub things: Vec<Thing>,
}

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thing {
    /// Tells it from the others.
    pub id: ItemId,
    /// What to do, in the person's words.
    pub text: String,
    /// Whether it is done.
    pub done: bool,
}

impl Thing {
    /// Makes a thing in which nothing is written yet.
    pub fn empty(id: ItemId) -> Self {
        Self {
            id,
            text: String::new(),
            done: false,
        }
    }
}

impl Checklist {
    /// Returns how many things are still to do.
    pub fn left(&self) -> usize {
        self.things.iter().filter(|thing| !thing.done).count()
    }

    /// Returns the things that are too long to read at a glance.
    pub fn too_long(&self) -> impl Iterator<Item = ItemId> {
        let long = |thing: &&Thing| thing.text.chars().count() > LONGEST_THING;
        self.things.iter().filter(long).map(|thing| thing.id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn thing(id: u64, text: &str, done: bool) -> Thing {
        Thing {
            id: ItemId(id),
            text: text.to_owned(),
            done,
        }
    }

    #[test]
    fn what_is_done_is_no_longer_counted() {
        let things = vec![
            thing(1, "Prepara i documenti", true),
            thing(2, "Dormi", false),
        ];
        assert_eq!(Checklist { things }.left(), 1);
    }

    #[test]
    fn only_a_thing_of_more_than_two_lines_is_marked() {
        let things = vec![
            thing(1, &"à".repeat(80), false),
            thing(2, &"x".repeat(81), false),
        ];
        let marked: Vec<ItemId> = Checklist { things }.too_long().collect();
        assert_eq!(marked, [ItemId(2)]);
    }
}
