//! What a vacancy asks for beside a CV, line by line: the lines are the person's, whether taken over from the text or
//! typed. A line that no rule understands is shown without an answer.

use approdo_domain::application::{
    Application, RequirementAnswer, RequirementKind, read_requirements, requirement_answer,
};
use approdo_domain::{Cv, PartialDate};

/// How a CV stands to a line, the weightiest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CvStanding {
    /// It says less than what is asked.
    Less,
    /// It does not say so.
    NotWritten,
    /// It says something that may be enough.
    Unsure,
    /// Only the person can tell.
    Unknown,
    /// It has it.
    Met,
}

/// A line of what is asked for, beside a CV.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineBesideCv {
    /// The line.
    pub words: String,
    /// What it asks for, and what the CV says of each.
    pub answers: Vec<(RequirementKind, RequirementAnswer)>,
}

impl LineBesideCv {
    /// Returns how the CV stands to all of the line.
    pub fn standing(&self) -> CvStanding {
        let answers = self.answers.iter().map(|(_, answer)| standing(*answer));
        answers.min().unwrap_or(CvStanding::Unknown)
    }
}

/// Returns how a CV stands to one thing.
pub fn standing(answer: RequirementAnswer) -> CvStanding {
    match answer {
        RequirementAnswer::Met(_) => CvStanding::Met,
        RequirementAnswer::Unsure(_) => CvStanding::Unsure,
        RequirementAnswer::Less(_) => CvStanding::Less,
        RequirementAnswer::NotWritten(_) => CvStanding::NotWritten,
    }
}

/// Returns what an application asks for beside a CV, in the order of its lines.
pub fn beside_cv(application: &Application, cv: &Cv, today: PartialDate) -> Vec<LineBesideCv> {
    let job = &application.vacancy.title;
    let lines = application.vacancy.requirements.lines().map(str::trim);
    lines
        .filter(|line| !line.is_empty())
        .map(|line| {
            let asked = read_requirements(line).into_iter();
            let answers = asked.map(|asked| {
                let answer = requirement_answer(&asked, job, cv, today);
                (asked.kind, answer)
            });
            LineBesideCv {
                words: line.to_owned(),
                answers: answers.collect(),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use approdo_domain::application::CvTarget;
    use approdo_domain::{CvPlace, DrivingCategory, Section};

    const TODAY: PartialDate = PartialDate {
        year: 2026,
        month: Some(11),
        day: Some(22),
    };

    fn beside(lines: &str, cv: &Cv) -> Vec<LineBesideCv> {
        let mut application = Application::default();
        application.vacancy.requirements = lines.to_owned();
        beside_cv(&application, cv, TODAY)
    }

    #[test]
    fn each_line_has_its_answer_in_the_order_of_the_lines() {
        let mut cv = Cv::default();
        cv.set_flag(CvPlace::Driving(DrivingCategory::B), true);
        let lines = beside("patente B\n\n HACCP \nVoglia di imparare", &cv);
        let standings: Vec<CvStanding> = lines.iter().map(LineBesideCv::standing).collect();
        let expected = [CvStanding::Met, CvStanding::NotWritten, CvStanding::Unknown];
        assert_eq!(standings, expected);
        let [_, haccp, own] = lines.as_slice() else {
            panic!("three lines, not {lines:?}");
        };
        let certificates = CvTarget::List(Section::Certificates);
        let answers: Vec<_> = haccp.answers.iter().map(|(_, answer)| *answer).collect();
        assert_eq!(answers, [RequirementAnswer::NotWritten(certificates)]);
        assert_eq!(own.words, "Voglia di imparare");
    }

    #[test]
    fn a_line_that_asks_for_two_things_is_met_when_both_are() {
        let mut cv = Cv::default();
        cv.set_flag(CvPlace::Driving(DrivingCategory::B), true);
        let line = "Patente B e auto propria";
        let standing = |cv: &Cv| beside(line, cv).first().map(LineBesideCv::standing);
        assert_eq!(standing(&cv), Some(CvStanding::NotWritten));
        cv.set_flag(CvPlace::OwnCar, true);
        assert_eq!(standing(&cv), Some(CvStanding::Met));
    }

    #[test]
    fn nothing_is_asked_where_no_line_is() {
        assert_eq!(beside(" \n", &Cv::default()), Vec::new());
    }
}
