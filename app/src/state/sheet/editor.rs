//! One sheet being edited: what a sheet has beside what documents of all kinds share, which is in
//! `state::editor`.

use crate::platform::random;
use crate::state::editor::{DocumentPlace, Editor};
use crate::state::intent::Intent;
use approdo_document::{ItemView, Path, project_sheet, sheet_paths};
use approdo_domain::check::FindingKey;
use approdo_domain::sheet::{CriterionId, PointField, Sheet, SheetPlace, WordsField};
use approdo_domain::{FieldKind, ItemId};
use leptos::prelude::*;

/// One sheet being edited.
pub type SheetEditor = Editor<SheetPlace>;

impl DocumentPlace for SheetPlace {
    fn path(self) -> Path {
        sheet_paths::path(self)
    }

    fn of_path(path: &Path) -> Option<Self> {
        sheet_paths::place(path)
    }

    fn put_off(advice: FindingKey<SheetPlace>) -> Path {
        sheet_paths::put_off(advice)
    }

    fn kind(self) -> FieldKind {
        SheetPlace::kind(self)
    }
}

impl SheetEditor {
    /// Returns the sheet as it is on screen, what is only typed included.
    pub fn sheet(self) -> Sheet {
        let mut sheet = self.document(project_sheet);
        for (path, text) in self.shared().drafts() {
            if let Some(place) = sheet_paths::place(&path) {
                sheet.set_text(place, &text);
            }
        }
        sheet
    }

    /// Returns the steps of the plan, in their order, following them.
    pub fn steps(self) -> ArcRwSignal<Vec<ItemView>> {
        self.shared().items(&sheet_paths::steps())
    }

    /// Adds a step at the end of the plan, and returns which it is.
    pub fn add_step(self) -> ItemId {
        let item = ItemId(u64::from_be_bytes(random::bytes()));
        self.carry_out(Intent::Add {
            list: sheet_paths::steps(),
            item,
            position: usize::MAX,
        });
        item
    }

    /// Deletes a step of the plan.
    pub fn delete_step(self, id: ItemId) {
        let item = sheet_paths::step(id);
        self.carry_out(Intent::Delete { item });
    }

    /// Brings a deleted step back.
    pub fn restore_step(self, id: ItemId) {
        let item = sheet_paths::step(id);
        self.carry_out(Intent::Restore { item });
    }

    /// Notes which level of a criterion was seen; none takes it back.
    pub fn set_level(self, criterion: CriterionId, level: Option<u8>) {
        let level = level.map(|level| level.to_string()).unwrap_or_default();
        self.write_step(SheetPlace::Point(criterion, PointField::Level), &level);
    }

    /// Adds a line to a text, unless it stands there.
    pub fn add_line(self, field: WordsField, line: &str) {
        let place = SheetPlace::Words(field);
        let text = self.shown(place);
        if text.lines().any(|other| other.trim() == line) {
            return;
        }
        let between = if text.is_empty() || text.ends_with('\n') {
            ""
        } else {
            "\n"
        };
        self.write_step(place, &format!("{text}{between}{line}"));
    }
}
