//! Writing a text at a place of a CV that is plain data: how a preview shows what is only typed.

use approdo_domain::{
    Cv, CvPlace, EducationField, ExperienceField, LanguageField, PersonalField, SkillField,
};

/// Writes a text at its place. Flags are edits at once and have nothing to lay over.
pub fn overlay(cv: &mut Cv, place: CvPlace, text: &str) {
    if let Some(target) = target(cv, place) {
        text.clone_into(target);
    } else if let CvPlace::Language(item, LanguageField::Level(skill)) = place
        && let Some(language) = cv.languages.iter_mut().find(|entry| entry.id == item)
    {
        match text.parse() {
            Ok(level) => language.levels.insert(skill, level),
            Err(()) => language.levels.remove(&skill),
        };
    }
}

fn target(cv: &mut Cv, place: CvPlace) -> Option<&mut String> {
    match place {
        CvPlace::Title => Some(&mut cv.title),
        CvPlace::Profile => Some(&mut cv.profile),
        CvPlace::Personal(field) => Some(personal(cv, field)),
        CvPlace::Experience(item, field) => {
            let entry = cv.experience.iter_mut().find(|entry| entry.id == item)?;
            match field {
                ExperienceField::Role => Some(&mut entry.role),
                ExperienceField::Employer => Some(&mut entry.employer),
                ExperienceField::Place => Some(&mut entry.place),
                ExperienceField::Start => Some(&mut entry.start.0),
                ExperienceField::End => Some(&mut entry.end.0),
                ExperienceField::Description => Some(&mut entry.description),
                ExperienceField::Current => None,
            }
        }
        CvPlace::Education(item, field) => {
            let entry = cv.education.iter_mut().find(|entry| entry.id == item)?;
            match field {
                EducationField::Qualification => Some(&mut entry.qualification),
                EducationField::School => Some(&mut entry.school),
                EducationField::Place => Some(&mut entry.place),
                EducationField::Start => Some(&mut entry.start.0),
                EducationField::End => Some(&mut entry.end.0),
                EducationField::Description => Some(&mut entry.description),
                EducationField::Current => None,
            }
        }
        CvPlace::Language(item, field) => {
            let entry = cv.languages.iter_mut().find(|entry| entry.id == item)?;
            match field {
                LanguageField::Name => Some(&mut entry.name),
                LanguageField::Certificate => Some(&mut entry.certificate),
                LanguageField::Native | LanguageField::Level(_) => None,
            }
        }
        CvPlace::Skill(item, SkillField::Name) => {
            let entry = cv.skills.iter_mut().find(|entry| entry.id == item)?;
            Some(&mut entry.name)
        }
        CvPlace::Driving(_) | CvPlace::OwnCar => None,
    }
}

fn personal(cv: &mut Cv, field: PersonalField) -> &mut String {
    let personal = &mut cv.personal;
    match field {
        PersonalField::GivenName => &mut personal.given_name,
        PersonalField::FamilyName => &mut personal.family_name,
        PersonalField::Headline => &mut personal.headline,
        PersonalField::Email => &mut personal.email,
        PersonalField::Phone => &mut personal.phone,
        PersonalField::Address => &mut personal.address,
        PersonalField::City => &mut personal.city,
        PersonalField::BirthDate => &mut personal.birth_date.0,
        PersonalField::Website => &mut personal.website,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use approdo_domain::{CefrLevel, CefrSkill, ItemId, Language};

    #[test]
    fn a_level_being_chosen_shows_and_clearing_it_takes_it_away() {
        let mut cv = Cv::default();
        cv.languages.push(Language::empty(ItemId(1)));
        let place = CvPlace::Language(ItemId(1), LanguageField::Level(CefrSkill::Reading));
        overlay(&mut cv, place, "B2");
        assert_eq!(
            cv.languages[0].levels.get(&CefrSkill::Reading),
            Some(&CefrLevel::B2)
        );
        overlay(&mut cv, place, "");
        assert!(cv.languages[0].levels.is_empty());
    }

    #[test]
    fn a_text_for_an_entry_that_is_gone_changes_nothing() {
        let mut cv = Cv::default();
        let place = CvPlace::Experience(ItemId(9), ExperienceField::Role);
        overlay(&mut cv, place, "Cuoca");
        assert_eq!(cv, Cv::default());
    }
}
