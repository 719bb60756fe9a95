//! The photo in the editor: shown, chosen from a file or taken, changed, removed. Cropping is in
//! `photo_crop`.

use super::photo_crop::PhotoCropper;
use crate::i18n::{Key, text};
use crate::platform::files::{self, Source};
use crate::platform::focus;
use crate::platform::picture::Picture;
use crate::state::client::use_client;
use crate::state::cv_editor::CvEditor;
use crate::state::photo_file::open_picture;
use crate::state::picture_bytes::{MOST_BYTES, PictureProblem};
use approdo_document::TextState;
use approdo_domain::{CvPlace, FileReference};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;

/// The button from which everything begins, and to which the focus comes back.
const CHOOSE: &str = "photo-choose";
/// What is offered to the browser. Phones turn their own formats into the first of these.
const KINDS: &str = "image/jpeg,image/png,image/webp";

/// A picture that is being cropped.
pub type OpenPicture = RwSignal<Option<Rc<Picture>>, LocalStorage>;

/// Draws the photo of a CV with all that can be done to it.
pub fn photo_field(editor: CvEditor) -> AnyView {
    let signals = editor.text(CvPlace::Photo);
    let picture: OpenPicture = RwSignal::new_local(None);
    let problem = RwSignal::new(None::<Key>);
    let written = signals.text;
    let file = Memo::new(move |_| written.with(|text| text.parse::<FileReference>().ok()));
    let state = signals.state;
    view! {
        <section class="photo-field" data-field="photo" aria-label=text(Key::FieldPhoto)>
            {move || match picture.get() {
                Some(open) => view! { <PhotoCropper editor open picture /> }.into_any(),
                None => shown(editor, file, picture, problem),
            }}
            {move || (state.get() == TextState::Conflict).then(|| versions(editor))}
            <p class="field-error" role="alert">{move || problem.get().map(text)}</p>
            <p class="field-hint">{text(Key::PhotoHint)}</p>
        </section>
    }
    .into_any()
}

fn shown(
    editor: CvEditor,
    file: Memo<Option<FileReference>>,
    picture: OpenPicture,
    problem: RwSignal<Option<Key>>,
) -> AnyView {
    let choose = move |source| {
        problem.set(None);
        spawn_local(async move {
            let opened = choose_picture(source).await;
            match opened {
                None => {}
                Some(Ok(opened)) => {
                    picture.try_set(Some(Rc::new(opened)));
                    focus::focus_soon("photo-canvas".to_owned());
                }
                Some(Err(reason)) => _ = problem.try_set(Some(problem_words(reason))),
            }
        });
    };
    let is_there = Memo::new(move |_| file.with(Option::is_some));
    let remove = move |_| {
        let before = editor.shown(CvPlace::Photo);
        editor.write_text(CvPlace::Photo, "");
        focus::focus_soon(CHOOSE.to_owned());
        use_client()
            .toasts
            .offer_undo(text(Key::PhotoRemoved), move || {
                editor.write_text(CvPlace::Photo, &before);
            });
    };
    view! {
        <div class="photo-row">
            {move || file.get().map(|file| photo_image(&file))}
            <div class="photo-actions">
                <button
                    type="button"
                    class="button button-secondary"
                    id=CHOOSE
                    data-action="choose-photo"
                    on:click=move |_| choose(Source::Files)
                >
                    {move || text(if is_there.get() { Key::PhotoChange } else { Key::PhotoChoose })}
                </button>
                <button
                    type="button"
                    class="button button-secondary touch-only"
                    data-action="take-photo"
                    on:click=move |_| choose(Source::Camera)
                >
                    {text(Key::PhotoTake)}
                </button>
                {move || {
                    is_there
                        .get()
                        .then(|| {
                            view! {
                                <button
                                    type="button"
                                    class="button button-quiet"
                                    data-action="remove-photo"
                                    on:click=remove
                                >
                                    {text(Key::PhotoRemove)}
                                </button>
                            }
                        })
                }}
            </div>
        </div>
    }
    .into_any()
}

/// Shows a photo; says so where its bytes are still on another device.
fn photo_image(file: &FileReference) -> AnyView {
    let address = address_of(file.clone());
    // Its place is kept while it comes, so that nothing below moves under a finger.
    let (width, height) = file.pixels.unwrap_or((3, 4));
    let shape = format!("{width} / {height}");
    let drawn = move || match address.get() {
        Some(Some(address)) => {
            view! { <img src=address alt=text(Key::PhotoAlt) data-photo="" /> }.into_any()
        }
        Some(None) => view! { <p class="field-hint">{text(Key::FileElsewhere)}</p> }.into_any(),
        None => ().into_any(),
    };
    view! {
        <div class="photo-image" style:aspect-ratio=shape>
            {drawn}
        </div>
    }
    .into_any()
}

/// Follows where a file's bytes are to be found: nothing known yet, nowhere here, or an address.
pub fn address_of(file: FileReference) -> RwSignal<Option<Option<String>>> {
    let workspace = use_client().workspace;
    let address = RwSignal::new(None);
    Effect::new(move |_| {
        workspace.files_arrived.track();
        let wanted = file.clone();
        spawn_local(async move {
            let found = workspace.file_address(&wanted).await;
            address.try_set(Some(found));
        });
    });
    address
}

/// Two devices chose different photos: both are shown, and one is chosen.
fn versions(editor: CvEditor) -> AnyView {
    let versions = editor.versions(CvPlace::Photo).into_iter().map(|version| {
        let file = version.text.parse::<FileReference>().ok();
        let chosen = version.text.clone();
        view! {
            <li class="stack">
                {file.map(|file| photo_image(&file))}
                <button
                    type="button"
                    class="button button-secondary"
                    data-action="choose-version"
                    on:click=move |_| editor.choose(CvPlace::Photo, &chosen)
                >
                    {text(if version.text.is_empty() { Key::PhotoNone } else { Key::PhotoThis })}
                </button>
            </li>
        }
    });
    view! {
        <div class="notice" data-kind="warning" data-conflict="">
            <p>{text(Key::PhotoTwo)}</p>
            <ul class="photo-versions">{versions.collect_view()}</ul>
        </div>
    }
    .into_any()
}

async fn choose_picture(source: Source) -> Option<Result<Picture, PictureProblem>> {
    let chosen = files::choose_from(source, KINDS, MOST_BYTES).await?;
    Some(match chosen {
        Ok(file) => open_picture(&file.bytes).await,
        Err(files::TooLarge) => Err(PictureProblem::TooLarge),
    })
}

/// Returns the words for why a picture is not taken.
pub fn problem_words(problem: PictureProblem) -> Key {
    match problem {
        PictureProblem::NotAPicture => Key::PhotoNotAPicture,
        PictureProblem::TooLarge => Key::PhotoTooLarge,
        PictureProblem::TooSmall => Key::PhotoTooSmall,
        PictureProblem::Damaged => Key::PhotoDamaged,
    }
}
