//! Something to remember on its way into the person's calendar: a file that is saved or shared. What stands in it
//! is for each kind of document to say; how it is written, for `approdo_exchange::calendar`.

use crate::i18n::{Key, format, text};
use crate::platform::files;
use crate::state::client::use_client;
use approdo_exchange::calendar::{EXTENSION, MEDIA_TYPE};
use leptos::task::spawn_local;

/// A calendar file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarFile {
    /// How it is called, without its ending.
    pub name: &'static str,
    /// What stands in it.
    pub written: String,
}

impl CalendarFile {
    fn full_name(&self) -> String {
        format!("approdo-{}.{EXTENSION}", self.name)
    }

    /// Saves it among the person's files, from where it goes into a calendar.
    pub fn save(&self) {
        let name = self.full_name();
        let saved = files::download(&name, MEDIA_TYPE, self.written.as_bytes());
        use_client().toasts.show(match saved {
            true => format(Key::ExportDone, &[("file", &name)]),
            false => text(Key::ExportFailed),
        });
    }

    /// Hands it to the share sheet.
    pub fn share(self) {
        let toasts = use_client().toasts;
        spawn_local(async move {
            let bytes = self.written.as_bytes();
            match files::share(&self.full_name(), MEDIA_TYPE, bytes).await {
                files::Shared::NotPossible => toasts.show(text(Key::ExportShareFailed)),
                files::Shared::Done | files::Shared::Cancelled => {}
            }
        });
    }
}

/// Tells whether this browser can share calendar files.
pub fn can_share() -> bool {
    files::can_share(MEDIA_TYPE)
}
