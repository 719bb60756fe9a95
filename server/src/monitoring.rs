//! The page with the figures, at an address of its own that is not open to the public.

use crate::metrics::Present;
use crate::problem::Problem;
use crate::state::AppState;
use axum::Router;
use axum::extract::State;
use axum::http::header;
use axum::response::IntoResponse;
use axum::routing::get;

/// The text format of OpenMetrics, which Prometheus reads.
const MEDIA_TYPE: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// Returns the service for monitoring systems.
pub fn router(state: AppState) -> Router {
    Router::new()
        .route("/metrics", get(metrics))
        .fallback(async || Problem::NOT_FOUND)
        .method_not_allowed_fallback(async || Problem::WRONG_METHOD)
        .with_state(state)
}

async fn metrics(State(state): State<AppState>) -> Result<impl IntoResponse, Problem> {
    let present = Present {
        streams: state.pokes.open_streams(),
        database_bytes: state.store.size_on_disk(),
    };
    let page = state.metrics.write(present).map_err(|_| Problem::FAULT)?;
    Ok(([(header::CONTENT_TYPE, MEDIA_TYPE)], page))
}
