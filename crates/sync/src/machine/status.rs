//! What the person is told about sync: always true, never hidden.

use super::{Failure, STALLED_AFTER_MS, SyncMachine};

/// The state of sync, as shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SyncStatus {
    /// The work is on this device only; no account.
    NotLinked,
    /// So many operations will be offered soon.
    Waiting(usize),
    /// An exchange is going on.
    Syncing,
    /// Nothing waits; when that was last sure, in milliseconds since 1970.
    Synced {
        /// When.
        at_ms: u64,
    },
    /// No network.
    Offline {
        /// How many operations wait.
        waiting: usize,
    },
    /// There is a network, work waits, and nothing moves.
    Stalled {
        /// How many operations wait.
        waiting: usize,
        /// Why, as far as known.
        reason: StallReason,
    },
    /// The session ended; the work stays on this device.
    SignedOut {
        /// How many operations wait.
        waiting: usize,
    },
    /// The session is another person's; the work stays on this device.
    OtherAccount {
        /// How many operations wait.
        waiting: usize,
    },
    /// The app is too old for the server; the work stays on this device until it is updated.
    UpdateNeeded,
    /// The server is too old for the app; the work stays on this device until it is updated.
    ServerTooOld,
}

/// Why nothing moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StallReason {
    /// No answer has come yet.
    NoAnswer,
    /// The server cannot be reached.
    Unreachable,
    /// Something else answered, such as the sign-in page of a public network.
    NotApprodo,
    /// The server asks to wait.
    Busy,
    /// The server has a fault, or does not take the work.
    ServerFault,
    /// The storage of this device failed.
    StoreFailed,
}

pub(super) fn of(machine: &SyncMachine, now_ms: u64) -> SyncStatus {
    let waiting = machine.waiting;
    if !machine.is_linked {
        return SyncStatus::NotLinked;
    }
    match machine.halted {
        Some(Failure::OtherAccount) => return SyncStatus::OtherAccount { waiting },
        Some(_) => return SyncStatus::SignedOut { waiting },
        None => {}
    }
    match machine.last_failure {
        Some(Failure::UpdateNeeded) => return SyncStatus::UpdateNeeded,
        Some(Failure::ServerTooOld) => return SyncStatus::ServerTooOld,
        _ => {}
    }
    if !machine.is_online {
        return SyncStatus::Offline { waiting };
    }
    let is_stalled = machine
        .no_progress_since_ms
        .is_some_and(|since| now_ms.saturating_sub(since) >= STALLED_AFTER_MS);
    if is_stalled {
        let reason = stall_reason(machine.last_failure);
        return SyncStatus::Stalled { waiting, reason };
    }
    if machine.is_exchanging {
        return SyncStatus::Syncing;
    }
    match machine.synced_at_ms {
        Some(at_ms) if waiting == 0 => SyncStatus::Synced { at_ms },
        _ => SyncStatus::Waiting(waiting),
    }
}

fn stall_reason(failure: Option<Failure>) -> StallReason {
    match failure {
        None => StallReason::NoAnswer,
        Some(Failure::NotApprodo) => StallReason::NotApprodo,
        Some(Failure::Busy { .. }) => StallReason::Busy,
        Some(Failure::StoreFailed) => StallReason::StoreFailed,
        Some(Failure::ServerFault | Failure::TooLarge | Failure::Gap) => StallReason::ServerFault,
        Some(_) => StallReason::Unreachable,
    }
}
