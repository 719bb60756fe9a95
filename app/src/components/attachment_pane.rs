//! A file beside the editor, to copy from: a picture or a PDF. On wide screens it takes the place of
//! the pages; on a phone it stays above the fields, as high as the person wants.

use super::attachments::shown_name;
use super::photo_field::address_of;
use crate::i18n::{Key, format, text};
use crate::state::attachments::Attachments;
use crate::state::client::use_client;
use crate::state::cv_editor::CvEditor;
use approdo_document::Attachment;
use leptos::prelude::*;

/// Draws the file that is looked at; nothing if it is gone meanwhile.
pub fn attachment_pane(editor: CvEditor) -> AnyView {
    let client = use_client();
    let files_beside = Attachments::of(client.workspace, editor);
    let revision = editor.revision();
    let shown = Memo::new(move |_| {
        revision.track();
        let (_, wanted) = client.viewing.get()?;
        let mut list = files_beside.list().into_iter();
        list.find(|attachment| attachment.id == wanted)
    });
    let drawn = move || shown.get().map(|attachment| pane(&attachment));
    drawn.into_any()
}

fn pane(attachment: &Attachment) -> AnyView {
    let name = shown_name(attachment);
    let label = format(Key::AttachmentPane, &[("name", &name)]);
    let height = RwSignal::new(35_u32);
    let zoom = RwSignal::new(100_u32);
    let is_picture = attachment.file.is_picture();
    view! {
        <section class="attachment-pane" id="attachment-pane" tabindex="-1" aria-label=label.clone()>
            <div class="attachment-bar">
                <h2>{name}</h2>
                {is_picture.then(|| zoom_buttons(zoom))}
                <button
                    type="button"
                    class="button button-quiet"
                    data-action="close-attachment"
                    on:click=move |_| use_client().viewing.set(None)
                >
                    {text(Key::ActionClose)}
                </button>
            </div>
            <div
                class="attachment-content"
                tabindex="0"
                role="group"
                aria-label=label.clone()
                style=("--pane-height", move || format!("{}svh", height.get()))
            >
                {content(attachment, label.clone(), zoom)}
            </div>
            <label class="attachment-height">
                <span>{text(Key::AttachmentPaneSize)}</span>
                <input
                    type="range"
                    id="attachment-height"
                    min="15"
                    max="50"
                    prop:value=move || height.get().to_string()
                    on:input=move |event| {
                        height.set(event_target_value(&event).parse().unwrap_or(35));
                    }
                />
            </label>
        </section>
    }
    .into_any()
}

fn zoom_buttons(zoom: RwSignal<u32>) -> AnyView {
    let change = move |larger: bool| {
        zoom.update(|zoom| {
            *zoom = if larger { *zoom + 50 } else { *zoom - 50 };
            *zoom = (*zoom).clamp(100, 400);
        });
    };
    view! {
        <button
            type="button"
            class="button button-icon"
            data-action="smaller-attachment"
            aria-label=text(Key::AttachmentSmaller)
            disabled=move || zoom.get() == 100
            on:click=move |_| change(false)
        >
            "−"
        </button>
        <button
            type="button"
            class="button button-icon"
            data-action="larger-attachment"
            aria-label=text(Key::PhotoZoom)
            on:click=move |_| change(true)
        >
            "+"
        </button>
    }
    .into_any()
}

fn content(attachment: &Attachment, label: String, zoom: RwSignal<u32>) -> AnyView {
    let file = attachment.file.clone();
    let (is_picture, is_pdf) = (file.is_picture(), file.media_type == "application/pdf");
    if !is_picture && !is_pdf {
        return view! { <p>{text(Key::AttachmentNotShown)}</p> }.into_any();
    }
    let address = address_of(file);
    let drawn = move || match address.get() {
        None => ().into_any(),
        Some(None) => {
            view! { <p class="notice" data-kind="info">{text(Key::FileElsewhere)}</p> }.into_any()
        }
        Some(Some(address)) if is_pdf => pdf(address, label.clone()),
        Some(Some(address)) => view! {
            <img
                src=address
                alt=label.clone()
                data-attachment-picture=""
                style:inline-size=move || format!("{}%", zoom.get())
            />
        }
        .into_any(),
    };
    drawn.into_any()
}

/// Draws a PDF. Not every phone shows one within a page: the link is for those.
pub fn pdf(address: String, label: String) -> AnyView {
    view! {
        <p>
            <a class="text-link" href=address.clone() target="_blank" rel="external noopener">
                {text(Key::AttachmentOpen)}
            </a>
        </p>
        <iframe class="attachment-pdf" src=address title=label></iframe>
    }
    .into_any()
}
