//! The occupations of ESCO, if who runs the server imported them.

use crate::official_catalog;
use crate::problem::Problem;
use crate::state::AppState;
use approdo_catalog::Language;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};
use std::io::ErrorKind;

/// Answers with the catalogue of a language; "not modified" to who has it already, "no content" where
/// nothing was imported, which is no fault.
pub async fn official(
    State(state): State<AppState>,
    Path(code): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let mut languages = Language::ALL.into_iter();
    let language = languages.find(|language| language.code() == code);
    let language = language.ok_or(Problem::NOT_FOUND)?;
    let path = official_catalog::path(&state.data, language);
    let bytes = match tokio::fs::read(&path).await {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            return Ok(StatusCode::NO_CONTENT.into_response());
        }
        Err(error) => {
            tracing::error!(%error, "the imported catalogue cannot be read");
            return Err(Problem::FAULT);
        }
    };
    let digest = Sha256::digest(&bytes);
    let tag = format!("\"{}\"", hex::encode(&digest[..16]));
    let known = headers.get(header::IF_NONE_MATCH);
    let mut response = match known.is_some_and(|known| known.as_bytes() == tag.as_bytes()) {
        true => StatusCode::NOT_MODIFIED.into_response(),
        false => bytes.into_response(),
    };
    let answered = response.headers_mut();
    answered.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        answered.insert(header::ETAG, tag);
    }
    Ok(response)
}
