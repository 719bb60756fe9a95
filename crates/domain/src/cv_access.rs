//! Reading and writing a CV by place, as forms and previews need it.

use crate::{
    CefrLevel, Cv, CvPlace, DateText, Education, EducationField, Experience, ExperienceField,
    ItemId, Language, LanguageField, PersonalField, Section, Skill, SkillField,
};

impl Cv {
    /// Returns the entries of a list, in order.
    pub fn entry_ids(&self, section: Section) -> Vec<ItemId> {
        match section {
            Section::Experience => self.experience.iter().map(|entry| entry.id).collect(),
            Section::Education => self.education.iter().map(|entry| entry.id).collect(),
            Section::Languages => self.languages.iter().map(|entry| entry.id).collect(),
            Section::Skills => self.skills.iter().map(|entry| entry.id).collect(),
        }
    }

    /// Writes a text at a place, for showing what is being typed before it is stored. Flags, and
    /// entries that are not there, stay as they are.
    pub fn set_text(&mut self, place: CvPlace, text: &str) {
        if let CvPlace::Language(item, LanguageField::Level(skill)) = place {
            let Some(language) = self.languages.iter_mut().find(|entry| entry.id == item) else {
                return;
            };
            match text.parse::<CefrLevel>() {
                Ok(level) => language.levels.insert(skill, level),
                Err(()) => language.levels.remove(&skill),
            };
        } else if let Some(target) = self.text_mut(place) {
            text.clone_into(target);
        }
    }

    fn text_mut(&mut self, place: CvPlace) -> Option<&mut String> {
        match place {
            CvPlace::Title => Some(&mut self.title),
            CvPlace::Profile => Some(&mut self.profile),
            CvPlace::Personal(field) => Some(self.personal_mut(field)),
            CvPlace::Experience(item, field) => {
                let entry = self.experience.iter_mut().find(|entry| entry.id == item)?;
                experience_mut(entry, field)
            }
            CvPlace::Education(item, field) => {
                let entry = self.education.iter_mut().find(|entry| entry.id == item)?;
                education_mut(entry, field)
            }
            CvPlace::Language(item, field) => {
                let entry = self.languages.iter_mut().find(|entry| entry.id == item)?;
                language_mut(entry, field)
            }
            CvPlace::Skill(item, SkillField::Name) => self
                .skills
                .iter_mut()
                .find(|entry| entry.id == item)
                .map(skill_mut),
            CvPlace::Driving(_) | CvPlace::OwnCar => None,
        }
    }

    fn personal_mut(&mut self, field: PersonalField) -> &mut String {
        let personal = &mut self.personal;
        match field {
            PersonalField::GivenName => &mut personal.given_name,
            PersonalField::FamilyName => &mut personal.family_name,
            PersonalField::Headline => &mut personal.headline,
            PersonalField::Email => &mut personal.email,
            PersonalField::Phone => &mut personal.phone,
            PersonalField::Address => &mut personal.address,
            PersonalField::City => &mut personal.city,
            PersonalField::BirthDate => date_mut(&mut personal.birth_date),
            PersonalField::Website => &mut personal.website,
        }
    }
}

fn date_mut(date: &mut DateText) -> &mut String {
    &mut date.0
}

fn experience_mut(entry: &mut Experience, field: ExperienceField) -> Option<&mut String> {
    Some(match field {
        ExperienceField::Role => &mut entry.role,
        ExperienceField::Employer => &mut entry.employer,
        ExperienceField::Place => &mut entry.place,
        ExperienceField::Start => date_mut(&mut entry.start),
        ExperienceField::End => date_mut(&mut entry.end),
        ExperienceField::Description => &mut entry.description,
        ExperienceField::Current => return None,
    })
}

fn education_mut(entry: &mut Education, field: EducationField) -> Option<&mut String> {
    Some(match field {
        EducationField::Qualification => &mut entry.qualification,
        EducationField::School => &mut entry.school,
        EducationField::Place => &mut entry.place,
        EducationField::Start => date_mut(&mut entry.start),
        EducationField::End => date_mut(&mut entry.end),
        EducationField::Description => &mut entry.description,
        EducationField::Current => return None,
    })
}

fn language_mut(entry: &mut Language, field: LanguageField) -> Option<&mut String> {
    match field {
        LanguageField::Name => Some(&mut entry.name),
        LanguageField::Certificate => Some(&mut entry.certificate),
        LanguageField::Native | LanguageField::Level(_) => None,
    }
}

fn skill_mut(entry: &mut Skill) -> &mut String {
    &mut entry.name
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{CefrSkill, DrivingCategory};

    #[test]
    fn what_is_typed_shows_at_its_place() {
        let mut cv = Cv::default();
        cv.experience.push(Experience::empty(ItemId(7)));
        cv.set_text(
            CvPlace::Experience(ItemId(7), ExperienceField::Employer),
            "Comune di Soresina",
        );
        cv.set_text(CvPlace::Personal(PersonalField::BirthDate), "3/1990");
        assert_eq!(cv.experience[0].employer, "Comune di Soresina");
        assert_eq!(cv.personal.birth_date.0, "3/1990");
    }

    #[test]
    fn a_level_that_is_none_clears_the_level() {
        let mut cv = Cv::default();
        cv.languages.push(Language::empty(ItemId(1)));
        let place = CvPlace::Language(ItemId(1), LanguageField::Level(CefrSkill::Writing));
        cv.set_text(place, "B1");
        assert_eq!(
            cv.languages[0].levels.get(&CefrSkill::Writing),
            Some(&CefrLevel::B1)
        );
        cv.set_text(place, "");
        assert!(cv.languages[0].levels.is_empty());
    }

    #[test]
    fn flags_and_missing_entries_take_no_text() {
        let mut cv = Cv::default();
        cv.set_text(CvPlace::Driving(DrivingCategory::B), "sì");
        cv.set_text(CvPlace::Skill(ItemId(9), SkillField::Name), "muletto");
        assert_eq!(cv, Cv::default());
    }
}
