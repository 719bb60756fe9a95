//! One CV being edited: what a CV has beside what documents of all kinds share, which is in `editor`.

use super::client::use_client;
use super::editor::{DocumentPlace, Editor};
use super::intent::Intent;
use crate::platform::random;
use approdo_document::{ItemView, Path, cv_paths, project_cv};
use approdo_domain::check::FindingKey;
use approdo_domain::{Cv, CvPlace, FieldKind, Finding, Heading, ItemId, Section};
use leptos::prelude::*;

/// One CV being edited.
pub type CvEditor = Editor<CvPlace>;

impl DocumentPlace for CvPlace {
    fn path(self) -> Path {
        cv_paths::path(self)
    }

    fn of_path(path: &Path) -> Option<Self> {
        cv_paths::place(path)
    }

    fn put_off(advice: FindingKey) -> Path {
        cv_paths::put_off(advice)
    }

    fn kind(self) -> FieldKind {
        CvPlace::kind(self)
    }
}

impl CvEditor {
    /// Returns the signal of a list.
    pub fn items(self, section: Section) -> ArcRwSignal<Vec<ItemView>> {
        self.shared().items(&cv_paths::list(section))
    }

    /// Returns what is marked at fields.
    pub fn findings(self) -> ArcRwSignal<Vec<Finding>> {
        self.shared().signal(|signals| signals.findings.clone())
    }

    /// Returns the CV as it is on screen, what is only typed included.
    pub fn cv(self) -> Cv {
        let mut cv = self.document(project_cv);
        for (path, text) in self.shared().drafts() {
            if let Some(place) = cv_paths::place(&path) {
                cv.set_text(place, &text);
            }
        }
        cv
    }

    /// Returns what goes out of the CV: the only way to the pages, the PDF and other files.
    pub fn cv_to_send(self) -> Cv {
        self.cv()
            .for_export(use_client().export_choices.of(self.id()))
    }

    /// Adds an entry: experience and education at the top, since the newest comes first.
    pub fn add_entry(self, section: Section) -> ItemId {
        let position = match section {
            Section::Experience | Section::Education => 0,
            _ => usize::MAX,
        };
        self.add_entry_at(section, position)
    }

    /// Adds an entry after all others.
    pub fn append_entry(self, section: Section) -> ItemId {
        self.add_entry_at(section, usize::MAX)
    }

    fn add_entry_at(self, section: Section, position: usize) -> ItemId {
        let item = ItemId(u64::from_be_bytes(random::bytes()));
        self.carry_out(Intent::Add {
            list: cv_paths::list(section),
            item,
            position,
        });
        item
    }

    /// Moves an entry.
    pub fn move_entry(self, section: Section, item: ItemId, position: usize) {
        self.carry_out(Intent::Move {
            list: cv_paths::list(section),
            item,
            position,
        });
    }

    /// Moves a heading among all headings.
    pub fn move_heading(self, heading: Heading, position: usize) {
        self.carry_out(Intent::MoveHeading { heading, position });
    }

    /// Deletes an entry.
    pub fn delete_entry(self, section: Section, item: ItemId) {
        let item = cv_paths::entry(section, item);
        self.carry_out(Intent::Delete { item });
    }

    /// Brings an entry back, or confirms that it stays.
    pub fn restore_entry(self, section: Section, item: ItemId) {
        let item = cv_paths::entry(section, item);
        self.carry_out(Intent::Restore { item });
    }
}
