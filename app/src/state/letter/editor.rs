//! One letter being edited: what a letter has beside what documents of all kinds share, which is in
//! `state::editor`. It follows its CV, which is another document.

use crate::state::client::use_client;
use crate::state::cv_editor::CvEditor;
use crate::state::editor::{DocumentPlace, Editor};
use crate::state::intent::Intent;
use crate::state::workspace::Workspace;
use approdo_document::{DocumentId, DocumentKind, Path, letter_paths, project_cv, project_letter};
use approdo_domain::check::FindingKey;
use approdo_domain::letter::{
    ExportObstacle, Letter, LetterField, LetterPlace, SenderField, as_in_cv,
};
use approdo_domain::{Cv, FieldKind};
use leptos::prelude::*;

/// One letter being edited.
pub type LetterEditor = Editor<LetterPlace>;

impl DocumentPlace for LetterPlace {
    fn path(self) -> Path {
        letter_paths::path(self)
    }

    fn of_path(path: &Path) -> Option<Self> {
        letter_paths::place(path)
    }

    fn put_off(advice: FindingKey<LetterPlace>) -> Path {
        letter_paths::put_off(advice)
    }

    fn kind(self) -> FieldKind {
        LetterPlace::kind(self)
    }
}

impl LetterEditor {
    /// Returns the letter as it is on screen, what is only typed included.
    pub fn letter(self) -> Letter {
        let mut letter = self.document(project_letter);
        for (path, text) in self.shared().drafts() {
            if let Some(place) = letter_paths::place(&path) {
                letter.set_text(place, &text);
            }
        }
        letter
    }

    /// Returns which CV the letter goes with; none while none is chosen, and where it is not on this device.
    pub fn cv_id(self) -> Option<DocumentId> {
        cv_named(self.workspace(), &self.shown(LetterPlace::Cv))
    }

    /// Returns the CV that the letter goes with, to choose what goes out of it; none while there is none. Its
    /// timers end with the caller's scope.
    pub fn cv_editor(self) -> Option<CvEditor> {
        let id = self.cv_id()?;
        Some(CvEditor::new(self.workspace(), id))
    }

    /// Returns what goes out of the CV that the letter goes with, following it; an empty one while there is
    /// none.
    pub fn cv_to_send(self) -> Cv {
        self.workspace().summaries.track();
        self.text(LetterPlace::Cv).text.track();
        self.cv_id().map_or_else(Cv::default, |id| {
            let cv = self
                .workspace()
                .read(id, |open, _| project_cv(open.document()));
            cv.for_export(use_client().export_choices.of(id))
        })
    }

    /// Returns what the CV says of who writes, following it.
    pub fn sender_in_cv(self, field: SenderField) -> String {
        as_in_cv(&self.cv_to_send(), field)
    }

    /// Returns the name under the letter, following letter and CV.
    pub fn signature(self) -> String {
        self.revision().track();
        untrack(|| self.letter()).signature_with(&self.cv_to_send())
    }

    /// Returns what goes out, and the CV that it goes with: the only way to pages, the PDF and other files.
    ///
    /// # Errors
    /// Says what keeps the letter here.
    pub fn to_send(self) -> Result<(Letter, Cv), ExportObstacle> {
        let letter = self.letter();
        match letter.export_obstacle() {
            Some(obstacle) => Err(obstacle),
            None => Ok((letter, self.cv_to_send())),
        }
    }

    /// Writes texts of the letter in one step for undo.
    pub fn write_texts(self, texts: Vec<(LetterField, String)>) {
        let intents = texts.into_iter().map(|(field, text)| Intent::Text {
            path: letter_paths::path(LetterPlace::Text(field)),
            text,
            over: None,
        });
        self.carry_out(Intent::Together(intents.collect()));
    }
}

/// Returns the CV of that name, if it is one and on this device.
fn cv_named(workspace: Workspace, name: &str) -> Option<DocumentId> {
    let id = name.trim().parse().ok()?;
    (workspace.kind(id) == Some(DocumentKind::Cv)).then_some(id)
}
