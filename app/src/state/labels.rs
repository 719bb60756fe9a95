//! The words that a printed CV adds to what the person wrote, in the language of the CV, whichever one
//! the interface speaks. The words of answers chosen from lists are in `label_choices`.

use super::label_choices::{
    digital_area, digital_level, experience_kind, heading, permit_kind, skill_kind,
};
use crate::i18n::{self, CvLanguage, Key, Messages, Words};
use crate::platform::translations;
use approdo_domain::{
    Cv, DigitalLevel, ExperienceKind, Heading, PageLook, PermitKind, QualificationLevel, SkillKind,
};
use approdo_render::{
    Accent, EntryLabels, Labels, Look, PersonalLabels, RenderRequest, SituationLabels, SkillLabels,
    Spacing, Template, Typeface,
};

/// Returns the words for what a CV says in its own language, fetching them the first time; none if
/// there is neither a network nor a copy of them.
pub async fn words_of(cv: &Cv) -> Option<Words> {
    let language = CvLanguage::of_tag(&cv.look.language);
    if let Some(words) = i18n::words_in(language) {
        return Some(words);
    }
    let messages = match language.of_interface() {
        Some(_) => Messages::new(translations::load(language.tag()).await?),
        None => Messages::of_cv(i18n::CV_FIRST, translations::load_cv(language.tag()).await?),
    };
    Some(i18n::keep_words(language, messages))
}

/// Returns the same with what is said on demand, for what the tools write into the CV; where that is
/// neither here nor to be had, the words of the interface. A language with the words of a printed CV alone
/// has none of them.
pub async fn all_words_of(cv: &Cv) -> Option<Words> {
    let language = CvLanguage::of_tag(&cv.look.language);
    let words = match language.of_interface() {
        Some(_) => all_words_in(language).await,
        None => words_of(cv).await,
    };
    words.or_else(|| i18n::words_in(i18n::language().into()))
}

/// Returns all that is said in a language of the interface, fetching it the first time; none if there is
/// neither a network nor a copy of it.
pub async fn all_words_in(language: CvLanguage) -> Option<Words> {
    let here = i18n::words_in(language).filter(Words::has_later);
    if here.is_some() {
        return here;
    }
    let first = translations::load(language.tag()).await;
    let later = translations::load_later(language.tag()).await;
    let mut messages = Messages::new(first?);
    messages.add_later(i18n::FIRST_COUNT, later?);
    Some(i18n::keep_words(language, messages))
}

/// Returns what the page layout needs for a CV.
pub fn render_request(cv: Cv, words: &Words) -> RenderRequest {
    RenderRequest {
        look: look(&cv.look),
        cv,
        photo: None,
        labels: labels(words),
        language: words.language().tag().to_owned(),
    }
}

/// Returns how the pages look. What is not chosen, or was chosen with a newer version, looks as usual.
pub fn look(chosen: &PageLook) -> Look {
    Look {
        template: Template::from_code(&chosen.template).unwrap_or_default(),
        accent: Accent::from_code(&chosen.accent).unwrap_or_default(),
        typeface: Typeface::from_code(&chosen.typeface).unwrap_or_default(),
        spacing: Spacing::from_code(&chosen.spacing).unwrap_or_default(),
        one_page: chosen.one_page,
    }
}

/// Returns the words that a page adds.
pub fn labels(words: &Words) -> Labels {
    Labels {
        document_title: words.text(Key::CvDocumentTitle),
        curriculum: words.text(Key::CvCurriculum),
        page_of: words.text(Key::CvPageOf),
        personal_data: words.text(Key::CvPersonalData),
        headings: Heading::USUAL.map(|usual| heading(words, usual)),
        own_section: words.text(Key::CvOwnSection),
        months: std::array::from_fn(|index| words.month_name(u8::try_from(index + 1).unwrap_or(1))),
        day: words.text(Key::CvDay),
        first_day: words.text(Key::CvFirstDay),
        present: words.text(Key::CvPresent),
        personal: personal(words),
        entries: entries(words),
        skills: skills(words),
        situation: situation(words),
        privacy_sentence: words.text(Key::CvPrivacySentence),
    }
}

fn personal(words: &Words) -> PersonalLabels {
    PersonalLabels {
        contacts: words.text(Key::CvContacts),
        email: words.text(Key::CvEmail),
        phone: words.text(Key::CvPhone),
        website: words.text(Key::CvWebsite),
        domicile: words.text(Key::CvDomicile),
        born: words.text(Key::CvBorn),
        nationality: words.text(Key::CvNationality),
        tax_code: words.text(Key::CvTaxCode),
        protected_category: words.text(Key::CvProtectedCategory),
        photo: words.text(Key::CvPhoto),
    }
}

fn entries(words: &Words) -> EntryLabels {
    let level = |level: QualificationLevel| {
        let values = [("level", level.code())];
        words.format(Key::CvQualificationLevel, &values)
    };
    EntryLabels {
        experience_kinds: ExperienceKind::ALL.map(|kind| experience_kind(words, kind)),
        qualification_levels: QualificationLevel::ALL.map(level),
        recognition: words.text(Key::CvRecognition),
        valid_until: words.text(Key::CvValidUntil),
        certificate_number: words.text(Key::CvCertificateNumber),
    }
}

fn skills(words: &Words) -> SkillLabels {
    SkillLabels {
        mother_tongue: words.text(Key::CvMotherTongue),
        language: words.text(Key::CvLanguage),
        cefr_skills: [
            words.text(Key::CvSkillListening),
            words.text(Key::CvSkillReading),
            words.text(Key::CvSkillSpokenInteraction),
            words.text(Key::CvSkillSpokenProduction),
            words.text(Key::CvSkillWriting),
        ],
        kinds: SkillKind::ALL.map(|kind| skill_kind(words, kind)),
        other: words.text(Key::CvSkillsOther),
        digital_areas: SkillLabels::DIGITAL_AREAS.map(|area| digital_area(words, area)),
        digital_levels: DigitalLevel::ALL.map(|level| digital_level(words, level)),
    }
}

fn situation(words: &Words) -> SituationLabels {
    SituationLabels {
        driving_licence: words.text(Key::CvDrivingLicence),
        own_car: words.text(Key::CvOwnCar),
        immediate: words.text(Key::CvAvailableImmediately),
        from: words.text(Key::CvAvailableFrom),
        full_time: words.text(Key::CvFullTime),
        part_time: words.text(Key::CvPartTime),
        shifts: words.text(Key::CvShifts),
        nights: words.text(Key::CvNights),
        weekends: words.text(Key::CvWeekends),
        radius: words.text(Key::CvRadius),
        travel: words.text(Key::CvTravel),
        relocation: words.text(Key::CvRelocation),
        permit_kinds: PermitKind::ALL.map(|kind| permit_kind(words, kind)),
        work_allowed: words.text(Key::CvWorkAllowed),
    }
}

#[cfg(test)]
#[path = "labels_tests.rs"]
mod in_each_language;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_of_a_newer_version_looks_as_usual() {
        let mut chosen = PageLook {
            template: "of next year".to_owned(),
            accent: "green".to_owned(),
            typeface: "serif".to_owned(),
            one_page: true,
            ..PageLook::default()
        };
        let expected = Look {
            accent: Accent::Green,
            typeface: Typeface::Serif,
            one_page: true,
            ..Look::default()
        };
        assert_eq!(look(&chosen), expected);
        chosen.template = Template::Modern.code().to_owned();
        assert_eq!(look(&chosen).template, Template::Modern);
    }
}
