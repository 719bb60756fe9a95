//! The calls that link another device: offering a code on one, entering it on the other.

use super::json::{CallError, Fields, call, order};
use super::profile;
use approdo_document::AccountId;
use gloo_net::http::Method;

/// A code that another device can enter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Its name on the server.
    pub link: String,
    /// The code.
    pub code: String,
    /// How long it can be entered, in seconds.
    pub expires_in_seconds: u64,
}

/// How a code is doing, for the device that offers it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkState {
    /// Nobody entered it yet.
    Open,
    /// A device entered it and waits for a confirmation.
    Claimed {
        /// The word that both screens show.
        matching_word: String,
        /// What the other device calls itself.
        device_name: String,
    },
    /// It was confirmed.
    Confirmed,
    /// It ended.
    Expired,
}

/// A code entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// The secret that proves that this device entered it.
    pub claim: String,
    /// The word that both screens show.
    pub matching_word: String,
}

/// How a code is doing, for the device that entered it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClaimState {
    /// The other device has not answered.
    Waiting,
    /// This profile is signed in now.
    Confirmed(AccountId),
    /// The other device said no.
    Rejected,
    /// It is too late.
    Expired,
}

/// Makes a code. It ends the account's earlier one.
pub async fn open() -> Result<Link, CallError> {
    let answer = call(Method::POST, "/api/v1/links", &[]).await?;
    Ok(Link {
        link: answer.required("link")?,
        code: answer.required("code")?,
        expires_in_seconds: answer.number("expires_in_seconds").unwrap_or_default() as u64,
    })
}

/// Asks how a code is doing that this device offers.
pub async fn state(link: &str) -> Result<LinkState, CallError> {
    let answer = call(Method::GET, &format!("/api/v1/links/{link}"), &[]).await?;
    read_link_state(&answer)
}

/// Lets the device that entered the code in.
pub async fn confirm(link: &str) -> Result<(), CallError> {
    order(Method::POST, &format!("/api/v1/links/{link}/confirm")).await
}

/// Turns the device that entered the code away.
pub async fn reject(link: &str) -> Result<(), CallError> {
    order(Method::POST, &format!("/api/v1/links/{link}/reject")).await
}

/// Enters a code.
pub async fn claim(code: &str, device_name: &str) -> Result<Claim, CallError> {
    let profile = profile::id();
    let fields = [
        ("code", code),
        ("profile", profile.as_str()),
        ("device_name", device_name),
    ];
    let answer = call(Method::POST, "/api/v1/links/claim", &fields).await?;
    Ok(Claim {
        claim: answer.required("claim")?,
        matching_word: answer.required("matching_word")?,
    })
}

/// Asks how the code is doing that this device entered. Once confirmed, the session is here.
pub async fn claim_state(claim: &str) -> Result<ClaimState, CallError> {
    let profile = profile::id();
    let fields = [("claim", claim), ("profile", profile.as_str())];
    let answer = call(Method::POST, "/api/v1/links/claims", &fields).await?;
    let account = answer.parsed("account");
    match (answer.required("state")?.as_str(), account) {
        ("waiting", _) => Ok(ClaimState::Waiting),
        ("confirmed", Some(account)) => Ok(ClaimState::Confirmed(account)),
        ("rejected", _) => Ok(ClaimState::Rejected),
        ("expired", _) => Ok(ClaimState::Expired),
        _ => Err(CallError::NotApprodo),
    }
}

fn read_link_state(answer: &Fields) -> Result<LinkState, CallError> {
    match answer.required("state")?.as_str() {
        "open" => Ok(LinkState::Open),
        "claimed" => Ok(LinkState::Claimed {
            matching_word: answer.required("matching_word")?,
            device_name: answer.required("device_name")?,
        }),
        "confirmed" => Ok(LinkState::Confirmed),
        "expired" | "rejected" => Ok(LinkState::Expired),
        _ => Err(CallError::NotApprodo),
    }
}
