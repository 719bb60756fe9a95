//! A tiny server for a folder of files, for pages that are no part of the app.

use std::path::{Component, Path, PathBuf};

use anyhow::Result;
use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, Uri, header};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// A folder served on a free port until this is dropped.
#[derive(Debug)]
pub struct StaticSite {
    origin: String,
    task: JoinHandle<()>,
}

impl StaticSite {
    /// Serves a folder, and a page at its root.
    ///
    /// # Errors
    /// When no port is free.
    pub async fn serve(folder: &Path, page: &'static str) -> Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let origin = format!("http://{}", listener.local_addr()?);
        let router = Router::new()
            .route("/", get(async move || Html(page)))
            .fallback(answer)
            .with_state(folder.to_path_buf());
        let task = tokio::spawn(async move {
            // Ends with the task; an error would show in the test as a page that does not open.
            let _ = axum::serve(listener, router).await;
        });
        Ok(Self { origin, task })
    }

    /// Returns the address of a file.
    pub fn address(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }
}

impl Drop for StaticSite {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn answer(State(folder): State<PathBuf>, uri: Uri) -> Response {
    let asked = Path::new(uri.path().trim_start_matches('/'));
    let harmless = asked
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    match tokio::task::spawn_blocking({
        let file = folder.join(asked);
        move || std::fs::read(file)
    })
    .await
    {
        Ok(Ok(bytes)) if harmless => {
            ([(header::CONTENT_TYPE, content_type(asked))], bytes).into_response()
        }
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}

fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    }
}
