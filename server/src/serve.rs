//! The running server: opening everything, stopping in good order. How connections are taken
//! stands in `accept`.

use crate::accept::{Door, accept};
use crate::body::Bodies;
use crate::client_files::{ClientFiles, ClientFolder, ClientFolderError};
use crate::clock::{Clock, SystemClock};
use crate::metrics::Metrics;
use crate::settings::Settings;
use crate::state::{AppState, Store};
use crate::store::{OpenError, SqliteStore};
use crate::{monitoring, routes};
use std::io::ErrorKind;
use std::net::SocketAddr;
use std::sync::Arc;
use thiserror::Error;
use tokio::net::TcpListener;
use tokio::sync::{Semaphore, watch};
use tokio::task::JoinHandle;

/// Connections of monitoring systems at a time.
const MONITORING_CONNECTIONS: usize = 16;

/// How to start a server.
pub struct Options {
    /// What the operator decides.
    pub settings: Settings,
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
    #[error("{0} is taken by another program; stop that one, or choose another port with {1}")]
    PortTaken(SocketAddr, &'static str),
    /// This user may not listen there.
    #[error("this user may not listen on {0}; choose a port above 1023 with {1}")]
    PortForbidden(SocketAddr, &'static str),
    /// The system refuses for another reason.
    #[error("cannot listen on {address} ({source}); choose another address with {option}")]
    CannotListen {
        /// The address.
        address: SocketAddr,
        /// What the system said.
        source: std::io::Error,
        /// The option that names the address.
        option: &'static str,
    },
}

/// A running server.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    metrics_address: Option<SocketAddr>,
    store: Store,
    stop: watch::Sender<bool>,
    accepting: Vec<JoinHandle<()>>,
}

impl Options {
    /// Starts from what every server but a tested one wants: the machine's clock, and the client
    /// that the settings name or this program was built with.
    ///
    /// # Errors
    /// Why the folder that the settings name is no client.
    pub fn new(settings: Settings) -> Result<Self, ClientFolderError> {
        Ok(Self {
            client: match settings.client.clone() {
                Some(folder) => ClientFiles::Folder(ClientFolder::open(folder)?),
                None => ClientFiles::embedded(),
            },
            clock: Arc::new(SystemClock),
            settings,
        })
    }
}

/// Starts a server.
///
/// # Errors
/// Why it does not start, and what to do.
pub async fn start(options: Options) -> Result<Server, StartError> {
    let settings = options.settings;
    let limits = settings.limits;
    let listener = listen(settings.listen, "--listen").await?;
    let monitored = match settings.metrics_listen {
        Some(address) => Some(listen(address, "--metrics-listen").await?),
        None => None,
    };
    let store = SqliteStore::open_with(&settings.data, limits.database_time).await?;
    let (stop, stopping) = watch::channel(false);
    let places = Arc::new(Semaphore::new(limits.connections));
    let state = AppState {
        store: store.clone(),
        clock: options.clock,
        pokes: Default::default(),
        wrong_codes: Default::default(),
        new_accounts: Default::default(),
        data: settings.data.as_path().into(),
        client: Arc::new(options.client),
        bodies: Bodies::new(&limits),
        turns: Arc::new(Semaphore::new(limits.exchanges)),
        turn_time: limits.turn_time,
        metrics: Arc::new(Metrics::new(limits.connections, places.clone())),
        stopping: stopping.clone(),
        secure_cookies: settings.secure_cookies,
        behind_proxy: settings.behind_proxy,
    };
    let address = listener.local_addr().unwrap_or(settings.listen);
    let metrics_address = monitored.as_ref().and_then(|it| it.local_addr().ok());
    let mut accepting = Vec::new();
    if let Some(listener) = monitored {
        let door = Door {
            listener,
            places: Arc::new(Semaphore::new(MONITORING_CONNECTIONS)),
            limits: limits.clone(),
        };
        let router = monitoring::router(state.clone());
        accepting.push(tokio::spawn(accept(door, router, stopping.clone())));
    }
    let door = Door {
        listener,
        places,
        limits,
    };
    accepting.push(tokio::spawn(accept(door, routes::router(state), stopping)));
    Ok(Server {
        address,
        metrics_address,
        store,
        stop,
        accepting,
    })
}

impl Server {
    /// Returns where the server listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Returns where the server gives its figures, if it does.
    pub fn metrics_address(&self) -> Option<SocketAddr> {
        self.metrics_address
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
        for accepting in self.accepting {
            let _ = accepting.await;
        }
        self.store.close().await;
    }
}

/// Begins to listen; `option` names the address to people.
///
/// # Errors
/// Why the system refuses, and what to do.
pub async fn listen(address: SocketAddr, option: &'static str) -> Result<TcpListener, StartError> {
    TcpListener::bind(address)
        .await
        .map_err(|source| match source.kind() {
            ErrorKind::AddrInUse => StartError::PortTaken(address, option),
            ErrorKind::PermissionDenied => StartError::PortForbidden(address, option),
            _ => StartError::CannotListen {
                address,
                source,
                option,
            },
        })
}
