//! One practice being edited: its places among those of documents of all kinds, which are edited in
//! `state::editor`.

use crate::state::editor::{DocumentPlace, Editor};
use approdo_document::{Path, practice_paths};
use approdo_domain::FieldKind;
use approdo_domain::check::FindingKey;
use approdo_domain::practice::PracticePlace;

/// One practice being edited.
pub type PracticeEditor = Editor<PracticePlace>;

impl DocumentPlace for PracticePlace {
    fn path(self) -> Path {
        practice_paths::path(self)
    }

    fn of_path(path: &Path) -> Option<Self> {
        practice_paths::place(path)
    }

    fn put_off(advice: FindingKey<PracticePlace>) -> Path {
        practice_paths::put_off(advice)
    }

    fn kind(self) -> FieldKind {
        PracticePlace::kind(self)
    }
}
