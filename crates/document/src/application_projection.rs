//! A document read as an application, and an application written into a document. Reading is total: any set
//! of operations gives an application.

use crate::application_paths;
use crate::author::{Author, Change};
use crate::document::Document;
use crate::document_kind::DocumentKind;
use approdo_domain::FieldValue;
use approdo_domain::application::{Application, ApplicationPlace, FrozenVersion};

/// Reads a document as an application.
pub fn project_application(document: &Document) -> Application {
    let mut application = Application::default();
    for place in ApplicationPlace::all() {
        let path = application_paths::path(place);
        application.set_text(place, &document.text(&path).text);
    }
    application
}

impl Author {
    /// Writes all of an application in one change, and that the document is one. In a document that has nothing
    /// yet, reading it gives the same application.
    pub fn write_application(
        &mut self,
        document: &Document,
        application: &Application,
        now_ms: u64,
    ) -> Change {
        let mut whole = self.begin_kind(document, DocumentKind::Application, now_ms);
        for place in ApplicationPlace::all() {
            let FieldValue::Text(text) = application.value(place) else {
                continue;
            };
            let path = application_paths::path(place);
            let change = self.set_text(document, &path, text, now_ms);
            whole.then(change.unwrap_or_default());
        }
        whole
    }
}

impl Document {
    /// Returns the name of the version that the document is now, as what is sent is named.
    pub fn frozen_version(&self) -> FrozenVersion {
        let written = self.operations().map(|operation| operation.stamp.millis);
        FrozenVersion {
            document: self.id().to_string(),
            last_ms: written.max().unwrap_or_default(),
        }
    }

    /// Returns the document as it was in a version of it; none of a version of another document.
    pub fn version(&self, version: &FrozenVersion) -> Option<Document> {
        (version.document == self.id().to_string()).then(|| self.as_of(version.last_ms))
    }
}
