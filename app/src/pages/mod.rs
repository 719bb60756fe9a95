//! The pages, one for each address, and which address leads where.

pub mod applications;
pub mod check;
pub mod cv_copy;
mod cv_list;
pub mod cv_menu;
pub mod cv_print;
pub mod cv_translation;
pub mod cv_versions;
pub mod devices;
mod editor;
pub mod export;
pub mod guided;
mod home;
pub mod import;
pub mod interview;
mod joining;
pub mod letters;
mod missing;
mod offering;
pub mod preview;
pub mod settings;
pub mod sheets;
mod shell;
pub mod with_editor;

pub use shell::Shell;
