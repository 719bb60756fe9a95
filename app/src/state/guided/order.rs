//! Where an experience belongs by its dates: employers expect the newest one first.

use approdo_domain::{Cv, Experience, ItemId, PartialDate};

/// Returns the position to which an experience is to be moved; none if it stands well, if its dates
/// are not known, or if the person put the others in an order of their own.
pub fn newest_first(cv: &Cv, item: ItemId) -> Option<usize> {
    let entries = &cv.experience;
    let present = entries.iter().position(|entry| entry.id == item)?;
    let age = age(entries.get(present)?)?;
    let others: Vec<(u16, u16)> = entries
        .iter()
        .filter(|entry| entry.id != item)
        .map(self::age)
        .collect::<Option<_>>()?;
    let is_ordered = others.is_sorted_by(|one, other| one >= other);
    let wanted = others.iter().take_while(|other| **other >= age).count();
    (is_ordered && wanted != present).then_some(wanted)
}

/// Returns end and beginning, in months; what goes on ends after everything.
fn age(entry: &Experience) -> Option<(u16, u16)> {
    let start = months(entry.start.parse().ok()?);
    let end = match entry.end.parse() {
        _ if entry.current => u16::MAX,
        Ok(end) => months(end),
        Err(_) => start,
    };
    Some((end, start))
}

fn months(date: PartialDate) -> u16 {
    date.year * 12 + u16::from(date.month.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use approdo_domain::{CvPlace, ExperienceField, Section};
    use rstest::rstest;

    fn cv(periods: &[(&str, &str)]) -> Cv {
        let mut cv = Cv::default();
        for (number, (start, end)) in (1..).zip(periods) {
            let item = ItemId(number);
            cv.add_entry(Section::Experience, item);
            cv.set_text(CvPlace::Experience(item, ExperienceField::Start), start);
            if *end == "today" {
                cv.set_flag(CvPlace::Experience(item, ExperienceField::Current), true);
            } else {
                cv.set_text(CvPlace::Experience(item, ExperienceField::End), end);
            }
        }
        cv
    }

    #[rstest]
    #[case::older_job_told_second(&[("2020", "2024"), ("2018", "2019")], None)]
    #[case::newer_job_told_second(&[("2018", "2019"), ("03/2020", "today")], Some(0))]
    #[case::between_two(&[("2022", "today"), ("2010", "2012"), ("2015", "2018")], Some(1))]
    #[case::own_order_of_the_others(&[("2010", "2012"), ("2022", "today"), ("2024", "today")], None)]
    #[case::no_dates_yet(&[("2010", "2012"), ("", "")], None)]
    #[case::others_without_dates(&[("", ""), ("2020", "2021")], None)]
    fn the_last_told_goes_where_its_dates_put_it(
        #[case] periods: &[(&str, &str)],
        #[case] position: Option<usize>,
    ) {
        let last = ItemId(u64::try_from(periods.len()).unwrap());
        assert_eq!(newest_first(&cv(periods), last), position);
    }
}
