//! Cropping a photo: the picture under a frame, moved and enlarged by fingers, mouse, wheel and keys,
//! turned by a button. What each of these does is decided in `state::photo_gesture`.

use super::button::Button;
use super::photo_field::{OpenPicture, problem_words};
use crate::i18n::{Key, text};
use crate::platform::picture::{self, Picture};
use crate::platform::{drag::PointerEvent, focus};
use crate::state::client::use_client;
use crate::state::cv_editor::CvEditor;
use crate::state::photo_crop::{PhotoCrop, PhotoShape};
use crate::state::photo_file::make_photo;
use crate::state::photo_gesture::{PhotoGesture, pressed};
use approdo_domain::CvPlace;
use approdo_sync::blobs::BlobOrigin;
use leptos::html::Canvas;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;

/// How many pixels the frame has while one crops.
fn frame_pixels(shape: PhotoShape) -> (u32, u32) {
    let (width, height) = shape.most_pixels();
    (width * 4 / 5, height * 4 / 5)
}

/// The picture under its frame, with what can be done to it.
#[component]
pub fn PhotoCropper(
    /// The CV.
    editor: CvEditor,
    /// The picture.
    open: Rc<Picture>,
    /// Where the field keeps it; emptied when cropping ends.
    picture: OpenPicture,
) -> impl IntoView {
    let crop = RwSignal::new(PhotoCrop::new(open.pixels(), PhotoShape::Portrait));
    let problem = RwSignal::new(None::<Key>);
    let end = move || {
        picture.set(None);
        focus::focus_soon("photo-choose".to_owned());
    };
    let saved = open.clone();
    let save = move || save_photo(editor, saved.clone(), crop.get_untracked(), problem, end);
    view! {
        <div class="photo-cropper stack" data-cropper="">
            {frame(open, crop)}
            <p class="field-hint" id="photo-keys">{text(Key::PhotoCropHint)}</p>
            {zoom_and_turn(crop)}
            {shapes(crop)}
            <p class="field-error" role="alert">{move || problem.get().map(text)}</p>
            <div class="button-row">
                {Button::primary("save-photo", Key::PhotoSave).draw(save)}
                {Button::secondary("cancel-photo", Key::ActionCancel).draw(end)}
            </div>
        </div>
    }
    .into_any()
}

fn frame(open: Rc<Picture>, crop: RwSignal<PhotoCrop>) -> AnyView {
    let canvas = NodeRef::<Canvas>::new();
    let gesture = StoredValue::new(PhotoGesture::default());
    Effect::new(move |_| {
        let now = crop.get();
        if let Some(canvas) = canvas.get() {
            let pixels = frame_pixels(now.shape());
            picture::resize(&canvas, pixels);
            open.draw(&canvas, now.placement(pixels).matrix);
        }
    });
    let down = move |event: PointerEvent| {
        picture::hold_pointer(&event);
        let (finger, at) = picture::pointer_at(&event);
        gesture.update_value(|gesture| gesture.down(finger, at));
    };
    let moved = move |event: PointerEvent| {
        let (finger, at) = picture::pointer_at(&event);
        let Some(frame) = canvas
            .get_untracked()
            .map(|canvas| picture::shown_size(&canvas))
        else {
            return;
        };
        let before = crop.get_untracked();
        let after = gesture.try_update_value(|known| known.moved(finger, at, frame, before));
        if let Some(after) = after.filter(|after| *after != before) {
            crop.set(after);
        }
    };
    let up = move |event: PointerEvent| {
        gesture.update_value(|gesture| gesture.up(event.pointer_id()));
    };
    view! {
        <canvas
            node_ref=canvas
            id="photo-canvas"
            class="photo-canvas"
            tabindex="0"
            role="application"
            aria-label=text(Key::PhotoCropLabel)
            aria-describedby="photo-keys"
            on:pointerdown=down
            on:pointermove=moved
            on:pointerup=up
            on:pointercancel=up
            on:wheel=move |event| {
                event.prevent_default();
                let larger = if event.delta_y() < 0.0 { 1.1 } else { 1.0 / 1.1 };
                crop.update(|crop| *crop = crop.with_zoom(crop.zoom() * larger));
            }
            on:keydown=move |event| {
                if let Some(after) = pressed(&event.key(), crop.get_untracked()) {
                    event.prevent_default();
                    crop.set(after);
                }
            }
        ></canvas>
    }
    .into_any()
}

fn zoom_and_turn(crop: RwSignal<PhotoCrop>) -> AnyView {
    view! {
        <div class="photo-tools">
            <label class="field">
                <span>{text(Key::PhotoZoom)}</span>
                <input
                    type="range"
                    id="photo-zoom"
                    min="1"
                    max="6"
                    step="0.05"
                    prop:value=move || crop.get().zoom().to_string()
                    on:input=move |event| {
                        let zoom = event_target_value(&event).parse().unwrap_or(1.0);
                        crop.update(|crop| *crop = crop.with_zoom(zoom));
                    }
                />
            </label>
            <button
                type="button"
                class="button button-secondary"
                data-action="turn-photo"
                on:click=move |_| crop.update(|crop| *crop = crop.turned())
            >
                {text(Key::PhotoTurn)}
            </button>
        </div>
    }
    .into_any()
}

fn shapes(crop: RwSignal<PhotoCrop>) -> AnyView {
    let shape = move |shape: PhotoShape, word: &'static str, label: Key| {
        view! {
            <label class="checkbox-row">
                <input
                    type="radio"
                    name="photo-shape"
                    data-shape=word
                    prop:checked=move || crop.get().shape() == shape
                    on:change=move |_| crop.update(|crop| *crop = crop.with_shape(shape))
                />
                <span>{text(label)}</span>
            </label>
        }
    };
    view! {
        <fieldset class="photo-shapes">
            <legend>{text(Key::PhotoShape)}</legend>
            {shape(PhotoShape::Portrait, "portrait", Key::PhotoShapePortrait)}
            {shape(PhotoShape::Square, "square", Key::PhotoShapeSquare)}
        </fieldset>
    }
    .into_any()
}

/// Makes the photo, stores it, and only then names it in the CV.
fn save_photo(
    editor: CvEditor,
    open: Rc<Picture>,
    crop: PhotoCrop,
    problem: RwSignal<Option<Key>>,
    end: impl Fn() + 'static,
) {
    let workspace = use_client().workspace;
    problem.set(None);
    spawn_local(async move {
        let kept = match make_photo(&open, crop).await {
            Ok((blob, file)) => match workspace.keep_blob(&blob, BlobOrigin::Here).await {
                Ok(()) => Ok(file),
                Err(_) => Err(Key::FileNotKept),
            },
            Err(reason) => Err(problem_words(reason)),
        };
        match kept {
            // The person may have gone elsewhere meanwhile; the photo is theirs all the same.
            Ok(file) => {
                editor.write_text(CvPlace::Photo, &file.to_string());
                if problem.try_get_untracked().is_some() {
                    end();
                }
            }
            Err(words) => _ = problem.try_set(Some(words)),
        }
    });
}
