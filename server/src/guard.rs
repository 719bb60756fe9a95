//! What every request passes: a line in the log, headers for the browser's protection, and the
//! refusal of requests that another site's page makes.

use crate::problem::Problem;
use crate::secrets::random_bytes;
use crate::state::AppState;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::net::IpAddr;
use std::time::Instant;

/// The address of the connection's other end.
#[derive(Debug, Clone, Copy)]
pub struct Peer(pub IpAddr);

/// Marks an answer that a browser carries out: a page, a script, a worker's script; holds its policy.
#[derive(Debug, Clone)]
pub struct CarriedOut(pub HeaderValue);

/// Headers on every answer: nobody else's page may use it, and it is what its type says.
const EVERYWHERE: [(HeaderName, HeaderValue); 2] = [
    (
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        HeaderValue::from_static("same-origin"),
    ),
];

/// Headers on what a browser carries out, beside its policy: nothing may frame it, and of the device's
/// sensors it may use camera and microphone, for which it asks, and nothing else.
const FOR_PAGES: [(HeaderName, HeaderValue); 5] = [
    (
        header::REFERRER_POLICY,
        HeaderValue::from_static("no-referrer"),
    ),
    (
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static(
            "accelerometer=(), browsing-topics=(), camera=(self), display-capture=(), \
             geolocation=(), gyroscope=(), microphone=(self), midi=(), payment=(), usb=()",
        ),
    ),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        HeaderValue::from_static("same-origin"),
    ),
    (
        HeaderName::from_static("cross-origin-embedder-policy"),
        HeaderValue::from_static("require-corp"),
    ),
    (header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY")),
];

/// The policy of all other answers: opened by itself, none of them does anything. The long one
/// would cost a first visit some thousand bytes.
const FOR_OTHERS: [(HeaderName, HeaderValue); 1] = [(
    header::CONTENT_SECURITY_POLICY,
    HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'"),
)];

/// Writes one line for each request: which route, which outcome, how long. Never an address, a
/// code, a token, or who it was.
pub async fn log(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let begun = Instant::now();
    let id = random_bytes::<8>().map(hex::encode).unwrap_or_default();
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().cloned();
    let mut response = next.run(request).await;
    let duration = begun.elapsed();
    state
        .metrics
        .count_answer(&method, route.as_ref(), &response, duration);
    let status = response.status();
    let route = route.as_ref().map_or("(files)", MatchedPath::as_str);
    let micros = duration.as_micros();
    if status.is_server_error() {
        tracing::error!(id, %method, route, status = status.as_u16(), micros, "request");
    } else {
        tracing::info!(id, %method, route, status = status.as_u16(), micros, "request");
    }
    if let Ok(id) = HeaderValue::from_str(&id) {
        response.headers_mut().insert("x-request-id", id);
    }
    response
}

/// Adds the protecting headers.
pub async fn protect(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let carried_out = response.extensions_mut().remove::<CarriedOut>();
    let headers = response.headers_mut();
    headers.extend(EVERYWHERE);
    match carried_out {
        Some(CarriedOut(policy)) => {
            headers.insert(header::CONTENT_SECURITY_POLICY, policy);
            headers.extend(FOR_PAGES);
        }
        None => headers.extend(FOR_OTHERS),
    }
    if state.secure_cookies {
        headers.insert(
            header::STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static("max-age=31536000"),
        );
    }
    response
}

/// Refuses requests that change something when a page of another site makes them. Clients that are
/// no browsers send neither header, and no browser's cookies either.
pub async fn same_origin(request: Request, next: Next) -> Response {
    let is_reading = matches!(*request.method(), Method::GET | Method::HEAD);
    match is_reading || comes_from_own_page(request.headers()) {
        true => next.run(request).await,
        false => Problem::CROSS_SITE.into_response(),
    }
}

fn comes_from_own_page(headers: &HeaderMap) -> bool {
    let text = |name| {
        headers
            .get(name)
            .and_then(|value: &HeaderValue| value.to_str().ok())
    };
    if let Some(site) = text("sec-fetch-site") {
        return site == "same-origin";
    }
    let Some(origin) = text("origin") else {
        return true;
    };
    let authority = origin.split_once("://").map(|(_, authority)| authority);
    authority.is_some() && authority == text("host")
}

/// Returns the address from which a request comes.
pub fn address_of(state: &AppState, peer: Peer, headers: &HeaderMap) -> IpAddr {
    let told = state.behind_proxy.then(|| forwarded_for(headers)).flatten();
    told.unwrap_or(peer.0)
}

/// Returns the last address of all lines: the one that the proxy saw. What stands before it, be it in
/// a line of its own, may have been written by the sender.
fn forwarded_for(headers: &HeaderMap) -> Option<IpAddr> {
    let line = headers.get_all("x-forwarded-for").iter().next_back()?;
    let address = line.to_str().ok()?.rsplit(',').next()?;
    address.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs
            .iter()
            .map(|(name, value)| {
                (
                    HeaderName::from_static(name),
                    HeaderValue::from_static(value),
                )
            })
            .collect()
    }

    #[test]
    fn only_our_own_pages_and_programs_change_anything() {
        let host = ("host", "approdo.example");
        for (pairs, expected) in [
            (vec![host], true),
            (vec![host, ("sec-fetch-site", "same-origin")], true),
            (vec![host, ("sec-fetch-site", "cross-site")], false),
            (vec![host, ("sec-fetch-site", "same-site")], false),
            (vec![host, ("origin", "https://approdo.example")], true),
            (vec![host, ("origin", "https://evil.example")], false),
            (vec![host, ("origin", "null")], false),
        ] {
            assert_eq!(comes_from_own_page(&headers(&pairs)), expected, "{pairs:?}");
        }
    }

    #[test]
    fn a_sender_cannot_pass_for_another_address_behind_a_proxy() {
        let proxy = ("x-forwarded-for", "192.0.2.7");
        for (pairs, expected) in [
            (vec![], None),
            (vec![proxy], Some([192, 0, 2, 7])),
            (
                vec![("x-forwarded-for", "10.0.0.1, 192.0.2.7")],
                Some([192, 0, 2, 7]),
            ),
            (
                vec![("x-forwarded-for", "10.0.0.1"), proxy],
                Some([192, 0, 2, 7]),
            ),
            (vec![proxy, ("x-forwarded-for", "unknown")], None),
        ] {
            let found = forwarded_for(&headers(&pairs));
            assert_eq!(found, expected.map(IpAddr::from), "{pairs:?}");
        }
    }
}
