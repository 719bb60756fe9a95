//! The check of a CV, rule by rule: texts of real life that each must find, and others that it must
//! leave alone.

mod documents;
mod entries;
mod facts;
mod levels;
mod periods;
mod person;
mod photo;
mod properties;
mod spelling;
mod style;

use approdo_domain::check::{CheckContext, CheckFinding, CheckRule, TextLanguage, check_cv};
use approdo_domain::{Cv, CvPlace, DateText, Experience, ItemId, PartialDate};

/// The day on which these tests play.
pub const TODAY: PartialDate = PartialDate {
    year: 2026,
    month: Some(11),
    day: Some(22),
};

/// Returns what the check is told.
pub fn context(language: TextLanguage) -> CheckContext {
    CheckContext {
        today: TODAY,
        language,
        pages: None,
        print_size: None,
    }
}

/// Returns what one rule says of a CV with Italian texts.
pub fn found(cv: &Cv, rule: CheckRule) -> Vec<CheckFinding> {
    let mut findings = check_cv(cv, &context(TextLanguage::Italian));
    findings.retain(|finding| finding.rule == rule);
    findings
}

/// Returns an experience that says when it was.
pub fn experience(id: u64, start: &str, end: &str) -> Experience {
    Experience {
        role: "Operaio".to_owned(),
        start: DateText(start.to_owned()),
        end: DateText(end.to_owned()),
        current: end == "oggi",
        ..Experience::empty(ItemId(id))
    }
}

/// Returns a CV with these experiences.
pub fn with_experiences(experience: impl Into<Vec<Experience>>) -> Cv {
    Cv {
        experience: experience.into(),
        ..Cv::default()
    }
}

/// Where a text of a table stands.
#[derive(Debug, Clone, Copy)]
pub enum Part {
    /// The profile.
    Profile,
    /// Tasks of a job that is over.
    Tasks,
    /// The name of a skill.
    Skill,
}

/// Returns the words each text is marked at; none where the rule says nothing.
pub fn marked(rule: CheckRule, part: Part, language: TextLanguage, text: &str) -> Option<String> {
    let mut cv = with_experiences([experience(1, "2019", "2020")]);
    cv.add_entry(approdo_domain::Section::Skills, ItemId(2));
    let place = match part {
        Part::Profile => CvPlace::Profile,
        Part::Tasks => CvPlace::Experience(ItemId(1), approdo_domain::ExperienceField::Description),
        Part::Skill => CvPlace::Skill(ItemId(2), approdo_domain::SkillField::Name),
    };
    cv.set_text(place, text);
    let findings = check_cv(&cv, &context(language));
    let mut here = findings
        .into_iter()
        .filter(|finding| finding.rule == rule && finding.place == place);
    let finding = here.next()?;
    let range = finding.range.unwrap_or(0..text.len());
    Some(text.get(range).unwrap_or("outside the text").to_owned())
}

/// Asserts that a rule finds each of these texts in a part of an Italian CV, at the words given, and
/// leaves the others alone.
pub fn assert_finds(rule: CheckRule, part: Part, bad: &[(&str, &str)], good: &[&str]) {
    assert_finds_in(TextLanguage::Italian, rule, part, bad, good);
}

/// The same in a given language.
pub fn assert_finds_in(
    language: TextLanguage,
    rule: CheckRule,
    part: Part,
    bad: &[(&str, &str)],
    good: &[&str],
) {
    for (text, words) in bad {
        let marked = marked(rule, part, language, text);
        assert_eq!(marked.as_deref(), Some(*words), "{rule:?} in «{text}»");
    }
    for text in good {
        let marked = marked(rule, part, language, text);
        assert_eq!(marked, None, "{rule:?} in «{text}»");
    }
}
