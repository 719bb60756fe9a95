//! The way of the sync engine to the server, over the browser's HTTP.

use super::http::{Answer, Request, send};
use approdo_sync::frame::{MEDIA_TYPE, PROTOCOL_VERSION};
use approdo_sync::transport::{Transport, TransportError};
use gloo_net::http::Method;
use js_sys::Uint8Array;

/// How long one exchange may take, in milliseconds: 1 MB over a slow line.
const PATIENCE_MS: u32 = 60_000;
/// How every framed message begins.
const MAGIC: &[u8] = b"APDO";

/// Sends framed requests for this browser's profile.
#[derive(Debug, Clone, Copy, Default)]
pub struct HttpTransport;

impl Transport for HttpTransport {
    async fn exchange(&self, request: Vec<u8>) -> Result<Vec<u8>, TransportError> {
        let answer = send(Request {
            method: Method::POST,
            path: "/api/v1/sync",
            body: Some((MEDIA_TYPE, Uint8Array::from(request.as_slice()).into())),
            patience_ms: PATIENCE_MS,
        })
        .await;
        judged(answer.ok_or(TransportError::Unreachable)?)
    }
}

/// Tells a message of our server from its refusals, and both from what others answer.
fn judged(answer: Answer) -> Result<Vec<u8>, TransportError> {
    let is_ours = answer.is(MEDIA_TYPE) && answer.body.starts_with(MAGIC);
    match answer.status {
        200..=299 if is_ours => Ok(answer.body),
        200..=299 => Err(TransportError::NotApprodo),
        _ => Err(refused(&answer)),
    }
}

/// Reads why an answer is none: a refusal of our server, or what others answer.
pub(super) fn refused(answer: &Answer) -> TransportError {
    match answer.status {
        429 | 503 => TransportError::Busy {
            retry_after_ms: answer.retry_after_ms,
        },
        511 => TransportError::NotApprodo,
        500.. => TransportError::ServerFault,
        // Proxies have limits of their own.
        413 => TransportError::TooLarge,
        _ if !answer.is_problem() => TransportError::NotApprodo,
        401 => TransportError::NotSignedIn,
        408 => TransportError::Unreachable,
        409 => TransportError::OtherAccount,
        400 => match answer.protocol {
            Some(newest) if newest != PROTOCOL_VERSION => TransportError::OtherVersion(newest),
            _ => TransportError::Rejected,
        },
        _ => TransportError::Rejected,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(status: u16, media_type: &str, body: &[u8]) -> Answer {
        Answer {
            status,
            media_type: media_type.to_owned(),
            retry_after_ms: None,
            protocol: None,
            body: body.to_vec(),
        }
    }

    #[test]
    fn the_page_of_a_captive_portal_is_no_answer() {
        let page = answer(200, "text/html", b"<html>Accedi al Wi-Fi</html>");
        assert_eq!(judged(page), Err(TransportError::NotApprodo));
        let disguised = answer(200, MEDIA_TYPE, b"<html>");
        assert_eq!(judged(disguised), Err(TransportError::NotApprodo));
        let denied = answer(401, "text/html", b"Accedi");
        assert_eq!(judged(denied), Err(TransportError::NotApprodo));
    }

    #[test]
    fn our_server_is_understood() {
        assert_eq!(
            judged(answer(200, MEDIA_TYPE, b"APDO.")),
            Ok(b"APDO.".to_vec())
        );
        let problem = |status| judged(answer(status, "application/problem+json", b"{}"));
        assert_eq!(problem(401), Err(TransportError::NotSignedIn));
        assert_eq!(problem(409), Err(TransportError::OtherAccount));
        assert_eq!(problem(413), Err(TransportError::TooLarge));
        assert_eq!(problem(415), Err(TransportError::Rejected));
        let busy = TransportError::Busy {
            retry_after_ms: None,
        };
        assert_eq!(problem(503), Err(busy));
        assert_eq!(problem(500), Err(TransportError::ServerFault));
    }

    #[test]
    fn a_server_of_another_version_says_which() {
        let refused = |newest| {
            judged(Answer {
                protocol: Some(newest),
                ..answer(400, "application/problem+json", b"{}")
            })
        };
        assert_eq!(refused(9), Err(TransportError::OtherVersion(9)));
        assert_eq!(refused(PROTOCOL_VERSION), Err(TransportError::Rejected));
    }
}
