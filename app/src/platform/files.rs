//! Files out of the page and into it: download, share, choose.

use super::clock;
use super::listener::Listener;
use futures::channel::oneshot;
use js_sys::{Array, Uint8Array};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, File, FilePropertyBag, HtmlAnchorElement, HtmlInputElement, ShareData,
    Url,
};

/// How long a download may take to begin before its address ends, in milliseconds.
const ADDRESS_LIVES_MS: u32 = 60_000;

/// What became of sharing a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shared {
    /// It was handed on.
    Done,
    /// The person changed their mind.
    Cancelled,
    /// This browser cannot: offer the download.
    NotPossible,
}

/// A file that the person chose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChosenFile {
    /// Its name.
    pub name: String,
    /// What the browser takes it for, by its name; empty if it does not know.
    pub media_type: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Saves bytes as a file; answers whether the browser took them.
pub fn download(name: &str, media_type: &str, bytes: &[u8]) -> bool {
    begin_download(name, media_type, bytes).is_some()
}

/// Gives bytes an address within this page, for as long as the page lives.
pub fn object_address(bytes: &[u8], media_type: &str) -> Option<String> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts(bytes), &options).ok()?;
    Url::create_object_url_with_blob(&blob).ok()
}

/// Gives up such an address.
pub fn forget_address(address: &str) {
    // It fails for no address.
    let _ = Url::revoke_object_url(address);
}

fn begin_download(name: &str, media_type: &str, bytes: &[u8]) -> Option<()> {
    let address = object_address(bytes, media_type)?;
    let document = web_sys::window()?.document()?;
    let anchor: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    anchor.set_href(&address);
    anchor.set_download(name);
    // Firefox follows only anchors that are in the page.
    document.body()?.append_child(&anchor).ok()?;
    anchor.click();
    anchor.remove();
    wasm_bindgen_futures::spawn_local(async move {
        clock::wait(ADDRESS_LIVES_MS).await;
        let _ = Url::revoke_object_url(&address);
    });
    Some(())
}

/// Tells whether this browser can share files of a media type.
pub fn can_share(media_type: &str) -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    let probe = share_data("file", media_type, &[0]);
    let navigator = window.navigator();
    let knows = !super::translations::field(&navigator, "canShare").is_undefined();
    knows && probe.is_some_and(|data| navigator.can_share_with_data(&data))
}

/// Hands a file to the share sheet. It must follow directly on a tap of the person.
pub async fn share(name: &str, media_type: &str, bytes: &[u8]) -> Shared {
    if !can_share(media_type) {
        return Shared::NotPossible;
    }
    let (Some(window), Some(data)) = (web_sys::window(), share_data(name, media_type, bytes))
    else {
        return Shared::NotPossible;
    };
    outcome(&window, &data).await
}

/// Tells whether this browser can share a text.
pub fn can_share_text() -> bool {
    web_sys::window().is_some_and(|window| {
        !super::translations::field(&window.navigator(), "share").is_undefined()
    })
}

/// Hands a text to the share sheet. It must follow directly on a tap of the person.
pub async fn share_text(title: &str, text: &str) -> Shared {
    let Some(window) = web_sys::window().filter(|_| can_share_text()) else {
        return Shared::NotPossible;
    };
    let data = ShareData::new();
    data.set_title(title);
    data.set_text(text);
    outcome(&window, &data).await
}

async fn outcome(window: &web_sys::Window, data: &ShareData) -> Shared {
    match JsFuture::from(window.navigator().share_with_data(data)).await {
        Ok(_) => Shared::Done,
        Err(reason) => match reason.dyn_ref::<web_sys::DomException>() {
            Some(exception) if exception.name() == "AbortError" => Shared::Cancelled,
            _ => Shared::NotPossible,
        },
    }
}

fn share_data(name: &str, media_type: &str, bytes: &[u8]) -> Option<ShareData> {
    let options = FilePropertyBag::new();
    options.set_type(media_type);
    let file = File::new_with_u8_array_sequence_and_options(&parts(bytes), name, &options).ok()?;
    let data = ShareData::new();
    data.set_files(&Array::of1(&file));
    Some(data)
}

fn parts(bytes: &[u8]) -> Array {
    Array::of1(&Uint8Array::from(bytes))
}

/// Where a file is to come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// Among the person's files.
    Files,
    /// The camera that looks at the person, where there is one.
    Camera,
}

/// The chosen file has more bytes than wanted; it was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLarge;

/// Lets the person choose a file of some kinds (`.approdo,application/json`), and reads it; none if
/// they chose none.
pub async fn choose(kinds: &str) -> Option<ChosenFile> {
    read(&pick(Source::Files, kinds).await?).await
}

/// The same for a file of at most so many bytes; a larger one is not read.
pub async fn choose_within(kinds: &str, most_bytes: usize) -> Option<Result<ChosenFile, TooLarge>> {
    choose_from(Source::Files, kinds, most_bytes).await
}

/// The same from a source.
pub async fn choose_from(
    source: Source,
    kinds: &str,
    most_bytes: usize,
) -> Option<Result<ChosenFile, TooLarge>> {
    let file = pick(source, kinds).await?;
    if file.size() > most_bytes as f64 {
        return Some(Err(TooLarge));
    }
    read(&file).await.map(Ok)
}

async fn pick(source: Source, kinds: &str) -> Option<File> {
    let document = web_sys::window()?.document()?;
    let input: HtmlInputElement = document.create_element("input").ok()?.dyn_into().ok()?;
    input.set_type("file");
    input.set_accept(kinds);
    if source == Source::Camera {
        input.set_attribute("capture", "user").ok()?;
    }
    let (sender, receiver) = oneshot::channel::<()>();
    let sender = Rc::new(RefCell::new(Some(sender)));
    let settle = move |_| drop(sender.borrow_mut().take());
    let _listeners = [
        Listener::new(&input, "change", settle.clone()),
        Listener::new(&input, "cancel", settle),
    ];
    input.click();
    // The channel closing is the signal.
    let _ = receiver.await;
    input.files()?.get(0)
}

async fn read(file: &File) -> Option<ChosenFile> {
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    Some(ChosenFile {
        name: file.name(),
        media_type: file.type_(),
        bytes: Uint8Array::new(&buffer).to_vec(),
    })
}
