//! What a person may say of themselves in a few lines: facts that stand in the CV already, offered
//! one by one. Nothing is invented, and nothing is written before the person taps it; the words are
//! chosen where it is shown.

use super::question::is_work;
use approdo_domain::{CefrLevel, Cv, DrivingCategory, Experience, PartialDate};
use std::collections::BTreeMap;

/// One fact that can be said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProfileOffer {
    /// The job that is wanted.
    Wanted(String),
    /// Whole years in a job.
    Years {
        /// The job.
        role: String,
        /// How many, at least one.
        years: u16,
    },
    /// A job that was done for less than a year, or without dates.
    Role(String),
    /// The latest title.
    Title(String),
    /// Certificates and licences to work.
    Certificates(Vec<String>),
    /// Languages; the first list are mother tongues, the second has levels.
    Languages {
        /// Mother tongues.
        native: Vec<String>,
        /// The others, with their level where all five skills have the same.
        others: Vec<(String, Option<CefrLevel>)>,
    },
    /// Driving licence and car.
    Driving {
        /// The categories, by their codes.
        categories: Vec<&'static str>,
        /// Whether there is a car of one's own.
        own_car: bool,
    },
    /// When the person can work.
    Availability {
        /// At once.
        immediate: bool,
        /// In shifts.
        shifts: bool,
        /// At night.
        nights: bool,
        /// On Saturdays, Sundays and holidays.
        weekends: bool,
    },
}

/// Returns what can be said of a CV's person, the most useful first; `today` ends what goes on.
pub fn profile_offers(cv: &Cv, today: PartialDate) -> Vec<ProfileOffer> {
    let mut offers = jobs(cv, today);
    offers.extend(title(cv));
    offers.extend(certificates(cv));
    offers.extend(languages(cv));
    offers.extend(driving(cv));
    offers.extend(availability(cv));
    offers.extend(written(&cv.personal.headline).map(ProfileOffer::Wanted));
    offers
}

