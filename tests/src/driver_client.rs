//! How requests reach a driver: never through a proxy, with a time limit that fits each of them, and
//! with all that is known when one fails.

use std::error::Error;
use std::sync::Arc;
use std::time::Duration;

use axum::body::Bytes;
use axum::http::{Method, Request, Response};
use thirtyfour::error::{WebDriverError, WebDriverResult};
use thirtyfour::session::http::{Body, HttpClient};

/// How long a browser may take to start: on a cold machine it comes from a slow disk, beside another.
const START_LIMIT: Duration = Duration::from_secs(300);

/// How long anything else may take.
const REQUEST_LIMIT: Duration = Duration::from_secs(120);

/// What speaks to drivers.
#[derive(Debug, Clone)]
pub(crate) struct DriverClient(reqwest::Client);

impl DriverClient {
    /// Makes one.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn new() -> WebDriverResult<Self> {
        let client = reqwest::Client::builder().no_proxy().build();
        Ok(Self(client.map_err(failure)?))
    }

    /// Asks a driver whether a session may begin.
    ///
    /// # Errors
    /// When it does not answer in time, or says something else.
    pub async fn is_ready(&self, address: &str) -> WebDriverResult<bool> {
        let request = self.0.get(format!("{address}/status"));
        let answer = request.timeout(Duration::from_secs(10)).send().await;
        let body = answer.map_err(failure)?.bytes().await.map_err(failure)?;
        let status: serde_json::Value = serde_json::from_slice(&body)?;
        Ok(status["value"]["ready"] == true)
    }
}

#[async_trait::async_trait]
impl HttpClient for DriverClient {
    async fn send(&self, request: Request<Body<'_>>) -> WebDriverResult<Response<Bytes>> {
        let (parts, body) = request.into_parts();
        let starts_browser = parts.method == Method::POST && parts.uri.path() == "/session";
        let limit = if starts_browser {
            START_LIMIT
        } else {
            REQUEST_LIMIT
        };
        let mut request = self
            .0
            .request(parts.method, parts.uri.to_string())
            .headers(parts.headers)
            .timeout(limit);
        if let Body::Json(json) = body {
            request = request.body(json.to_string());
        }
        let answer = request.send().await.map_err(failure)?;
        let mut response = Response::new(Bytes::new());
        *response.status_mut() = answer.status();
        *response.headers_mut() = answer.headers().clone();
        *response.body_mut() = answer.bytes().await.map_err(failure)?;
        Ok(response)
    }

    async fn new(&self) -> Arc<dyn HttpClient> {
        Arc::new(self.clone())
    }
}

/// Says an error with all that caused it: which limit passed, who closed the connection.
fn failure(error: reqwest::Error) -> WebDriverError {
    let mut message = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        message = format!("{message}: {cause}");
        source = cause.source();
    }
    WebDriverError::HttpError(message)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ports::ReservedPort;

    #[tokio::test]
    async fn a_failure_says_what_caused_it() {
        let nobody = ReservedPort::take().unwrap();
        let address = format!("http://127.0.0.1:{}", nobody.number());
        let client = DriverClient::new().unwrap();
        let error = client.is_ready(&address).await.unwrap_err().to_string();
        assert!(error.contains("Connection refused"), "{error}");
    }
}
