//! What the tabs of one profile tell each other. They may be of two versions: what is new goes to the
//! end of its list, and what a tab does not know it passes over.

use super::saving::SyncView;
use approdo_document::DocumentId;
use serde::{Deserialize, Serialize};

/// A message to the other tabs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum TabMessage {
    /// These documents changed in the store.
    Changed(Vec<DocumentId>),
    /// How sync is doing.
    Status(SyncView),
    /// A tab opened and asks how sync is doing.
    AskStatus,
    /// The store was bound to an account, or its session renewed.
    Linked,
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(TabMessage::Changed(vec![DocumentId([7; 16])]), &[&[0, 1][..], &[7; 16]].concat())]
    #[case(TabMessage::Status(SyncView::NotLinked), &[1, 0])]
    #[case(TabMessage::Status(SyncView::Waiting(3)), &[1, 1, 3])]
    #[case(TabMessage::Status(SyncView::Syncing), &[1, 2])]
    #[case(TabMessage::Status(SyncView::Synced(300)), &[1, 3, 0xac, 2])]
    #[case(TabMessage::Status(SyncView::Offline(3)), &[1, 4, 3])]
    #[case(TabMessage::Status(SyncView::Stalled(3)), &[1, 5, 3])]
    #[case(TabMessage::Status(SyncView::SignedOut), &[1, 6])]
    #[case(TabMessage::Status(SyncView::OtherAccount), &[1, 7])]
    #[case(TabMessage::Status(SyncView::UpdateNeeded), &[1, 8])]
    #[case(TabMessage::Status(SyncView::Refused(3)), &[1, 9, 3])]
    #[case(TabMessage::Status(SyncView::ServerTooOld), &[1, 10])]
    #[case(TabMessage::AskStatus, &[2])]
    #[case(TabMessage::Linked, &[3])]
    fn tabs_of_all_versions_understand_each_other(
        #[case] message: TabMessage,
        #[case] bytes: &[u8],
    ) {
        assert_eq!(postcard::to_allocvec(&message).unwrap(), bytes);
        assert_eq!(postcard::from_bytes(bytes), Ok(message));
    }
}
