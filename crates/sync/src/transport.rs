//! The way to the server, as the sync engine sees it: bytes out, bytes or a reason back.

#[cfg(doc)]
use crate::frame::PROTOCOL_HEADER;
use thiserror::Error;

/// Carries one framed request to the server and its framed answer back.
#[expect(
    async_fn_in_trait,
    reason = "browsers have one thread; native callers use concrete types"
)]
pub trait Transport {
    /// Sends a request and waits for the whole answer.
    ///
    /// # Errors
    /// Why there is no answer; after any of them the request may or may not have been carried out.
    async fn exchange(&self, request: Vec<u8>) -> Result<Vec<u8>, TransportError>;
}

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TransportError {
    /// The server cannot be reached, or the answer did not arrive.
    #[error("the server cannot be reached; your work stays on this device until it can")]
    Unreachable,
    /// The session ended or was withdrawn (401).
    #[error("this device is no longer linked; link it again to go on syncing")]
    NotSignedIn,
    /// The session is another account's (409).
    #[error("this device is signed in for another person; its waiting work was not sent")]
    OtherAccount,
    /// The request is too large (413): send less at a time.
    #[error("the request is too large for the server; it is sent again in smaller parts")]
    TooLarge,
    /// The server asks to wait (429, 503), in milliseconds if it says how long.
    #[error("the server is busy; sync goes on by itself")]
    Busy {
        /// How long to wait.
        retry_after_ms: Option<u64>,
    },
    /// The server speaks another version of the protocol, this at most ([`PROTOCOL_HEADER`]).
    #[error("the server speaks version {0} of the protocol; update the older of the two")]
    OtherVersion(u8),
    /// The server does not understand the request (400, 415, 426).
    #[error("the server does not understand this version of Approdo; update the app")]
    Rejected,
    /// The server failed (5xx).
    #[error("the server has a fault; sync goes on by itself")]
    ServerFault,
    /// Something else answered: a captive portal, a proxy.
    #[error("something other than Approdo answered; the connection may ask you to sign in")]
    NotApprodo,
}
