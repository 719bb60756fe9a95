//! Operations, registers and merge: an edit history that converges.
//!
//! A document is a tree of registers. Every edit is an [`Operation`] on one register; any set of
//! operations, in any order, gives the same document on every device, and no value that lost
//! against another is dropped. This crate knows no browser, no SQL, no clock, no randomness and no
//! network; how operations travel is in `approdo-sync`.

pub mod application_paths;
mod application_projection;
mod attachments;
mod author;
mod blobs;
mod body;
mod copy;
mod cv_codes;
pub mod cv_paths;
mod cv_projection;
mod cv_writing;
mod days;
mod differences;
mod document;
mod document_kind;
mod heading_order;
mod history;
mod ids;
mod items;
mod letter_codes;
pub mod letter_paths;
mod letter_projection;
mod list_author;
mod operation;
mod path;
pub mod practice_paths;
mod practice_projection;
mod register;
mod reissue;
pub mod sheet_paths;
mod sheet_projection;
mod short_sort;
mod stamp;
mod steps;
mod text_merge;
mod text_patch;
mod views;
mod word_changes;

pub use application_projection::project_application;
pub use attachments::{Attachment, attach, attachment_list, attachments};
pub use author::{Author, Change};
pub use body::{Body, BodyError, Content};
pub use copy::{Origin, copy_document};
pub use cv_projection::project_cv;
pub use days::{DayVersion, local_day};
pub use document::{Document, Ingested};
pub use document_kind::{DocumentKind, kind_path};
pub use history::{History, Undone};
pub use ids::{
    AccountId, BlobHash, DocumentId, OperationHash, OperationId, RegisterKey, SpaceId, WriterId,
};
pub use items::ItemView;
pub use letter_projection::project_letter;
pub use operation::{KeyId, Operation};
pub use path::{ItemPath, ListPath, Path};
pub use practice_projection::project_practice;
pub use reissue::{Reissue, Rejection, reissue};
pub use sheet_projection::project_sheet;
pub use short_sort::sort_short;
pub use stamp::{HybridClock, Stamp};
pub use steps::Step;
pub use text_patch::TextPatch;
pub use views::{TextState, TextView, Version};
pub use word_changes::{WordRun, word_changes};
