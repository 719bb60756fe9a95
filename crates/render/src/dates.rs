//! Dates with the page's own words.

use crate::labels::Labels;
use approdo_domain::{DateText, DateWords};

/// Returns a date in words, such as `mar 2019`; a text that is no date stays as it is.
pub(crate) fn date_text(date: &DateText, labels: &Labels) -> String {
    words(labels).date(date)
}

/// Returns a period in words, such as `mar 2019 – oggi`; empty if nothing is known.
pub(crate) fn period_text(
    start: &DateText,
    end: &DateText,
    current: bool,
    labels: &Labels,
) -> String {
    words(labels).period(start, end, current)
}

fn words(labels: &Labels) -> DateWords<'_> {
    DateWords {
        months: &labels.months,
        day: &labels.day,
        first_day: &labels.first_day,
        present: &labels.present,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::italian_labels;
    use rstest::rstest;

    #[rstest]
    #[case::months("03/2019", "12/2021", false, "mar 2019 – dic 2021")]
    #[case::goes_on("2020", "", true, "2020 – oggi")]
    #[case::one_year("2018", "2018", false, "2018")]
    #[case::only_end("", "06/2015", false, "giu 2015")]
    #[case::as_typed("estate 2017", "2018", false, "estate 2017 – 2018")]
    #[case::nothing("", "", false, "")]
    fn a_period_reads_naturally(
        #[case] start: &str,
        #[case] end: &str,
        #[case] current: bool,
        #[case] shown: &str,
    ) {
        let (start, end) = (DateText(start.into()), DateText(end.into()));
        assert_eq!(period_text(&start, &end, current, &italian_labels()), shown);
    }
}
