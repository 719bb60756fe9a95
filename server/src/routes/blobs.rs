//! Files beside documents, in parts: a device sends what the server lacks, and fetches what it lacks.

use super::no_store;
use crate::body;
use crate::pokes::Signal;
use crate::problem::Problem;
use crate::session::SignedIn;
use crate::state::AppState;
use crate::store::sqlite::blobs::is_sound;
use crate::store::{BlobPart, BlobTaken};
use approdo_document::{BlobHash, SpaceId};
use approdo_sync::blob_exchange::{BlobProgress, FetchedPart, MOST_PART_BYTES};
use axum::extract::{Path, Query, Request, State};
use axum::http::{HeaderMap, HeaderValue, header};
use serde::Deserialize;

const MEDIA_TYPE: &str = "application/octet-stream";

/// Which part of which space's file.
#[derive(Debug, Deserialize)]
pub struct Place {
    space: String,
    #[serde(default)]
    start: u64,
    #[serde(default)]
    bytes: u64,
}

/// Takes a part of a file; answers how much of it is there. A part without bytes only asks.
pub async fn take(
    State(state): State<AppState>,
    SignedIn { session, .. }: SignedIn,
    Path(hash): Path<String>,
    Query(place): Query<Place>,
    request: Request,
) -> Result<(HeaderMap, Vec<u8>), Problem> {
    if !body::is_of_type(request.headers(), MEDIA_TYPE) {
        return Err(Problem::WRONG_MEDIA_TYPE);
    }
    let (hash, space) = (read_hash(&hash)?, read_space(&place.space)?);
    let bodies = &state.bodies;
    let content = bodies.read(request.into_body(), MOST_PART_BYTES).await?;
    let part = BlobPart {
        space,
        hash,
        start: place.start,
        total: place.bytes,
        content: &content.bytes,
    };
    if !is_sound(&part) {
        return Err(Problem::TOO_LARGE);
    }
    let _turn = state.take_turn().await?;
    let taken = state.store.take_blob_part(session.account_row, &part).await;
    let answer = match taken? {
        BlobTaken::Completed(concerned) => {
            for account in concerned {
                let by = session.device_row;
                state.pokes.signal(account, Signal::Stored { by });
            }
            BlobProgress::Whole
        }
        BlobTaken::Progress(progress) => progress,
        BlobTaken::NotAllowed => return Err(Problem::NOT_FOUND),
        BlobTaken::OtherContent => return Err(Problem::MALFORMED),
        BlobTaken::SpaceFull => return Err(Problem::TOO_LARGE),
    };
    Ok((headers(), answer.encode().to_vec()))
}

/// Answers with a part of a file.
pub async fn give(
    State(state): State<AppState>,
    SignedIn { session, .. }: SignedIn,
    Path(hash): Path<String>,
    Query(place): Query<Place>,
) -> Result<(HeaderMap, Vec<u8>), Problem> {
    let (hash, space) = (read_hash(&hash)?, read_space(&place.space)?);
    let _turn = state.take_turn().await?;
    let found = state
        .store
        .blob_part(session.account_row, space, hash, place.start)
        .await?;
    let (content, bytes) = found.ok_or(Problem::NOT_FOUND)?;
    let part = FetchedPart {
        content,
        total: bytes,
    };
    Ok((headers(), part.encode()))
}

fn headers() -> HeaderMap {
    let media_type = HeaderValue::from_static(MEDIA_TYPE);
    no_store(Some((header::CONTENT_TYPE, media_type)))
}

fn read_hash(text: &str) -> Result<BlobHash, Problem> {
    let mut bytes = [0; 32];
    hex::decode_to_slice(text, &mut bytes).map_err(|_| Problem::NOT_FOUND)?;
    Ok(BlobHash(bytes))
}

fn read_space(text: &str) -> Result<SpaceId, Problem> {
    let mut bytes = [0; 16];
    hex::decode_to_slice(text, &mut bytes).map_err(|_| Problem::NOT_FOUND)?;
    Ok(SpaceId(bytes))
}
