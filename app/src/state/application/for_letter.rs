//! What a letter takes from an application, and the letter that goes with it.

use crate::state::intent::Intent;
use crate::state::signals::Changed;
use crate::state::workspace::Workspace;
use approdo_document::{DocumentId, DocumentKind, application_paths, project_application};
use approdo_domain::application::{ApplicationPlace, PapersField, Vacancy};

/// Returns the vacancy of an application; none if it is not on this device.
pub fn vacancy_of(workspace: Workspace, application: DocumentId) -> Option<Vacancy> {
    let is_here = workspace.kind(application) == Some(DocumentKind::Application);
    is_here.then(|| {
        workspace.read(application, |open, _| {
            project_application(open.document()).vacancy
        })
    })
}

/// Notes which letter goes with an application.
pub fn attach_letter(workspace: Workspace, application: DocumentId, letter: DocumentId) {
    let intent = Intent::Text {
        path: application_paths::path(ApplicationPlace::Papers(PapersField::Letter)),
        text: letter.to_string(),
        over: None,
    };
    workspace.change(application, |open, author, now_ms| {
        open.carry_out(intent, author, now_ms)
            .then_some(Changed::Anything)
    });
}
