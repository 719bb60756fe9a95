//! The one request that pushes and pulls.

use super::no_store;
use crate::body::{self, Whole};
use crate::coding;
use crate::pokes::Signal;
use crate::problem::Problem;
use crate::session::SignedIn;
use crate::state::AppState;
use approdo_sync::frame::{self, FrameError, MEDIA_TYPE};
use approdo_sync::wire::{LARGEST_REQUEST_BYTES, SyncRequest};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, header};

/// Largest packed request in bytes; unpacked it may be [`LARGEST_REQUEST_BYTES`].
const LARGEST_PACKED_BYTES: usize = 1024 * 1024;

/// Carries out one exchange.
pub async fn exchange(
    State(state): State<AppState>,
    SignedIn { session, .. }: SignedIn,
    request: Request,
) -> Result<(HeaderMap, Vec<u8>), Problem> {
    let takes_gzip = coding::accepts(request.headers(), "gzip");
    let whole = read_frame(&state, request).await?;
    let _turn = state.take_turn().await?;
    let request: SyncRequest = frame::decode(&whole.bytes)?;
    let exchanged = state
        .store
        .exchange_from(session.account, Some(session.device_row), &request)
        .await?;
    state
        .metrics
        .count_exchange(exchanged.stored, exchanged.concerned.len());
    for account in exchanged.concerned {
        let by = session.device_row;
        state.pokes.signal(account, Signal::Stored { by });
    }
    let media_type = HeaderValue::from_static(MEDIA_TYPE);
    let mut headers = no_store(Some((header::CONTENT_TYPE, media_type)));
    let answer = frame::encode(&exchanged.response);
    match takes_gzip.then(|| coding::gzip(&answer)).flatten() {
        Some(packed) => {
            let coding = HeaderValue::from_static("gzip");
            headers.insert(header::CONTENT_ENCODING, coding);
            Ok((headers, packed))
        }
        None => Ok((headers, answer)),
    }
}

/// Reads the body, packed or not.
async fn read_frame(state: &AppState, request: Request) -> Result<Whole, Problem> {
    if !body::is_of_type(request.headers(), MEDIA_TYPE) {
        return Err(Problem::WRONG_MEDIA_TYPE);
    }
    let coding = request.headers().get(header::CONTENT_ENCODING);
    let bodies = &state.bodies;
    match coding.map(HeaderValue::as_bytes) {
        None | Some(b"identity") => {
            bodies
                .read(request.into_body(), LARGEST_REQUEST_BYTES)
                .await
        }
        Some(b"gzip") => {
            let packed = bodies
                .read(request.into_body(), LARGEST_PACKED_BYTES)
                .await?;
            bodies.unpack_gzip(packed, LARGEST_REQUEST_BYTES).await
        }
        Some(_) => Err(Problem::WRONG_MEDIA_TYPE),
    }
}

impl From<FrameError> for Problem {
    fn from(error: FrameError) -> Self {
        match error {
            FrameError::OtherVersion(_) => Self::OTHER_VERSION,
            FrameError::NotApprodo | FrameError::Damaged => Self::MALFORMED,
        }
    }
}
