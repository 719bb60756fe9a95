//! What an operator decides: read from the command line or the environment once, checked, then
//! never changed. How it is read stands in `command_line`.

use crate::limits::Limits;
use std::net::SocketAddr;
use std::path::PathBuf;
use thiserror::Error;

/// Fewest connections that serve anyone: a browser opens six.
const FEWEST_CONNECTIONS: usize = 16;

/// How to serve.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Where to listen; port 0 takes any that is free.
    pub listen: SocketAddr,
    /// Where to tell figures to a monitoring system; nowhere unless it is said.
    pub metrics_listen: Option<SocketAddr>,
    /// The data folder.
    pub data: PathBuf,
    /// A packaged client to serve instead of the one built in.
    pub client: Option<PathBuf>,
    /// Whether cookies are for TLS only: needed wherever people reach the server by https.
    pub secure_cookies: bool,
    /// Whether a proxy stands before the server and tells addresses in `X-Forwarded-For`.
    pub behind_proxy: bool,
    /// How much of everything, and how long.
    pub limits: Limits,
}

/// Why settings contradict each other.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SettingsError {
    /// Two services on one address.
    #[error("--listen and --metrics-listen are both {0}; give the metrics a port of their own")]
    SameAddress(SocketAddr),
    /// Not enough for one browser.
    #[error(
        "--connections {0} is too few for one browser; give {FEWEST_CONNECTIONS} or more, or leave \
         it out"
    )]
    TooFewConnections(usize),
}

impl Settings {
    /// Starts from what most servers want: no TLS and no proxy before it, no metrics.
    pub fn new(listen: SocketAddr, data: PathBuf) -> Self {
        Self {
            listen,
            metrics_listen: None,
            data,
            client: None,
            secure_cookies: false,
            behind_proxy: false,
            limits: Limits::default(),
        }
    }

    /// Checks that the settings agree with each other.
    ///
    /// # Errors
    /// Where they do not.
    pub fn check(self) -> Result<Self, SettingsError> {
        let is_same = self.listen.port() != 0 && self.metrics_listen == Some(self.listen);
        if is_same {
            return Err(SettingsError::SameAddress(self.listen));
        }
        if self.limits.connections < FEWEST_CONNECTIONS {
            return Err(SettingsError::TooFewConnections(self.limits.connections));
        }
        Ok(self)
    }
}
