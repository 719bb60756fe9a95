//! What all routes share.

use crate::attempts::{NewAccounts, WrongCodes};
use crate::client_files::ClientFiles;
use crate::clock::Clock;
use crate::pokes::Pokes;
use crate::store::SqliteStore;
use std::sync::Arc;
use tokio::sync::{Semaphore, watch};

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
    /// The client's files.
    pub client: Arc<ClientFiles>,
    /// Requests that may be in work at a time.
    pub places: Arc<Semaphore>,
    /// Becomes true when the server is about to stop.
    pub stopping: watch::Receiver<bool>,
    /// Whether cookies are for TLS only.
    pub secure_cookies: bool,
    /// Whether a proxy tells the address from which a request comes.
    pub behind_proxy: bool,
}
