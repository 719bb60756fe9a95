//! Documents whose places are there once, by day: what changed from one version to the next, and the way back to one. CVs, whose
//! entries come, go and move, have `going_back`.

use super::editor::{DocumentPlace, Editor};
use super::intent::Intent;
use approdo_document::{DayVersion, Document, Path};
use approdo_domain::FieldValue;

/// A place of a document that is there once.
pub trait DatedPlace: DocumentPlace {
    /// All of such a document, as plain data.
    type Picture: Clone + Default;

    /// Returns every place, in the order of the form.
    fn all_places() -> Vec<Self>;

    /// Reads a document.
    fn project(document: &Document) -> Self::Picture;

    /// Returns what stands at the place.
    fn value(self, picture: &Self::Picture) -> FieldValue<'_>;

    /// Tells whether versions are told apart by the place.
    fn is_told(self) -> bool {
        true
    }

    /// Tells whether the place goes back with the rest: a document's own name, which tells it from others in the list, stays.
    fn goes_back(self) -> bool;
}

impl<P: DatedPlace> Editor<P> {
    /// Returns the document as it was at the end of each day on which something was written, the oldest first.
    pub fn versions_by_day(self) -> Vec<DayVersion<P::Picture>> {
        self.shared().day_versions(P::project)
    }

    /// Returns the document as it is, what is only typed excepted.
    pub fn present(self) -> P::Picture {
        self.document(P::project)
    }

    /// Makes the document what it was at a moment; tells whether that changed anything.
    pub fn goes_back_to(self, last_ms: u64) -> bool {
        self.shared().go_back_to(last_ms, way_back::<P>)
    }
}

/// Returns the places that show something else, in the order of the form.
pub fn changes<P: DatedPlace>(before: &P::Picture, after: &P::Picture) -> Vec<P> {
    let mut places = P::all_places();
    places.retain(|place| place.is_told() && place.value(before) != place.value(after));
    places
}

/// Tells whether there is anything to go back to.
pub fn differs<P: DatedPlace>(present: &P::Picture, version: &P::Picture) -> bool {
    changes::<P>(present, version).into_iter().any(P::goes_back)
}

/// Returns what is to be done to a document so that it shows what another version of it shows; none if it does so
/// already.
pub fn way_back<P: DatedPlace>(present: &Document, wanted: &Document) -> Option<Intent> {
    let wanted = P::project(wanted);
    let mut changed = changes::<P>(&P::project(present), &wanted);
    changed.retain(|place| place.goes_back());
    let values = changed.into_iter();
    write_all(values.map(|place| (place.path(), place.value(&wanted))))
}

/// Returns the intent to write all of these as one step; none if there is nothing to write.
pub fn write_all<'a>(values: impl Iterator<Item = (Path, FieldValue<'a>)>) -> Option<Intent> {
    let intents = values.map(|(path, value)| match value {
        FieldValue::Text(text) => Intent::Choose {
            path,
            text: text.to_owned(),
        },
        FieldValue::Flag(flag) => Intent::Flag { path, flag },
    });
    let intents: Vec<Intent> = intents.collect();
    (!intents.is_empty()).then_some(Intent::Together(intents))
}

#[cfg(test)]
pub mod testing {
    //! A desk for tests: one document that is written on, day after day.

    use super::DatedPlace;
    use crate::state::intent::Intent;
    use crate::state::open_document::{OpenDocument, UndoOutcome};
    use approdo_document::{Author, DayVersion, DocumentId, WriterId, local_day};

    const DAY_MS: u64 = 86_400_000;

    /// A document and who writes on it.
    pub struct Desk {
        author: Author,
        open: OpenDocument,
        now_ms: u64,
    }

    impl Desk {
        /// Begins with nothing written.
        pub fn blank() -> Self {
            Self {
                author: Author::new(WriterId([1; 16])),
                open: OpenDocument::new(DocumentId([7; 16])),
                now_ms: 20_000 * DAY_MS,
            }
        }

        /// Does something, a little later than before.
        pub fn carry_out(&mut self, intent: Intent) {
            self.now_ms += 5_000;
            self.open.carry_out(intent, &mut self.author, self.now_ms);
            while self.open.next_edit().is_some() {
                self.open.edit_saved();
            }
        }

        /// Writes a text.
        pub fn write<P: DatedPlace>(&mut self, place: P, text: &str) {
            self.carry_out(Intent::Choose {
                path: place.path(),
                text: text.to_owned(),
            });
        }

        /// Goes on the next day.
        pub fn sleep(&mut self) {
            self.now_ms += DAY_MS;
        }

        /// Returns what is written.
        pub fn picture<P: DatedPlace>(&self) -> P::Picture {
            P::project(self.open.document())
        }

        /// Returns the versions, the oldest first.
        pub fn versions<P: DatedPlace>(&self) -> Vec<DayVersion<P::Picture>> {
            let day_of = |at_ms| local_day(at_ms, 60);
            self.open.document().day_versions(10, &day_of, P::project)
        }

        /// Returns the way back to a version.
        pub fn way_back<P: DatedPlace>(&self, version: &DayVersion<P::Picture>) -> Option<Intent> {
            let wanted = self.open.document().as_of(version.last_ms);
            super::way_back::<P>(self.open.document(), &wanted)
        }

        /// Takes back the last thing done.
        pub fn undo(&mut self) -> UndoOutcome {
            self.open.undo(&mut self.author, self.now_ms + 1)
        }
    }
}
