//! Receiving a sheet, a prepared set or a candidate's CV: by the camera, from pictures of its codes, or from a file.

use crate::components::button::Button;
use crate::components::page_frame::{PageFrame, PageTitle};
use crate::components::sheet::words::refusal_words;
use crate::i18n::{Key, format, text};
use crate::platform::camera::Camera;
use crate::platform::files::{self, ChosenFile};
use crate::platform::picture::Picture;
use crate::platform::{clock, focus};
use crate::state::client::use_client;
use crate::state::sheet::{
    CAMERA_LOOKS, LOOKS, Look, Receiving, Refusal, SheetEditor, Whole, read_codes,
};
use approdo_exchange::sheet::LARGEST_SHEET_BYTES;
use leptos::html::Video;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_navigate;
use std::sync::Arc;

/// How often the camera's picture is looked at: more often would only warm the phone.
const LOOK_MS: u32 = 150;
/// Largest photo that is read, in bytes.
const LARGEST_PHOTO_BYTES: usize = 32 * 1024 * 1024;

/// What the page has while a sheet is on its way.
#[derive(Clone)]
struct Way {
    receiving: RwSignal<Receiving>,
    is_camera_on: RwSignal<bool>,
    /// The sheet that is being written, to which a CV belongs.
    sheet: Option<SheetEditor>,
    open: Arc<dyn Fn(&str) + Send + Sync>,
}

/// Draws the page for whatever comes.
pub fn receive_page() -> AnyView {
    let navigate = use_navigate();
    let open = move |address: &str| navigate(address, Default::default());
    view! {
        <PageFrame title=text(Key::SheetsReceiveAny)>
            <div class="stack" data-receive-sheet="">
                <PageTitle words=text(Key::SheetsReceiveAny) />
                <p class="lead">{text(Key::SheetReceiveExplain)}</p>
                {ways_to_receive(None, open)}
            </div>
        </PageFrame>
    }
    .into_any()
}

/// Draws the ways in which something comes; a CV belongs to the sheet that is being written. What came is opened at its
/// address.
pub fn ways_to_receive(
    sheet: Option<SheetEditor>,
    open: impl Fn(&str) + Send + Sync + 'static,
) -> AnyView {
    let way = Way {
        receiving: RwSignal::new(Receiving::default()),
        is_camera_on: RwSignal::new(false),
        sheet,
        open: Arc::new(open),
    };
    let receiving = way.receiving;
    view! {
        {camera(way.clone())}
        <div role="status" class="stack">
            {move || progress(&receiving.get())}
        </div>
        {other_ways(way)}
    }
    .into_any()
}

fn progress(receiving: &Receiving) -> AnyView {
    let (seen, total) = receiving.progress();
    let numbers = [("seen", seen.to_string()), ("total", total.to_string())];
    let [seen_words, total_words] = numbers
        .each_ref()
        .map(|(name, words)| (*name, words.as_str()));
    let missing: Vec<String> = receiving.missing().iter().map(u8::to_string).collect();
    let missing = missing.join(", ");
    let counted = (total > 0).then(|| {
        view! {
            <p data-received=seen data-total=total>
                {format(Key::SheetReceived, &[seen_words, total_words])}
            </p>
            <progress class="progress" max=total value=seen aria-hidden="true"></progress>
            {(!missing.is_empty())
                .then(|| {
                    view! { <p>{format(Key::SheetMissing, &[("numbers", &missing)])}</p> }
                })}
        }
    });
    let refused = receiving.refusal.map(|refusal| {
        view! {
            <p class="notice" data-kind="warning" data-refused="">
                {text(refusal_words(refusal))}
            </p>
        }
    });
    view! {
        {counted}
        {refused}
    }
    .into_any()
}

fn camera(way: Way) -> AnyView {
    let video = NodeRef::<Video>::new();
    let is_on = way.is_camera_on;
    let begin = move || {
        is_on.set(true);
        let way = way.clone();
        // The element is there after this turn.
        request_animation_frame(move || spawn_local(scan(way, video)));
    };
    let button = StoredValue::new_local(begin);
    view! {
        {move || {
            is_on
                .get()
                .then(|| {
                    view! {
                        <video
                            node_ref=video
                            class="sheet-camera"
                            muted=true
                            playsinline=true
                            aria-label=text(Key::SheetCameraLabel)
                        ></video>
                    }
                })
        }}
        {move || {
            let (action, words) = match is_on.get() {
                true => ("stop-camera", Key::SheetCameraStop),
                false => ("scan-codes", Key::SheetCameraStart),
            };
            Button::primary(action, words)
                .draw(move || match is_on.get_untracked() {
                    true => is_on.set(false),
                    false => button.with_value(|begin| begin()),
                })
        }}
    }
    .into_any()
}

