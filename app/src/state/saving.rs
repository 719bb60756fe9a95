//! What the line about saving says: one pure decision, so that it is always true. The words are
//! chosen where it is shown.

use serde::{Deserialize, Serialize};

/// How the store of this browser is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum StoreHealth {
    /// It stores durably.
    #[default]
    Durable,
    /// There is none: work lives as long as the page.
    MemoryOnly,
    /// It is full.
    Full,
    /// It fails for another reason; it is tried again.
    Failing,
    /// The browser deleted it while the page was open.
    Emptied,
    /// A newer version of the app took it over before all was stored.
    Outdated,
}

/// How sync is doing, as far as the line about saving cares. Tabs of two versions tell it to each
/// other: what is new goes to the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum SyncView {
    /// The device works on its own.
    #[default]
    NotLinked,
    /// Changes wait for the next exchange.
    Waiting(usize),
    /// An exchange is running.
    Syncing,
    /// Everything was exchanged at that time, in milliseconds since 1970.
    Synced(u64),
    /// There is no network.
    Offline(usize),
    /// There is a network, but work does not leave.
    Stalled(usize),
    /// The device was withdrawn, or its session ended.
    SignedOut,
    /// The session is another person's.
    OtherAccount,
    /// The server speaks a newer version.
    UpdateNeeded,
    /// The server does not take some changes; they stay here.
    Refused(usize),
    /// The server speaks an older version.
    ServerTooOld,
}

/// How photos and attachments are doing on their way to the server: they follow their changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FilesView {
    /// All that this device has is there.
    #[default]
    Exchanged,
    /// It is being looked what is missing, or they are on their way.
    UnderWay,
    /// So many did not get there; they go with the next exchange.
    Waiting(usize),
}

impl SyncView {
    /// Returns what is true of changes and files together.
    pub fn with_files(self, files: FilesView) -> Self {
        match (self, files) {
            (Self::Synced(_), FilesView::UnderWay) => Self::Syncing,
            (Self::Synced(_), FilesView::Waiting(count)) => Self::Waiting(count),
            (view, _) => view,
        }
    }
}

/// What the line says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SaveState {
    /// Something is not yet in the store.
    Saving,
    /// Everything is in the store, and the device works on its own.
    Saved,
    /// Nothing is stored: the store is full.
    Full,
    /// Nothing is stored: the store fails.
    Failing,
    /// Nothing is stored: there is no store.
    MemoryOnly,
    /// Everything is in the store; and so is it with sync.
    Sync(SyncView),
}

impl SaveState {
    /// Decides what is true now. `unsaved` is whether anything is typed or on its way to the store.
    pub fn now(unsaved: bool, store: StoreHealth, sync: SyncView) -> SaveState {
        match store {
            StoreHealth::MemoryOnly | StoreHealth::Emptied | StoreHealth::Outdated => {
                SaveState::MemoryOnly
            }
            StoreHealth::Full if unsaved => SaveState::Full,
            StoreHealth::Failing if unsaved => SaveState::Failing,
            _ if unsaved => SaveState::Saving,
            _ if sync == SyncView::NotLinked => SaveState::Saved,
            _ => SaveState::Sync(sync),
        }
    }

    /// Returns the word for styles and tests.
    pub fn word(self) -> &'static str {
        match self {
            Self::Saved | Self::Sync(SyncView::NotLinked | SyncView::Waiting(0)) => "saved",
            Self::Saving | Self::Sync(SyncView::Waiting(_)) => "pending",
            Self::Sync(SyncView::Syncing) => "syncing",
            Self::Sync(SyncView::Synced(_)) => "synced",
            Self::Sync(SyncView::Offline(_)) => "offline",
            Self::Full | Self::Failing | Self::MemoryOnly | Self::Sync(_) => "error",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::typing(true, StoreHealth::Durable, SyncView::NotLinked, SaveState::Saving)]
    #[case::alone(false, StoreHealth::Durable, SyncView::NotLinked, SaveState::Saved)]
    #[case::full(true, StoreHealth::Full, SyncView::Synced(1), SaveState::Full)]
    #[case::room_again(false, StoreHealth::Full, SyncView::NotLinked, SaveState::Saved)]
    #[case::failing(true, StoreHealth::Failing, SyncView::NotLinked, SaveState::Failing)]
    #[case::no_store(
        false,
        StoreHealth::MemoryOnly,
        SyncView::NotLinked,
        SaveState::MemoryOnly
    )]
    #[case::deleted(
        false,
        StoreHealth::Emptied,
        SyncView::Synced(1),
        SaveState::MemoryOnly
    )]
    #[case::taken_over(
        true,
        StoreHealth::Outdated,
        SyncView::NotLinked,
        SaveState::MemoryOnly
    )]
    #[case::typing_after_sync(true, StoreHealth::Durable, SyncView::Synced(1), SaveState::Saving)]
    #[case::waiting(
        false,
        StoreHealth::Durable,
        SyncView::Waiting(3),
        SaveState::Sync(SyncView::Waiting(3))
    )]
    fn what_is_said_is_true(
        #[case] unsaved: bool,
        #[case] store: StoreHealth,
        #[case] sync: SyncView,
        #[case] expected: SaveState,
    ) {
        assert_eq!(SaveState::now(unsaved, store, sync), expected);
    }

    #[rstest]
    #[case::sent(SyncView::Synced(1), FilesView::Exchanged, SyncView::Synced(1))]
    #[case::on_its_way(SyncView::Synced(1), FilesView::UnderWay, SyncView::Syncing)]
    #[case::not_sent(SyncView::Synced(1), FilesView::Waiting(2), SyncView::Waiting(2))]
    #[case::signed_out(SyncView::SignedOut, FilesView::Waiting(2), SyncView::SignedOut)]
    fn synced_is_not_said_while_a_photo_is_only_here(
        #[case] changes: SyncView,
        #[case] files: FilesView,
        #[case] expected: SyncView,
    ) {
        assert_eq!(changes.with_files(files), expected);
    }

    #[test]
    fn a_device_that_was_withdrawn_with_everything_stored_is_marked_as_a_problem() {
        let state = SaveState::now(false, StoreHealth::Durable, SyncView::SignedOut);
        assert_eq!(state.word(), "error");
    }
}
