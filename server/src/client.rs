//! The way to a server over HTTP for programs that are no browsers: tests, benchmarks, tools.

use approdo_document::{BlobHash, SpaceId};
use approdo_sync::blob_exchange::{
    BlobProgress, BlobTransport, FetchedPart, OfferedPart, blob_path,
};
use approdo_sync::frame::{MEDIA_TYPE, PROTOCOL_HEADER, PROTOCOL_VERSION};
use approdo_sync::transport::{Transport, TransportError};
use reqwest::header::{CONTENT_TYPE, COOKIE, HeaderMap, RETRY_AFTER, SET_COOKIE};
use reqwest::{Client, Method, RequestBuilder, Response, StatusCode};
use std::sync::{Mutex, PoisonError};

use crate::session::PROFILE_HEADER;

/// One local profile's way to a server; it keeps the profile's cookie.
#[derive(Debug)]
pub struct HttpTransport {
    client: Client,
    server: String,
    profile: String,
    cookie: Mutex<Option<String>>,
}

impl HttpTransport {
    /// Makes a way to the server at an address like `http://127.0.0.1:8080`, for a profile of 32
    /// hexadecimal digits.
    pub fn new(client: Client, server: &str, profile: &str) -> Self {
        Self {
            client,
            server: server.trim_end_matches('/').to_owned(),
            profile: profile.to_owned(),
            cookie: Mutex::default(),
        }
    }

    /// Returns the profile's name.
    pub fn profile(&self) -> &str {
        &self.profile
    }

    /// Returns the cookie as a browser would keep it.
    pub fn cookie(&self) -> Option<String> {
        let cookie = self.cookie.lock().unwrap_or_else(PoisonError::into_inner);
        cookie.clone()
    }

    /// Puts back a cookie that was kept.
    pub fn set_cookie(&self, cookie: String) {
        *self.cookie.lock().unwrap_or_else(PoisonError::into_inner) = Some(cookie);
    }

    /// Begins a request to a path like `/api/v1/session`, with the profile and its cookie.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let request = self
            .client
            .request(method, format!("{}{path}", self.server))
            .header(PROFILE_HEADER, &self.profile);
        match self.cookie() {
            Some(cookie) => request.header(COOKIE, cookie),
            None => request,
        }
    }

    /// Sends a request, and keeps the cookie of its answer.
    ///
    /// # Errors
    /// What kept the answer from arriving.
    pub async fn send(&self, request: RequestBuilder) -> Result<Response, reqwest::Error> {
        let response = request.send().await?;
        if let Some(cookie) = cookie_of(response.headers()) {
            self.set_cookie(cookie);
        }
        Ok(response)
    }
}

impl Transport for HttpTransport {
    async fn exchange(&self, request: Vec<u8>) -> Result<Vec<u8>, TransportError> {
        let request = self
            .request(Method::POST, "/api/v1/sync")
            .header(CONTENT_TYPE, MEDIA_TYPE)
            .body(request);
        let unreachable = |_| TransportError::Unreachable;
        let response = self.send(request).await.map_err(unreachable)?;
        if let Some(error) = refusal(&response) {
            return Err(error);
        }
        Ok(response.bytes().await.map_err(unreachable)?.to_vec())
    }
}

impl BlobTransport for HttpTransport {
    async fn offer(&self, part: OfferedPart<'_>) -> Result<BlobProgress, TransportError> {
        let path = format!(
            "{}&start={}&bytes={}",
            blob_path(part.space, part.hash),
            part.start,
            part.total
        );
        let request = self
            .request(Method::PUT, &path)
            .header(CONTENT_TYPE, "application/octet-stream")
            .body(part.content.to_vec());
        let unreachable = |_| TransportError::Unreachable;
        let response = self.send(request).await.map_err(unreachable)?;
        if response.status() != StatusCode::OK {
            return Err(refusal(&response).unwrap_or(TransportError::NotApprodo));
        }
        let answer = response.bytes().await.map_err(unreachable)?;
        BlobProgress::decode(&answer).ok_or(TransportError::NotApprodo)
    }

    async fn fetch(
        &self,
        space: SpaceId,
        hash: BlobHash,
        start: u64,
    ) -> Result<Option<FetchedPart>, TransportError> {
        let path = format!("{}&start={start}", blob_path(space, hash));
        let unreachable = |_| TransportError::Unreachable;
        let response = self.send(self.request(Method::GET, &path)).await;
        let response = response.map_err(unreachable)?;
        match response.status() {
            StatusCode::NOT_FOUND => return Ok(None),
            StatusCode::OK => {}
            _ => return Err(refusal(&response).unwrap_or(TransportError::NotApprodo)),
        }
        let answer = response.bytes().await.map_err(unreachable)?;
        let part = FetchedPart::decode(&answer).ok_or(TransportError::NotApprodo)?;
        Ok(Some(part))
    }
}

/// Reads why there is no answer; none if there is one.
fn refusal(response: &Response) -> Option<TransportError> {
    let is_ours = response
        .headers()
        .get(CONTENT_TYPE)
        .is_some_and(|value| value == MEDIA_TYPE);
    match response.status() {
        StatusCode::OK if is_ours => None,
        StatusCode::UNAUTHORIZED => Some(TransportError::NotSignedIn),
        StatusCode::CONFLICT => Some(TransportError::OtherAccount),
        StatusCode::PAYLOAD_TOO_LARGE => Some(TransportError::TooLarge),
        StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE => {
            Some(TransportError::Busy {
                retry_after_ms: retry_after_ms(response.headers()),
            })
        }
        StatusCode::REQUEST_TIMEOUT => Some(TransportError::Unreachable),
        StatusCode::BAD_REQUEST => Some(
            other_version(response.headers())
                .map_or(TransportError::Rejected, TransportError::OtherVersion),
        ),
        StatusCode::UNSUPPORTED_MEDIA_TYPE | StatusCode::UPGRADE_REQUIRED => {
            Some(TransportError::Rejected)
        }
        status if status.is_server_error() => Some(TransportError::ServerFault),
        _ => Some(TransportError::NotApprodo),
    }
}

/// Returns the newest version of the protocol that the server reads, if it is not the one spoken here.
fn other_version(headers: &HeaderMap) -> Option<u8> {
    let newest: u8 = headers.get(PROTOCOL_HEADER)?.to_str().ok()?.parse().ok()?;
    Some(newest).filter(|newest| *newest != PROTOCOL_VERSION)
}

fn retry_after_ms(headers: &HeaderMap) -> Option<u64> {
    let seconds: u64 = headers.get(RETRY_AFTER)?.to_str().ok()?.parse().ok()?;
    Some(seconds.saturating_mul(1_000))
}

fn cookie_of(headers: &HeaderMap) -> Option<String> {
    let cookie = headers.get(SET_COOKIE)?.to_str().ok()?;
    cookie.split(';').next().map(str::to_owned)
}
