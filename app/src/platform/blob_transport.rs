//! The way of photos and attachments to the server and from it, over the browser's HTTP.

use super::http::{Answer, Request, send};
use super::transport::refused;
use approdo_document::{BlobHash, SpaceId};
use approdo_sync::blob_exchange::{
    BlobProgress, BlobTransport, FetchedPart, OfferedPart, blob_path,
};
use approdo_sync::transport::TransportError;
use gloo_net::http::Method;
use js_sys::Uint8Array;

/// How long a part may take, in milliseconds: 256 KB over a slow line.
const PATIENCE_MS: u32 = 60_000;
const MEDIA_TYPE: &str = "application/octet-stream";

/// Carries files for this browser's profile.
#[derive(Debug, Clone, Copy, Default)]
pub struct HttpBlobTransport;

impl BlobTransport for HttpBlobTransport {
    async fn offer(&self, part: OfferedPart<'_>) -> Result<BlobProgress, TransportError> {
        let (start, total) = (part.start, part.total);
        let path = blob_path(part.space, part.hash) + &format!("&start={start}&bytes={total}");
        let body = Uint8Array::from(part.content).into();
        let answer = send(Request {
            method: Method::PUT,
            path: &path,
            body: Some((MEDIA_TYPE, body)),
            patience_ms: PATIENCE_MS,
        })
        .await;
        let answer = judged(answer.ok_or(TransportError::Unreachable)?)?;
        BlobProgress::decode(&answer.body).ok_or(TransportError::NotApprodo)
    }

    async fn fetch(
        &self,
        space: SpaceId,
        hash: BlobHash,
        start: u64,
    ) -> Result<Option<FetchedPart>, TransportError> {
        let path = blob_path(space, hash) + &format!("&start={start}");
        let answer = send(Request {
            method: Method::GET,
            path: &path,
            body: None,
            patience_ms: PATIENCE_MS,
        })
        .await
        .ok_or(TransportError::Unreachable)?;
        if answer.status == 404 && answer.is_problem() {
            return Ok(None);
        }
        let part = FetchedPart::decode(&judged(answer)?.body);
        part.map(Some).ok_or(TransportError::NotApprodo)
    }
}

/// Tells a part of our server from its refusals, and both from what others answer.
fn judged(answer: Answer) -> Result<Answer, TransportError> {
    match answer.status {
        200 if answer.is(MEDIA_TYPE) => Ok(answer),
        200..=299 => Err(TransportError::NotApprodo),
        _ => Err(refused(&answer)),
    }
}
