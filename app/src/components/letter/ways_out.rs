//! One way of sending a letter: what it is good for, and its buttons.

use crate::components::button::Button;
use crate::components::icon::{Icon, icon};
use crate::i18n::{Key, format, text};
use crate::state::letter::{LetterEditor, sending, word_file};
use approdo_domain::LetterFile;
use approdo_domain::letter::{AddresseeField, LetterForm, LetterPlace};
use leptos::prelude::*;

/// A way of sending a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// The letter as PDF.
    Pdf,
    /// Letter and CV in one PDF.
    PdfWithCv,
    /// An e-mail with the letter as its text.
    Mail,
    /// The words, to copy or to share.
    Words,
    /// A file to go on with in Word or LibreOffice.
    Docx,
}

impl Way {
    /// Returns the ways of a form: that for which it is made first.
    pub fn of(form: LetterForm) -> [Way; 5] {
        match form {
            LetterForm::EmailBody => [
                Self::Mail,
                Self::Words,
                Self::PdfWithCv,
                Self::Pdf,
                Self::Docx,
            ],
            LetterForm::ShortMessage => [
                Self::Words,
                Self::Mail,
                Self::PdfWithCv,
                Self::Pdf,
                Self::Docx,
            ],
            _ => [
                Self::PdfWithCv,
                Self::Pdf,
                Self::Mail,
                Self::Words,
                Self::Docx,
            ],
        }
    }

    /// Returns its name for tests, what it is called, and what it is good for.
    fn words(self) -> (&'static str, Key, Key) {
        match self {
            Self::Pdf => ("pdf", Key::LetterSendPdf, Key::LetterSendPdfExplain),
            Self::PdfWithCv => (
                "pdf-with-cv",
                Key::LetterSendWithCv,
                Key::LetterSendWithCvExplain,
            ),
            Self::Mail => ("mail", Key::LetterSendMail, Key::LetterSendMailExplain),
            Self::Words => ("words", Key::LetterSendWords, Key::LetterSendWordsExplain),
            Self::Docx => ("docx", Key::ExportDocx, Key::LetterSendDocxExplain),
        }
    }
}

/// Draws a way.
pub fn way_out(editor: LetterEditor, way: Way, pages: RwSignal<Option<Vec<String>>>) -> AnyView {
    let (word, title, explained) = way.words();
    let name = text(title);
    let content = match way {
        Way::Pdf => pdf(editor, LetterFile::Letter, &name, Some(pages)),
        Way::PdfWithCv => pdf(editor, LetterFile::LetterAndCv, &name, None),
        Way::Mail => mail(editor),
        Way::Words => words(editor, &name),
        Way::Docx => docx(editor, &name),
    };
    view! {
        <li class="card" data-way=word>
            <h2 class="card-title">{name}</h2>
            <p>{text(explained)}</p>
            {content}
        </li>
    }
    .into_any()
}

/// The buttons of a PDF; it can be printed if there is a place for its pages.
fn pdf(
    editor: LetterEditor,
    file: LetterFile,
    name: &str,
    pages: Option<RwSignal<Option<Vec<String>>>>,
) -> AnyView {
    let named = |key| format(key, &[("format", name)]);
    let share = sending::can_share().then(|| {
        Button::secondary("share-pdf", Key::ActionSharePdf)
            .with_icon(Icon::Share)
            .read_as(named(Key::ExportShareNamed))
            .draw(move || sending::share(editor, file))
    });
    let print = pages.map(|pages| {
        Button::secondary("print", Key::ActionPrint)
            .with_icon(Icon::Page)
            .draw(move || sending::print(editor, pages))
    });
    view! {
        <div class="card-actions">
            {Button::primary("download-pdf", Key::ExportDownload)
                .with_icon(Icon::Download)
                .read_as(named(Key::ExportDownloadNamed))
                .draw(move || sending::download(editor, file))} {share} {print}
        </div>
    }
    .into_any()
}

fn docx(editor: LetterEditor, name: &str) -> AnyView {
    let label = format(Key::ExportDownloadNamed, &[("format", name)]);
    view! {
        <div class="card-actions">
            {Button::secondary("download-docx", Key::ExportDownload)
                .with_icon(Icon::Download)
                .read_as(label)
                .draw(move || word_file::download(editor))}
        </div>
    }
    .into_any()
}

/// A link that opens the e-mail, and what to do if nothing opens.
fn mail(editor: LetterEditor) -> AnyView {
    let keystrokes = editor.keystrokes();
    let address = Memo::new(move |_| {
        keystrokes.track();
        sending::mail(editor).unwrap_or_default()
    });
    let to = editor
        .text(LetterPlace::Addressee(AddresseeField::Email))
        .text;
    let to = move || match to.get().trim() {
        "" => text(Key::LetterSendMailNoAddress),
        to => format(Key::LetterSendMailTo, &[("address", to)]),
    };
    view! {
        <p class="field-hint">{to}</p>
        <div class="card-actions">
            <a class="button button-primary" href=address data-action="open-mail">
                {icon(Icon::Share)}
                {text(Key::LetterSendMailOpen)}
            </a>
        </div>
        <details class="more" data-action="mail-help">
            <summary>{text(Key::LetterSendMailHelp)}</summary>
            <p>{text(Key::LetterSendMailHelpText)}</p>
        </details>
    }
    .into_any()
}

/// The words, copied or shared; shown where the browser does not let itself be told to copy.
fn words(editor: LetterEditor, name: &str) -> AnyView {
    let shown = RwSignal::new(None::<String>);
    let keystrokes = editor.keystrokes();
    Effect::new(move |_| {
        keystrokes.track();
        shown.set(None);
    });
    let share = sending::can_share_text().then(|| {
        let label = format(Key::ExportShareNamed, &[("format", name)]);
        Button::secondary("share-text", Key::ActionSharePdf)
            .with_icon(Icon::Share)
            .read_as(label)
            .draw(move || sending::share_words(editor))
    });
    let field = move || {
        let words = shown.get()?;
        Some(view! {
            <div class="field">
                <label for="letter-words">{text(Key::ExportCopyYourself)}</label>
                <textarea id="letter-words" rows="8" readonly prop:value=words></textarea>
            </div>
        })
    };
    view! {
        <div class="card-actions">
            {Button::primary("copy-text", Key::ExportCopy)
                .with_icon(Icon::Page)
                .draw(move || sending::copy(editor, shown))} {share}
        </div>
        <div role="status">{field}</div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_go_out_as_words_first_and_letters_as_pages() {
        assert_eq!(Way::of(LetterForm::ShortMessage)[0], Way::Words);
        assert_eq!(Way::of(LetterForm::EmailBody)[0], Way::Mail);
        for form in LetterForm::ALL
            .into_iter()
            .filter(|form| form.is_on_paper())
        {
            assert_eq!(Way::of(form)[0], Way::PdfWithCv);
        }
    }
}
