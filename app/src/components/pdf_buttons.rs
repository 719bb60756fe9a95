//! The buttons that save the PDF of a CV and, where the browser can, share it.

use super::button::Button;
use super::icon::Icon;
use crate::i18n::Key;
use crate::state::cv_editor::CvEditor;
use crate::state::pdf;
use leptos::prelude::*;

/// Draws the button that saves the PDF.
pub fn download_pdf(editor: CvEditor) -> AnyView {
    Button::primary("download-pdf", Key::ActionDownloadPdf)
        .with_icon(Icon::Download)
        .draw(move || pdf::download(editor))
}

/// Draws the button that shares the PDF, read aloud as `label` if there is one; none where the browser
/// cannot share files.
pub fn share_pdf(editor: CvEditor, label: Option<String>) -> Option<AnyView> {
    let button = Button::secondary("share-pdf", Key::ActionSharePdf).with_icon(Icon::Share);
    let button = match label {
        Some(label) => button.read_as(label),
        None => button,
    };
    pdf::can_share().then(|| button.draw(move || pdf::share(editor)))
}
