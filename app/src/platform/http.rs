//! Requests to this app's own server: headers, time limits, and telling its answers from those of
//! others. What an answer means is in `transport` and `json`.

use super::profile;
use approdo_sync::frame::PROTOCOL_HEADER;
use futures::future::{Either, select};
use gloo_net::http::{Method, RequestBuilder, Response};
use gloo_timers::future::TimeoutFuture;
use std::pin::pin;
use wasm_bindgen::JsValue;
use web_sys::{AbortController, RequestCache};

/// The header that names the local profile a request is for.
const PROFILE_HEADER: &str = "Approdo-Profile";

/// A request to be sent.
pub struct Request<'a> {
    /// Its method.
    pub method: Method,
    /// Its path.
    pub path: &'a str,
    /// Its body with its media type.
    pub body: Option<(&'static str, JsValue)>,
    /// How long to wait for the whole answer, in milliseconds.
    pub patience_ms: u32,
}

/// An answer that has arrived whole.
pub struct Answer {
    /// Its status.
    pub status: u16,
    /// Its media type with parameters, in small letters.
    pub media_type: String,
    /// How long the server asks to wait, in milliseconds.
    pub retry_after_ms: Option<u64>,
    /// The newest version of the sync protocol the server reads, where it refuses.
    pub protocol: Option<u8>,
    /// Its body.
    pub body: Vec<u8>,
}

/// Sends a request; none if no whole answer came in time.
pub async fn send(request: Request<'_>) -> Option<Answer> {
    let controller = AbortController::new().ok()?;
    let answer = pin!(exchange(&request, &controller));
    match select(answer, pin!(TimeoutFuture::new(request.patience_ms))).await {
        Either::Left((answer, _)) => answer.ok(),
        Either::Right(_) => {
            controller.abort();
            None
        }
    }
}

async fn exchange(
    request: &Request<'_>,
    controller: &AbortController,
) -> Result<Answer, gloo_net::Error> {
    let builder = RequestBuilder::new(request.path)
        .method(request.method.clone())
        .header(PROFILE_HEADER, &profile::id())
        .cache(RequestCache::NoStore)
        .abort_signal(Some(&controller.signal()));
    let ready = match &request.body {
        Some((media_type, body)) => builder
            .header("Content-Type", media_type)
            .body(body.clone())?,
        None => builder.build()?,
    };
    read(ready.send().await?).await
}

async fn read(response: Response) -> Result<Answer, gloo_net::Error> {
    let header = |name: &str| response.headers().get(name).unwrap_or_default();
    // An answer from elsewhere, to which a proxy sent us on, is nobody's we know.
    let media_type = if response.redirected() {
        String::new()
    } else {
        header("content-type").to_ascii_lowercase()
    };
    Ok(Answer {
        status: response.status(),
        media_type,
        retry_after_ms: retry_after_ms(&header("retry-after")),
        protocol: header(PROTOCOL_HEADER).parse().ok(),
        body: response.binary().await?,
    })
}

/// Reads how long to wait. The form with a date is left to the caller's own patience.
fn retry_after_ms(header: &str) -> Option<u64> {
    let seconds: u64 = header.trim().parse().ok()?;
    Some(seconds.min(86_400) * 1_000)
}

impl Answer {
    /// Tells whether the answer is of a media type.
    pub fn is(&self, media_type: &str) -> bool {
        let own = self.media_type.split(';').next().unwrap_or_default();
        own.trim() == media_type
    }

    /// Tells whether the answer is a refusal of our server.
    pub fn is_problem(&self) -> bool {
        self.is("application/problem+json")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_cannot_silence_a_device_for_more_than_a_day() {
        assert_eq!(retry_after_ms("120"), Some(120_000));
        assert_eq!(retry_after_ms("99999999999"), Some(86_400_000));
        assert_eq!(retry_after_ms("Sun, 22 Nov 2026 10:00:00 GMT"), None);
        assert_eq!(retry_after_ms(""), None);
    }

    #[test]
    fn parameters_of_a_media_type_do_not_hide_it() {
        let answer = Answer {
            status: 200,
            media_type: "application/json; charset=utf-8".to_owned(),
            retry_after_ms: None,
            protocol: None,
            body: Vec::new(),
        };
        assert!(answer.is("application/json"));
        assert!(!answer.is_problem());
    }
}
