//! Every field of an application shows what was written there; two devices that move it agree; what was
//! sent can be read as it went.

mod common;

use approdo_document::{
    Author, Document, DocumentId, DocumentKind, Operation, SpaceId, WriterId, application_paths,
    project_application, project_cv, project_letter,
};
use approdo_domain::CvPlace;
use approdo_domain::application::{
    Application, ApplicationPlace, ApplicationState, DatesField, FrozenVersion, PapersField,
};
use common::Peer;

const DOCUMENT: DocumentId = DocumentId([8; 16]);

fn empty() -> Document {
    Document::new(DOCUMENT, SpaceId::of_document(DOCUMENT))
}

/// An application in which every place says something else.
fn full() -> Application {
    let mut application = Application::default();
    for place in ApplicationPlace::all() {
        application.set_text(place, &format!("{place:?}"));
    }
    application
}

fn written(application: &Application) -> Document {
    let mut document = empty();
    let mut author = Author::new(WriterId([1; 16]));
    let change = author.write_application(&document, application, 1_000);
    document.apply(&change);
    document
}

fn bring(from: &Document, to: &mut Document) {
    let operations: Vec<Operation> = from.operations().cloned().collect();
    for operation in operations {
        to.ingest(operation);
    }
}

#[test]
fn an_application_written_at_once_reads_back_the_same() {
    let document = written(&full());
    assert_eq!(project_application(&document), full());
    assert_eq!(document.kind(), Some(DocumentKind::Application));
    assert!(!document.is_cv());
    assert_eq!(project_application(&empty()), Application::default());
}

#[test]
fn any_document_can_be_read_as_any_kind() {
    let document = written(&full());
    project_letter(&document);
    project_cv(&document);
}

#[test]
fn two_devices_that_move_an_application_at_once_show_the_same() {
    let base = written(&Application::default());
    let move_on = |writer: u8, state: ApplicationState, date: DatesField| {
        let mut document = base.clone();
        let mut author = Author::new(WriterId([writer; 16]));
        let texts = [
            (ApplicationPlace::State, state.code()),
            (ApplicationPlace::Date(date), "22/11/2026"),
        ];
        for (place, text) in texts {
            let path = application_paths::path(place);
            let change = author.set_text(&document, &path, text, 5_000);
            document.apply(&change.unwrap());
        }
        document
    };
    let mut one = move_on(2, ApplicationState::Answered, DatesField::Answered);
    let mut other = move_on(3, ApplicationState::Interview, DatesField::Interview);
    let first = one.clone();
    bring(&other, &mut one);
    bring(&first, &mut other);
    let shown = project_application(&one);
    assert_eq!(shown, project_application(&other));
    let states = [ApplicationState::Answered, ApplicationState::Interview];
    assert!(states.contains(&shown.application_state()));
    assert_eq!(shown.dates.answered.0, "22/11/2026");
    assert_eq!(shown.dates.interview.0, "22/11/2026");
}

#[test]
fn what_was_sent_can_be_read_as_it_went() {
    let mut peer = Peer::new(1);
    peer.write(CvPlace::Profile, "Cerco lavoro in magazzino");
    let sent = project_cv(&peer.document);
    let mut application = Application::default();
    let place = ApplicationPlace::Papers(PapersField::CvVersion);
    let frozen = peer.document.frozen_version();
    application.set_text(place, &frozen.to_string());
    peer.send_to(&mut Peer::new(2));
    peer.write(CvPlace::Profile, "Cerco lavoro in cucina");

    let kept = project_application(&written(&application));
    let version: FrozenVersion = kept.papers.cv_version.parse().unwrap();
    let then = peer.document.version(&version).unwrap();
    assert_eq!(project_cv(&then), sent);
    assert_ne!(project_cv(&peer.document), sent);
    assert!(empty().version(&version).is_none(), "another document's");
}
