//! The running server: opening everything, taking connections, stopping in good order.

use crate::client_files::ClientFiles;
use crate::clock::{Clock, SystemClock};
use crate::guard::Peer;
use crate::routes;
use crate::state::{AppState, Store};
use crate::store::{OpenError, SqliteStore};
use axum::Router;
use axum::extract::Request;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use std::io::ErrorKind;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use thiserror::Error;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, watch};
use tokio::task::JoinHandle;
use tower::ServiceExt as _;

/// How long a client may take for a request's headers.
const LONGEST_HEADERS_TIME: Duration = Duration::from_secs(15);
/// How long requests in work may go on after the server was told to stop.
const LONGEST_FAREWELL: Duration = Duration::from_secs(10);
/// Requests in work at a time.
const MOST_REQUESTS: usize = 256;
/// Connections open at a time; an event stream is one.
const MOST_CONNECTIONS: usize = 10_000;
/// How long to wait after the system refused a connection, for example for want of file handles.
const PAUSE_AFTER_REFUSAL: Duration = Duration::from_millis(100);

/// How to start a server.
pub struct Options {
    /// Where to listen; port 0 takes any that is free.
    pub listen: SocketAddr,
    /// The data folder.
    pub data: PathBuf,
    /// Whether cookies are for TLS only: needed wherever people reach the server by https.
    pub secure_cookies: bool,
    /// Whether a proxy stands before the server and tells addresses in `X-Forwarded-For`.
    pub behind_proxy: bool,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// The client's files.
    pub client: ClientFiles,
}

/// Why a server does not start.
#[derive(Debug, Error)]
pub enum StartError {
    /// The data cannot be opened.
    #[error(transparent)]
    Data(#[from] OpenError),
    /// Another program listens there.
    #[error("{0} is taken by another program; stop that one, or choose another port with --listen")]
    PortTaken(SocketAddr),
    /// This user may not listen there.
    #[error("this user may not listen on {0}; choose a port above 1023 with --listen")]
    PortForbidden(SocketAddr),
    /// The system refuses for another reason.
    #[error("cannot listen on {address} ({source}); choose another address with --listen")]
    CannotListen {
        /// The address.
        address: SocketAddr,
        /// What the system said.
        source: std::io::Error,
    },
}

/// A running server.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    store: Store,
    stop: watch::Sender<bool>,
    accepting: JoinHandle<()>,
}

impl Options {
    /// Starts from what most servers want: the machine's clock, the files this program was built
    /// with, no TLS and no proxy before it.
    pub fn new(listen: SocketAddr, data: PathBuf) -> Self {
        Self {
            listen,
            data,
            secure_cookies: false,
            behind_proxy: false,
            clock: Arc::new(SystemClock),
            client: ClientFiles::embedded(),
        }
    }
}

/// Starts a server.
///
/// # Errors
/// Why it does not start, and what to do.
pub async fn start(options: Options) -> Result<Server, StartError> {
    let listener = listen(options.listen).await?;
    let store = SqliteStore::open(&options.data).await?;
    let (stop, stopping) = watch::channel(false);
    let state = AppState {
        store: store.clone(),
        clock: options.clock,
        pokes: Default::default(),
        wrong_codes: Default::default(),
        new_accounts: Default::default(),
        client: Arc::new(options.client),
        places: Arc::new(Semaphore::new(MOST_REQUESTS)),
        stopping: stopping.clone(),
        secure_cookies: options.secure_cookies,
        behind_proxy: options.behind_proxy,
    };
    Ok(Server {
        address: listener.local_addr().unwrap_or(options.listen),
        store,
        stop,
        accepting: tokio::spawn(accept(listener, routes::router(state), stopping)),
    })
}

impl Server {
    /// Returns where the server listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Returns the server's store.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Stops: takes no more connections, ends event streams, lets requests in work end, closes the
    /// store.
    pub async fn stop(self) {
        // No receiver means that it has stopped already.
        let _ = self.stop.send(true);
        let _ = self.accepting.await;
        self.store.close().await;
    }
}

async fn listen(address: SocketAddr) -> Result<TcpListener, StartError> {
    TcpListener::bind(address)
        .await
        .map_err(|source| match source.kind() {
            ErrorKind::AddrInUse => StartError::PortTaken(address),
            ErrorKind::PermissionDenied => StartError::PortForbidden(address),
            _ => StartError::CannotListen { address, source },
        })
}

/// Takes connections until told to stop. Our own loop, since `axum::serve` sets no time limit for
/// headers.
async fn accept(listener: TcpListener, router: Router, mut stopping: watch::Receiver<bool>) {
    let graceful = GracefulShutdown::new();
    let connections = Arc::new(Semaphore::new(MOST_CONNECTIONS));
    loop {
        let Ok(place) = connections.clone().acquire_owned().await else {
            break;
        };
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            _ = stopping.wait_for(|stopping| *stopping) => break,
        };
        let Ok((stream, peer)) = accepted else {
            tokio::time::sleep(PAUSE_AFTER_REFUSAL).await;
            continue;
        };
        let connection = graceful.watch(connection(stream, peer, router.clone()));
        tokio::spawn(async move {
            // A connection that breaks is its client's loss; what it asked for was done or not.
            let _ = connection.await;
            drop(place);
        });
    }
    drop(listener);
    if tokio::time::timeout(LONGEST_FAREWELL, graceful.shutdown())
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
) -> impl hyper_util::server::graceful::GracefulConnection<Error = hyper::Error> {
    // Answers are small and wanted at once.
    let _ = stream.set_nodelay(true);
    let service = service_fn(move |request: hyper::Request<hyper::body::Incoming>| {
        let mut request: Request = request.map(axum::body::Body::new);
        request.extensions_mut().insert(Peer(peer.ip()));
        router.clone().oneshot(request)
    });
    http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(LONGEST_HEADERS_TIME)
        .serve_connection(TokioIo::new(stream), service)
}
