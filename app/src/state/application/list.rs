//! The applications of this browser, as the list and the board show them.

use crate::state::open_document::OpenDocument;
use crate::state::workspace::Workspace;
use approdo_document::{DocumentId, DocumentKind, cv_paths, project_application, sort_short};
use approdo_domain::application::{Application, ApplicationState};
use leptos::prelude::*;

/// One application in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApplicationSummary {
    /// Which application.
    pub id: DocumentId,
    /// All of it.
    pub application: Application,
    /// When it last changed, in milliseconds since 1970.
    pub changed_ms: u64,
    /// Whether it is in the bin.
    pub removed: bool,
}

/// The applications that are kept, and those in the bin, last changed first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Applications {
    /// Those that are kept.
    pub kept: Vec<ApplicationSummary>,
    /// Those in the bin.
    pub removed: Vec<ApplicationSummary>,
}

/// Returns the applications, following them.
pub fn applications(workspace: Workspace) -> Applications {
    workspace.other_changes.track();
    Applications::of(workspace.each(summary))
}

impl Applications {
    fn of(mut all: Vec<ApplicationSummary>) -> Self {
        sort_short(&mut all, |one, other| {
            (other.changed_ms, other.id).cmp(&(one.changed_ms, one.id))
        });
        let (removed, kept) = all.into_iter().partition(|one| one.removed);
        Self { kept, removed }
    }

    /// Returns those that are kept and so far.
    pub fn in_state(&self, state: ApplicationState) -> Vec<ApplicationSummary> {
        let kept = self.kept.iter();
        kept.filter(|one| one.application.application_state() == state)
            .cloned()
            .collect()
    }
}

fn summary(open: &OpenDocument) -> Option<ApplicationSummary> {
    let document = open.document();
    if document.kind() != Some(DocumentKind::Application) {
        return None;
    }
    let stamps = document
        .operations()
        .map(|operation| operation.stamp.millis);
    Some(ApplicationSummary {
        id: document.id(),
        application: project_application(document),
        changed_ms: stamps.max()?,
        removed: document.flag(&cv_paths::removed()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use approdo_document::{Author, WriterId};
    use approdo_domain::application::{ApplicationPlace, VacancyField};
    use approdo_domain::letter::Letter;

    fn opened(byte: u8, company: &str, state: &str, at_ms: u64) -> OpenDocument {
        let mut open = OpenDocument::new(DocumentId([byte; 16]));
        let mut author = Author::new(WriterId([byte; 16]));
        let mut application = Application::default();
        let place = ApplicationPlace::Vacancy(VacancyField::Company);
        application.set_text(place, company);
        application.set_text(ApplicationPlace::State, state);
        let change = author.write_application(open.document(), &application, at_ms);
        open.take_in(&change.operations);
        open
    }

    fn companies(applications: &[ApplicationSummary]) -> Vec<&str> {
        let named = applications.iter();
        named
            .map(|one| one.application.vacancy.company.as_str())
            .collect()
    }

    #[test]
    fn applications_stand_last_changed_first_by_state_and_the_bin_apart() {
        let old = opened(1, "Rossi", "sent", 1_000);
        let new = opened(2, "Bianchi", "sent", 2_000);
        let begun = opened(4, "Neri", "", 1_500);
        let mut removed = opened(3, "Verdi", "sent", 3_000);
        let mut author = Author::new(WriterId([9; 16]));
        let change = author.set_flag(removed.document(), &cv_paths::removed(), true, 4_000);
        removed.take_in(&change.unwrap().operations);
        let all = [&old, &new, &begun, &removed];
        let found = Applications::of(all.into_iter().filter_map(summary).collect());
        assert_eq!(companies(&found.kept), ["Bianchi", "Neri", "Rossi"]);
        assert_eq!(companies(&found.removed), ["Verdi"]);
        let sent = found.in_state(ApplicationState::Sent);
        assert_eq!(companies(&sent), ["Bianchi", "Rossi"]);
        assert_eq!(
            companies(&found.in_state(ApplicationState::ToSend)),
            ["Neri"]
        );
    }

    #[test]
    fn a_letter_stands_in_no_list_of_applications() {
        let mut open = OpenDocument::new(DocumentId([1; 16]));
        let mut author = Author::new(WriterId([1; 16]));
        let change = author.write_letter(open.document(), &Letter::default(), 1_000);
        open.take_in(&change.operations);
        assert_eq!(summary(&open), None);
    }
}
