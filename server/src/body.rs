//! Bodies of requests: how long they may take, how large they may be, packed and unpacked, and how
//! much of memory all of them together may take.

use crate::limits::Limits;
use crate::problem::Problem;
use crate::state::AppState;
use axum::body::{Body, Bytes, HttpBody as _};
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, header};
use flate2::read::GzDecoder;
use futures::StreamExt as _;
use serde::de::DeserializeOwned;
use std::io::Read as _;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Largest JSON body in bytes.
const LARGEST_JSON_BYTES: usize = 16 * 1024;
/// How much of a body that is refused is read all the same, so that the sender is still there to
/// hear the answer.
const MOST_DRAINED_BYTES: usize = 16 * 1024 * 1024;

/// Reads bodies; clones share one room in memory.
#[derive(Debug, Clone)]
pub struct Bodies {
    /// One permit for each byte.
    room: Arc<Semaphore>,
    longest_time: Duration,
    longest_wait: Duration,
}

/// A body that was read whole. Its room is given back when it is dropped.
#[derive(Debug)]
pub struct Whole {
    /// What was sent.
    pub bytes: Bytes,
    /// Kept for its drop.
    _room: OwnedSemaphorePermit,
}

impl Bodies {
    /// Makes the room that all bodies share.
    pub fn new(limits: &Limits) -> Self {
        Self {
            room: Arc::new(Semaphore::new(limits.body_bytes)),
            longest_time: limits.body_time,
            longest_wait: limits.turn_time,
        }
    }

    /// Reads a body whole.
    ///
    /// # Errors
    /// [`Problem::TOO_LARGE`], [`Problem::TOO_SLOW`], [`Problem::BUSY`] if there is no room, or
    /// [`Problem::MALFORMED`] if it breaks off.
    pub async fn read(&self, body: Body, most_bytes: usize) -> Result<Whole, Problem> {
        tokio::time::timeout(self.longest_time, self.read_all(body, most_bytes))
            .await
            .unwrap_or(Err(Problem::TOO_SLOW))
    }

    async fn read_all(&self, body: Body, most_bytes: usize) -> Result<Whole, Problem> {
        let declared = body.size_hint().exact();
        let declared = declared.and_then(|bytes| usize::try_from(bytes).ok());
        // Room for the whole at once: a vector that grows takes twice of what it holds. The system
        // gives memory only as it is written, so that nobody gets any by declaring it.
        let mut filling = match declared.unwrap_or(0) {
            declared if declared > most_bytes => Err(Problem::TOO_LARGE),
            declared => Ok((Vec::with_capacity(declared), self.take_room(0).await?)),
        };
        let mut pieces = body.into_data_stream();
        let mut length: usize = 0;
        while let Some(piece) = pieces.next().await {
            let piece = piece.map_err(|_| Problem::MALFORMED)?;
            length = length.saturating_add(piece.len());
            if length > MOST_DRAINED_BYTES {
                break;
            }
            if length > most_bytes {
                filling = Err(Problem::TOO_LARGE);
            }
            let Ok((whole, room)) = &mut filling else {
                continue;
            };
            match self.take_room(piece.len()).await {
                Ok(more) => {
                    room.merge(more);
                    whole.extend_from_slice(&piece);
                }
                Err(problem) => filling = Err(problem),
            }
        }
        filling.map(|(whole, room)| Whole {
            bytes: whole.into(),
            _room: room,
        })
    }

    /// Unpacks a gzip body, never to more than `most_bytes`.
    ///
    /// # Errors
    /// [`Problem::TOO_LARGE`] if it would be more, [`Problem::MALFORMED`] if it is damaged,
    /// [`Problem::BUSY`] if there is no room.
    pub async fn unpack_gzip(&self, packed: Whole, most_bytes: usize) -> Result<Whole, Problem> {
        let mut room = self.take_room(most_bytes).await?;
        let bytes = unpack_gzip(&packed.bytes, most_bytes)?;
        // What was taken and is not needed goes back at once.
        drop(room.split(most_bytes.saturating_sub(bytes.len())));
        Ok(Whole { bytes, _room: room })
    }

    /// Takes room for so many bytes, waiting a little if there is none.
    async fn take_room(&self, bytes: usize) -> Result<OwnedSemaphorePermit, Problem> {
        let bytes = u32::try_from(bytes).map_err(|_| Problem::TOO_LARGE)?;
        let room = self.room.clone().acquire_many_owned(bytes);
        match tokio::time::timeout(self.longest_wait, room).await {
            Ok(Ok(room)) => Ok(room),
            _ => Err(Problem::BUSY),
        }
    }
}

/// Unpacks no further than one byte too many.
fn unpack_gzip(packed: &[u8], most_bytes: usize) -> Result<Bytes, Problem> {
    let limit = u64::try_from(most_bytes)
        .unwrap_or(u64::MAX)
        .saturating_add(1);
    let mut whole = Vec::with_capacity(most_bytes.saturating_add(1));
    GzDecoder::new(packed)
        .take(limit)
        .read_to_end(&mut whole)
        .map_err(|_| Problem::MALFORMED)?;
    match whole.len() > most_bytes {
        true => Err(Problem::TOO_LARGE),
        false => {
            whole.shrink_to_fit();
            Ok(whole.into())
        }
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

impl<T: DeserializeOwned> FromRequest<AppState> for JsonBody<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &AppState) -> Result<Self, Problem> {
        if !is_of_type(request.headers(), "application/json") {
            return Err(Problem::WRONG_MEDIA_TYPE);
        }
        let body = request.into_body();
        let whole = state.bodies.read(body, LARGEST_JSON_BYTES).await?;
        let value = serde_json::from_slice(&whole.bytes).map_err(|_| Problem::MALFORMED)?;
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

    #[tokio::test(start_paused = true)]
    async fn all_bodies_together_take_no_more_memory_than_they_may() {
        let bodies = Bodies::new(&Limits {
            body_bytes: 1_000,
            ..Limits::default()
        });
        let first = bodies.read(Body::from(vec![0; 800]), 1_000).await.unwrap();
        let refused = bodies.read(Body::from(vec![0; 800]), 1_000).await;
        assert_eq!(refused.err(), Some(Problem::BUSY));
        assert!(bodies.read(Body::from("small"), 1_000).await.is_ok());
        drop(first);
        assert!(bodies.read(Body::from(vec![0; 800]), 1_000).await.is_ok());
    }

    #[tokio::test]
    async fn what_is_unpacked_keeps_only_the_room_it_needs() {
        let bodies = Bodies::new(&Limits::default());
        let before = bodies.room.available_permits();
        let packed = Body::from(pack(&[7; 5_000]));
        let packed = bodies.read(packed, 1_000).await.unwrap();
        let whole = bodies.unpack_gzip(packed, 100_000).await.unwrap();
        assert_eq!(before - bodies.room.available_permits(), 5_000);
        drop(whole);
        assert_eq!(bodies.room.available_permits(), before);
    }
}
