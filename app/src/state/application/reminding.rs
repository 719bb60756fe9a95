//! Reminding of next steps on this device while Approdo is open: what the person chose, and a look at the clock now and
//! then. A page that is closed reminds nobody; for that there is the calendar (`reminder`). Which steps are due is
//! decided in `due_steps`.

use super::due_steps::{DueStep, Told, due_steps};
use super::list::applications;
use crate::i18n::{Key, format, text};
use crate::platform::{clock, local_storage, notifications};
use crate::state::client::use_client;
use crate::state::day::today;
use crate::state::workspace::{Phase, Workspace};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::Cell;

/// Under which name the choice is kept; read before this module is there, too.
pub const KEPT: &str = "approdo.reminders";
/// Of which steps this device has told.
const TOLD: &str = "approdo.reminders.told";
/// How often the clock is looked at.
const PAUSE_MS: u32 = 60_000;

/// Whether and how this device reminds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reminding {
    /// Not at all.
    Off,
    /// Saying no more than that there is something to do: whoever sees the screen reads it.
    Discreet,
    /// Saying what, and for which application.
    Named,
}

impl Reminding {
    fn code(self) -> &'static str {
        match self {
            Self::Off => "",
            Self::Discreet => "discreet",
            Self::Named => "named",
        }
    }

    fn of_code(code: &str) -> Self {
        let known = [Self::Discreet, Self::Named];
        let found = known.into_iter().find(|known| known.code() == code);
        found.unwrap_or(Self::Off)
    }

    /// Returns what was chosen on this device.
    pub fn chosen() -> Self {
        Self::of_code(&local_storage::get(KEPT).unwrap_or_default())
    }

    /// Keeps a choice, and reminds at once of what is due.
    pub fn choose(self) {
        match self {
            Self::Off => {
                local_storage::remove(KEPT);
                local_storage::remove(TOLD);
            }
            Self::Discreet | Self::Named => {
                local_storage::set(KEPT, self.code());
                watch();
            }
        }
    }
}

thread_local! {
    static IS_WATCHING: Cell<bool> = const { Cell::new(false) };
}

/// Looks at the clock for as long as the client is open, if the person chose so.
pub fn watch() {
    let workspace = use_client().workspace;
    if IS_WATCHING.replace(true) {
        remind(workspace);
        return;
    }
    spawn_local(async move {
        while Reminding::chosen() != Reminding::Off {
            remind(workspace);
            clock::wait(PAUSE_MS).await;
        }
        IS_WATCHING.set(false);
    });
}

/// Tells of the steps that are due and were not told of, as far as that is allowed now.
fn remind(workspace: Workspace) {
    let is_ready = workspace.phase.get_untracked() == Phase::Ready;
    let is_allowed = notifications::permission() == notifications::Permission::Granted;
    if !is_ready || !is_allowed {
        return;
    }
    let due = due_steps(&untrack(|| applications(workspace)).kept, today());
    let mut told = Told::read(&local_storage::get(TOLD).unwrap_or_default());
    let untold = told.tell(&due);
    local_storage::set(TOLD, &told.write());
    let chosen = Reminding::chosen();
    for step in untold {
        let title = match names(&step, chosen) {
            Some(names) => format(Key::RemindersNamed, &[("names", &names)]),
            None => text(Key::RemindersDiscreet),
        };
        spawn_local(async move {
            let address = format!("/applications/{}", step.id);
            notifications::show(&title, &address, &address).await;
        });
    }
}

/// What a notification names: only for who chose so.
fn names(step: &DueStep, chosen: Reminding) -> Option<String> {
    let names = [
        step.application.next_step.what.trim(),
        step.application.vacancy.company.trim(),
    ];
    let names: Vec<&str> = names.into_iter().filter(|name| !name.is_empty()).collect();
    (chosen == Reminding::Named && !names.is_empty()).then(|| names.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use approdo_document::DocumentId;
    use approdo_domain::application::{Application, Due};

    #[test]
    fn a_choice_is_read_as_it_was_kept_and_anything_else_is_none() {
        for chosen in [Reminding::Off, Reminding::Discreet, Reminding::Named] {
            assert_eq!(Reminding::of_code(chosen.code()), chosen);
        }
        assert_eq!(Reminding::of_code("loud"), Reminding::Off);
    }

    #[test]
    fn names_are_said_only_to_who_chose_so() {
        let mut application = Application::default();
        application.next_step.what = "Telefonare".to_owned();
        application.vacancy.company = "Forno Rossi".to_owned();
        let step = DueStep {
            id: DocumentId([1; 16]),
            application,
            due: Due::Now,
        };
        assert_eq!(names(&step, Reminding::Discreet), None);
        let named = Some("Telefonare, Forno Rossi".to_owned());
        assert_eq!(names(&step, Reminding::Named), named);
    }
}
