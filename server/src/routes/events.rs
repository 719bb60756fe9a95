//! The stream of pokes: it says that there is something new, never what.

use crate::pokes::Listening;
use crate::problem::Problem;
use crate::session::{Profile, SignedIn};
use crate::state::AppState;
use crate::store::DeviceRow;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::response::IntoResponse;
use axum::response::sse::{Event, KeepAlive, Sse};
use serde::Deserialize;
use std::convert::Infallible;
use std::time::Duration;
use tokio::sync::watch;

/// How long a browser waits before it opens a broken stream again.
const RETRY: Duration = Duration::from_secs(5);
/// How often an idle stream sends a comment, so that nobody on the way thinks it dead.
const HEARTBEAT: Duration = Duration::from_secs(25);

/// Tells a proxy (nginx and those like it) to pass on each poke at once.
const NOT_BUFFERED: (HeaderName, HeaderValue) = (
    HeaderName::from_static("x-accel-buffering"),
    HeaderValue::from_static("no"),
);

/// A stream cannot send headers of its own, so the profile stands in the address.
#[derive(Deserialize)]
pub struct Wanted {
    profile: String,
}

/// One open stream.
struct Poking {
    listening: Listening,
    device: DeviceRow,
    stopping: watch::Receiver<bool>,
    is_greeted: bool,
}

/// Opens a stream of pokes.
pub async fn stream(
    State(state): State<AppState>,
    wanted: Result<Query<Wanted>, axum::extract::rejection::QueryRejection>,
    headers: HeaderMap,
) -> Result<impl IntoResponse, Problem> {
    let Query(wanted) = wanted.map_err(|_| Problem::NO_PROFILE)?;
    let profile = Profile::read(&wanted.profile)?;
    let SignedIn { session, profile } = SignedIn::find(&state, profile, &headers).await?;
    let listening = state
        .pokes
        .listen(session.account_row)
        .ok_or(Problem::BUSY)?;
    // A device withdrawn between the two lines above would otherwise listen for ever.
    SignedIn::find(&state, profile, &headers).await?;
    let poking = Poking {
        listening,
        device: session.device_row,
        stopping: state.stopping.clone(),
        is_greeted: false,
    };
    let stream = futures::stream::unfold(poking, next);
    let stream = Sse::new(stream).keep_alive(KeepAlive::new().interval(HEARTBEAT));
    Ok(([NOT_BUFFERED], stream))
}

async fn next(mut poking: Poking) -> Option<(Result<Event, Infallible>, Poking)> {
    if !poking.is_greeted {
        poking.is_greeted = true;
        return Some((Ok(Event::default().retry(RETRY).comment("open")), poking));
    }
    let goes_on = tokio::select! {
        goes_on = poking.listening.next(poking.device) => goes_on,
        _ = poking.stopping.wait_for(|stopping| *stopping) => false,
    };
    let poke = Event::default().event("poke").data("new");
    goes_on.then_some((Ok(poke), poking))
}
