//! The catalogue that who runs the server imported: asked for, and kept on this device. It belongs to the
//! server, not to a version of the client, so the service worker has no part in it. What is in it is not
//! known here.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

/// Not named as the service worker's own caches are: it removes those of other versions.
const CACHE: &str = "official-catalog";

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch)]
    async fn fetch(address: &str) -> Result<JsValue, JsValue>;

    type Response;
    #[wasm_bindgen(constructor)]
    fn new(body: &Uint8Array) -> Response;
    #[wasm_bindgen(method, getter)]
    fn status(this: &Response) -> u16;
    #[wasm_bindgen(method, catch, js_name = arrayBuffer)]
    async fn array_buffer(this: &Response) -> Result<JsValue, JsValue>;

    // Not there where the page came over an insecure line.
    #[wasm_bindgen(thread_local_v2, js_name = caches)]
    static CACHES: Option<CacheStorage>;
    #[derive(Clone)]
    type CacheStorage;
    #[wasm_bindgen(method, catch)]
    async fn open(this: &CacheStorage, name: &str) -> Result<JsValue, JsValue>;

    type Cache;
    #[wasm_bindgen(method, catch, js_name = match)]
    async fn find(this: &Cache, address: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, catch)]
    async fn put(this: &Cache, address: &str, response: &Response) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, catch)]
    async fn delete(this: &Cache, address: &str) -> Result<JsValue, JsValue>;
}

/// What the server answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The status of HTTP.
    pub status: u16,
    /// The body.
    pub bytes: Vec<u8>,
}

/// Asks the server for the catalogue of a language; none if it does not answer.
pub async fn ask(language: &str) -> Option<Answer> {
    let response: Response = fetch(&address(language)).await.ok()?.unchecked_into();
    let status = response.status();
    Some(Answer {
        status,
        bytes: body(&response).await?,
    })
}

/// Returns the catalogue of a language that is kept here; none if none is.
pub async fn kept(language: &str) -> Option<Vec<u8>> {
    let found = cache().await?.find(&address(language)).await.ok()?;
    if found.is_undefined() {
        return None;
    }
    body(&found.unchecked_into()).await
}

/// Keeps the catalogue of a language for when there is no network; in vain on a full disk.
pub async fn keep(language: &str, bytes: &[u8]) {
    if let Some(cache) = cache().await {
        let response = Response::new(&Uint8Array::from(bytes));
        let _ = cache.put(&address(language), &response).await;
    }
}

/// Removes the catalogue of a language.
pub async fn forget(language: &str) {
    if let Some(cache) = cache().await {
        // Nothing is there to remove if this fails.
        let _ = cache.delete(&address(language)).await;
    }
}

async fn cache() -> Option<Cache> {
    let caches = CACHES.with(Clone::clone)?;
    Some(caches.open(CACHE).await.ok()?.unchecked_into())
}

async fn body(response: &Response) -> Option<Vec<u8>> {
    let buffer = response.array_buffer().await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

fn address(language: &str) -> String {
    format!("/api/v1/catalog/{language}")
}
