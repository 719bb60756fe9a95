//! What answers in the place of the real server: one of another version, which speaks another version
//! of the protocol and nothing else, or the portal of a network that wants to be paid first.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::Result;
use approdo_sync::frame::{MEDIA_TYPE, PROTOCOL_HEADER, checksum};
use axum::Router;
use axum::extract::{Request, State};
use axum::http::{StatusCode, Uri, header};
use axum::middleware::map_request_with_state;
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::post;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use crate::server::AppServer;
use crate::wait::{PATIENCE, until};

/// How a server of another version answers.
#[derive(Debug, Clone, Copy)]
pub enum Reply {
    /// In a frame of this version.
    Frame(u8),
    /// With a refusal that names this version as its newest.
    Refusal(u8),
}

/// How a portal answers whatever is asked for.
#[derive(Debug, Clone, Copy)]
pub enum Portal {
    /// With its page, as if that were what was asked for.
    Page,
    /// By sending on to its page.
    Redirect,
}

/// The path of a portal's page.
const PORTAL_PATH: &str = "/portal/login";

/// The page of a portal.
const PORTAL_PAGE: &str = "<!doctype html><html><head><title>Free Wi-Fi</title></head>
<body><h1 id=\"portal\">Accept our terms</h1></body></html>";

/// A server that is not the real one, until this is dropped.
#[derive(Debug)]
pub struct OtherServer {
    task: JoinHandle<()>,
    asked: Asked,
}

/// The paths that were asked for.
type Asked = Arc<Mutex<Vec<String>>>;

impl OtherServer {
    /// Takes the place of the real server, which must have been stopped.
    ///
    /// # Errors
    /// When its port is not free.
    pub async fn in_place_of(server: &AppServer, reply: Reply) -> Result<Self> {
        let router = Router::new()
            .route("/api/v1/sync", post(async move || answer(reply)))
            .fallback(async || StatusCode::SERVICE_UNAVAILABLE);
        Self::serve(server, router).await
    }

    /// Puts a portal in the place of the real server, which must have been stopped.
    ///
    /// # Errors
    /// When its port is not free.
    pub async fn portal_in_place_of(server: &AppServer, portal: Portal) -> Result<Self> {
        let router = Router::new().fallback(async move |uri: Uri| send_to_portal(portal, &uri));
        Self::serve(server, router).await
    }

    async fn serve(server: &AppServer, router: Router) -> Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", server.port())).await?;
        let asked = Asked::default();
        let router = router.layer(map_request_with_state(Arc::clone(&asked), note));
        let task = tokio::spawn(async move {
            // Ends with the task; an error would show in the test as a page that hears nothing.
            let _ = axum::serve(listener, router).await;
        });
        Ok(Self { task, asked })
    }

    /// Waits until a path is asked for that has not been since the last call.
    ///
    /// # Errors
    /// When it is not.
    pub async fn wait_until_asked_for(&self, path: &str) -> Result<()> {
        until(&format!("a request for {path}"), PATIENCE, async || {
            let asked = std::mem::take(&mut *locked(&self.asked));
            Ok(asked.iter().any(|known| known == path).then_some(()))
        })
        .await
    }

    /// Gives the port back.
    ///
    /// # Errors
    /// When the task failed.
    pub async fn stop(mut self) -> Result<()> {
        self.task.abort();
        match (&mut self.task).await {
            Err(error) if !error.is_cancelled() => Err(error.into()),
            _ => Ok(()),
        }
    }
}

impl Drop for OtherServer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn note(State(asked): State<Asked>, request: Request) -> Request {
    let path = request.uri().path().to_owned();
    locked(&asked).push(path);
    request
}

fn locked(asked: &Asked) -> MutexGuard<'_, Vec<String>> {
    asked.lock().unwrap_or_else(PoisonError::into_inner)
}

fn send_to_portal(portal: Portal, uri: &Uri) -> Response {
    match portal {
        Portal::Redirect if uri.path() != PORTAL_PATH => {
            Redirect::temporary(PORTAL_PATH).into_response()
        }
        Portal::Page | Portal::Redirect => Html(PORTAL_PAGE).into_response(),
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
