//! A document read as a CV. Total: any set of operations gives a CV.

use crate::cv_paths;
use crate::document::Document;
use approdo_domain::{
    CefrSkill, Cv, CvPlace, DateText, Driving, DrivingCategory, Education, EducationField,
    Experience, ExperienceField, ItemId, Language, LanguageField, Personal, PersonalField, Section,
    Skill, SkillField,
};
use std::collections::{BTreeMap, BTreeSet};

/// Reads a document as a CV.
pub fn project_cv(document: &Document) -> Cv {
    let reader = Reader { document };
    Cv {
        title: reader.text(CvPlace::Title),
        personal: reader.personal(),
        profile: reader.text(CvPlace::Profile),
        experience: reader.entries(Section::Experience, Reader::experience),
        education: reader.entries(Section::Education, Reader::education),
        languages: reader.entries(Section::Languages, Reader::language),
        skills: reader.entries(Section::Skills, Reader::skill),
        driving: reader.driving(),
    }
}

struct Reader<'a> {
    document: &'a Document,
}

impl Reader<'_> {
    fn text(&self, place: CvPlace) -> String {
        self.document.text(&cv_paths::path(place)).text
    }

    fn flag(&self, place: CvPlace) -> bool {
        self.document.flag(&cv_paths::path(place))
    }

    fn entries<T>(&self, section: Section, read: fn(&Self, ItemId) -> T) -> Vec<T> {
        let items = self.document.items(&cv_paths::list(section));
        items.into_iter().map(|item| read(self, item.id)).collect()
    }

    fn personal(&self) -> Personal {
        let text = |field| self.text(CvPlace::Personal(field));
        Personal {
            given_name: text(PersonalField::GivenName),
            family_name: text(PersonalField::FamilyName),
            headline: text(PersonalField::Headline),
            email: text(PersonalField::Email),
            phone: text(PersonalField::Phone),
            address: text(PersonalField::Address),
            city: text(PersonalField::City),
            birth_date: DateText(text(PersonalField::BirthDate)),
            website: text(PersonalField::Website),
        }
    }

    fn experience(&self, id: ItemId) -> Experience {
        let text = |field| self.text(CvPlace::Experience(id, field));
        Experience {
            id,
            role: text(ExperienceField::Role),
            employer: text(ExperienceField::Employer),
            place: text(ExperienceField::Place),
            start: DateText(text(ExperienceField::Start)),
            end: DateText(text(ExperienceField::End)),
            current: self.flag(CvPlace::Experience(id, ExperienceField::Current)),
            description: text(ExperienceField::Description),
        }
    }

    fn education(&self, id: ItemId) -> Education {
        let text = |field| self.text(CvPlace::Education(id, field));
        Education {
            id,
            qualification: text(EducationField::Qualification),
            school: text(EducationField::School),
            place: text(EducationField::Place),
            start: DateText(text(EducationField::Start)),
            end: DateText(text(EducationField::End)),
            current: self.flag(CvPlace::Education(id, EducationField::Current)),
            description: text(EducationField::Description),
        }
    }

    fn language(&self, id: ItemId) -> Language {
        let text = |field| self.text(CvPlace::Language(id, field));
        let mut levels = BTreeMap::new();
        for skill in CefrSkill::ALL {
            if let Ok(level) = text(LanguageField::Level(skill)).parse() {
                levels.insert(skill, level);
            }
        }
        Language {
            id,
            name: text(LanguageField::Name),
            native: self.flag(CvPlace::Language(id, LanguageField::Native)),
            levels,
            certificate: text(LanguageField::Certificate),
        }
    }

    fn skill(&self, id: ItemId) -> Skill {
        Skill {
            id,
            name: self.text(CvPlace::Skill(id, SkillField::Name)),
        }
    }

    fn driving(&self) -> Driving {
        let held = |category: &DrivingCategory| self.flag(CvPlace::Driving(*category));
        let mut categories = BTreeSet::new();
        categories.extend(DrivingCategory::ALL.into_iter().filter(held));
        Driving {
            categories,
            own_car: self.flag(CvPlace::OwnCar),
        }
    }
}
