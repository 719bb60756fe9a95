//! Qualifications that are offered while one types, with their levels (DM 8 January 2018, tables A and B,
//! by which Italian qualifications are assigned to levels of the European Qualifications Framework).

use crate::i18n::{self, CvLanguage, Key, text};
use approdo_catalog::NameList;
use approdo_domain::QualificationLevel;
use std::rc::Rc;

/// Usual qualifications, the most frequent first.
const USUAL: [(Key, QualificationLevel); 15] = [
    (Key::QualificationLowerSecondary, QualificationLevel::Level1),
    (Key::QualificationOperator, QualificationLevel::Level3),
    (Key::QualificationTechnician, QualificationLevel::Level4),
    (
        Key::QualificationTechnicalDiploma,
        QualificationLevel::Level4,
    ),
    (
        Key::QualificationProfessionalDiploma,
        QualificationLevel::Level4,
    ),
    (Key::QualificationScientific, QualificationLevel::Level4),
    (Key::QualificationClassical, QualificationLevel::Level4),
    (Key::QualificationLinguistic, QualificationLevel::Level4),
    (Key::QualificationHumanSciences, QualificationLevel::Level4),
    (Key::QualificationArtistic, QualificationLevel::Level4),
    (
        Key::QualificationHigherTechnical,
        QualificationLevel::Level5,
    ),
    (Key::QualificationBachelor, QualificationLevel::Level6),
    (Key::QualificationMaster, QualificationLevel::Level7),
    (
        Key::QualificationFirstLevelMaster,
        QualificationLevel::Level7,
    ),
    (Key::QualificationDoctorate, QualificationLevel::Level8),
];

/// Returns their names for a CV in a language; none in a language that the interface does not speak now.
pub fn names(language: CvLanguage) -> Rc<NameList> {
    let names = match language == i18n::language().into() {
        true => USUAL.map(|(key, _)| text(key)).to_vec(),
        false => Vec::new(),
    };
    Rc::new(NameList::new(names))
}

/// Returns the level of a qualification that was chosen; none for what the person wrote otherwise.
pub fn level_of(name: &str) -> Option<QualificationLevel> {
    let mut usual = USUAL.into_iter();
    let (_, level) = usual.find(|(key, _)| text(*key) == name)?;
    Some(level)
}
