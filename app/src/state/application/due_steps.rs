//! The next steps that are due: which they are, and of which of them a notification is still to tell. Pure; who has a
//! clock and may notify is in `reminding`.

use super::list::ApplicationSummary;
use approdo_document::DocumentId;
use approdo_domain::PartialDate;
use approdo_domain::application::{Application, Due};
use std::collections::BTreeSet;

/// A step that is due today, or was before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueStep {
    /// Of which application.
    pub id: DocumentId,
    /// All of it.
    pub application: Application,
    /// How long it has been due.
    pub due: Due,
}

/// Returns the steps that are due, the longest overdue first.
pub fn due_steps(applications: &[ApplicationSummary], today: PartialDate) -> Vec<DueStep> {
    let steps = applications.iter().filter_map(|one| {
        let due = one.application.next_step_due(today)?;
        let is_due = matches!(due, Due::Over(_) | Due::Now);
        is_due.then(|| DueStep {
            id: one.id,
            application: one.application.clone(),
            due,
        })
    });
    let mut steps: Vec<DueStep> = steps.collect();
    steps.sort_by_key(|step| {
        let days_over = match step.due {
            Due::Over(days) => days,
            _ => 0,
        };
        (std::cmp::Reverse(days_over), step.id)
    });
    steps
}

/// Of which steps this device has told: each once for the day it is due, so that a step put off to another day is told of
/// anew.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Told(BTreeSet<String>);

impl Told {
    /// Reads what was kept.
    pub fn read(kept: &str) -> Self {
        let lines = kept.lines().map(str::trim);
        let lines = lines.filter(|line| !line.is_empty());
        Self(lines.map(str::to_owned).collect())
    }

    /// Writes it to be kept.
    pub fn write(&self) -> String {
        let lines: Vec<&str> = self.0.iter().map(String::as_str).collect();
        lines.join("\n")
    }

    /// Returns the steps that are still to be told of, and takes note of them. What is no longer due is forgotten.
    pub fn tell(&mut self, due: &[DueStep]) -> Vec<DueStep> {
        let before = std::mem::take(&mut self.0);
        let mut untold = Vec::new();
        for step in due {
            let line = line(step);
            if !before.contains(&line) {
                untold.push(step.clone());
            }
            self.0.insert(line);
        }
        untold
    }
}

fn line(step: &DueStep) -> String {
    format!("{} {}", step.id, step.application.next_step.on.0.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: PartialDate = PartialDate {
        year: 2026,
        month: Some(11),
        day: Some(22),
    };

    fn one(number: u8, on: &str, state: &str) -> ApplicationSummary {
        let mut application = Application::default();
        application.next_step.on.0 = on.to_owned();
        application.state = state.to_owned();
        ApplicationSummary {
            id: DocumentId([number; 16]),
            application,
            changed_ms: 0,
            removed: false,
        }
    }

    fn ids(steps: &[DueStep]) -> Vec<DocumentId> {
        steps.iter().map(|step| step.id).collect()
    }

    #[test]
    fn what_is_due_comes_the_longest_overdue_first_and_nothing_else_comes() {
        let all = [
            one(1, "22/11/2026", "sent"),
            one(2, "20/11/2026", "sent"),
            one(3, "23/11/2026", "sent"),
            one(4, "21/11/2026", "no"),
            one(5, "", "to-send"),
            one(6, "21/11/2026", "to-send"),
        ];
        let due = due_steps(&all, TODAY);
        let expected = [2, 6, 1].map(|number| DocumentId([number; 16]));
        assert_eq!(ids(&due), expected);
        let dues: Vec<Due> = due.iter().map(|step| step.due).collect();
        assert_eq!(dues, [Due::Over(2), Due::Over(1), Due::Now]);
    }

    #[test]
    fn a_step_is_told_of_once_and_again_when_it_was_put_off() {
        let mut told = Told::default();
        let due = due_steps(&[one(1, "22/11/2026", "sent")], TODAY);
        assert_eq!(told.tell(&due).len(), 1);
        let mut told = Told::read(&told.write());
        assert_eq!(told.tell(&due), []);
        let tomorrow = PartialDate {
            day: Some(23),
            ..TODAY
        };
        let put_off = [one(1, "23/11/2026", "sent")];
        assert_eq!(told.tell(&due_steps(&put_off, TODAY)), []);
        assert_eq!(told.tell(&due_steps(&put_off, tomorrow)).len(), 1);
    }

    #[test]
    fn what_is_done_is_forgotten() {
        let mut told = Told::default();
        told.tell(&due_steps(&[one(1, "22/11/2026", "sent")], TODAY));
        told.tell(&[]);
        assert_eq!(told, Told::default());
    }
}