/// Returns the text of a field, unless it is empty.
fn written(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// Says at most two jobs, those of most months first.
fn jobs(cv: &Cv, today: PartialDate) -> Vec<ProfileOffer> {
    let mut periods: BTreeMap<String, (String, Vec<(u16, u16)>)> = BTreeMap::new();
    let told = cv.experience.iter();
    for entry in told.filter(|entry| is_work(entry) && !entry.hidden) {
        let Some(role) = written(&entry.role) else {
            continue;
        };
        let same = periods.entry(role.to_lowercase());
        let (_, list) = same.or_insert_with(|| (role, Vec::new()));
        list.extend(period(entry, today));
    }
    let mut jobs: Vec<(u16, String)> = periods
        .into_values()
        .map(|(role, periods)| (months(periods), role))
        .collect();
    jobs.sort_by_key(|(months, _)| std::cmp::Reverse(*months));
    let offers = jobs
        .into_iter()
        .take(2)
        .map(|(months, role)| match months / 12 {
            0 => ProfileOffer::Role(role),
            years => ProfileOffer::Years { role, years },
        });
    offers.collect()
}

/// Returns first month and the month after the last. With years only, what is sure: from 2019 to 2021
/// are two years.
fn period(entry: &Experience, today: PartialDate) -> Option<(u16, u16)> {
    let start = entry.start.parse().ok()?;
    let end = if entry.current {
        today
    } else {
        entry.end.parse().ok()?
    };
    let with_months = start.month.zip(end.month);
    let (from, to) = match with_months {
        Some((first, last)) => (u16::from(first), u16::from(last) + 1),
        None => (0, 0),
    };
    let (from, to) = (start.year * 12 + from, end.year * 12 + to);
    (from < to).then_some((from, to))
}

/// Counts the months in periods; those at the same time count once.
fn months(mut periods: Vec<(u16, u16)>) -> u16 {
    periods.sort_unstable();
    let mut counted_to = 0;
    let mut months = 0;
    for (from, to) in periods {
        let from = from.max(counted_to);
        months += to.saturating_sub(from);
        counted_to = counted_to.max(to);
    }
    months
}

fn title(cv: &Cv) -> Option<ProfileOffer> {
    let mut titles = cv.education.iter().filter(|entry| !entry.hidden);
    let title = titles.find_map(|entry| written(&entry.qualification))?;
    Some(ProfileOffer::Title(title))
}

fn certificates(cv: &Cv) -> Option<ProfileOffer> {
    let shown = cv.certificates.iter().filter(|entry| !entry.hidden);
    let names: Vec<String> = shown.filter_map(|entry| written(&entry.name)).collect();
    (!names.is_empty()).then_some(ProfileOffer::Certificates(names))
}

fn languages(cv: &Cv) -> Option<ProfileOffer> {
    let (mut native, mut others) = (Vec::new(), Vec::new());
    for language in cv.languages.iter().filter(|entry| !entry.hidden) {
        let Some(name) = written(&language.name) else {
            continue;
        };
        if language.native {
            native.push(name);
        } else {
            others.push((name, language.single_level()));
        }
    }
    (native.len() + others.len() > 1).then_some(ProfileOffer::Languages { native, others })
}

fn driving(cv: &Cv) -> Option<ProfileOffer> {
    let held = cv.driving.categories.iter();
    let categories: Vec<&'static str> = held.map(|each: &DrivingCategory| each.code()).collect();
    let own_car = cv.driving.own_car;
    (!categories.is_empty()).then_some(ProfileOffer::Driving {
        categories,
        own_car,
    })
}

fn availability(cv: &Cv) -> Option<ProfileOffer> {
    let given = &cv.availability;
    let says_something = given.immediate || given.shifts || given.nights || given.weekends;
    says_something.then_some(ProfileOffer::Availability {
        immediate: given.immediate,
        shifts: given.shifts,
        nights: given.nights,
        weekends: given.weekends,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use approdo_domain::{CvPlace, ExperienceField, ExperienceKind, ItemId, Section};
    use rstest::rstest;

    const TODAY: PartialDate = PartialDate {
        year: 2026,
        month: Some(11),
        day: Some(22),
    };

    fn with_job(cv: &mut Cv, number: u64, role: &str, start: &str, end: &str) {
        let item = ItemId(number);
        cv.add_entry(Section::Experience, item);
        let place = |field| CvPlace::Experience(item, field);
        cv.set_text(place(ExperienceField::Role), role);
        cv.set_text(place(ExperienceField::Start), start);
        cv.set_text(place(ExperienceField::End), end);
        cv.set_flag(place(ExperienceField::Current), end.is_empty());
    }

    #[test]
    fn of_an_empty_cv_nothing_is_said() {
        assert_eq!(profile_offers(&Cv::default(), TODAY), Vec::new());
    }

    #[rstest]
    #[case::years_only("2019", "2021", Some(2))]
    #[case::months("03/2019", "02/2021", Some(2))]
    #[case::just_short("03/2019", "01/2020", None)]
    #[case::still_there("11/2023", "", Some(3))]
    #[case::within_one_year("2019", "2019", None)]
    #[case::not_a_date("tempo fa", "2019", None)]
    #[case::wrong_way_round("2021", "2019", None)]
    fn only_whole_years_that_are_sure_are_counted(
        #[case] start: &str,
        #[case] end: &str,
        #[case] years: Option<u16>,
    ) {
        let mut cv = Cv::default();
        with_job(&mut cv, 1, "Magazziniere", start, end);
        let role = "Magazziniere".to_owned();
        let expected = match years {
            Some(years) => ProfileOffer::Years { role, years },
            None => ProfileOffer::Role(role),
        };
        assert_eq!(profile_offers(&cv, TODAY), [expected]);
    }

    #[test]
    fn two_places_at_the_same_time_are_not_twice_the_years() {
        let mut cv = Cv::default();
        with_job(&mut cv, 1, "Cuoca", "01/2020", "12/2021");
        with_job(&mut cv, 2, "cuoca ", "06/2020", "12/2022");
        let years = ProfileOffer::Years {
            role: "Cuoca".to_owned(),
            years: 3,
        };
        assert_eq!(profile_offers(&cv, TODAY), [years]);
    }

    #[test]
    fn care_of_the_family_is_not_counted_as_a_job() {
        let mut cv = Cv::default();
        with_job(&mut cv, 1, "Cura di mia madre", "2015", "2020");
        let kind = CvPlace::Experience(ItemId(1), ExperienceField::Kind);
        cv.set_text(kind, ExperienceKind::FamilyCare.code());
        assert_eq!(profile_offers(&cv, TODAY), Vec::new());
    }

    #[test]
    fn what_is_kept_out_of_print_is_not_said_either() {
        let mut cv = Cv::default();
        with_job(&mut cv, 1, "Cuoca", "2015", "2020");
        cv.set_flag(CvPlace::EntryHidden(Section::Experience, ItemId(1)), true);
        assert_eq!(profile_offers(&cv, TODAY), Vec::new());
    }

    #[test]
    fn licence_and_availability_are_said_as_they_were_ticked() {
        let mut cv = Cv::default();
        cv.driving.categories.insert(DrivingCategory::B);
        cv.driving.own_car = true;
        cv.availability.nights = true;
        let expected = [
            ProfileOffer::Driving {
                categories: vec!["B"],
                own_car: true,
            },
            ProfileOffer::Availability {
                immediate: false,
                shifts: false,
                nights: true,
                weekends: false,
            },
        ];
        assert_eq!(profile_offers(&cv, TODAY), expected);
    }
}
