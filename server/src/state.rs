//! What all routes share.

use crate::attempts::{NewAccounts, WrongCodes};
use crate::body::Bodies;
use crate::client_files::ClientFiles;
use crate::clock::Clock;
use crate::metrics::Metrics;
use crate::pokes::Pokes;
use crate::problem::Problem;
use crate::store::SqliteStore;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Semaphore, SemaphorePermit, watch};

/// The store that routes use; with a second database this becomes a choice between two.
pub type Store = SqliteStore;

/// What all routes share; clones are handles to the same.
#[derive(Clone)]
pub struct AppState {
    /// Operations, accounts, devices.
    pub store: Store,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// The open event streams.
    pub pokes: Pokes,
    /// The limit on guessing.
    pub wrong_codes: Arc<WrongCodes>,
    /// The limit on new accounts.
    pub new_accounts: Arc<NewAccounts>,
    /// The data folder.
    pub data: Arc<Path>,
    /// The client's files.
    pub client: Arc<ClientFiles>,
    /// How bodies are read.
    pub bodies: Bodies,
    /// Exchanges that may be in work at a time.
    pub turns: Arc<Semaphore>,
    /// How long an exchange waits for its turn.
    pub turn_time: Duration,
    /// What is counted.
    pub metrics: Arc<Metrics>,
    /// Becomes true when the server is about to stop.
    pub stopping: watch::Receiver<bool>,
    /// Whether cookies are for TLS only.
    pub secure_cookies: bool,
    /// Whether a proxy tells the address from which a request comes.
    pub behind_proxy: bool,
}

impl AppState {
    /// Waits a little for a place among the exchanges in work. A request asks for it when its body
    /// is there, so that those who send slowly keep no place from the others.
    ///
    /// # Errors
    /// [`Problem::BUSY`] if none comes free.
    pub async fn take_turn(&self) -> Result<SemaphorePermit<'_>, Problem> {
        match tokio::time::timeout(self.turn_time, self.turns.acquire()).await {
            Ok(Ok(turn)) => Ok(turn),
            _ => Err(Problem::BUSY),
        }
    }
}
