//! What choosing a suggestion does to a CV.

use super::qualifications;
use crate::state::cv_editor::CvEditor;
use approdo_domain::{CvPlace, EducationField};

/// Writes a suggestion that was chosen into its field, as a step of its own. A qualification that is
/// chosen brings its level along where none is chosen yet: it is part of what it is.
pub fn choose(editor: CvEditor, place: CvPlace, chosen: &str) {
    editor.write_step(place, chosen);
    if let CvPlace::Education(item, EducationField::Qualification) = place
        && let Some(level) = qualifications::level_of(chosen)
    {
        let place = CvPlace::Education(item, EducationField::Level);
        if editor.shown(place).is_empty() {
            editor.write_text(place, level.code());
        }
    }
}
