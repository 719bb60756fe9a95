//! Which applications are shown: those with some words, those that are open, those with something to do.

use super::list::ApplicationSummary;
use approdo_domain::PartialDate;
use approdo_domain::application::Due;

/// Within how many days a next step is near.
const NEAR_DAYS: i32 = 7;

/// Which applications are shown, apart from their words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Shown {
    /// All.
    #[default]
    All,
    /// Those of which something may still come.
    Open,
    /// Those whose next step is over, today, or within a week.
    ToDo,
}

impl Shown {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Shown; 3] = [Shown::All, Shown::Open, Shown::ToDo];

    /// Returns its name in the page.
    pub fn code(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Open => "open",
            Self::ToDo => "to-do",
        }
    }

    /// Reads the name.
    pub fn of_code(code: &str) -> Self {
        let mut all = Self::ALL.into_iter();
        all.find(|shown| shown.code() == code).unwrap_or_default()
    }
}

/// What a person wants to see of their applications.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words of job, company, place, contact or the application's own name.
    pub words: String,
    /// Which of them.
    pub shown: Shown,
}

impl Filter {
    /// Tells whether an application is to be seen.
    pub fn lets(&self, one: &ApplicationSummary, today: PartialDate) -> bool {
        let application = &one.application;
        let is_of_kind = match self.shown {
            Shown::All => true,
            Shown::Open => !application.application_state().is_over(),
            Shown::ToDo => match application.next_step_due(today) {
                Some(Due::Over(_) | Due::Now) => true,
                Some(Due::In(days)) => days <= NEAR_DAYS,
                None => false,
            },
        };
        is_of_kind && application.has_words(&self.words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use approdo_document::DocumentId;
    use approdo_domain::application::Application;
    use rstest::rstest;

    fn summary(state: &str, next_on: &str) -> ApplicationSummary {
        let mut application = Application {
            state: state.to_owned(),
            ..Application::default()
        };
        application.vacancy.company = "Trattoria Il Sole".to_owned();
        application.next_step.on.0 = next_on.to_owned();
        ApplicationSummary {
            id: DocumentId([1; 16]),
            application,
            changed_ms: 0,
            removed: false,
        }
    }

    #[rstest]
    #[case::near("sent", "29/11/2026", [true, true, true])]
    #[case::far("sent", "30/11/2026", [true, true, false])]
    #[case::over("sent", "1/11/2026", [true, true, true])]
    #[case::nothing_to_do("", "", [true, true, false])]
    #[case::refused("no", "22/11/2026", [true, false, false])]
    fn what_is_open_and_what_is_to_do_are_told_apart(
        #[case] state: &str,
        #[case] next_on: &str,
        #[case] expected: [bool; 3],
    ) {
        let today = PartialDate::new(2026, Some(11), Some(22)).unwrap();
        let one = summary(state, next_on);
        let lets = Shown::ALL.map(|shown| {
            let words = "sole".to_owned();
            Filter { words, shown }.lets(&one, today)
        });
        assert_eq!(lets, expected);
        let words = "bar".to_owned();
        let shown = Shown::All;
        assert!(!Filter { words, shown }.lets(&one, today));
    }
}
