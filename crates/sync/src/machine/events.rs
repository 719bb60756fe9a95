//! What the machine is told, and what it says to do.

use crate::answer::AnswerError;
use crate::exchange::{ExchangeError, ExchangeReport};
use crate::frame::PROTOCOL_VERSION;
use crate::transport::TransportError;

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// The app opened, or this tab became the one that syncs.
    Started {
        /// Whether the store belongs to an account.
        is_linked: bool,
        /// How many operations wait.
        waiting: usize,
        /// When the last exchange with nothing left over ended (`SyncState::synced_at_ms`).
        synced_at_ms: Option<u64>,
    },
    /// The person edited something, in any tab; how many operations wait now.
    Edited {
        /// How many operations wait.
        waiting: usize,
    },
    /// The device has a network again.
    CameOnline,
    /// The device has no network.
    WentOffline,
    /// The person looks at the app again.
    BecameVisible,
    /// The server says that there is something new.
    Poked,
    /// The time asked for by [`Action::WakeAt`] has come.
    Elapsed,
    /// The exchange asked for by [`Action::StartExchange`] ended.
    ExchangeEnded(ExchangeEnd),
    /// The store was bound to an account, or its session renewed.
    Linked,
    /// The device was signed out or withdrawn. Its work stays.
    Unlinked,
}

/// How an exchange ended, as far as the machine must know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExchangeEnd {
    /// An answer was stored.
    Done {
        /// Whether the server has more to read now.
        more: bool,
        /// How many operations still wait.
        waiting: usize,
        /// Whether anything moved.
        is_progress: bool,
    },
    /// No answer was stored.
    Failed(Failure),
}

/// Why no answer was stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// The server cannot be reached.
    Unreachable,
    /// Something else answered, such as the sign-in page of a public network.
    NotApprodo,
    /// The session ended.
    NotSignedIn,
    /// The session is another account's.
    OtherAccount,
    /// The request was too large.
    TooLarge,
    /// The server asks to wait.
    Busy {
        /// How long, if it says so.
        retry_after_ms: Option<u64>,
    },
    /// The app is too old for the server.
    UpdateNeeded,
    /// The server is too old for the app.
    ServerTooOld,
    /// A change is missing from the server's answer.
    Gap,
    /// The server has a fault, or its answer does not hold together.
    ServerFault,
    /// The store of this device failed.
    StoreFailed,
}

/// What to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Exchange once, offering at most so many operations, then tell how it ended.
    StartExchange {
        /// Most operations to offer.
        most: usize,
        /// First let it read and offer everything again (`exchange::begin_again`).
        from_the_start: bool,
    },
    /// Say [`Event::Elapsed`] at that time. Takes the place of every earlier wish.
    WakeAt {
        /// When, in the same milliseconds as `now_ms`.
        at_ms: u64,
    },
}

impl<E: std::error::Error> From<&Result<ExchangeReport, ExchangeError<E>>> for ExchangeEnd {
    fn from(result: &Result<ExchangeReport, ExchangeError<E>>) -> Self {
        match result {
            Ok(report) => Self::Done {
                more: report.more,
                waiting: report.waiting.waiting,
                is_progress: report.is_progress(),
            },
            Err(error) => Self::Failed(error.into()),
        }
    }
}

impl<E: std::error::Error> From<&ExchangeError<E>> for Failure {
    fn from(error: &ExchangeError<E>) -> Self {
        match error {
            ExchangeError::NotLinked => Self::NotSignedIn,
            ExchangeError::Store(_) => Self::StoreFailed,
            ExchangeError::OtherVersion(version) => Self::of_other_version(*version),
            ExchangeError::Damaged => Self::Unreachable,
            ExchangeError::Answer(AnswerError::Gap) => Self::Gap,
            ExchangeError::Answer(_) => Self::ServerFault,
            ExchangeError::Transport(error) => error.into(),
        }
    }
}

impl Failure {
    /// Tells which of the two is the older one.
    fn of_other_version(of_server: u8) -> Self {
        if of_server > PROTOCOL_VERSION {
            Self::UpdateNeeded
        } else {
            Self::ServerTooOld
        }
    }
}

impl From<&TransportError> for Failure {
    fn from(error: &TransportError) -> Self {
        match error {
            TransportError::Unreachable => Self::Unreachable,
            TransportError::NotSignedIn => Self::NotSignedIn,
            TransportError::OtherAccount => Self::OtherAccount,
            TransportError::TooLarge => Self::TooLarge,
            TransportError::Busy { retry_after_ms } => Self::Busy {
                retry_after_ms: *retry_after_ms,
            },
            TransportError::OtherVersion(version) => Self::of_other_version(*version),
            TransportError::Rejected => Self::UpdateNeeded,
            TransportError::ServerFault => Self::ServerFault,
            TransportError::NotApprodo => Self::NotApprodo,
        }
    }
}
