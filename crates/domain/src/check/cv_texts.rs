//! Which texts of a CV the rules for texts look at, and what each is there for. Names of people,
//! companies, schools and places are not among them.

use super::text::{TextUse, findings_in};
use super::{CheckContext, CheckFinding};
use crate::{
    AvailabilityField, CertificateField, Cv, CvPlace, EducationField, ExperienceField,
    OwnSectionField, PersonalField, PublicationField, SkillField,
};

/// Tries the rules for texts on each text.
pub(super) fn texts(cv: &Cv, context: &CheckContext) -> Vec<CheckFinding> {
    texts_of(cv)
        .into_iter()
        .filter(|(_, text, _)| !text.trim().is_empty())
        .flat_map(|(place, text, purpose)| findings_in(place, text, context.language, purpose))
        .collect()
}

/// Returns the texts whose spelling is looked at: those of the rules, and what courses and certificates
/// are called.
pub(super) fn spelled_texts(cv: &Cv) -> Vec<(CvPlace, &str)> {
    let mut texts: Vec<(CvPlace, &str)> = texts_of(cv)
        .into_iter()
        .map(|(place, text, _)| (place, text))
        .collect();
    for entry in &cv.education {
        let place = CvPlace::Education(entry.id, EducationField::Qualification);
        texts.push((place, &entry.qualification));
    }
    for entry in &cv.certificates {
        let place = CvPlace::Certificate(entry.id, CertificateField::Name);
        texts.push((place, &entry.name));
    }
    texts
}

fn texts_of(cv: &Cv) -> Vec<(CvPlace, &str, TextUse)> {
    let mut texts: Vec<(CvPlace, &str, TextUse)> = vec![
        (
            CvPlace::Personal(PersonalField::Headline),
            &cv.personal.headline,
            TextUse::Profile,
        ),
        (CvPlace::Profile, &cv.profile, TextUse::Profile),
        (
            CvPlace::Availability(AvailabilityField::Note),
            &cv.availability.note,
            TextUse::Profile,
        ),
        (CvPlace::Hobbies, &cv.hobbies, TextUse::Pastime),
    ];
    for entry in &cv.experience {
        let tasks = TextUse::Tasks {
            is_over: !entry.current,
        };
        let place = |field| CvPlace::Experience(entry.id, field);
        texts.push((place(ExperienceField::Role), &entry.role, TextUse::Item));
        texts.push((
            place(ExperienceField::Description),
            &entry.description,
            tasks,
        ));
    }
    for entry in &cv.education {
        let place = CvPlace::Education(entry.id, EducationField::Description);
        texts.push((place, &entry.description, TextUse::Study));
    }
    for entry in &cv.skills {
        let place = CvPlace::Skill(entry.id, SkillField::Name);
        texts.push((place, &entry.name, TextUse::Item));
    }
    for entry in &cv.publications {
        let place = CvPlace::Publication(entry.id, PublicationField::Description);
        texts.push((place, &entry.description, TextUse::Study));
    }
    for entry in &cv.own_sections {
        let place = CvPlace::OwnSection(entry.id, OwnSectionField::Text);
        texts.push((place, &entry.text, TextUse::Profile));
    }
    texts
}
