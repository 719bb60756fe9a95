//! Beginning an application: the document made of what is known of it.

use crate::state::workspace::Workspace;
use approdo_document::DocumentId;
use approdo_domain::application::Application;

/// Makes the application and returns which it is.
pub fn begin(workspace: Workspace, application: &Application) -> DocumentId {
    workspace
        .begin(|document, author, now_ms| author.write_application(document, application, now_ms))
}
