//! Operations, registers and merge: an edit history that converges.
//!
//! A document is a tree of registers. Every edit is an [`Operation`] on one register; any set of
//! operations, in any order, gives the same document on every device, and no value that lost
//! against another is dropped. This crate knows no browser, no SQL, no clock, no randomness and no
//! network; how operations travel is in `approdo-sync`.

mod body;
mod ids;
mod operation;
mod path;
mod stamp;
mod text_patch;

pub use body::{Body, BodyError, Content};
pub use ids::{
    AccountId, BlobHash, DocumentId, OperationHash, OperationId, RegisterKey, SpaceId, WriterId,
};
pub use operation::{KeyId, Operation};
pub use path::{ItemPath, ListPath, Path};
pub use stamp::{HybridClock, Stamp};
pub use text_patch::TextPatch;
