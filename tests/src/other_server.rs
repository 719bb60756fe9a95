//! A server of another version in the place of the real one: it speaks another version of the
//! protocol, and nothing else.

use anyhow::Result;
use approdo_sync::frame::{MEDIA_TYPE, PROTOCOL_HEADER, checksum};
use axum::Router;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use crate::server::AppServer;

/// How a server of another version answers.
#[derive(Debug, Clone, Copy)]
pub enum Reply {
    /// In a frame of this version.
    Frame(u8),
    /// With a refusal that names this version as its newest.
    Refusal(u8),
}

/// A server of another version, until this is dropped.
#[derive(Debug)]
pub struct OtherServer(JoinHandle<()>);

impl OtherServer {
    /// Takes the place of the real server, which must have been stopped.
    ///
    /// # Errors
    /// When its port is not free.
    pub async fn in_place_of(server: &AppServer, reply: Reply) -> Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", server.port())).await?;
        let router = Router::new()
            .route("/api/v1/sync", post(async move || answer(reply)))
            .fallback(async || StatusCode::SERVICE_UNAVAILABLE);
        Ok(Self(tokio::spawn(async move {
            // Ends with the task; an error would show in the test as a page that hears nothing.
            let _ = axum::serve(listener, router).await;
        })))
    }

    /// Gives the port back.
    ///
    /// # Errors
    /// When the task failed.
    pub async fn stop(mut self) -> Result<()> {
        self.0.abort();
        match (&mut self.0).await {
            Err(error) if !error.is_cancelled() => Err(error.into()),
            _ => Ok(()),
        }
    }
}

impl Drop for OtherServer {
    fn drop(&mut self) {
        self.0.abort();
    }
}

fn answer(reply: Reply) -> Response {
    match reply {
        Reply::Frame(version) => {
            let payload = b"what this version says";
            let checked = [&[version], payload.as_slice()].concat();
            let checksum = checksum(&checked).to_be_bytes();
            let frame = [b"APDO", &[version][..], &checksum, payload].concat();
            ([(header::CONTENT_TYPE, MEDIA_TYPE)], frame).into_response()
        }
        Reply::Refusal(version) => {
            let headers = [
                (
                    header::CONTENT_TYPE.as_str(),
                    "application/problem+json".to_owned(),
                ),
                (PROTOCOL_HEADER, version.to_string()),
            ];
            let problem = r#"{"type":"urn:approdo:problem:other-version"}"#;
            (StatusCode::BAD_REQUEST, headers, problem).into_response()
        }
    }
}
