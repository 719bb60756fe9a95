//! Small typed calls in JSON to this app's own server, and what its refusals mean.

use super::http::{Answer, Request, send};
use gloo_net::http::Method;
use js_sys::{Array, JSON, Object, Reflect};
use std::str::FromStr;
use thiserror::Error;
use wasm_bindgen::{JsCast, JsValue};

/// How long one call may take, in milliseconds.
const PATIENCE_MS: u32 = 15_000;
/// How every type of our problems begins.
const PROBLEM_URN: &str = "urn:approdo:problem:";

/// Why a call did not do what was asked.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CallError {
    /// The server cannot be reached, or its answer did not arrive.
    #[error("the server cannot be reached; try again when there is a network")]
    Unreachable,
    /// Something else answered: a captive portal, a proxy.
    #[error("something other than Approdo answered; the connection may ask you to sign in")]
    NotApprodo,
    /// The session ended or was withdrawn.
    #[error("this device is not linked; link it again")]
    NotSignedIn,
    /// The session is another account's.
    #[error("this device is signed in for another person")]
    OtherAccount,
    /// No device, or no account, has this code.
    #[error("nobody waits with this code; check it, or make a new one")]
    WrongCode,
    /// Too many attempts, or the server has all hands full.
    #[error("too many attempts for now; wait, then try again")]
    TooMany {
        /// How long to wait, in milliseconds, if the server says so.
        retry_after_ms: Option<u64>,
    },
    /// The link was not claimed, or it is too late.
    #[error("the other device has not entered the code, or it is too late; make a new code")]
    LinkNotReady,
    /// What was asked for is not there.
    #[error("this is not there any more; load the list again")]
    NotFound,
    /// The server does not take the request, for a reason of this name.
    #[error("the server does not take this request ({0}); update the app")]
    Refused(String),
    /// The server failed.
    #[error("the server has a fault; try again later")]
    ServerFault,
}

/// An answer whose fields can be read.
pub struct Fields(JsValue);

/// Sends a call whose answer is a JSON object or list.
pub async fn call(
    method: Method,
    path: &str,
    fields: &[(&str, &str)],
) -> Result<Fields, CallError> {
    let answer = answered(method, path, fields).await?;
    if !answer.is("application/json") {
        return Err(CallError::NotApprodo);
    }
    parsed(&answer).map(Fields).ok_or(CallError::NotApprodo)
}

/// Sends a call whose success needs no words.
pub async fn order(method: Method, path: &str) -> Result<(), CallError> {
    match answered(method, path, &[]).await?.status {
        204 => Ok(()),
        _ => Err(CallError::NotApprodo),
    }
}

async fn answered(
    method: Method,
    path: &str,
    fields: &[(&str, &str)],
) -> Result<Answer, CallError> {
    let request = Request {
        method,
        path,
        body: (!fields.is_empty()).then(|| ("application/json", written(fields))),
        patience_ms: PATIENCE_MS,
    };
    let answer = send(request).await.ok_or(CallError::Unreachable)?;
    match answer.status {
        200..=299 => Ok(answer),
        _ => Err(refusal(&answer)),
    }
}

fn written(fields: &[(&str, &str)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        // Setting a field of a fresh object has no way to fail.
        let _ = Reflect::set(&object, &(*name).into(), &(*value).into());
    }
    JSON::stringify(&object).map_or(JsValue::NULL, JsValue::from)
}

fn parsed(answer: &Answer) -> Option<JsValue> {
    let text = std::str::from_utf8(&answer.body).ok()?;
    JSON::parse(text).ok()
}

fn refusal(answer: &Answer) -> CallError {
    if !answer.is_problem() {
        return unknown_refusal(answer.status);
    }
    let name = parsed(answer)
        .and_then(|details| Fields(details).text("type"))
        .unwrap_or_default();
    named_refusal(
        name.strip_prefix(PROBLEM_URN).unwrap_or_default(),
        answer.status,
        answer.retry_after_ms,
    )
}

fn unknown_refusal(status: u16) -> CallError {
    match status {
        500..=510 => CallError::ServerFault,
        _ => CallError::NotApprodo,
    }
}

fn named_refusal(name: &str, status: u16, retry_after_ms: Option<u64>) -> CallError {
    match name {
        "not-signed-in" => CallError::NotSignedIn,
        "other-account" => CallError::OtherAccount,
        "wrong-code" => CallError::WrongCode,
        "too-many-attempts" | "busy" => CallError::TooMany { retry_after_ms },
        "link-not-ready" => CallError::LinkNotReady,
        "not-found" => CallError::NotFound,
        _ if status >= 500 => CallError::ServerFault,
        _ => CallError::Refused(name.to_owned()),
    }
}

impl Fields {
    /// Returns a text.
    pub fn text(&self, name: &str) -> Option<String> {
        self.value(name)?.as_string()
    }

    /// Returns a text that the server must have sent.
    pub fn required(&self, name: &str) -> Result<String, CallError> {
        self.text(name).ok_or(CallError::NotApprodo)
    }

    /// Returns a value written as a text.
    pub fn parsed<T: FromStr>(&self, name: &str) -> Option<T> {
        self.text(name)?.parse().ok()
    }

    /// Returns a number.
    pub fn number(&self, name: &str) -> Option<f64> {
        self.value(name)?.as_f64()
    }

    /// Tells whether a value is true.
    pub fn flag(&self, name: &str) -> bool {
        self.value(name).is_some_and(|value| value.is_truthy())
    }

    /// Returns the elements of a list.
    pub fn elements(self) -> Result<Vec<Fields>, CallError> {
        let list = self.0.dyn_into::<Array>();
        let list = list.map_err(|_| CallError::NotApprodo)?;
        Ok(list.iter().map(Fields).collect())
    }

    fn value(&self, name: &str) -> Option<JsValue> {
        Reflect::get(&self.0, &name.into()).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_is_told_by_its_name_not_by_its_status() {
        assert_eq!(named_refusal("wrong-code", 404, None), CallError::WrongCode);
        assert_eq!(named_refusal("not-found", 404, None), CallError::NotFound);
        let too_many = CallError::TooMany {
            retry_after_ms: Some(5_000),
        };
        assert_eq!(
            named_refusal("too-many-attempts", 429, Some(5_000)),
            too_many
        );
    }

    #[test]
    fn a_name_of_a_newer_server_is_passed_on() {
        let refused = CallError::Refused("desk-closed".to_owned());
        assert_eq!(named_refusal("desk-closed", 409, None), refused);
        assert_eq!(
            named_refusal("meteorite", 500, None),
            CallError::ServerFault
        );
    }

    #[test]
    fn a_page_of_someone_else_is_not_our_refusal() {
        assert_eq!(unknown_refusal(404), CallError::NotApprodo);
        assert_eq!(unknown_refusal(511), CallError::NotApprodo);
        assert_eq!(unknown_refusal(502), CallError::ServerFault);
    }
}
