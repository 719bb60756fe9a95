//! What one's own search comes to, month by month: sent, answered, interviews.

use crate::application::Application;
use crate::{DateText, PartialDate};
use std::collections::BTreeMap;

/// A month of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    /// The year.
    pub year: u16,
    /// The month, 1 to 12.
    pub month: u8,
}

/// What happened in a month. What has no month in its date is counted nowhere.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct MonthFigures {
    /// Applications that went out.
    pub sent: usize,
    /// Companies that answered, also with an interview, an offer or a no.
    pub answered: usize,
    /// Interviews.
    pub interviews: usize,
}

impl Month {
    /// Returns the month of a date, if it is known.
    pub fn of(date: PartialDate) -> Option<Month> {
        let year = date.year;
        date.month.map(|month| Month { year, month })
    }

    /// Returns the month before.
    fn before(self) -> Month {
        match self.month {
            0 | 1 => Month {
                year: self.year.saturating_sub(1),
                month: 12,
            },
            month => Month {
                year: self.year,
                month: month - 1,
            },
        }
    }
}

/// Returns the figures of so many months up to that of today, the oldest first, also of months in which
/// nothing happened.
pub fn figures_by_month<'a>(
    applications: impl IntoIterator<Item = &'a Application>,
    today: PartialDate,
    months: usize,
) -> Vec<(Month, MonthFigures)> {
    let Some(this) = Month::of(today) else {
        return Vec::new();
    };
    let shown = std::iter::successors(Some(this), |month| Some(month.before()));
    let mut figures: BTreeMap<Month, MonthFigures> = BTreeMap::new();
    figures.extend(
        shown
            .take(months)
            .map(|month| (month, MonthFigures::default())),
    );
    let mut count = |date: Option<PartialDate>, add: fn(&mut MonthFigures)| {
        let month = date.and_then(Month::of);
        if let Some(figures) = month.and_then(|month| figures.get_mut(&month)) {
            add(figures);
        }
    };
    for application in applications {
        let dates = &application.dates;
        count(read(&dates.sent), |figures| figures.sent += 1);
        count(read(&dates.interview), |figures| figures.interviews += 1);
        let answers = [&dates.answered, &dates.interview, &dates.offer, &dates.no];
        // Of several signs of life the first was the answer.
        let first = answers.into_iter().filter_map(read).min();
        count(first, |figures| figures.answered += 1);
    }
    figures.into_iter().collect()
}

fn read(date: &DateText) -> Option<PartialDate> {
    date.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn application(sent: &str, answered: &str, interview: &str) -> Application {
        let mut application = Application::default();
        application.dates.sent.0 = sent.to_owned();
        application.dates.answered.0 = answered.to_owned();
        application.dates.interview.0 = interview.to_owned();
        application
    }

    fn figures(sent: usize, answered: usize, interviews: usize) -> MonthFigures {
        MonthFigures {
            sent,
            answered,
            interviews,
        }
    }

    #[test]
    fn each_thing_counts_in_the_month_in_which_it_happened() {
        let applications = [
            application("20/12/2025", "10/01/2026", "02/02/2026"),
            application("05/01/2026", "", "09/01/2026"),
            application("2026", "boh", ""),
        ];
        let today = PartialDate::new(2026, Some(2), Some(3)).unwrap();
        let shown = figures_by_month(&applications, today, 3);
        let counted: Vec<MonthFigures> = shown.iter().map(|(_, figures)| *figures).collect();
        assert_eq!(
            counted,
            [figures(1, 0, 0), figures(1, 2, 1), figures(0, 0, 1)]
        );
        assert_eq!(
            shown[0].0,
            Month {
                year: 2025,
                month: 12
            }
        );
    }

    #[test]
    fn months_in_which_nothing_happened_are_there_too() {
        let today = PartialDate::new(2026, Some(1), Some(31)).unwrap();
        let shown = figures_by_month(&[], today, 14);
        assert_eq!(shown.len(), 14);
        assert_eq!(
            shown[0].0,
            Month {
                year: 2024,
                month: 12
            }
        );
        assert!(
            shown
                .iter()
                .all(|(_, counted)| *counted == MonthFigures::default())
        );
    }
}
