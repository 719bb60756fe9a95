//! The list of devices, from which any of them can be withdrawn.

use super::no_store;
use super::session::Answer;
use crate::pokes::Signal;
use crate::problem::Problem;
use crate::session::SignedIn;
use crate::state::AppState;
use crate::store::DeviceView;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use jiff::Timestamp;
use serde::Serialize;

const DAY_MS: u64 = 86_400_000;

/// One device.
#[derive(Serialize)]
pub struct DeviceAnswer {
    device: String,
    name: String,
    created_at: String,
    last_seen_day: String,
    this_device: bool,
}

/// Lists the devices that hold a session of the account.
pub async fn list(
    State(state): State<AppState>,
    SignedIn { session, .. }: SignedIn,
) -> Answer<Vec<DeviceAnswer>> {
    let devices = state.store.devices(session.account_row).await?;
    let answers = devices.into_iter().map(|view| DeviceAnswer {
        this_device: view.device == session.device,
        device: view.device.to_string(),
        created_at: instant(view.created_at_ms),
        last_seen_day: last_seen_day(&view),
        name: view.name,
    });
    Ok((no_store(None), Json(answers.collect())))
}

/// Ends the session of one of the account's devices at once.
pub async fn withdraw(
    State(state): State<AppState>,
    SignedIn { session, .. }: SignedIn,
    Path(device): Path<String>,
) -> Result<StatusCode, Problem> {
    let device = device.parse().map_err(|_| Problem::NOT_FOUND)?;
    let account = session.account_row;
    let withdrawn = state.store.withdraw(account, device).await?;
    let row = withdrawn.ok_or(Problem::NOT_FOUND)?;
    state.pokes.signal(account, Signal::Withdrawn(row));
    Ok(StatusCode::NO_CONTENT)
}

/// Writes an instant as RFC 3339 has it, in UTC.
fn instant(milliseconds: u64) -> String {
    let milliseconds = i64::try_from(milliseconds).unwrap_or(i64::MAX);
    let instant = Timestamp::from_millisecond(milliseconds).unwrap_or(Timestamp::MAX);
    instant.to_string()
}

fn last_seen_day(view: &DeviceView) -> String {
    let begun = instant(view.last_seen_day.saturating_mul(DAY_MS));
    begun.split('T').next().unwrap_or_default().to_owned()
}
