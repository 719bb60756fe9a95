//! Linking one more device: the first shows a code, the second enters it, both show the same word,
//! the first says yes, the second takes up its session.

use super::session::Answer;
use super::{cookie_headers, device_name, no_store};
use crate::body::JsonBody;
use crate::guard::{Peer, address_of};
use crate::problem::Problem;
use crate::secrets::{hash_link_code, hash_token, new_link_code, new_token};
use crate::session::{Profile, SignedIn};
use crate::state::AppState;
use crate::store::sqlite::Claim;
use crate::store::{ClaimOutcome, LinkId, LinkState};
use crate::words::matching_word;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::{Extension, Json};
use serde::{Deserialize, Serialize};

/// How long a code lasts.
const LINK_SECONDS: u64 = 300;

/// A new attempt, for its owner to show.
#[derive(Serialize)]
pub struct OpenAnswer {
    link: String,
    code: String,
    expires_in_seconds: u64,
}

/// A device that enters a code.
#[derive(Deserialize)]
pub struct ClaimRequest {
    code: String,
    profile: String,
    device_name: String,
}

/// What a device that entered the right code keeps and shows.
#[derive(Serialize)]
pub struct ClaimAnswer {
    claim: String,
    matching_word: &'static str,
}

/// How far an attempt has come, for its owner.
#[derive(Serialize)]
pub struct ViewAnswer {
    state: LinkState,
    matching_word: Option<String>,
    device_name: Option<String>,
}

/// A device that asks how its claim stands.
#[derive(Deserialize)]
pub struct TakeRequest {
    claim: String,
    profile: String,
}

/// How a claim stands.
#[derive(Serialize)]
pub struct TakeAnswer {
    state: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    account: Option<String>,
}

/// Opens an attempt; the account's earlier open one ends.
pub async fn open(
    State(state): State<AppState>,
    SignedIn { session, .. }: SignedIn,
) -> Answer<OpenAnswer> {
    let code = new_link_code()?;
    let now_ms = state.clock.now_ms();
    let expires_at_ms = now_ms.saturating_add(LINK_SECONDS * 1_000);
    let link = state
        .store
        .open_link(
            session.account_row,
            &hash_link_code(&code),
            now_ms,
            expires_at_ms,
        )
        .await?;
    let answer = OpenAnswer {
        link: link.to_string(),
        code,
        expires_in_seconds: LINK_SECONDS,
    };
    Ok((no_store(None), Json(answer)))
}

/// Enters a code; it works once.
pub async fn claim(
    State(state): State<AppState>,
    Extension(peer): Extension<Peer>,
    headers: HeaderMap,
    JsonBody(request): JsonBody<ClaimRequest>,
) -> Answer<ClaimAnswer> {
    Profile::read(&request.profile)?;
    let device_name = device_name(&request.device_name)?;
    let from = address_of(&state, peer, &headers);
    let now_ms = state.clock.now_ms();
    state
        .wrong_codes
        .begin(from, now_ms)
        .map_err(|seconds| Problem::TOO_MANY_ATTEMPTS.after(seconds))?;
    let (token, matching_word) = (new_token()?, matching_word()?);
    let claim = Claim {
        token_hash: hash_token(&token),
        device_name,
        matching_word,
    };
    let code_hash = hash_link_code(&request.code);
    if !state.store.claim_link(&code_hash, claim, now_ms).await? {
        return Err(Problem::WRONG_CODE);
    }
    state.wrong_codes.forgive(from);
    let answer = ClaimAnswer {
        claim: token,
        matching_word,
    };
    Ok((no_store(None), Json(answer)))
}

/// Says how far an attempt has come.
pub async fn view(
    State(state): State<AppState>,
    SignedIn { session, .. }: SignedIn,
    Path(link): Path<String>,
) -> Answer<ViewAnswer> {
    let now_ms = state.clock.now_ms();
    let view = state
        .store
        .link(session.account_row, read_link(&link)?, now_ms)
        .await?
        .ok_or(Problem::NOT_FOUND)?;
    let answer = ViewAnswer {
        state: view.state,
        matching_word: view.matching_word,
        device_name: view.device_name,
    };
    Ok((no_store(None), Json(answer)))
}

/// Takes the owner's yes.
pub async fn confirm(
    state: State<AppState>,
    signed_in: SignedIn,
    link: Path<String>,
) -> Result<StatusCode, Problem> {
    settle(state, signed_in, link, true).await
}

/// Takes the owner's no.
pub async fn reject(
    state: State<AppState>,
    signed_in: SignedIn,
    link: Path<String>,
) -> Result<StatusCode, Problem> {
    settle(state, signed_in, link, false).await
}

async fn settle(
    State(state): State<AppState>,
    SignedIn { session, .. }: SignedIn,
    Path(link): Path<String>,
    is_confirmed: bool,
) -> Result<StatusCode, Problem> {
    let now_ms = state.clock.now_ms();
    let account = session.account_row;
    let is_settled = state
        .store
        .settle_link(account, read_link(&link)?, is_confirmed, now_ms)
        .await?;
    match is_settled {
        true => Ok(StatusCode::NO_CONTENT),
        false => Err(Problem::LINK_NOT_READY),
    }
}

/// Says how a claim stands; when the owner said yes, the device gets its session, once.
pub async fn take_claim(
    State(state): State<AppState>,
    JsonBody(request): JsonBody<TakeRequest>,
) -> Answer<TakeAnswer> {
    let profile = Profile::read(&request.profile)?;
    let token = new_token()?;
    let outcome = state
        .store
        .take_claim(
            &hash_token(&request.claim),
            hash_token(&token),
            state.clock.now_ms(),
        )
        .await?;
    let (headers, state, account) = match outcome {
        ClaimOutcome::Waiting => (no_store(None), "waiting", None),
        ClaimOutcome::Rejected => (no_store(None), "rejected", None),
        ClaimOutcome::Expired => (no_store(None), "expired", None),
        ClaimOutcome::Confirmed(account) => {
            let headers = cookie_headers(&state, &profile, &token);
            (headers, "confirmed", Some(account.to_string()))
        }
    };
    Ok((headers, Json(TakeAnswer { state, account })))
}

fn read_link(text: &str) -> Result<LinkId, Problem> {
    text.parse().map_err(|_| Problem::NOT_FOUND)
}
