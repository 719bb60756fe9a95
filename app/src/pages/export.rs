//! The ways of giving a CV away: one card for each format, with what it is good for.

use super::with_editor::cv_name_of;
use crate::components::bottom_bar::{BarPage, BottomBar};
use crate::components::button::Button;
use crate::components::export_fields::ExportFields;
use crate::components::icon::Icon;
use crate::components::page_frame::{PageFrame, PageTitle};
use crate::components::pdf_buttons::{download_pdf, share_pdf};
use crate::i18n::{Key, format, text};
use crate::state::client::use_client;
use crate::state::cv_editor::CvEditor;
use crate::state::exporting::{self, ContactsCode};
use approdo_exchange::export::FileFormat;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Draws the ways of giving a CV away.
pub fn export_page(editor: CvEditor) -> AnyView {
    let name = cv_name_of(editor);
    let pages = RwSignal::new(None::<Vec<String>>);
    forget_when_changed(editor, pages);
    let rows = FileFormat::ALL.map(|each| row(editor, each));
    view! {
        {move || printed(pages)}
        <PageFrame title=text(Key::ExportTitle) class="with-bottom-bar">
            <PageTitle words=text(Key::ExportTitle) />
            <p class="lead">{move || name.get()}</p>
            <ExportFields editor />
            <ul class="card-list" data-formats="">
                {pdf_row(editor, pages)} {Vec::from(rows)}
            </ul>
        </PageFrame>
        <BottomBar editor page=BarPage::Other />
    }
    .into_any()
}

/// Forgets what was made as soon as something else would be in it: who prints again from the browser's
/// menu, or shows the code, must not give away what is no longer chosen.
fn forget_when_changed<T: Send + Sync + 'static>(editor: CvEditor, made: RwSignal<Option<T>>) {
    let keystrokes = editor.keystrokes();
    let choices = use_client().export_choices;
    Effect::new(move |_| {
        keystrokes.track();
        choices.of(editor.id());
        made.set(None);
    });
}

/// The pages, on paper only.
fn printed(pages: RwSignal<Option<Vec<String>>>) -> Option<AnyView> {
    let pages = pages.get()?;
    let drawn: Vec<_> = pages
        .into_iter()
        .map(|page| view! { <div class="preview-page" inner_html=page></div> })
        .collect();
    Some(view! { <div class="preview print-only">{drawn}</div> }.into_any())
}

fn pdf_row(editor: CvEditor, pages: RwSignal<Option<Vec<String>>>) -> AnyView {
    let name = text(Key::ExportPdf);
    let label = named(Key::ExportShareNamed, &name);
    let print = move || exporting::print(editor, pages);
    view! {
        <li class="card" data-format="pdf">
            <h2 class="card-title">{name}</h2>
            <p>{text(Key::ExportPdfExplain)}</p>
            <div class="card-actions">
                {download_pdf(editor)}
                {share_pdf(editor, Some(label))}
                {button(Icon::Page, Key::ActionPrint, text(Key::ActionPrint), "print", print)}
            </div>
        </li>
    }
    .into_any()
}

fn row(editor: CvEditor, file_format: FileFormat) -> AnyView {
    let (title, explained) = words(file_format);
    let name = text(title);
    let download = named(Key::ExportDownloadNamed, &name);
    let share = exporting::can_share(file_format).then(|| {
        let label = named(Key::ExportShareNamed, &name);
        let share = move || exporting::share(editor, file_format);
        button(Icon::Share, Key::ActionSharePdf, label, "share-file", share)
    });
    let (more, below) = match file_format {
        FileFormat::PlainText => copied(editor, &name),
        FileFormat::VCard => contacts_code(editor),
        _ => (().into_any(), ().into_any()),
    };
    view! {
        <li class="card" data-format=word(file_format)>
            <h2 class="card-title">{name}</h2>
            <p>{text(explained)}</p>
            <div class="card-actions">
                {button(
                    Icon::Download,
                    Key::ExportDownload,
                    download,
                    "download-file",
                    move || exporting::download(editor, file_format),
                )} {share} {more}
            </div>
            {below}
        </li>
    }
    .into_any()
}

/// What comes beside the usual buttons of a format, and below them.
type More = (AnyView, AnyView);

/// Copies the text; shows it where the browser does not let itself be told to copy.
fn copied(editor: CvEditor, name: &str) -> More {
    let shown = RwSignal::new(None::<String>);
    forget_when_changed(editor, shown);
    let field = move || {
        let words = shown.get()?;
        Some(view! {
            <div class="field">
                <label for="export-text">{text(Key::ExportCopyYourself)}</label>
                <textarea id="export-text" rows="8" readonly prop:value=words></textarea>
            </div>
        })
    };
    let label = named(Key::ExportCopyNamed, name);
    let copy = move || exporting::copy(editor, shown);
    let below = view! { <div role="status">{field}</div> };
    (
        button(Icon::Page, Key::ExportCopy, label, "copy-text", copy),
        below.into_any(),
    )
}

/// Shows name and contacts as a code that another phone takes over.
fn contacts_code(editor: CvEditor) -> More {
    let code = RwSignal::new(None::<ContactsCode>);
    forget_when_changed(editor, code);
    let show = move || {
        spawn_local(async move {
            let made = exporting::contacts_code(editor).await;
            code.try_set(made);
        });
    };
    let label = text(Key::ExportCode);
    let drawn = move || {
        code.get()
            .map(|code| (code.draw)(&code.card, Key::ExportCodeAlt))
    };
    let below = view! {
        <div role="status" data-code="">
            {drawn}
        </div>
    };
    (
        button(Icon::Device, Key::ExportCode, label, "show-code", show),
        below.into_any(),
    )
}

fn named(key: Key, format_name: &str) -> String {
    format(key, &[("format", format_name)])
}

fn button(
    shape: Icon,
    words: Key,
    label: String,
    action: &'static str,
    act: impl Fn() + 'static,
) -> AnyView {
    let button = Button::secondary(action, words).with_icon(shape);
    button.read_as(label).draw(act)
}

/// What a format is called, and what it is good for.
fn words(file_format: FileFormat) -> (Key, Key) {
    match file_format {
        FileFormat::Docx => (Key::ExportDocx, Key::ExportDocxExplain),
        FileFormat::Europass => (Key::ExportEuropass, Key::ExportEuropassExplain),
        FileFormat::PlainText => (Key::ExportText, Key::ExportTextExplain),
        FileFormat::VCard => (Key::ExportContacts, Key::ExportContactsExplain),
        FileFormat::JsonResume => (Key::ExportJsonResume, Key::ExportJsonResumeExplain),
        FileFormat::ApprodoJson => (Key::ExportApprodo, Key::ExportApprodoExplain),
    }
}

fn word(file_format: FileFormat) -> &'static str {
    match file_format {
        FileFormat::Docx => "docx",
        FileFormat::Europass => "europass",
        FileFormat::PlainText => "text",
        FileFormat::VCard => "contacts",
        FileFormat::JsonResume => "json-resume",
        FileFormat::ApprodoJson => "approdo",
    }
}
