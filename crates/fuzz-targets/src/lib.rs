//! What every decoder promises about any bytes at all, one function for each. `fuzz/` looks for
//! bytes that break a promise; `tests/corpus.rs` tries again those that are worth keeping.
//!
//! A target panics if its promise is broken. Nothing here is in a product.

mod backup_file;
mod brought_file;
mod brought_letter;
mod catalog;
mod operation_body;
mod operations;
mod render_request;
pub mod seeds;
mod server_place;
mod server_request;
mod server_seeds;
mod sheet;
mod stored_record;
mod sync_answer;
mod sync_request;
mod translations;
mod typed_code;
mod typed_text;
mod world;

/// The client's own files, so that a backup is read here by the very code that people use.
#[path = "../../../app/src/state/backup.rs"]
pub mod backup;

#[path = "../../../app/src/state/backup_format_0.rs"]
mod backup_format_0;

/// The client's own file, which reads a code as it is typed.
#[path = "../../../app/src/state/linking.rs"]
pub mod linking;

/// The server's own file, which reads the same code as it arrives.
#[path = "../../../server/src/secrets.rs"]
pub mod secrets;

/// The browser store's own files.
#[path = "../../store-indexeddb/src/record_body.rs"]
pub mod record_body;

#[path = "../../store-indexeddb/src/cipher.rs"]
pub mod cipher;

use approdo_document::{AccountId, DocumentId};

/// A promise that holds for any bytes; panics if it does not.
pub type Target = fn(&[u8]);

/// Every target by its name, which is also the name of its corpus.
pub const TARGETS: [(&str, Target); 15] = [
    ("backup_file", backup_file::check),
    ("brought_file", brought_file::check),
    ("brought_letter", brought_letter::check),
    ("catalog", catalog::check),
    ("operation_body", operation_body::check),
    ("operations", operations::check),
    ("render_request", render_request::check),
    ("server_request", server_request::check),
    ("sheet", sheet::check),
    ("stored_record", stored_record::check),
    ("sync_answer", sync_answer::check),
    ("sync_request", sync_request::check),
    ("translations", translations::check),
    ("typed_code", typed_code::check),
    ("typed_text", typed_text::check),
];

/// Tries a target on bytes.
///
/// # Panics
/// If there is no such target, or its promise is broken.
pub fn check(name: &str, bytes: &[u8]) {
    let found = TARGETS.iter().find(|(known, _)| *known == name);
    let Some((_, target)) = found else {
        panic!("{name} is no target; see TARGETS");
    };
    target(bytes);
}

/// The account whose device or session is tried.
const ACCOUNT: AccountId = AccountId([0xac; 16]);
/// Another account, whose work must stay its own.
const OTHER_ACCOUNT: AccountId = AccountId([0x0a; 16]);
/// The document that the account writes.
const DOCUMENT: DocumentId = DocumentId([0xd0; 16]);
/// The other account's document.
const OTHER_DOCUMENT: DocumentId = DocumentId([0xd1; 16]);
/// When everything here happens, in milliseconds since 1970.
const NOW_MS: u64 = approdo_testkit::clock::START_MS;
