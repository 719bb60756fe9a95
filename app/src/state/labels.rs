//! The words that a printed CV adds to what the person wrote, in the language of the interface. The
//! words of answers chosen from lists are in `label_choices`.

use super::label_choices::{
    digital_area, digital_level, experience_kind, heading, permit_kind, skill_kind,
};
use crate::i18n::{Key, format, language, month_name, text};
use approdo_domain::{
    Cv, DigitalLevel, ExperienceKind, Heading, PageLook, PermitKind, QualificationLevel, SkillKind,
};
use approdo_render::{
    Accent, EntryLabels, Labels, Look, PersonalLabels, RenderRequest, SituationLabels, SkillLabels,
    Spacing, Template,
};

/// Returns what the page layout needs for a CV.
pub fn render_request(cv: Cv) -> RenderRequest {
    RenderRequest {
        look: look(&cv.look),
        cv,
        labels: labels(),
        language: language().tag().to_owned(),
    }
}

/// What is not chosen, or was chosen with a newer version, looks as usual.
fn look(chosen: &PageLook) -> Look {
    Look {
        template: Template::from_code(&chosen.template).unwrap_or_default(),
        accent: Accent::from_code(&chosen.accent).unwrap_or_default(),
        spacing: Spacing::from_code(&chosen.spacing).unwrap_or_default(),
        one_page: chosen.one_page,
    }
}

fn labels() -> Labels {
    Labels {
        document_title: text(Key::CvDocumentTitle),
        curriculum: text(Key::CvCurriculum),
        page_of: text(Key::CvPageOf),
        personal_data: text(Key::CvPersonalData),
        headings: Heading::USUAL.map(heading),
        own_section: text(Key::CvOwnSection),
        months: std::array::from_fn(|index| month_name(u8::try_from(index + 1).unwrap_or(1))),
        present: text(Key::CvPresent),
        personal: personal(),
        entries: entries(),
        skills: skills(),
        situation: situation(),
        privacy_sentence: text(Key::CvPrivacySentence),
    }
}

fn personal() -> PersonalLabels {
    PersonalLabels {
        contacts: text(Key::CvContacts),
        email: text(Key::CvEmail),
        phone: text(Key::CvPhone),
        website: text(Key::CvWebsite),
        domicile: text(Key::CvDomicile),
        born: text(Key::CvBorn),
        nationality: text(Key::CvNationality),
        tax_code: text(Key::CvTaxCode),
        protected_category: text(Key::CvProtectedCategory),
    }
}

fn entries() -> EntryLabels {
    let level = |level: QualificationLevel| {
        let values = [("level", level.code())];
        format(Key::CvQualificationLevel, &values)
    };
    EntryLabels {
        experience_kinds: ExperienceKind::ALL.map(experience_kind),
        qualification_levels: QualificationLevel::ALL.map(level),
        recognition: text(Key::CvRecognition),
        valid_until: text(Key::CvValidUntil),
        certificate_number: text(Key::CvCertificateNumber),
    }
}

fn skills() -> SkillLabels {
    SkillLabels {
        mother_tongue: text(Key::CvMotherTongue),
        language: text(Key::CvLanguage),
        cefr_skills: [
            text(Key::CvSkillListening),
            text(Key::CvSkillReading),
            text(Key::CvSkillSpokenInteraction),
            text(Key::CvSkillSpokenProduction),
            text(Key::CvSkillWriting),
        ],
        kinds: SkillKind::ALL.map(skill_kind),
        other: text(Key::CvSkillsOther),
        digital_areas: SkillLabels::DIGITAL_AREAS.map(digital_area),
        digital_levels: DigitalLevel::ALL.map(digital_level),
    }
}

fn situation() -> SituationLabels {
    SituationLabels {
        driving_licence: text(Key::CvDrivingLicence),
        own_car: text(Key::CvOwnCar),
        immediate: text(Key::CvAvailableImmediately),
        from: text(Key::CvAvailableFrom),
        full_time: text(Key::CvFullTime),
        part_time: text(Key::CvPartTime),
        shifts: text(Key::CvShifts),
        nights: text(Key::CvNights),
        weekends: text(Key::CvWeekends),
        radius: text(Key::CvRadius),
        travel: text(Key::CvTravel),
        relocation: text(Key::CvRelocation),
        permit_kinds: PermitKind::ALL.map(permit_kind),
        work_allowed: text(Key::CvWorkAllowed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_of_a_newer_version_looks_as_usual() {
        let mut chosen = PageLook {
            template: "of next year".to_owned(),
            accent: "green".to_owned(),
            one_page: true,
            ..PageLook::default()
        };
        let expected = Look {
            accent: Accent::Green,
            one_page: true,
            ..Look::default()
        };
        assert_eq!(look(&chosen), expected);
        chosen.template = Template::Modern.code().to_owned();
        assert_eq!(look(&chosen).template, Template::Modern);
    }
}
