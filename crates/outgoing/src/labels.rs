//! The words of the other formats, taken from the words of the pages: a CV says the same in each of them.

use approdo_domain::{AvailabilityField, DigitalField, ExperienceKind, PersonalField};
use approdo_exchange::export::Labels;
use approdo_render::{RenderRequest, SituationLabels, SkillLabels};

/// Returns the words of the other formats, in the language of the pages.
pub fn labels(pages: &RenderRequest) -> Labels {
    let printed = &pages.labels;
    let (entries, skills, situation) = (&printed.entries, &printed.skills, &printed.situation);
    Labels {
        language: pages.language.clone(),
        curriculum: printed.curriculum.clone(),
        headings: printed.headings.clone(),
        months: printed.months.clone(),
        day: printed.day.clone(),
        first_day: printed.first_day.clone(),
        present: printed.present.clone(),
        personal: PersonalField::ALL.map(|field| personal(pages, field)),
        experience_kinds: ExperienceKind::ALL.map(|kind| entries.experience_kind(kind).to_owned()),
        qualification_levels: entries.qualification_levels.clone(),
        recognised_by: entries.recognition.clone(),
        mother_tongue: skills.mother_tongue.clone(),
        cefr_skills: skills.cefr_skills.clone(),
        digital_areas: DigitalField::ALL.map(|field| digital_area(skills, field)),
        digital_levels: skills.digital_levels.clone(),
        expires: entries.valid_until.clone(),
        number: entries.certificate_number.clone(),
        driving_licence: situation.driving_licence.clone(),
        own_car: situation.own_car.clone(),
        availability: AvailabilityField::ALL.map(|field| availability(situation, field)),
        permit_kinds: situation.permit_kinds.clone(),
        work_allowed: situation.work_allowed.clone(),
        privacy_sentence: printed.privacy_sentence.clone(),
    }
}

/// What a personal datum is called where that is said at all.
fn personal(pages: &RenderRequest, field: PersonalField) -> String {
    let personal = &pages.labels.personal;
    let words = match field {
        PersonalField::DomicileCity => &personal.domicile,
        PersonalField::BirthDate => &personal.born,
        PersonalField::Nationality => &personal.nationality,
        PersonalField::TaxCode => &personal.tax_code,
        PersonalField::ProtectedCategory => &personal.protected_category,
        _ => return String::new(),
    };
    // In French a space stands before the colon.
    words.trim().trim_end_matches(':').trim_end().to_owned()
}

fn digital_area(skills: &SkillLabels, field: DigitalField) -> String {
    match field {
        // They stand without a heading of their own.
        DigitalField::Tools => String::new(),
        area => skills.digital_area(area).to_owned(),
    }
}

fn availability(situation: &SituationLabels, field: AvailabilityField) -> String {
    match field {
        AvailabilityField::Immediate => situation.immediate.clone(),
        AvailabilityField::From => situation.from.clone(),
        AvailabilityField::FullTime => situation.full_time.clone(),
        AvailabilityField::PartTime => situation.part_time.clone(),
        AvailabilityField::Shifts => situation.shifts.clone(),
        AvailabilityField::Nights => situation.nights.clone(),
        AvailabilityField::Weekends => situation.weekends.clone(),
        AvailabilityField::RadiusKm => situation.radius.clone(),
        AvailabilityField::Travel => situation.travel.clone(),
        AvailabilityField::Relocation => situation.relocation.clone(),
        AvailabilityField::Note => String::new(),
    }
}
