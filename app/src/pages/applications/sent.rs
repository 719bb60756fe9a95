//! A paper as it was sent: its file, or, where that is not on this device, the document as it was then.

use crate::components::application::words::application_name_of;
use crate::components::attachment_pane::pdf;
use crate::components::button::Button;
use crate::components::icon::Icon;
use crate::components::page_frame::{PageFrame, PageTitle};
use crate::i18n::{Key, format, moment, text};
use crate::platform::files;
use crate::state::application::{ApplicationEditor, Paper, SentPages, SentPaper, sent_pages};
use crate::state::client::use_client;
use approdo_document::BlobHash;
use approdo_domain::FileReference;
use approdo_domain::application::FrozenVersion;
use leptos::prelude::*;
use leptos::task::spawn_local;

const PDF: &str = "application/pdf";

/// What of the file is here: still looked for, not on this device, or its bytes.
type Found = RwSignal<Option<Option<Vec<u8>>>>;

/// Draws a paper as it was sent.
pub fn sent_page(editor: ApplicationEditor, paper: Paper) -> AnyView {
    let title = text(match paper {
        Paper::Cv => Key::ApplicationFieldCvSent,
        Paper::Letter => Key::ApplicationFieldLetterSent,
    });
    let sent = editor.sent_paper(paper);
    let when = sent.version.as_ref().map(|version| {
        let when = moment(version.last_ms);
        let words = format(Key::ApplicationSentWritten, &[("when", &when)]);
        view! { <p class="card-meta">{words}</p> }
    });
    let drawn = match sent.is_known() {
        true => shown(sent, paper),
        false => view! { <p>{text(Key::ApplicationSentNothing)}</p> }.into_any(),
    };
    view! {
        <PageFrame title=title.clone()>
            <PageTitle words=title />
            <p class="lead">{application_name_of(editor)}</p>
            {when}
            <div class="stack" data-sent-paper=paper.code()>
                {drawn}
            </div>
            <p>
                <a href=format!("/applications/{}", editor.id()) class="text-link">
                    {text(Key::ApplicationBack)}
                </a>
            </p>
        </PageFrame>
    }
    .into_any()
}

fn shown(sent: SentPaper, paper: Paper) -> AnyView {
    let SentPaper { version, file } = sent;
    let Some(file) = file else {
        return version.map_or_else(|| ().into_any(), version_then);
    };
    let found = bytes_of(&file);
    let drawn = move || match found.get() {
        None => view! { <p role="status">{text(Key::PreviewWorking)}</p> }.into_any(),
        Some(Some(bytes)) => file_shown(&file, bytes, paper),
        Some(None) => view! {
            <p class="notice" data-kind="info">
                {text(Key::FileElsewhere)}
            </p>
            {version.clone().map(version_then)}
        }
        .into_any(),
    };
    drawn.into_any()
}

fn bytes_of(file: &FileReference) -> Found {
    let workspace = use_client().workspace;
    let hash = BlobHash(file.hash);
    let found = RwSignal::new(None);
    Effect::new(move |_| {
        // It may still come from another device.
        workspace.files_arrived.track();
        spawn_local(async move {
            let blob = workspace.blob(hash).await;
            found.try_set(Some(blob.map(|blob| blob.bytes().to_vec())));
        });
    });
    found
}

fn file_shown(file: &FileReference, bytes: Vec<u8>, paper: Paper) -> AnyView {
    let (extension, inside) = match file.media_type.as_str() {
        PDF => ("pdf", pdf_shown(file)),
        _ => {
            let written = String::from_utf8_lossy(&bytes).into_owned();
            ("txt", text_shown(written))
        }
    };
    let name = format!(
        "{}-{}.{extension}",
        text(Key::ApplicationFileName),
        paper.code()
    );
    let media_type = file.media_type.clone();
    let save = move || {
        if files::download(&name, &media_type, &bytes) {
            let words = format(Key::ExportDone, &[("file", &name)]);
            use_client().toasts.show(words);
        }
    };
    view! {
        <p>{text(Key::ApplicationSentFile)}</p>
        <div class="card-actions">
            {Button::secondary("download-sent", Key::ApplicationSentDownload)
                .with_icon(Icon::Download)
                .draw(save)}
        </div>
        {inside}
    }
    .into_any()
}

fn pdf_shown(file: &FileReference) -> AnyView {
    let address = RwSignal::new(None);
    let (workspace, file) = (use_client().workspace, file.clone());
    spawn_local(async move {
        let found = workspace.file_address(&file).await;
        address.try_set(found);
    });
    let drawn = move || {
        let address = address.get();
        address.map(|address| pdf(address, text(Key::ApplicationFieldCvSent)))
    };
    drawn.into_any()
}

fn text_shown(written: String) -> AnyView {
    view! { <p class="card sent-text" data-sent-text="" dir="auto">{written}</p> }.into_any()
}

/// The document as it was when it was sent.
fn version_then(version: FrozenVersion) -> AnyView {
    let client = use_client();
    let drawn = RwSignal::new(None);
    spawn_local(async move {
        let pages = sent_pages(client, version).await;
        drawn.try_set(Some(pages));
    });
    let shown = move || match drawn.get() {
        None => view! { <p role="status">{text(Key::PreviewWorking)}</p> }.into_any(),
        Some(Err(why)) => view! { <p role="status">{text(why)}</p> }.into_any(),
        Some(Ok(SentPages::Text(written))) => text_shown(written),
        Some(Ok(SentPages::Pages(pages))) => pages_shown(pages),
    };
    view! { <div data-sent-version="">{shown}</div> }.into_any()
}

fn pages_shown(pages: Vec<String>) -> AnyView {
    let count = pages.len().to_string();
    let numbered = pages.into_iter().zip(1_usize..);
    let pages: Vec<AnyView> = numbered
        .map(|(page, number)| {
            let values = [("page", number.to_string()), ("pages", count.clone())];
            let values = values
                .each_ref()
                .map(|(name, value)| (*name, value.as_str()));
            let label = format(Key::PreviewPage, &values);
            view! {
                <div class="preview-page">
                    <div class="preview-drawing" role="img" aria-label=label inner_html=page></div>
                </div>
            }
            .into_any()
        })
        .collect();
    pages.into_any()
}
