//! Requests to the whole server over real connections, one after another: each is carried out or
//! refused, none brings the server to a fault, and nothing of another account is seen or changed.

use crate::ACCOUNT;
use crate::server_place::{Place, place};
use approdo_sync::frame;
use approdo_sync::wire::SyncRequest;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// More requests in a row only take longer.
const MOST_CALLS: usize = 4;

/// What a request does, and where its address begins.
pub(crate) const ROUTES: [(&str, &str); 18] = [
    ("POST", "/api/v1/accounts"),
    ("GET", "/api/v1/session"),
    ("DELETE", "/api/v1/session"),
    ("POST", "/api/v1/recovery-code"),
    ("POST", "/api/v1/recover"),
    ("POST", "/api/v1/links"),
    ("POST", "/api/v1/links/claim"),
    ("POST", "/api/v1/links/claims"),
    ("GET", "/api/v1/links/"),
    ("POST", "/api/v1/links/{link}/confirm"),
    ("POST", "/api/v1/links/{link}/reject"),
    ("GET", "/api/v1/devices"),
    ("DELETE", "/api/v1/devices/"),
    ("POST", "/api/v1/sync"),
    ("GET", "/api/v1/events"),
    ("GET", "/healthz"),
    ("GET", "/"),
    ("PATCH", "/"),
];

/// One request. Where its parts hold `{link}`, `{code}`, `{claim}`, `{recovery}`, `{profile}` or
/// `{token}`, they get what the server gave out before.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Call {
    pub(crate) route: u8,
    /// Whether it comes with the session of the account.
    pub(crate) is_signed_in: bool,
    /// What stands behind the route's address.
    pub(crate) tail: Vec<u8>,
    pub(crate) headers: Vec<(Vec<u8>, Vec<u8>)>,
    pub(crate) body: Vec<u8>,
}

/// What the server said.
#[derive(Debug, Default)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    /// Returns a field of the answer's JSON, if it is a text.
    pub(crate) fn text(&self, name: &str) -> Option<String> {
        let value: Value = serde_json::from_slice(&self.body).ok()?;
        value.get(name)?.as_str().map(str::to_owned)
    }
}

pub(crate) fn check(bytes: &[u8]) {
    let Ok(calls) = postcard::from_bytes::<Vec<Call>>(bytes) else {
        return;
    };
    let mut place = place();
    place.begin();
    for call in calls.into_iter().take(MOST_CALLS) {
        let call = with_account(call, &place);
        let answer = place.send(&call);
        check_answer(&place, &call, &answer);
        place.note(&answer);
    }
    place.check_other_account();
}

/// A body that is a request to sync becomes one of the account that is signed in, well framed.
fn with_account(mut call: Call, place: &Place) -> Call {
    if let Ok(mut request) = postcard::from_bytes::<SyncRequest>(&call.body)
        && route(&call).1.ends_with("/sync")
    {
        if request.account == ACCOUNT {
            request.account = place.account();
        }
        call.body = frame::encode(&request);
    }
    call
}

pub(crate) fn route(call: &Call) -> (&'static str, &'static str) {
    ROUTES[usize::from(call.route) % ROUTES.len()]
}

fn check_answer(place: &Place, call: &Call, answer: &Answer) {
    assert!(
        (200..500).contains(&answer.status),
        "{:?}: {}",
        route(call),
        answer.head
    );
    let said = [answer.head.as_bytes(), &answer.body].concat();
    for secret in place.secrets() {
        assert!(
            !said
                .windows(secret.len())
                .any(|part| part == secret.as_bytes()),
            "{:?} tells what is another account's",
            route(call)
        );
    }
    for line in answer.head.lines() {
        if let Some(cookie) = line.strip_prefix("set-cookie: ") {
            check_cookie(cookie);
        }
    }
    if answer
        .head
        .contains("content-type: application/problem+json")
    {
        let kind = answer.text("type").unwrap_or_default();
        assert!(kind.starts_with("urn:approdo:problem:"), "{kind}");
    }
}

/// A cookie is the session of one profile: no request can put anything else into it.
fn check_cookie(cookie: &str) {
    let named = cookie.strip_prefix("approdo_").unwrap_or_default();
    let (profile, rest) = named.split_once('=').unwrap_or_default();
    let (token, rest) = rest.split_once(';').unwrap_or_default();
    let is_hexadecimal = |text: &str| text.bytes().all(|digit| digit.is_ascii_hexdigit());
    assert!(profile.len() == 32 && is_hexadecimal(profile), "{cookie}");
    assert!(token.is_empty() || token.len() == 64 && is_hexadecimal(token));
    assert!(
        rest.ends_with("Path=/; HttpOnly; SameSite=Strict"),
        "{rest}"
    );
}
