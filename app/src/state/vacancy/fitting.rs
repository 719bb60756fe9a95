//! Which questions of an interview fit what a vacancy asks for: those of the bank by plain rules, else one of the
//! person's own made of the vacancy's words. Pure; what is on its way is in `preparing`.

use crate::state::practice::AskedQuestion;
use approdo_domain::AvailabilityField;
use approdo_domain::DrivingCategory;
use approdo_domain::application::{RequirementKind, read_requirements};

/// How many questions of occupations are offered for one line.
const MOST_OF_OCCUPATIONS: usize = 2;
/// Shorter beginnings of words are whole words: `oss` is no beginning of *osservare*.
const SHORTEST_BEGINNING: usize = 5;

/// Returns the questions of the bank that fit a line of what is asked for. `occupation` is the id of the job, where its
/// title names one that has questions.
pub fn fitting<'a>(
    line: &str,
    occupation: Option<&str>,
    all: &'a [AskedQuestion],
) -> Vec<&'a AskedQuestion> {
    let mut found: Vec<&AskedQuestion> = Vec::new();
    for asked in read_requirements(line) {
        let general = general_questions(asked.kind).iter().filter_map(|id| {
            let mut all = all.iter();
            all.find(|question| question.id.as_deref() == Some(id))
        });
        let of_occupations = of_occupations(asked.kind, occupation, all);
        for question in general.chain(of_occupations) {
            if !found.iter().any(|known| known.item == question.item) {
                found.push(question);
            }
        }
    }
    found
}

/// Returns the questions of an occupation.
pub fn of_occupation<'a>(occupation: &str, all: &'a [AskedQuestion]) -> Vec<&'a AskedQuestion> {
    let all = all.iter();
    all.filter(|question| question.occupation.as_deref() == Some(occupation))
        .collect()
}

/// Returns one's own question of those words, if it is written down already.
pub fn own_question<'a>(ask: &str, all: &'a [AskedQuestion]) -> Option<&'a AskedQuestion> {
    let mut own = all.iter().filter(|question| question.id.is_none());
    own.find(|question| question.ask.trim() == ask.trim())
}

/// The ids of the general questions about something that is asked for.
fn general_questions(kind: RequirementKind) -> &'static [&'static str] {
    use AvailabilityField::{FullTime, Nights, PartTime, Shifts, Weekends};
    match kind {
        RequirementKind::OwnCar => &["getting-to-work"],
        // Who drives to work has one of these; the others are for driving as one's work.
        RequirementKind::Driving(DrivingCategory::Am | DrivingCategory::A1)
        | RequirementKind::Driving(DrivingCategory::A2 | DrivingCategory::A | DrivingCategory::B) => {
            &["getting-to-work"]
        }
        RequirementKind::Availability(Shifts | Nights) => &["shifts-and-nights"],
        RequirementKind::Availability(Weekends) => &["weekends-and-holidays"],
        RequirementKind::Availability(FullTime | PartTime) => &["hours-you-want"],
        RequirementKind::Language([_, "italian"], _) => &["italian-at-work"],
        RequirementKind::Qualification(_) => &["school-and-courses"],
        RequirementKind::Experience(_) => &["no-experience-yet", "changing-trade"],
        _ => &[],
    }
}

/// The questions of occupations that name what is asked for, those of the job first. A certificate may be asked for in
/// any job; a language is spoken of in the words of its own.
fn of_occupations<'a>(
    kind: RequirementKind,
    occupation: Option<&str>,
    all: &'a [AskedQuestion],
) -> Vec<&'a AskedQuestion> {
    let (words, is_for_any_job): (&[&str], bool) = match &kind {
        RequirementKind::Certificate(telling) => (telling, true),
        RequirementKind::Language(names, _) => (names, false),
        RequirementKind::Driving(_) => (&["patente", "licence", "cqc"], false),
        _ => return Vec::new(),
    };
    let names = |question: &&AskedQuestion| {
        words.iter().any(|word| says(&question.ask, word)) && question.occupation.is_some()
    };
    let is_of_job = |question: &&AskedQuestion| {
        occupation.is_some() && question.occupation.as_deref() == occupation
    };
    let of_job = all.iter().filter(is_of_job);
    let others = all.iter().filter(|question| !is_of_job(question));
    let others = others.filter(|_| is_for_any_job);
    let found = of_job.chain(others).filter(names);
    found.take(MOST_OF_OCCUPATIONS).collect()
}

