//! The words of answers that are chosen from a list. What is kept is their code (`approdo_domain`).

use crate::i18n::{CvLanguage, Key};
use approdo_domain::{
    CvPlace, DigitalLevel, EducationField, ExperienceField, ExperienceKind, FieldKind,
    PageLookField, PermitField, PermitKind, QualificationLevel, SkillField, SkillKind,
};
use approdo_render::{Accent, Spacing, Template, Typeface};

/// An answer: its code and its words.
pub type Choice = (&'static str, Key);

/// Returns the answers that a place offers, in their order.
pub fn choices(place: CvPlace) -> Vec<Choice> {
    match place {
        CvPlace::Experience(_, ExperienceField::Kind) => ExperienceKind::ALL
            .map(|kind| (kind.code(), experience_kind(kind)))
            .to_vec(),
        CvPlace::Education(_, EducationField::Level) => QualificationLevel::ALL
            .map(|level| (level.code(), qualification_level(level)))
            .to_vec(),
        CvPlace::Skill(_, SkillField::Kind) => SkillKind::ALL
            .map(|kind| (kind.code(), skill_kind(kind)))
            .to_vec(),
        CvPlace::Permit(PermitField::Kind) => PermitKind::ALL
            .map(|kind| (kind.code(), permit_kind(kind)))
            .to_vec(),
        CvPlace::Look(PageLookField::Template) => Template::ALL
            .map(|look| (look.code(), template(look)))
            .to_vec(),
        CvPlace::Look(PageLookField::Accent) => {
            Accent::ALL.map(|look| (look.code(), accent(look))).to_vec()
        }
        CvPlace::Look(PageLookField::Typeface) => Typeface::ALL
            .map(|look| (look.code(), typeface(look)))
            .to_vec(),
        CvPlace::Look(PageLookField::Spacing) => Spacing::ALL
            .map(|look| (look.code(), spacing(look)))
            .to_vec(),
        CvPlace::Look(PageLookField::Language) => CvLanguage::ALL
            .map(|language| (language.tag(), language.name()))
            .to_vec(),
        CvPlace::Digital(_) if place.kind() == FieldKind::Choice => DigitalLevel::ALL
            .map(|level| (level.code(), digital_level(level)))
            .to_vec(),
        _ => Vec::new(),
    }
}

/// Returns the words for a sort of experience.
pub fn experience_kind(kind: ExperienceKind) -> Key {
    match kind {
        ExperienceKind::Employment => Key::ExperienceKindEmployment,
        ExperienceKind::Seasonal => Key::ExperienceKindSeasonal,
        ExperienceKind::Agency => Key::ExperienceKindAgency,
        ExperienceKind::Apprenticeship => Key::ExperienceKindApprenticeship,
        ExperienceKind::Traineeship => Key::ExperienceKindTraineeship,
        ExperienceKind::SelfEmployed => Key::ExperienceKindSelfEmployed,
        ExperienceKind::Volunteering => Key::ExperienceKindVolunteering,
        ExperienceKind::CivilService => Key::ExperienceKindCivilService,
        ExperienceKind::FamilyCare => Key::ExperienceKindFamilyCare,
        ExperienceKind::Other => Key::ExperienceKindOther,
    }
}

/// Returns the words for a level of a qualification.
pub fn qualification_level(level: QualificationLevel) -> Key {
    match level {
        QualificationLevel::Level1 => Key::QualificationLevel1,
        QualificationLevel::Level2 => Key::QualificationLevel2,
        QualificationLevel::Level3 => Key::QualificationLevel3,
        QualificationLevel::Level4 => Key::QualificationLevel4,
        QualificationLevel::Level5 => Key::QualificationLevel5,
        QualificationLevel::Level6 => Key::QualificationLevel6,
        QualificationLevel::Level7 => Key::QualificationLevel7,
        QualificationLevel::Level8 => Key::QualificationLevel8,
    }
}

/// Returns the words for a sort of skill.
pub fn skill_kind(kind: SkillKind) -> Key {
    match kind {
        SkillKind::Technical => Key::SkillKindTechnical,
        SkillKind::Personal => Key::SkillKindPersonal,
    }
}

/// Returns the words for a level of digital skill.
pub fn digital_level(level: DigitalLevel) -> Key {
    match level {
        DigitalLevel::Foundation => Key::DigitalLevelFoundation,
        DigitalLevel::Intermediate => Key::DigitalLevelIntermediate,
        DigitalLevel::Advanced => Key::DigitalLevelAdvanced,
        DigitalLevel::HighlySpecialised => Key::DigitalLevelHighlySpecialised,
    }
}

fn template(template: Template) -> Key {
    match template {
        Template::Classic => Key::LookTemplateClassic,
        Template::Modern => Key::LookTemplateModern,
        Template::FirstJob => Key::LookTemplateFirstJob,
    }
}

fn accent(accent: Accent) -> Key {
    match accent {
        Accent::Blue => Key::LookAccentBlue,
        Accent::Green => Key::LookAccentGreen,
        Accent::Burgundy => Key::LookAccentBurgundy,
        Accent::Violet => Key::LookAccentViolet,
        Accent::Graphite => Key::LookAccentGraphite,
    }
}

fn typeface(typeface: Typeface) -> Key {
    match typeface {
        Typeface::Titillium => Key::LookTypefaceTitillium,
        Typeface::Sans => Key::LookTypefaceSans,
        Typeface::Serif => Key::LookTypefaceSerif,
    }
}

fn spacing(spacing: Spacing) -> Key {
    match spacing {
        Spacing::Usual => Key::LookSpacingUsual,
        Spacing::Close => Key::LookSpacingClose,
        Spacing::Wide => Key::LookSpacingWide,
    }
}

/// Returns the words for a permit to stay.
pub fn permit_kind(kind: PermitKind) -> Key {
    match kind {
        PermitKind::UnionCitizen => Key::PermitKindUnionCitizen,
        PermitKind::UnionFamily => Key::PermitKindUnionFamily,
        PermitKind::LongTerm => Key::PermitKindLongTerm,
        PermitKind::Work => Key::PermitKindWork,
        PermitKind::WaitingForWork => Key::PermitKindWaitingForWork,
        PermitKind::Family => Key::PermitKindFamily,
        PermitKind::Study => Key::PermitKindStudy,
        PermitKind::International => Key::PermitKindInternationalProtection,
        PermitKind::Special => Key::PermitKindSpecialProtection,
        PermitKind::AsylumRequest => Key::PermitKindAsylumRequest,
        PermitKind::Other => Key::PermitKindOther,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use approdo_domain::{Cv, ItemId, LanguageField, Section};
    use std::collections::BTreeSet;

    #[test]
    fn every_field_that_is_chosen_offers_something() {
        let mut cv = Cv::default();
        for section in Section::ALL {
            cv.add_entry(section, ItemId(1));
        }
        for place in cv.places() {
            // Levels of languages have a control of their own.
            let is_level = matches!(place, CvPlace::Language(_, LanguageField::Level(_)));
            let is_chosen = place.kind() == FieldKind::Choice && !is_level;
            assert_eq!(!choices(place).is_empty(), is_chosen, "{place:?}");
        }
    }

    #[test]
    fn a_cv_can_be_in_each_of_its_languages() {
        let offered = choices(CvPlace::Look(PageLookField::Language));
        let codes: Vec<&str> = offered.iter().map(|(code, _)| *code).collect();
        assert_eq!(codes, ["it", "en", "fr", "de", "es", "ro"]);
        let names: BTreeSet<usize> = offered.iter().map(|(_, key)| *key as usize).collect();
        assert_eq!(names.len(), codes.len());
    }
}
