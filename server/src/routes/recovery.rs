//! The recovery code: printed or written down, it brings the account back when the phone is lost.

use super::session::{AccountAnswer, Answer, answer};
use super::{cookie_headers, device_name, no_store};
use crate::body::JsonBody;
use crate::guard::{Peer, address_of};
use crate::problem::Problem;
use crate::secrets::{hash_recovery_code, hash_token, new_recovery_code, new_token};
use crate::session::{Profile, SignedIn};
use crate::state::AppState;
use crate::store::NewDevice;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::{Extension, Json};
use serde::{Deserialize, Serialize};

/// A new recovery code; it is said this once.
#[derive(Serialize)]
pub struct CodeAnswer {
    code: String,
}

/// A device that brings a recovery code.
#[derive(Deserialize)]
pub struct Recovery {
    code: String,
    profile: String,
    device_name: String,
}

/// Makes the account's recovery code; an earlier one no longer works.
pub async fn make_code(
    State(state): State<AppState>,
    SignedIn { session, .. }: SignedIn,
) -> Answer<CodeAnswer> {
    let code = new_recovery_code()?;
    state
        .store
        .set_recovery(session.account_row, &hash_recovery_code(&code))
        .await?;
    Ok((no_store(None), Json(CodeAnswer { code })))
}

/// Gives this device a session of the account with the code.
pub async fn recover(
    State(state): State<AppState>,
    Extension(peer): Extension<Peer>,
    headers: HeaderMap,
    JsonBody(recovery): JsonBody<Recovery>,
) -> Answer<AccountAnswer> {
    let profile = Profile::read(&recovery.profile)?;
    let name = device_name(&recovery.device_name)?;
    let from = address_of(&state, peer, &headers);
    let now_ms = state.clock.now_ms();
    state
        .wrong_codes
        .begin(from, now_ms)
        .map_err(|seconds| Problem::TOO_MANY_ATTEMPTS.after(seconds))?;
    let token = new_token()?;
    let device = NewDevice {
        name,
        token_hash: hash_token(&token),
        now_ms,
    };
    let account = state
        .store
        .recover(&hash_recovery_code(&recovery.code), device)
        .await?
        .ok_or(Problem::WRONG_CODE)?;
    state.wrong_codes.forgive(from);
    Ok((cookie_headers(&state, &profile, &token), answer(account)))
}
