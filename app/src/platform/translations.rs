//! The words for people, as the page loads them: the first language is on its way before this
//! module runs, another one is fetched when it is chosen.

use super::local_storage;
use crate::i18n::Message;
use gloo_net::http::RequestBuilder;
use js_sys::{Array, JSON, Object, Promise, Reflect, global};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

const LANGUAGE_KEY: &str = "approdo.language";

/// Returns the tag of the language that the page began with.
pub fn first_language() -> String {
    let tag = field(&approdo(), "language").as_string();
    tag.unwrap_or_else(|| "it".to_owned())
}

/// Awaits the messages of the language that the page began with; none if they did not arrive.
pub async fn first() -> Option<Vec<Message>> {
    let promise: Promise = field(&approdo(), "translations").dyn_into().ok()?;
    messages(&JsFuture::from(promise).await.ok()?)
}

/// Fetches the messages of another language; none if there is no network and no copy of them.
pub async fn load(language: &str) -> Option<Vec<Message>> {
    fetch("translations", language).await
}

/// Fetches what a language says of what is loaded on demand; none as above.
pub async fn load_later(language: &str) -> Option<Vec<Message>> {
    fetch("laterTranslations", language).await
}

/// Fetches the words of a printed CV in a language that the interface does not have; none as above.
pub async fn load_cv(language: &str) -> Option<Vec<Message>> {
    fetch("cvTranslations", language).await
}

async fn fetch(group: &str, language: &str) -> Option<Vec<Message>> {
    let addresses = field(&field(&approdo(), "assets"), group);
    let address = field(&addresses, language).as_string()?;
    let response = RequestBuilder::new(&address)
        .build()
        .ok()?
        .send()
        .await
        .ok()?;
    let text = response.ok().then_some(response.text())?.await.ok()?;
    messages(&JSON::parse(&text).ok()?)
}

/// Returns in which direction a language is written, as `dir` says it.
pub fn direction(language: &str) -> Option<String> {
    field(&field(&approdo(), "directions"), language).as_string()
}

/// Keeps the language for the next visits.
pub fn remember(language: &str) {
    local_storage::set(LANGUAGE_KEY, language);
}

/// What the page's first script left for this module.
pub(super) fn approdo() -> JsValue {
    field(&global(), "approdo")
}

/// Returns a field, or undefined.
pub(super) fn field(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or_default()
}

fn messages(list: &JsValue) -> Option<Vec<Message>> {
    let list: &Array = list.dyn_ref()?;
    Some(list.iter().map(|value| message(&value)).collect())
}

fn message(value: &JsValue) -> Message {
    match (value.as_string(), value.dyn_ref::<Object>()) {
        (Some(text), _) => Message::Text(text),
        (None, Some(forms)) => {
            let entries = Object::entries(forms);
            let pairs = entries.iter().filter_map(|pair| {
                let pair: Array = pair.dyn_into().ok()?;
                Some((pair.get(0).as_string()?, pair.get(1).as_string()?))
            });
            Message::Plural(pairs.collect())
        }
        (None, None) => Message::Text(String::new()),
    }
}
