//! Experience, education, licences, certificates, publications, languages and skills, from Europass XML.

use super::{note, note_others};
use crate::export::CEFR_DIMENSIONS;
use crate::import::Reason;
use crate::import::html_text::text_of_html;
use crate::import::reading::Reading;
use crate::import::xml_tree::Element;
use crate::language_codes::name_of;
use crate::limits::MOST_ENTRIES;
use approdo_domain::{
    CefrSkill, CertificateField, CvPlace, DigitalField, DrivingCategory, EducationField,
    ExperienceField, LanguageField, PublicationField, Section, SkillField,
};

const DATE: &str = "FormattedDateTime";

/// One employer may have several positions: each is an experience.
pub(super) fn read_employment(reading: &mut Reading<'_, '_>, history: &Element, path: &str) {
    for employer in &history.children {
        let path = format!("{path}/{}", employer.name);
        let positions = employer
            .children
            .iter()
            .filter(|child| child.name == "PositionHistory");
        for position in positions {
            let Some(item) = reading.add(Section::Experience, &path) else {
                return;
            };
            let mut set = |field, text: &str| {
                reading.set(CvPlace::Experience(item, field), &path, text);
            };
            set(
                ExperienceField::Employer,
                employer.text_at(&["OrganizationName"]),
            );
            set(ExperienceField::Role, position.text_at(&["PositionTitle"]));
            set(ExperienceField::Place, place_of(employer, position));
            set(
                ExperienceField::Description,
                &text_of_html(position.text_at(&["Description"])),
            );
            let period = position
                .child("EmploymentPeriod")
                .or_else(|| employer.child("EmploymentPeriod"));
            if let Some(period) = period {
                set(ExperienceField::Start, date(period, "StartDate"));
                set(ExperienceField::End, date(period, "EndDate"));
                let current = period.text_at(&["CurrentIndicator"]) == "true";
                reading
                    .cv
                    .set_flag(CvPlace::Experience(item, ExperienceField::Current), current);
            }
            let known = [
                "PositionTitle",
                "EmploymentPeriod",
                "Description",
                "City",
                "Country",
            ];
            note_others(reading, position, &known, &path);
        }
        let known = [
            "OrganizationName",
            "OrganizationContact",
            "PositionHistory",
            "EmploymentPeriod",
        ];
        note_others(reading, employer, &known, &path);
    }
}

fn date<'a>(period: &'a Element, name: &str) -> &'a str {
    let date = period.text_at(&[name, DATE]);
    // Some programs write a whole instant: the day is enough.
    date.split('T').next().unwrap_or_default()
}

fn place_of<'a>(organisation: &'a Element, position: &'a Element) -> &'a str {
    match position.text_at(&["City"]) {
        "" => organisation.text_at(&[
            "OrganizationContact",
            "Communication",
            "Address",
            "CityName",
        ]),
        city => city,
    }
}

pub(super) fn read_education(reading: &mut Reading<'_, '_>, history: &Element, path: &str) {
    for entry in &history.children {
        let path = format!("{path}/{}", entry.name);
        let Some(item) = reading.add(Section::Education, &path) else {
            return;
        };
        let mut set = |field, text: &str| {
            reading.set(CvPlace::Education(item, field), &path, text);
        };
        let empty = Element::default();
        let degree = entry.child("EducationDegree").unwrap_or(&empty);
        set(EducationField::School, entry.text_at(&["OrganizationName"]));
        set(
            EducationField::Qualification,
            degree.text_at(&["DegreeName"]),
        );
        set(EducationField::Place, place_of(entry, entry));
        set(
            EducationField::Level,
            entry.text_at(&["EducationLevelCode"]),
        );
        let subjects = text_of_html(degree.text_at(&["OccupationalSkillsCovered"]));
        let grade = degree.text_at(&["FinalGrade", "ScoreText"]);
        let thesis = degree.text_at(&["Thesis"]);
        let lines = [subjects.as_str(), grade, thesis];
        let lines: Vec<&str> = lines.into_iter().filter(|line| !line.is_empty()).collect();
        set(EducationField::Description, &lines.join("\n"));
        if let Some(period) = entry.child("AttendancePeriod") {
            set(EducationField::Start, date(period, "StartDate"));
            set(EducationField::End, date(period, "EndDate"));
            let current = period.text_at(&["Ongoing"]) == "true";
            reading
                .cv
                .set_flag(CvPlace::Education(item, EducationField::Current), current);
        }
        let known = [
            "DegreeName",
            "OccupationalSkillsCovered",
            "FinalGrade",
            "Thesis",
        ];
        note_others(reading, degree, &known, &path);
        let known = [
            "OrganizationName",
            "OrganizationContact",
            "AttendancePeriod",
            "EducationDegree",
            "EducationLevelCode",
        ];
        note_others(reading, entry, &known, &path);
    }
}

pub(super) fn read_licences(reading: &mut Reading<'_, '_>, licences: &Element, path: &str) {
    for licence in &licences.children {
        let code = licence.text_at(&["LicenseTypeCode"]);
        let category = DrivingCategory::ALL
            .into_iter()
            .find(|category| category.code() == code);
        match category {
            Some(category) => reading.cv.set_flag(CvPlace::Driving(category), true),
            None => reading.report.note(path, code, Reason::UnknownCode),
        }
    }
}

