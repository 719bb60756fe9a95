//! The first account, and the session of this device.

use super::{cookie_headers, device_name, no_store};
use crate::body::JsonBody;
use crate::guard::{Peer, address_of};
use crate::pokes::Signal;
use crate::problem::Problem;
use crate::secrets::{hash_token, new_token};
use crate::session::{Profile, SignedIn};
use crate::state::AppState;
use crate::store::NewDevice;
use approdo_document::AccountId;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::{Extension, Json};
use serde::{Deserialize, Serialize};

/// A device that asks for a session.
#[derive(Deserialize)]
pub struct Introduction {
    pub profile: String,
    pub device_name: String,
}

/// Whose session it is.
#[derive(Serialize)]
pub struct AccountAnswer {
    account: String,
}

/// Whose session it is, and which device's.
#[derive(Serialize)]
pub struct SessionAnswer {
    account: String,
    device: String,
}

/// An answer with headers.
pub type Answer<T> = Result<(HeaderMap, Json<T>), Problem>;

/// Makes an anonymous account with this device. A profile that has a session keeps it.
pub async fn make_account(
    State(state): State<AppState>,
    Extension(peer): Extension<Peer>,
    headers: HeaderMap,
    JsonBody(introduction): JsonBody<Introduction>,
) -> Answer<AccountAnswer> {
    let profile = Profile::read(&introduction.profile)?;
    let name = device_name(&introduction.device_name)?;
    match SignedIn::find(&state, profile.clone(), &headers).await {
        Ok(present) => return Ok((no_store(None), answer(present.session.account))),
        Err(problem) if problem == Problem::NOT_SIGNED_IN => {}
        Err(problem) => return Err(problem),
    }
    state
        .new_accounts
        .begin(address_of(&state, peer, &headers))
        .map_err(|seconds| Problem::TOO_MANY_ATTEMPTS.after(seconds))?;
    let token = new_token()?;
    let device = NewDevice {
        name,
        token_hash: hash_token(&token),
        now_ms: state.clock.now_ms(),
    };
    let account = state.store.make_account(device).await?;
    Ok((cookie_headers(&state, &profile, &token), answer(account)))
}

/// Says whose session this is, and renews its cookie.
pub async fn current(
    State(state): State<AppState>,
    SignedIn { profile, session }: SignedIn,
    headers: HeaderMap,
) -> Answer<SessionAnswer> {
    let token = profile
        .token(&headers, state.secure_cookies)
        .unwrap_or_default();
    let answer = SessionAnswer {
        account: session.account.to_string(),
        device: session.device.to_string(),
    };
    Ok((cookie_headers(&state, &profile, token), Json(answer)))
}

/// Ends this device's session.
pub async fn sign_out(
    State(state): State<AppState>,
    SignedIn { profile, session }: SignedIn,
) -> Result<(StatusCode, HeaderMap), Problem> {
    if let Some(row) = state
        .store
        .withdraw(session.account_row, session.device)
        .await?
    {
        state
            .pokes
            .signal(session.account_row, Signal::Withdrawn(row));
    }
    let removed = profile.cookie_removed(state.secure_cookies);
    let headers = no_store(removed.map(|cookie| (header::SET_COOKIE, cookie)));
    Ok((StatusCode::NO_CONTENT, headers))
}

/// Writes an account as an answer.
pub fn answer(account: AccountId) -> Json<AccountAnswer> {
    Json(AccountAnswer {
        account: account.to_string(),
    })
}
