//! The pages as they will be printed, while somebody looks at them. Each change is sent to the
//! worker at once, what is only typed included; only the newest answer is shown. How the pages of a letter are
//! drawn is in `letter::pages`.

use super::client::use_client;
use super::editor::{DocumentPlace, Editor};
use super::labels::{render_request, words_of};
use super::page_regions::{PagePart, parts_of};
use super::printed_photo::{PhotoFor, printed_photo};
use crate::platform::module_worker::{Answer, WorkerError};
use approdo_domain::CvPlace;
use approdo_render::{Preview as Pages, Substitution};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::pin::Pin;

/// How a preview is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PreviewStatus {
    /// The first pages are being drawn.
    Working,
    /// The pages are shown.
    Shown,
    /// The drawing module is not on this device and cannot be fetched now.
    NotLoaded,
    /// Drawing failed.
    Failed,
}

/// Pages that are being drawn: the fields that their regions count, and the worker's answer.
pub type Drawing<P> = (Vec<P>, Pin<Box<dyn Future<Output = Answer>>>);

/// A kind of document that has pages.
pub trait PreviewedPlace: DocumentPlace {
    /// Has the document drawn as it is on screen, following what else is on its pages.
    fn draw(editor: Editor<Self>) -> Drawing<Self>;
}

/// A preview on screen.
#[derive(Debug, Clone, Copy)]
pub struct Preview<P: PreviewedPlace = CvPlace> {
    /// One SVG for each page.
    pub pages: RwSignal<Vec<String>>,
    /// The size of running text in hundredths of a point, once pages are shown.
    pub text_size: RwSignal<Option<u16>>,
    /// Which field each part of each page comes from.
    pub parts: RwSignal<Vec<Vec<PagePart<P>>>>,
    /// What cannot be printed as written.
    pub substitutions: RwSignal<Vec<Substitution>>,
    /// Whether the typeface that was chosen is not on this device, and another stands in its place.
    pub typeface_is_missing: RwSignal<bool>,
    /// How it is doing.
    pub status: RwSignal<PreviewStatus>,
    newest: StoredValue<u32>,
    again: RwSignal<u32>,
}

impl<P: PreviewedPlace> Preview<P> {
    /// Follows a document as long as the caller's scope lives.
    pub fn follow(editor: Editor<P>) -> Self {
        let preview = Self {
            pages: RwSignal::new(Vec::new()),
            text_size: RwSignal::new(None),
            parts: RwSignal::new(Vec::new()),
            substitutions: RwSignal::new(Vec::new()),
            typeface_is_missing: RwSignal::new(false),
            status: RwSignal::new(PreviewStatus::Working),
            newest: StoredValue::new(0),
            again: RwSignal::new(0),
        };
        let keystrokes = editor.keystrokes();
        Effect::new(move |_| {
            keystrokes.track();
            preview.again.track();
            use_client().workspace.files_arrived.track();
            preview.draw(editor);
        });
        preview
    }

    /// Tries again after a failure.
    pub fn retry(self) {
        self.again.update(|count| *count += 1);
    }

    fn draw(self, editor: Editor<P>) {
        let (places, drawing) = P::draw(editor);
        let number = self.newest.get_value().wrapping_add(1);
        self.newest.set_value(number);
        spawn_local(async move {
            let answer = drawing.await;
            // The page may be gone, or a newer answer on its way.
            if self.newest.try_get_value() == Some(number) {
                self.show(answer, &places);
            }
        });
    }

    fn show(self, answer: Answer, places: &[P]) {
        let pages = answer.map(|bytes| postcard::from_bytes::<Pages>(&bytes));
        let status = match pages {
            Ok(Ok(Pages {
                pages,
                regions,
                substitutions,
                text_size,
                typeface_is_missing,
            })) => {
                self.typeface_is_missing.set(typeface_is_missing);
                self.text_size.set(Some(text_size));
                self.pages.set(pages);
                self.parts.set(parts_of(regions, places));
                self.substitutions.set(substitutions);
                PreviewStatus::Shown
            }
            Err(WorkerError::Superseded) => return,
            Err(WorkerError::Unavailable) => PreviewStatus::NotLoaded,
            Ok(Err(_)) | Err(_) => PreviewStatus::Failed,
        };
        if self.status.get_untracked() != status {
            self.status.set(status);
        }
    }
}

impl PreviewedPlace for CvPlace {
    fn draw(editor: Editor<Self>) -> Drawing<Self> {
        let cv = editor.cv_to_send();
        let places = cv.places();
        let client = use_client();
        let drawing = async move {
            let words = words_of(&cv).await.ok_or(WorkerError::Unavailable)?;
            let mut request = render_request(cv, &words);
            request.photo = printed_photo(client.workspace, &request.cv, PhotoFor::Preview).await;
            let request = postcard::to_allocvec(&request);
            let worker = client.render_worker();
            worker.preview(&request.unwrap_or_default()).await
        };
        (places, Box::pin(drawing))
    }
}
