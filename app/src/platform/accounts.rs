//! The calls about this device's session, its account's other devices, and recovery. Linking a
//! device is in `linking`.

use super::json::{CallError, call, order};
use super::profile;
use approdo_document::AccountId;
use gloo_net::http::Method;

/// Who this device acts for, and under what name the server lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// The account.
    pub account: AccountId,
    /// This device's name on the server.
    pub device: String,
}

/// A device of the account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Device {
    /// Its name on the server.
    pub device: String,
    /// What it called itself.
    pub name: String,
    /// When it was linked, as RFC 3339 has it.
    pub created_at: String,
    /// The last day it was seen, `YYYY-MM-DD`.
    pub last_seen_day: String,
    /// Whether it is this one.
    pub this_device: bool,
}

/// Makes an anonymous account with a session for this profile, or returns the one there is.
pub async fn make_account(device_name: &str) -> Result<AccountId, CallError> {
    let profile = profile::id();
    let fields = [("profile", profile.as_str()), ("device_name", device_name)];
    let answer = call(Method::POST, "/api/v1/accounts", &fields).await?;
    answer.parsed("account").ok_or(CallError::NotApprodo)
}

/// Returns the session of this profile.
pub async fn session() -> Result<Session, CallError> {
    let answer = call(Method::GET, "/api/v1/session", &[]).await?;
    Ok(Session {
        account: answer.parsed("account").ok_or(CallError::NotApprodo)?,
        device: answer.required("device")?,
    })
}

/// Ends this device's session.
pub async fn sign_out() -> Result<(), CallError> {
    order(Method::DELETE, "/api/v1/session").await
}

/// Lists the devices that hold a session of the account.
pub async fn devices() -> Result<Vec<Device>, CallError> {
    let answer = call(Method::GET, "/api/v1/devices", &[]).await?;
    let devices = answer.elements()?.into_iter().map(|device| {
        Ok(Device {
            device: device.required("device")?,
            name: device.required("name")?,
            created_at: device.required("created_at")?,
            last_seen_day: device.required("last_seen_day")?,
            this_device: device.flag("this_device"),
        })
    });
    devices.collect()
}

/// Ends the session of one of the account's devices.
pub async fn withdraw(device: &str) -> Result<(), CallError> {
    order(Method::DELETE, &format!("/api/v1/devices/{device}")).await
}

/// Makes a new recovery code, which replaces the one before. It is shown once.
pub async fn make_recovery_code() -> Result<String, CallError> {
    let answer = call(Method::POST, "/api/v1/recovery-code", &[]).await?;
    answer.required("code")
}

/// Signs this profile in with a recovery code.
pub async fn recover(code: &str, device_name: &str) -> Result<AccountId, CallError> {
    let profile = profile::id();
    let fields = [
        ("code", code),
        ("profile", profile.as_str()),
        ("device_name", device_name),
    ];
    let answer = call(Method::POST, "/api/v1/recover", &fields).await?;
    answer.parsed("account").ok_or(CallError::NotApprodo)
}
