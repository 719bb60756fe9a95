//! A document read as a CV. Total: any set of operations gives a CV.

use crate::cv_paths;
use crate::document::Document;
use approdo_domain::{Cv, CvPlace, Section};

/// Reads a document as a CV.
pub fn project_cv(document: &Document) -> Cv {
    let mut cv = Cv::default();
    for section in Section::ALL {
        for item in document.items(&cv_paths::list(section)) {
            cv.add_entry(section, item.id);
        }
    }
    for place in cv.places() {
        read(document, place, &mut cv);
    }
    cv.order = document.heading_order(&cv);
    cv
}

fn read(document: &Document, place: CvPlace, cv: &mut Cv) {
    let path = cv_paths::path(place);
    if document.register(&path).is_none() {
        return;
    }
    if place.is_flag() {
        cv.set_flag(place, document.flag(&path));
    } else {
        cv.set_text(place, &document.text(&path).text);
    }
}
