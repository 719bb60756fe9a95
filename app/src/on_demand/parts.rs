//! The module with the pages on devices and settings, linking, restoring a backup, the engine of sync.
//! What is in it is decided here: all that only `parts` leads to.

use super::NotLoaded;
use crate::components::qr::qr;
use crate::i18n::Key;
use crate::pages::devices::devices_page;
use crate::pages::settings::settings_page;
use crate::state::linking_driver::Linking;
use crate::state::sync_engine::SyncEngine;
use leptos::prelude::AnyView;
use wasm_split_helpers::wasm_split;

/// What the module gives, once it is there.
#[derive(Debug, Clone, Copy)]
pub struct Parts {
    /// Draws the page on devices.
    pub devices_page: fn() -> AnyView,
    /// Draws the settings.
    pub settings_page: fn() -> AnyView,
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
        resume_link: Linking::resume,
        qr,
        sync: SyncEngine::new(),
    })
}
