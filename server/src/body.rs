//! Bodies of requests: how long they may take, how large they may be, packed and unpacked.

use crate::problem::Problem;
use axum::body::{Body, Bytes};
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, header};
use flate2::read::GzDecoder;
use futures::StreamExt as _;
use serde::de::DeserializeOwned;
use std::io::Read as _;
use std::time::Duration;

/// How long a whole body may take.
const LONGEST_BODY_TIME: Duration = Duration::from_secs(30);
/// Largest JSON body in bytes.
const LARGEST_JSON_BYTES: usize = 16 * 1024;
/// How much of a body that is too large is read all the same, so that the sender is still there to
/// hear the answer.
const MOST_DRAINED_BYTES: usize = 16 * 1024 * 1024;

/// Reads a body whole.
///
/// # Errors
/// [`Problem::TOO_LARGE`], [`Problem::TOO_SLOW`], or [`Problem::MALFORMED`] if it breaks off.
pub async fn read(body: Body, most_bytes: usize) -> Result<Bytes, Problem> {
    tokio::time::timeout(LONGEST_BODY_TIME, read_all(body, most_bytes))
        .await
        .unwrap_or(Err(Problem::TOO_SLOW))
}

async fn read_all(body: Body, most_bytes: usize) -> Result<Bytes, Problem> {
    let mut pieces = body.into_data_stream();
    let mut whole = Vec::new();
    let mut length: usize = 0;
    while let Some(piece) = pieces.next().await {
        let piece = piece.map_err(|_| Problem::MALFORMED)?;
        length = length.saturating_add(piece.len());
        if length > MOST_DRAINED_BYTES {
            break;
        }
        match length > most_bytes {
            true => whole = Vec::new(),
            false => whole.extend_from_slice(&piece),
        }
    }
    match length > most_bytes {
        true => Err(Problem::TOO_LARGE),
        false => Ok(whole.into()),
    }
}

/// Unpacks a gzip body, never to more than `most_bytes`.
///
/// # Errors
/// [`Problem::TOO_LARGE`] if it would be more, [`Problem::MALFORMED`] if it is damaged.
pub fn unpack_gzip(packed: &[u8], most_bytes: usize) -> Result<Bytes, Problem> {
    let limit = u64::try_from(most_bytes)
        .unwrap_or(u64::MAX)
        .saturating_add(1);
    let mut whole = Vec::new();
    GzDecoder::new(packed)
        .take(limit)
        .read_to_end(&mut whole)
        .map_err(|_| Problem::MALFORMED)?;
    match whole.len() > most_bytes {
        true => Err(Problem::TOO_LARGE),
        false => Ok(whole.into()),
    }
}

/// Tells whether a request's body is of this media type; parameters do not count.
pub fn is_of_type(headers: &HeaderMap, media_type: &str) -> bool {
    headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split(';').next())
        .is_some_and(|value| value.trim().eq_ignore_ascii_case(media_type))
}

/// A JSON body. Other media types are refused: a form on another site cannot send this one.
#[derive(Debug)]
pub struct JsonBody<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for JsonBody<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Self, Problem> {
        if !is_of_type(request.headers(), "application/json") {
            return Err(Problem::WRONG_MEDIA_TYPE);
        }
        let bytes = read(request.into_body(), LARGEST_JSON_BYTES).await?;
        let value = serde_json::from_slice(&bytes).map_err(|_| Problem::MALFORMED)?;
        Ok(Self(value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::Compression;
    use flate2::write::GzEncoder;
    use std::io::Write as _;

    fn pack(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn a_decompression_bomb_is_refused_and_a_normal_body_is_not() {
        let bomb = pack(&vec![0; 50_000_000]);
        assert!(bomb.len() < 100_000);
        assert_eq!(unpack_gzip(&bomb, 1_000), Err(Problem::TOO_LARGE));
        assert_eq!(unpack_gzip(&pack(b"hello"), 1_000), Ok("hello".into()));
        assert_eq!(unpack_gzip(b"no gzip", 1_000), Err(Problem::MALFORMED));
    }
}