/// Looks at what the camera sees until the sheet is whole, the person stops, or the page is left.
async fn scan(way: Way, video: NodeRef<Video>) {
    let Some(element) = video.get_untracked() else {
        return;
    };
    let Some(camera) = Camera::open(element).await else {
        way.is_camera_on.try_set(false);
        way.refuse(Refusal::NoCamera);
        return;
    };
    for (longest_side, threshold) in CAMERA_LOOKS.into_iter().cycle() {
        if way.is_camera_on.try_get_untracked() != Some(true) {
            return;
        }
        if let Some((size, colours)) = camera.look(longest_side) {
            let codes = read_codes(size, &colours, threshold);
            if !codes.is_empty() && way.take_codes(&codes) {
                return;
            }
        }
        clock::wait(LOOK_MS).await;
    }
}

fn other_ways(way: Way) -> AnyView {
    let (photos, chosen) = (way.clone(), way.clone());
    let photo = move || {
        let way = photos.clone();
        spawn_local(async move {
            let chosen = files::choose_within("image/*", LARGEST_PHOTO_BYTES).await;
            match chosen {
                Some(Ok(file)) => way.take_photo(&file).await,
                Some(Err(_)) => way.refuse(Refusal::NoPicture),
                None => {}
            }
        });
    };
    let file = move || {
        let way = chosen.clone();
        spawn_local(async move {
            // Phones do not know the ending, and would offer nothing.
            let chosen = files::choose_within("", LARGEST_SHEET_BYTES).await;
            match chosen {
                Some(Ok(file)) => way.take_file(&file),
                Some(Err(_)) => way.refuse(Refusal::Sheet(
                    approdo_exchange::sheet::SheetFileError::TooLarge,
                )),
                None => {}
            }
        });
    };
    let again = move || {
        way.receiving.set(Receiving::default());
        focus::focus_soon("page-title".to_owned());
    };
    view! {
        <h2>{text(Key::SheetOtherWays)}</h2>
        <div class="button-row">
            {Button::secondary("choose-photo", Key::SheetChoosePhoto).draw(photo)}
            {Button::secondary("choose-sheet-file", Key::SheetChooseFile).draw(file)}
            {Button::secondary("begin-again", Key::SheetBeginAgain).draw(again)}
        </div>
    }
    .into_any()
}

impl Way {
    fn refuse(&self, refusal: Refusal) {
        self.receiving
            .try_update(|receiving| receiving.refusal = Some(refusal));
    }

    /// Takes codes; answers whether the sheet is whole.
    fn take_codes(&self, codes: &[String]) -> bool {
        let first_id = Receiving::first_id();
        let whole = self
            .receiving
            .try_update(|receiving| receiving.take_codes(codes, first_id));
        let whole = whole.flatten();
        self.keep(whole.as_ref());
        whole.is_some()
    }

    async fn take_photo(&self, file: &ChosenFile) {
        let Some(picture) = Picture::decode(&file.bytes, &file.media_type).await else {
            return self.refuse(Refusal::NoPicture);
        };
        for look in LOOKS {
            let codes = codes_in(&picture, look);
            if !codes.is_empty() {
                self.take_codes(&codes);
                return;
            }
            // The page goes on meanwhile.
            clock::wait(1).await;
        }
        self.refuse(Refusal::NoCode);
    }

    fn take_file(&self, file: &ChosenFile) {
        let first_id = Receiving::first_id();
        let whole = self
            .receiving
            .try_update(|receiving| receiving.take_file(&file.bytes, first_id));
        self.keep(whole.flatten().as_ref());
    }

    /// Keeps what is whole, and opens it.
    fn keep(&self, whole: Option<&Whole>) {
        let Some(whole) = whole else { return };
        let client = use_client();
        self.is_camera_on.try_set(false);
        let Some((address, was_here)) = Receiving::keep(client.workspace, whole, self.sheet) else {
            return self.refuse(Refusal::NoRoom);
        };
        let said = match (whole, was_here) {
            (Whole::Sheet(_), true) => Key::SheetWasHere,
            (Whole::Sheet(_), false) => Key::SheetIsHere,
            (Whole::Set(_), true) => Key::SetWasHere,
            (Whole::Set(_), false) => Key::SetIsHere,
            (Whole::Cv(_), _) => Key::SheetCvIsHere,
        };
        client.toasts.show(text(said));
        (self.open)(&address);
    }
}

fn codes_in(picture: &Picture, look: Look) -> Vec<String> {
    let (width, height) = picture.pixels();
    let scale = look.scale((width, height));
    let shown = |side: u32| (f64::from(side) * scale) as u32;
    let size = (shown(width), shown(height));
    let matrix = [scale, 0.0, 0.0, scale, 0.0, 0.0];
    let colours = picture.colours(size, matrix);
    colours
        .map(|colours| read_codes(size, &colours, look.threshold))
        .unwrap_or_default()
}
