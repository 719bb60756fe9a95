//! The pages, one for each address, and which address leads where.

mod cv_list;
pub mod devices;
mod editor;
pub mod export;
pub mod guided;
mod home;
pub mod import;
mod joining;
mod missing;
mod offering;
pub mod preview;
pub mod settings;
mod shell;
mod with_editor;

pub use shell::Shell;
