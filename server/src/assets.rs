//! The client's files, embedded in this program: which there are, and how they are answered.

use crate::coding::accepts;
use crate::guard::CarriedOut;
use crate::page_policy::policy;
use crate::problem::Problem;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};
use std::collections::HashMap;

use crate::state::AppState;

mod embedded {
    //! The list that the build script wrote.
    include!(concat!(env!("OUT_DIR"), "/embedded.rs"));
}

/// What people see when the program was built without the client.
const NO_CLIENT: &str = "This server was built without the client. Run: cargo xtask run\n";

/// One file as it is served.
#[derive(Debug, Clone)]
pub struct Asset {
    /// Its address.
    pub url: String,
    /// Its media type.
    pub content_type: String,
    /// Whether its address changes with its content.
    pub is_immutable: bool,
    /// Its bytes.
    pub bytes: Bytes,
    /// Its bytes packed by brotli, if that is smaller.
    pub brotli: Option<Bytes>,
    /// Its bytes packed by gzip, if that is smaller.
    pub gzip: Option<Bytes>,
}

/// A file with what its answers repeat.
#[derive(Debug)]
struct Prepared {
    asset: Asset,
    content_type: HeaderValue,
    /// The policy of a page, a script, a worker's script.
    policy: Option<HeaderValue>,
    digest: String,
}

/// All files.
#[derive(Debug, Default)]
pub struct Assets {
    by_url: HashMap<String, Prepared>,
}

impl Assets {
    /// Prepares files for serving; one whose media type is no header value is left out.
    pub fn new(assets: Vec<Asset>) -> Self {
        let prepared = assets.into_iter().filter_map(|asset| {
            let content_type = HeaderValue::from_str(&asset.content_type).ok()?;
            let digest = Sha256::digest(&asset.bytes);
            let prepared = Prepared {
                digest: hex::encode(&digest[..16]),
                policy: policy_of(&asset),
                content_type,
                asset,
            };
            Some((prepared.asset.url.clone(), prepared))
        });
        Self {
            by_url: prepared.collect(),
        }
    }

    /// Returns the files that this program was built with.
    pub fn embedded() -> Self {
        let assets = embedded::FILES.iter().map(
            |&(url, content_type, is_immutable, bytes, brotli, gzip)| Asset {
                url: url.to_owned(),
                content_type: content_type.to_owned(),
                is_immutable,
                bytes: Bytes::from_static(bytes),
                brotli: brotli.map(Bytes::from_static),
                gzip: gzip.map(Bytes::from_static),
            },
        );
        Self::new(assets.collect())
    }

    /// Tells whether there are no files: the program was built without the client.
    pub fn is_empty(&self) -> bool {
        self.by_url.is_empty()
    }

    /// Returns the unpacked bytes at an address.
    pub fn bytes(&self, path: &str) -> Option<&Bytes> {
        self.find(path).map(|file| &file.asset.bytes)
    }

    /// Finds the file for an address. Pages have no dot in theirs: they are all the one page, which
    /// finds its way by itself.
    fn find(&self, path: &str) -> Option<&Prepared> {
        let is_page = !path.contains('.') && path != "/api" && !path.starts_with("/api/");
        self.by_url
            .get(path)
            .or_else(|| self.by_url.get("/").filter(|_| is_page))
    }
}

/// Answers every request that no route takes.
pub async fn serve(
    State(state): State<AppState>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    if !matches!(method, Method::GET | Method::HEAD) {
        return Problem::WRONG_METHOD.into_response();
    }
    let assets = state.client.present();
    if assets.is_empty() && uri.path() == "/" {
        return NO_CLIENT.into_response();
    }
    match assets.find(uri.path()) {
        Some(file) => answer(file, &headers),
        None => Problem::NOT_FOUND.into_response(),
    }
}

fn answer(file: &Prepared, headers: &HeaderMap) -> Response {
    let (coding, bytes) = choose(&file.asset, headers);
    let tag = format!("\"{}-{}\"", file.digest, coding.unwrap_or("plain"));
    let is_known = headers
        .get_all(header::IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .any(|value| value.split(',').any(|known| known.trim() == tag));
    let mut response = match is_known {
        true => StatusCode::NOT_MODIFIED.into_response(),
        false => Response::new(Body::from(bytes)),
    };
    // Also on 304, which renews the headers that a browser keeps.
    if let Some(policy) = &file.policy {
        response.extensions_mut().insert(CarriedOut(policy.clone()));
    }
    let answered = response.headers_mut();
    answered.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
    let caching = match file.asset.is_immutable {
        true => "public, max-age=31536000, immutable",
        false => "no-cache",
    };
    answered.insert(header::CACHE_CONTROL, HeaderValue::from_static(caching));
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        answered.insert(header::ETAG, tag);
    }
    if !is_known {
        answered.insert(header::CONTENT_TYPE, file.content_type.clone());
        if let Some(coding) = coding {
            answered.insert(header::CONTENT_ENCODING, HeaderValue::from_static(coding));
        }
    }
    response
}

/// Returns the policy of a file that a browser carries out; none for all others.
fn policy_of(asset: &Asset) -> Option<HeaderValue> {
    let is_page = asset.content_type.starts_with("text/html");
    let is_script = asset.content_type.starts_with("text/javascript");
    let text = std::str::from_utf8(&asset.bytes).ok().filter(|_| is_page);
    (is_page || is_script).then(|| policy(text))
}

/// Returns the smallest form that the browser takes.
fn choose(asset: &Asset, headers: &HeaderMap) -> (Option<&'static str>, Bytes) {
    let forms = [("br", &asset.brotli), ("gzip", &asset.gzip)];
    forms
        .into_iter()
        .find_map(|(coding, form)| {
            let bytes = form.as_ref().filter(|_| accepts(headers, coding))?;
            Some((Some(coding), bytes.clone()))
        })
        .unwrap_or_else(|| (None, asset.bytes.clone()))
}
