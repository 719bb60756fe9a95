//! The module with the pages on devices and settings, linking, restoring a backup, the engine of sync, and
//! rarer pieces of the editor. It is stored with what a first visit brings, and fetched before the tools.
//! What is in it is decided here: all that only `parts` leads to.

use super::NotLoaded;
use crate::components::conflict_panel::{conflict_panel, merge_note};
use crate::components::language_levels::language_levels;
use crate::components::qr::qr;
use crate::i18n::Key;
use crate::pages::devices::devices_page;
use crate::pages::settings::settings_page;
use crate::state::cv_editor::CvEditor;
use crate::state::linking_driver::Linking;
use crate::state::sync_engine::SyncEngine;
use approdo_domain::{CvPlace, ItemId};
use leptos::prelude::AnyView;
use wasm_split_helpers::wasm_split;

/// What the module gives, once it is there.
#[derive(Debug, Clone, Copy)]
pub struct Parts {
    /// Draws the page on devices.
    pub devices_page: fn() -> AnyView,
    /// Draws the settings.
    pub settings_page: fn() -> AnyView,
    /// Draws the versions of a text that exclude each other.
    pub conflict_panel: fn(CvEditor, CvPlace) -> AnyView,
    /// Draws the note that a text was merged.
    pub merge_note: fn(CvEditor, CvPlace) -> AnyView,
    /// Draws the levels of a language.
    pub language_levels: fn(CvEditor, ItemId) -> AnyView,
    /// Goes on with the account of a session whose store the browser deleted.
    pub resume_link: fn(Linking),
    /// Draws a QR code.
    pub qr: fn(&str, Key) -> Option<AnyView>,
    /// What decides when to sync, and does it.
    pub sync: SyncEngine,
}

/// Returns the parts, fetching their module the first time.
///
/// # Errors
/// When the module is neither on this device nor to be had over the network.
#[wasm_split(on_demand, fallible)]
pub fn parts() -> Result<Parts, NotLoaded> {
    Ok(Parts {
        devices_page,
        settings_page,
        conflict_panel,
        merge_note,
        language_levels,
        resume_link: Linking::resume,
        qr,
        sync: SyncEngine::new(),
    })
}
