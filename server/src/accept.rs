//! Taking connections until told to stop. Our own loop, since `axum::serve` sets no time limits:
//! not for headers, not for an idle connection, not for an answer that nobody takes.

use crate::guard::Peer;
use crate::limits::Limits;
use axum::Router;
use axum::extract::Request;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::{GracefulConnection, GracefulShutdown};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, watch};
use tokio_io_timeout::TimeoutStream;
use tower::ServiceExt as _;

/// How long to wait after the system refused a connection, for example for want of file handles.
const PAUSE_AFTER_REFUSAL: Duration = Duration::from_millis(100);

/// Where connections come from, and how many may be open.
pub struct Door {
    /// Where they come from.
    pub listener: TcpListener,
    /// Those that may still be opened.
    pub places: Arc<Semaphore>,
    /// How long each may take for what.
    pub limits: Limits,
}

/// Takes connections until told to stop, then lets requests in work end.
pub async fn accept(door: Door, router: Router, mut stopping: watch::Receiver<bool>) {
    let graceful = GracefulShutdown::new();
    loop {
        let Ok(place) = door.places.clone().acquire_owned().await else {
            break;
        };
        let accepted = tokio::select! {
            accepted = door.listener.accept() => accepted,
            _ = stopping.wait_for(|stopping| *stopping) => break,
        };
        let Ok((stream, peer)) = accepted else {
            tokio::time::sleep(PAUSE_AFTER_REFUSAL).await;
            continue;
        };
        let connection = graceful.watch(connection(stream, peer, router.clone(), &door.limits));
        tokio::spawn(async move {
            // A connection that breaks is its client's loss; what it asked for was done or not.
            let _ = connection.await;
            drop(place);
        });
    }
    drop(door.listener);
    if tokio::time::timeout(door.limits.farewell_time, graceful.shutdown())
        .await
        .is_err()
    {
        tracing::warn!("some requests did not end in time and were cut off");
    }
}

fn connection(
    stream: TcpStream,
    peer: SocketAddr,
    router: Router,
    limits: &Limits,
) -> impl GracefulConnection<Error = hyper::Error> + use<> {
    // Answers are small and wanted at once.
    let _ = stream.set_nodelay(true);
    let mut stream = TimeoutStream::new(stream);
    stream.set_write_timeout(Some(limits.answer_time));
    let service = service_fn(move |request: hyper::Request<hyper::body::Incoming>| {
        let mut request: Request = request.map(axum::body::Body::new);
        request.extensions_mut().insert(Peer(peer.ip()));
        router.clone().oneshot(request)
    });
    http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.headers_time)
        .max_headers(limits.headers)
        .max_buf_size(limits.header_bytes)
        .serve_connection(TokioIo::new(Box::pin(stream)), service)
}