/// Tells whether a text has a word that begins so.
fn says(text: &str, beginning: &str) -> bool {
    let text = text.to_lowercase();
    let mut words = text.split(|sign: char| !sign.is_alphanumeric());
    match beginning.len() < SHORTEST_BEGINNING {
        true => words.any(|word| word == beginning),
        false => words.any(|word| word.starts_with(beginning)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use approdo_domain::ItemId;
    use rstest::rstest;

    /// The files that the general questions named here are written in.
    const WRITTEN: [&str; 4] = [
        include_str!(
            "../../../../crates/catalog/content/questions/general/practical-conditions.toml"
        ),
        include_str!("../../../../crates/catalog/content/questions/general/about-you.toml"),
        include_str!("../../../../crates/catalog/content/questions/general/experience.toml"),
        include_str!("../../../../crates/catalog/content/questions/general/motivation.toml"),
    ];

    fn question(id: &str, occupation: Option<&str>, ask: &str) -> AskedQuestion {
        AskedQuestion {
            item: ItemId::of_name(&format!("{id}{ask}")),
            id: (!id.is_empty()).then(|| id.to_owned()),
            ask: ask.to_owned(),
            family: None,
            occupation: occupation.map(str::to_owned),
            sector: None,
            stages: Vec::new(),
            minutes: 1,
        }
    }

    fn bank() -> Vec<AskedQuestion> {
        let general = [
            "getting-to-work",
            "shifts-and-nights",
            "weekends-and-holidays",
            "hours-you-want",
            "italian-at-work",
            "school-and-courses",
            "no-experience-yet",
            "changing-trade",
        ];
        let mut bank: Vec<AskedQuestion> = general.map(|id| question(id, None, "")).to_vec();
        bank.extend([
            question("cook-haccp", Some("cook"), "Che cosa vuol dire HACCP?"),
            question("waiter-group", Some("waiter"), "Un gruppo parla inglese?"),
            question("nurse-looks", Some("nurse"), "Che cosa osserva?"),
            question("driver", Some("truck-driver"), "Quale patente ha?"),
            question("truck", Some("forklift-driver"), "Quali muletti ha usato?"),
            question("", None, "Nell’annuncio chiediamo «fantasia»."),
        ]);
        bank
    }

    fn ids(line: &str, occupation: Option<&str>) -> Vec<String> {
        let bank = bank();
        let found = fitting(line, occupation, &bank).into_iter();
        found.filter_map(|question| question.id.clone()).collect()
    }

    #[rstest]
    #[case::car("Automunito", None, &["getting-to-work"])]
    #[case::licence("patente B", None, &["getting-to-work"])]
    #[case::work_licence("patente C", Some("truck-driver"), &["driver"])]
    #[case::work_licence_elsewhere("patente C", Some("cook"), &[])]
    #[case::shifts("Disponibilità ai turni e nel weekend", None, &["shifts-and-nights", "weekends-and-holidays"])]
    #[case::hours("part time", None, &["hours-you-want"])]
    #[case::italian("Buona conoscenza della lingua italiana", None, &["italian-at-work"])]
    #[case::english_of_the_job("lingua inglese", Some("waiter"), &["waiter-group"])]
    #[case::english_of_another_job("lingua inglese", Some("cook"), &[])]
    #[case::school("diploma", None, &["school-and-courses"])]
    #[case::experience("esperienza di 2 anni", None, &["no-experience-yet", "changing-trade"])]
    #[case::certificate("HACCP", None, &["cook-haccp"])]
    #[case::certificate_of_any_job("patentino del muletto", Some("cook"), &["truck"])]
    #[case::half_a_word("attestato OSS", Some("nurse"), &[])]
    #[case::nothing_known("Voglia di imparare", Some("cook"), &[])]
    fn a_line_has_the_questions_that_fit_it(
        #[case] line: &str,
        #[case] occupation: Option<&str>,
        #[case] expected: &[&str],
    ) {
        assert_eq!(ids(line, occupation), expected);
    }

    #[test]
    fn the_questions_of_the_job_are_its_own_and_no_others() {
        let bank = bank();
        let found = of_occupation("cook", &bank);
        assert_eq!(found.len(), 1);
        assert!(of_occupation("gardener", &bank).is_empty());
    }

    #[test]
    fn an_own_question_is_found_again_by_its_words() {
        let bank = bank();
        assert!(own_question("Nell’annuncio chiediamo «fantasia». ", &bank).is_some());
        assert!(
            own_question("Quale patente ha?", &bank).is_none(),
            "not one's own"
        );
    }

    #[test]
    fn every_general_question_named_here_is_written() {
        let bank = bank();
        let general = bank.iter().filter(|question| question.occupation.is_none());
        for id in general.filter_map(|question| question.id.as_deref()) {
            let line = format!("id = \"{id}\"\n");
            assert!(WRITTEN.iter().any(|file| file.contains(&line)), "{id}");
        }
    }
}
