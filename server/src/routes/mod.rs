//! The routes: which address does what. Each file beside this one holds the routes of one matter.

mod blobs;
mod catalog;
mod devices;
mod events;
mod links;
mod recovery;
mod session;
mod sync;

use crate::problem::Problem;
use crate::session::Profile;
use crate::state::AppState;
use crate::store::StoreError;
use crate::{assets, guard};
use approdo_sync::server_rules::RequestError;
use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{delete, get, post};

/// Longest name of a device in characters.
const LONGEST_NAME: usize = 60;

/// Returns the whole service.
pub fn router(state: AppState) -> Router {
    let interface = Router::new()
        .route("/sync", post(sync::exchange))
        .route("/events", get(events::stream))
        .route("/accounts", post(session::make_account))
        .route("/session", get(session::current).delete(session::sign_out))
        .route("/recovery-code", post(recovery::make_code))
        .route("/recover", post(recovery::recover))
        .route("/links", post(links::open))
        .route("/links/claim", post(links::claim))
        .route("/links/claims", post(links::take_claim))
        .route("/links/{link}", get(links::view))
        .route("/links/{link}/confirm", post(links::confirm))
        .route("/links/{link}/reject", post(links::reject))
        .route("/devices", get(devices::list))
        .route("/devices/{device}", delete(devices::withdraw))
        .route("/blobs/{hash}", get(blobs::give).put(blobs::take))
        .route("/catalog/{language}", get(catalog::official))
        .layer(from_fn(guard::same_origin));
    Router::new()
        .nest("/api/v1", interface)
        .route("/healthz", get(health))
        .fallback(assets::serve)
        .method_not_allowed_fallback(async || Problem::WRONG_METHOD)
        .layer(from_fn_with_state(state.clone(), guard::protect))
        .layer(from_fn_with_state(state.clone(), guard::log))
        .with_state(state)
}

/// Says whether the server can do its work.
async fn health(State(state): State<AppState>) -> Result<StatusCode, Problem> {
    state.store.is_alive().await?;
    Ok(StatusCode::NO_CONTENT)
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Request(RequestError::TooManyOperations) => Self::TOO_LARGE,
            StoreError::Request(RequestError::OtherAccount) => Self::OTHER_ACCOUNT,
            StoreError::Request(_) => Self::MALFORMED,
            StoreError::Busy => Self::BUSY,
            StoreError::Full => {
                tracing::error!(%error, "the store failed");
                Self::STORAGE_FULL
            }
            StoreError::Database(_) | StoreError::Randomness(_) => {
                tracing::error!(%error, "the store failed");
                Self::FAULT
            }
        }
    }
}

impl From<crate::secrets::NoRandomness> for Problem {
    fn from(error: crate::secrets::NoRandomness) -> Self {
        StoreError::from(error).into()
    }
}

/// Returns the name of a device without blanks around it.
///
/// # Errors
/// [`Problem::BAD_VALUE`] if it is empty, too long, or has characters that are none.
fn device_name(text: &str) -> Result<&str, Problem> {
    let name = text.trim();
    let is_sound = !name.is_empty()
        && name.chars().count() <= LONGEST_NAME
        && !name.chars().any(char::is_control);
    match is_sound {
        true => Ok(name),
        false => Err(Problem::BAD_VALUE),
    }
}

/// Returns headers that put a token into the profile's cookie.
fn cookie_headers(state: &AppState, profile: &Profile, token: &str) -> HeaderMap {
    let cookie = profile.cookie(token, state.secure_cookies);
    no_store(cookie.map(|cookie| (header::SET_COOKIE, cookie)))
}

/// Returns headers of an answer that nobody may keep.
fn no_store(more: Option<(axum::http::HeaderName, axum::http::HeaderValue)>) -> HeaderMap {
    let mut headers = HeaderMap::new();
    headers.insert(
        header::CACHE_CONTROL,
        axum::http::HeaderValue::from_static("no-store"),
    );
    headers.extend(more);
    headers
}
