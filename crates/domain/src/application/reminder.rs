//! When the next step is due. Reminding is the business of who has a clock.

use crate::PartialDate;
use crate::application::Application;
use crate::check::days::{first_day, last_day};

/// How near a day is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Due {
    /// It is over, by so many days.
    Over(i32),
    /// It is today, or may be: of a month or a year only that is known.
    Now,
    /// It comes, in so many days.
    In(i32),
}

/// Returns how near a date is.
pub fn due(date: PartialDate, today: PartialDate) -> Due {
    let now = last_day(today);
    match (first_day(date), last_day(date)) {
        (_, last) if last < now => Due::Over(now - last),
        (first, _) if first > now => Due::In(first - now),
        _ => Due::Now,
    }
}

impl Application {
    /// Returns how near the next step is; none if there is none, its day cannot be read, or the application
    /// is over.
    pub fn next_step_due(&self, today: PartialDate) -> Option<Due> {
        if self.application_state().is_over() {
            return None;
        }
        let date = self.next_step.on.parse().ok()?;
        Some(due(date, today))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::today("22/11/2026", Due::Now)]
    #[case::tomorrow("23/11/2026", Due::In(1))]
    #[case::over_a_leap_day("01/03/2028", Due::In(465))]
    #[case::yesterday("21/11/2026", Due::Over(1))]
    #[case::this_month("11/2026", Due::Now)]
    #[case::last_year("2025", Due::Over(326))]
    fn days_are_counted_from_today(#[case] date: &str, #[case] expected: Due) {
        let today = PartialDate::new(2026, Some(11), Some(22)).unwrap();
        assert_eq!(due(date.parse().unwrap(), today), expected);
    }

    #[test]
    fn nobody_is_reminded_of_what_is_over() {
        let today = PartialDate::new(2026, Some(11), Some(22)).unwrap();
        let mut application = Application::default();
        application.next_step.on.0 = "23/11/2026".to_owned();
        assert_eq!(application.next_step_due(today), Some(Due::In(1)));
        application.state = "no".to_owned();
        assert_eq!(application.next_step_due(today), None);
    }
}
