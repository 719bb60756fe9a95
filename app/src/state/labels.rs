//! The words that a printed CV adds to what the person wrote, in the language of the interface.

use crate::i18n::{Key, language, month_name, text};
use approdo_domain::Cv;
use approdo_render::{Labels, RenderRequest};

/// Returns what the page layout needs for a CV.
pub fn render_request(cv: Cv) -> RenderRequest {
    RenderRequest {
        cv,
        labels: labels(),
        language: language().tag().to_owned(),
    }
}

fn labels() -> Labels {
    Labels {
        document_title: text(Key::CvDocumentTitle),
        curriculum: text(Key::CvCurriculum),
        page_of: text(Key::CvPageOf),
        personal_data: text(Key::CvPersonalData),
        profile: text(Key::CvProfile),
        experience: text(Key::CvExperience),
        education: text(Key::CvEducation),
        languages: text(Key::CvLanguages),
        skills: text(Key::CvSkills),
        driving: text(Key::CvDriving),
        months: std::array::from_fn(|index| month_name(u8::try_from(index + 1).unwrap_or(1))),
        present: text(Key::CvPresent),
        born: text(Key::CvBorn),
        email: text(Key::CvEmail),
        phone: text(Key::CvPhone),
        website: text(Key::CvWebsite),
        mother_tongue: text(Key::CvMotherTongue),
        language: text(Key::CvLanguage),
        cefr_skills: [
            text(Key::CvSkillListening),
            text(Key::CvSkillReading),
            text(Key::CvSkillSpokenInteraction),
            text(Key::CvSkillSpokenProduction),
            text(Key::CvSkillWriting),
        ],
        driving_licence: text(Key::CvDrivingLicence),
        own_car: text(Key::CvOwnCar),
    }
}
