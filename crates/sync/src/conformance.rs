//! The suites that every store passes, whatever it is made of. They need no executor and no test
//! harness, so that they also run inside a browser; each case gets a fresh store from `make`.

mod blobs;
mod device;
mod device_sync;
mod fixture;
mod log;
mod server;
mod server_access;

use crate::blobs::BlobStore;
use crate::store::{DeviceStore, OperationLog, ServerStore};
use approdo_document::{AccountId, OperationId, SpaceId};

/// How one case went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Suite and case.
    pub name: &'static str,
    /// What was found instead of what should be, if it failed.
    pub result: Result<(), String>,
}

/// A device store that can be closed and opened again.
#[expect(
    async_fn_in_trait,
    reason = "browsers have one thread; native callers use concrete types"
)]
pub trait Reopen: Sized {
    /// Closes the store and opens what it left on the disk.
    async fn reopen(self) -> Self;
}

/// What the suite must be able to do to a server's store. All stores that `make` returns have the
/// same receipt key.
#[expect(
    async_fn_in_trait,
    reason = "the suites run on one thread; callers use concrete types"
)]
pub trait ServerUnderTest: ServerStore + Sized {
    /// A copy of the data.
    type Backup;

    /// Copies the data.
    async fn back_up(&self) -> Self::Backup;

    /// Puts a copy in the place of the data.
    async fn restore(self, backup: Self::Backup) -> Self;

    /// Lets an account read and write a space from now on.
    async fn grant(&self, space: SpaceId, account: AccountId);

    /// Drops the ancestors of a self-contained operation; answers false if the store cannot yet, and
    /// the cases that need it are passed over.
    async fn compact(&self, head: OperationId) -> bool;
}

/// Runs the cases that hold for every log.
pub async fn operation_log<L: OperationLog>(make: impl AsyncFn() -> L) -> Vec<Outcome> {
    log::run(&make).await
}

/// Runs the cases that hold for a device's store. Those on a log are run by [`operation_log`].
pub async fn device_store<S: DeviceStore + Reopen>(make: impl AsyncFn() -> S) -> Vec<Outcome> {
    let mut outcomes = device::run(&make).await;
    outcomes.extend(device_sync::run(&make).await);
    outcomes
}

/// Runs the cases that hold for a device's store of blobs.
pub async fn blob_store<S: BlobStore + Reopen>(make: impl AsyncFn() -> S) -> Vec<Outcome> {
    blobs::run(&make).await
}

/// Runs the cases that hold for a server's store.
pub async fn server_store<S: ServerUnderTest>(make: impl AsyncFn() -> S) -> Vec<Outcome> {
    let mut outcomes = server::run(&make).await;
    outcomes.extend(server_access::run(&make).await);
    outcomes
}

/// Panics with all that failed, for use in a test.
///
/// # Panics
/// If a case failed, or if there is none.
pub fn assert_all_pass(outcomes: &[Outcome]) {
    assert!(!outcomes.is_empty(), "no case was run");
    let failures: Vec<_> = outcomes
        .iter()
        .filter_map(|outcome| {
            let reason = outcome.result.as_ref().err()?;
            Some(format!("{}: {reason}", outcome.name))
        })
        .collect();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// Runs cases one after the other.
macro_rules! run_cases {
    ($suite:literal, $make:expr, [$($case:ident),* $(,)?]) => {
        vec![$($crate::conformance::Outcome {
            name: concat!($suite, "::", stringify!($case)),
            result: $case($make).await,
        }),*]
    };
}

/// Ends a case unless both values are equal.
macro_rules! ensure_eq {
    ($found:expr, $expected:expr, $($what:tt)+) => {
        match (&$found, &$expected) {
            (found, expected) if *found == *expected => {}
            (found, expected) => {
                let what = format!($($what)+);
                return Err(format!("{what}: found {found:?}, expected {expected:?}"));
            }
        }
    };
}

/// Ends a case unless the condition holds.
macro_rules! ensure {
    ($condition:expr, $($what:tt)+) => {
        if !$condition {
            return Err(format!($($what)+));
        }
    };
}

use {ensure, ensure_eq, run_cases};

impl Reopen for crate::memory::MemoryDeviceStore {
    async fn reopen(self) -> Self {
        self
    }
}

impl ServerUnderTest for crate::memory::MemoryServerStore {
    type Backup = crate::memory::ServerSnapshot;

    async fn back_up(&self) -> Self::Backup {
        self.snapshot()
    }

    async fn restore(self, backup: Self::Backup) -> Self {
        Self::restore(&self, &backup);
        self
    }

    async fn grant(&self, space: SpaceId, account: AccountId) {
        Self::grant(self, space, account);
    }

    async fn compact(&self, head: OperationId) -> bool {
        Self::compact(self, head);
        true
    }
}
