//! One application being edited: what an application has beside what documents of all kinds share, which is
//! in `state::editor`.

use crate::state::editor::{DocumentPlace, Editor};
use crate::state::intent::Intent;
use approdo_document::{DocumentId, DocumentKind, Path, application_paths, project_application};
use approdo_domain::FieldKind;
use approdo_domain::application::{Application, ApplicationPlace, PapersField};
use approdo_domain::check::FindingKey;

/// One application being edited.
pub type ApplicationEditor = Editor<ApplicationPlace>;

impl DocumentPlace for ApplicationPlace {
    fn path(self) -> Path {
        application_paths::path(self)
    }

    fn of_path(path: &Path) -> Option<Self> {
        application_paths::place(path)
    }

    fn put_off(advice: FindingKey<ApplicationPlace>) -> Path {
        application_paths::put_off(advice)
    }

    fn kind(self) -> FieldKind {
        ApplicationPlace::kind(self)
    }
}

impl ApplicationEditor {
    /// Returns the application as it is on screen, what is only typed included.
    pub fn application(self) -> Application {
        let mut application = self.document(project_application);
        for (path, text) in self.shared().drafts() {
            if let Some(place) = application_paths::place(&path) {
                application.set_text(place, &text);
            }
        }
        application
    }

    /// Returns the document of a kind that is attached at a place; none while none is, and where it is not on
    /// this device.
    pub fn attached(self, field: PapersField, kind: DocumentKind) -> Option<DocumentId> {
        let name = self.shown(ApplicationPlace::Papers(field));
        let id = name.trim().parse().ok()?;
        (self.workspace().kind(id) == Some(kind)).then_some(id)
    }

    /// Writes texts in one step for undo.
    pub fn write_texts(self, texts: Vec<(ApplicationPlace, String)>) {
        let intents = texts.into_iter().map(|(place, text)| Intent::Text {
            path: application_paths::path(place),
            text,
            over: None,
        });
        self.carry_out(Intent::Together(intents.collect()));
    }
}
