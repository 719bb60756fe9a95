//! Going back to an earlier version of a document by ordinary edits: what was there today stays in the
//! history, other devices get it like any edit, and one undo takes it back.

use super::cv_editor::CvEditor;
use super::document_editor::DocumentEditor;
use super::intent::Intent;
use crate::platform::clock;
use approdo_document::{
    Author, DayVersion, Document, ListPath, WriterId, cv_paths, local_day, project_cv,
};
use approdo_domain::{Cv, CvPlace, FieldValue, ItemId, Section};

/// As many days as one looks through; older ones are kept all the same.
const MOST_DAYS: usize = 120;

impl DocumentEditor {
    /// Returns what the document showed at the end of each day on which something was written, the oldest
    /// first. What is typed becomes an edit first.
    pub fn day_versions<Picture>(
        self,
        project: impl Fn(&Document) -> Picture,
    ) -> Vec<DayVersion<Picture>> {
        self.commit();
        let day_of = |at_ms| local_day(at_ms, clock::offset_minutes(at_ms));
        self.document(|document| document.day_versions(MOST_DAYS, &day_of, project))
    }

    /// Makes the document what it was when something had last been written at a moment, in milliseconds
    /// since 1970, the way its kind goes there; tells whether that changed anything.
    pub fn go_back_to(
        self,
        last_ms: u64,
        way: impl FnOnce(&Document, &Document) -> Option<Intent>,
    ) -> bool {
        self.commit();
        let intent = self.document(|document| way(document, &document.as_of(last_ms)));
        let is_needed = intent.is_some();
        if let Some(intent) = intent {
            self.carry_out(intent);
        }
        is_needed
    }
}

impl CvEditor {
    /// Returns the CV as it was at the end of each day on which something was written, the oldest first.
    pub fn cv_versions(self) -> Vec<DayVersion<Cv>> {
        self.shared().day_versions(project_cv)
    }

    /// Makes the CV what it was at a moment; tells whether that changed anything.
    pub fn go_back_to(self, last_ms: u64) -> bool {
        self.shared().go_back_to(last_ms, intent_to_become)
    }
}

/// Returns what is to be done to a document so that it shows what another version of it shows; none if
/// it does so already. The CV's own name, which tells versions apart in the list, stays.
pub fn intent_to_become(present: &Document, wanted: &Document) -> Option<Intent> {
    let mut way = Way::from(present);
    for section in Section::ALL {
        way.list_becomes(wanted, section);
    }
    way.headings_become(wanted);
    let cv = project_cv(wanted);
    for place in cv.places().into_iter().filter(is_of_a_version) {
        let path = cv_paths::path(place);
        way.go(match cv.value(place) {
            Some(FieldValue::Text(_)) => Intent::Choose {
                text: wanted.text(&path).text,
                path,
            },
            Some(FieldValue::Flag(flag)) => Intent::Flag { path, flag },
            None => continue,
        });
    }
    let is_needed = !way.intents.is_empty();
    is_needed.then_some(Intent::Together(way.intents))
}

fn ids_of(document: &Document, list: &ListPath) -> impl Iterator<Item = ItemId> + use<> {
    document.items(list).into_iter().map(|view| view.id)
}

fn is_of_a_version(place: &CvPlace) -> bool {
    *place != CvPlace::Title
}

/// The steps so far, and where they lead: tried out on a copy.
struct Way {
    picture: Document,
    author: Author,
    intents: Vec<Intent>,
}

impl Way {
    fn from(present: &Document) -> Self {
        Self {
            picture: present.clone(),
            // Nothing it writes leaves this picture.
            author: Author::new(WriterId([0; 16])),
            intents: Vec::new(),
        }
    }

    fn go(&mut self, intent: Intent) {
        if let Some(change) = intent.mint(&self.picture, &mut self.author, 0) {
            self.picture.apply(&change);
            self.intents.push(intent);
        }
    }

    /// Every entry of both versions is there while they move, so that undoing finds each place again:
    /// what comes back does so first, what goes does so last.
    fn list_becomes(&mut self, wanted: &Document, section: Section) {
        let list = cv_paths::list(section);
        let shown: Vec<ItemId> = ids_of(wanted, &list).collect();
        for id in &shown {
            if !ids_of(&self.picture, &list).any(|here| here == *id) {
                let item = list.item(*id);
                self.go(Intent::Restore { item });
            }
        }
        // What was never written here is still missing: nothing of it is known.
        let known: Vec<ItemId> = ids_of(&self.picture, &list).collect();
        let coming = shown.iter().filter(|id| known.contains(id));
        for (position, id) in coming.enumerate() {
            self.go(Intent::Move {
                list: list.clone(),
                item: *id,
                position,
            });
        }
        for id in known.iter().filter(|id| !shown.contains(id)) {
            let item = list.item(*id);
            self.go(Intent::Delete { item });
        }
    }