pub(super) fn read_certifications(reading: &mut Reading<'_, '_>, list: &Element, path: &str) {
    for entry in &list.children {
        let path = format!("{path}/{}", entry.name);
        let Some(item) = reading.add(Section::Certificates, &path) else {
            return;
        };
        let mut set = |field, text: &str| {
            reading.set(CvPlace::Certificate(item, field), &path, text);
        };
        set(
            CertificateField::Name,
            entry.text_at(&["CertificationName"]),
        );
        set(
            CertificateField::Issuer,
            entry.text_at(&["IssuingAuthority"]),
        );
        set(CertificateField::Issued, date(entry, "CertificationDate"));
        let known = ["CertificationName", "IssuingAuthority", "CertificationDate"];
        note_others(reading, entry, &known, &path);
    }
}

pub(super) fn read_publications(reading: &mut Reading<'_, '_>, list: &Element, path: &str) {
    for entry in &list.children {
        let path = format!("{path}/{}", entry.name);
        let Some(item) = reading.add(Section::Publications, &path) else {
            return;
        };
        let mut set = |field, text: &str| {
            reading.set(CvPlace::Publication(item, field), &path, text);
        };
        let publishers = [entry.text_at(&["Journal"]), entry.text_at(&["Publisher"])];
        let publishers: Vec<&str> = publishers
            .into_iter()
            .filter(|name| !name.is_empty())
            .collect();
        let link = match entry.text_at(&["DOI", "Link"]) {
            "" => entry.text_at(&["Reference"]),
            link => link,
        };
        set(PublicationField::Title, entry.text_at(&["Title"]));
        set(PublicationField::Publisher, &publishers.join(", "));
        set(PublicationField::Date, entry.text_at(&["Year"]));
        set(PublicationField::Link, link);
        let description = entry.text_at(&["FormattedPublicationDescription"]);
        set(PublicationField::Description, &text_of_html(description));
        let known = [
            "Journal",
            "Publisher",
            "DOI",
            "Reference",
            "Title",
            "Year",
            "FormattedPublicationDescription",
        ];
        note_others(reading, entry, &known, &path);
    }
}

/// Languages by the five skills; other competencies are skills.
pub(super) fn read_languages(
    reading: &mut Reading<'_, '_>,
    list: &Element,
    cv_language: &str,
    path: &str,
) {
    for entry in &list.children {
        let path = format!("{path}/{}", entry.name);
        if entry.text_at(&["TaxonomyID"]) != "language" {
            read_competency(reading, entry, &path);
            continue;
        }
        let Some(item) = reading.add(Section::Languages, &path) else {
            return;
        };
        let id = entry.text_at(&["CompetencyID"]);
        let name = name_of(id, cv_language).unwrap_or(id);
        reading.set(CvPlace::Language(item, LanguageField::Name), &path, name);
        let dimensions = entry
            .children
            .iter()
            .filter(|child| child.name == "CompetencyDimension");
        for dimension in dimensions {
            let code = dimension.text_at(&["CompetencyDimensionTypeCode"]);
            let position = CEFR_DIMENSIONS.iter().position(|name| *name == code);
            let score = dimension.text_at(&["Score", "ScoreText"]);
            match position.and_then(|position| CefrSkill::ALL.get(position)) {
                Some(skill) => {
                    let place = CvPlace::Language(item, LanguageField::Level(*skill));
                    reading.set(place, &path, score);
                }
                None => note(reading, dimension, &path),
            }
        }
        let known = ["CompetencyID", "TaxonomyID", "CompetencyDimension"];
        note_others(reading, entry, &known, &path);
    }
}

fn read_competency(reading: &mut Reading<'_, '_>, entry: &Element, path: &str) {
    let name = match entry.text_at(&["CompetencyName"]) {
        "" => entry.text_at(&["CompetencyID"]),
        name => name,
    };
    if entry.text_at(&["TaxonomyID"]) == "Digital_Skill" {
        let mut tools = reading.cv.digital.tools.clone();
        if tools.lines().count() >= MOST_ENTRIES {
            return reading.report.note(path, name, Reason::TooMany);
        }
        if !tools.is_empty() {
            tools.push('\n');
        }
        tools.push_str(name);
        return reading.set(CvPlace::Digital(DigitalField::Tools), path, &tools);
    }
    if let Some(item) = reading.add(Section::Skills, path) {
        reading.set(CvPlace::Skill(item, SkillField::Name), path, name);
    }
}

/// Skills one by one or in groups with a title.
pub(super) fn read_skills(reading: &mut Reading<'_, '_>, skills: &Element, path: &str) {
    for entry in &skills.children {
        let path = format!("{path}/{}", entry.name);
        match entry.name.as_str() {
            "PersonCompetency" => read_competency(reading, entry, &path),
            "SkillsGroup" => {
                let inside = entry
                    .children
                    .iter()
                    .filter(|child| child.name == "PersonCompetency");
                for competency in inside {
                    read_competency(reading, competency, &path);
                }
                note_others(reading, entry, &["PersonCompetency"], &path);
            }
            _ => note(reading, entry, &path),
        }
    }
}
