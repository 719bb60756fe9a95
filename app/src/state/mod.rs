//! What the client knows and can do: pure parts, tested natively, and the signals around them.
//! Nothing here draws anything, and nothing here names the browser's own interfaces.

pub mod appearance;
pub mod backup;
pub mod backup_files;
mod backup_format_0;
#[cfg(test)]
mod backup_golden;
mod backup_name;
pub mod caret;
pub mod client;
pub mod copying;
pub mod cv_editor;
pub mod entry_drag;
pub mod export_choices;
pub mod exporting;
mod going_back;
pub mod guided;
pub mod importing;
mod intent;
pub mod kept;
mod label_choices;
pub mod labels;
pub mod linking;
mod linking_account;
pub mod linking_driver;
pub mod offline;
pub mod open_document;
mod outdated;
pub mod pdf;
pub mod preview;
mod reconcile;
pub mod reference;
mod reorder;
pub mod saving;
pub mod signals;
mod storing;
pub mod summaries;
pub mod sync_driver;
pub mod sync_engine;
mod sync_lead;
mod tab_message;
pub mod toasts;
pub mod update_schedule;
pub mod workspace;