    fn headings_become(&mut self, wanted: &Document) {
        for (position, heading) in project_cv(wanted).arrangement().into_iter().enumerate() {
            self.go(Intent::MoveHeading { heading, position });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::open_document::{OpenDocument, UndoOutcome};
    use super::*;
    use approdo_document::{DocumentId, local_day};
    use approdo_domain::{ExperienceField, Heading};
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    const DAY_MS: u64 = 86_400_000;

    struct Desk {
        author: Author,
        open: OpenDocument,
        now_ms: u64,
        /// What was added once, whether it is there now or deleted.
        added: BTreeSet<u64>,
    }

    #[derive(Debug, Clone)]
    enum Deed {
        Role(u64, String),
        Profile(String),
        Current(u64, bool),
        Add(u64, usize),
        Delete(u64),
        Restore(u64),
        Move(u64, usize),
        MoveHeading(usize, usize),
        NextDay,
    }

    fn any_deed() -> impl Strategy<Value = Deed> {
        let item = || 1u64..4;
        prop_oneof![
            (item(), "[ab ]{0,6}").prop_map(|(item, text)| Deed::Role(item, text)),
            "[ab ]{0,6}".prop_map(Deed::Profile),
            (item(), any::<bool>()).prop_map(|(item, flag)| Deed::Current(item, flag)),
            (item(), 0usize..3).prop_map(|(item, position)| Deed::Add(item, position)),
            item().prop_map(Deed::Delete),
            item().prop_map(Deed::Restore),
            (item(), 0usize..3).prop_map(|(item, position)| Deed::Move(item, position)),
            (0usize..13, 0usize..13).prop_map(|(heading, to)| Deed::MoveHeading(heading, to)),
            Just(Deed::NextDay),
        ]
    }

    impl Desk {
        fn new() -> Self {
            Self {
                author: Author::new(WriterId([1; 16])),
                open: OpenDocument::new(DocumentId([7; 16])),
                now_ms: 20_000 * DAY_MS,
                added: BTreeSet::new(),
            }
        }

        fn cv(&self) -> Cv {
            project_cv(self.open.document())
        }

        fn carry_out(&mut self, intent: Intent) {
            self.now_ms += 5_000;
            self.open.carry_out(intent, &mut self.author, self.now_ms);
            while self.open.next_edit().is_some() {
                self.open.edit_saved();
            }
        }

        fn knows(&self, item: u64) -> bool {
            let list = cv_paths::list(Section::Experience);
            let mut items = self.open.document().items(&list).into_iter();
            items.any(|view| view.id == ItemId(item))
        }

        fn act(&mut self, deed: Deed) {
            let list = cv_paths::list(Section::Experience);
            let place = |item, field| cv_paths::path(CvPlace::Experience(ItemId(item), field));
            let intent = match deed {
                Deed::NextDay => {
                    self.now_ms += DAY_MS;
                    return;
                }
                Deed::Profile(text) => Intent::Choose {
                    path: cv_paths::path(CvPlace::Profile),
                    text,
                },
                Deed::MoveHeading(heading, position) => Intent::MoveHeading {
                    heading: Heading::USUAL[heading],
                    position,
                },
                Deed::Add(item, position) if self.added.insert(item) => Intent::Add {
                    list,
                    item: ItemId(item),
                    position,
                },
                // The form offers this for what was deleted.
                Deed::Restore(item) if self.added.contains(&item) => Intent::Restore {
                    item: list.item(ItemId(item)),
                },
                Deed::Role(item, text) if self.knows(item) => Intent::Choose {
                    path: place(item, ExperienceField::Role),
                    text,
                },
                Deed::Current(item, flag) if self.knows(item) => Intent::Flag {
                    path: place(item, ExperienceField::Current),
                    flag,
                },
                Deed::Delete(item) if self.knows(item) => Intent::Delete {
                    item: list.item(ItemId(item)),
                },
                Deed::Move(item, position) if self.knows(item) => Intent::Move {
                    list,
                    item: ItemId(item),
                    position,
                },
                _ => return,
            };
            self.carry_out(intent);
        }
    }

    proptest! {
        #[test]
        fn every_day_comes_back_as_it_was_and_one_undo_takes_that_back(
            deeds in proptest::collection::vec(any_deed(), 0..25),
        ) {
            every_day_comes_back(deeds)?;
        }
    }

    fn every_day_comes_back(deeds: Vec<Deed>) -> Result<(), TestCaseError> {
        let mut desk = Desk::new();
        let mut evenings = std::collections::BTreeMap::new();
        for deed in deeds {
            desk.act(deed);
            evenings.insert(local_day(desk.now_ms, 60), desk.cv());
        }
        let today = desk.cv();
        let known = desk.open.document();
        let known = known.day_versions(100, &|at_ms| local_day(at_ms, 60), project_cv);
        for version in known {
            prop_assert_eq!(&version.shown, &evenings[&version.day]);
            let wanted = desk.open.document().as_of(version.last_ms);
            let Some(intent) = intent_to_become(desk.open.document(), &wanted) else {
                same_to_a_reader(version.shown, today.clone())?;
                continue;
            };
            desk.carry_out(intent);
            same_to_a_reader(desk.cv(), version.shown)?;
            let undone = desk.open.undo(&mut desk.author, desk.now_ms + 1);
            prop_assert_eq!(undone, UndoOutcome::Done);
            same_to_a_reader(desk.cv(), today.clone())?;
        }
        Ok(())
    }

    /// Headings stand in one order however it came about.
    fn same_to_a_reader(left: Cv, right: Cv) -> Result<(), TestCaseError> {
        prop_assert_eq!(left.arrangement(), right.arrangement());
        let order = right.order.clone();
        prop_assert_eq!(Cv { order, ..left }, right);
        Ok(())
    }

    /// Moving an entry while its neighbours are deleted would not know their places.
    #[test]
    fn entries_keep_their_places_around_what_was_deleted_between_them() {
        let written = [
            Deed::Add(3, 0),
            Deed::Add(2, 0),
            Deed::NextDay,
            Deed::Move(3, 0),
        ];
        for position in 0..3 {
            let deeds = written.iter().cloned().chain([Deed::Add(1, position)]);
            every_day_comes_back(deeds.collect()).unwrap();
        }
    }
}
