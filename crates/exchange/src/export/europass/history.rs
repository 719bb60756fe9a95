//! Experience, education, licences, certificates, publications, languages and skills, in Europass XML.

use super::xml::{self, Node, node};
use crate::export::Labels;
use crate::export::outline::{period_text, phrase, written_lines};
use crate::language_codes::code_of;
use approdo_domain::{
    CefrSkill, Cv, DateText, DrivingCategory, Education, Experience, QualificationLevel,
};

/// Names of the five skills of a language in Europass, in the order of `CefrSkill::ALL`.
pub(crate) const CEFR_DIMENSIONS: [&str; 5] = [
    "CEF-Understanding-Listening",
    "CEF-Understanding-Reading",
    "CEF-Speaking-Interaction",
    "CEF-Speaking-Production",
    "CEF-Writing-Production",
];

pub(super) fn employment(cv: &Cv, labels: &Labels) -> Node {
    let entries = cv.experience.iter().map(|entry| employer(entry, labels));
    node("EmploymentHistory").children(entries.collect())
}

fn employer(entry: &Experience, labels: &Labels) -> Node {
    let mut period = node("eures:EmploymentPeriod");
    if let Some(start) = dated("eures:StartDate", &entry.start) {
        period = period.child(start);
    }
    if let Some(end) = dated("eures:EndDate", &entry.end).filter(|_| !entry.current) {
        period = period.child(end);
    }
    let current = if entry.current { "true" } else { "false" };
    period = period.text_child("hr:CurrentIndicator", current);
    let lines = told(
        &entry.start,
        &entry.end,
        entry.current,
        &entry.description,
        labels,
    );
    let title = node("PositionTitle")
        .attribute("typeCode", "FREETEXT")
        .text(entry.role.trim());
    let position = node("PositionHistory")
        .child(title)
        .child(period)
        .optional("oa:Description", &xml::list(&lines))
        .optional("City", entry.place.trim());
    node("EmployerHistory")
        .text_child("hr:OrganizationName", entry.employer.trim())
        .child(organisation(&entry.place))
        .child(position)
}

pub(super) fn education(cv: &Cv, labels: &Labels) -> Node {
    let entries = cv.education.iter().map(|entry| attendance(entry, labels));
    node("EducationHistory").children(entries.collect())
}

fn attendance(entry: &Education, labels: &Labels) -> Node {
    let mut period = node("AttendancePeriod");
    if let Some(start) = dated("StartDate", &entry.start) {
        period = period.child(start);
    }
    if let Some(end) = dated("EndDate", &entry.end).filter(|_| !entry.current) {
        period = period.child(end);
    }
    period = period.text_child("Ongoing", if entry.current { "true" } else { "false" });
    let mut lines = told(
        &entry.start,
        &entry.end,
        entry.current,
        &entry.description,
        labels,
    );
    let recognition = phrase(&labels.recognised_by, &entry.recognition);
    lines.splice(..0, written_lines(&recognition));
    let degree = node("EducationDegree")
        .text_child("hr:DegreeName", entry.qualification.trim())
        .optional("OccupationalSkillsCovered", &xml::list(&lines));
    let level = entry
        .qualification_level()
        .map_or("", QualificationLevel::code);
    node("EducationOrganizationAttendance")
        .text_child("hr:OrganizationName", entry.school.trim())
        .child(organisation(&entry.place))
        .child(period)
        .child(degree)
        .optional("EducationLevelCode", level)
}

fn organisation(place: &str) -> Node {
    let address = node("Address").optional("oa:CityName", place.trim());
    node("OrganizationContact").child(node("Communication").child(address))
}

/// What is told; first of all the period, where it is in words that Europass does not take.
fn told(
    start: &DateText,
    end: &DateText,
    current: bool,
    text: &str,
    labels: &Labels,
) -> Vec<String> {
    let in_words = |date: &DateText| !date.is_empty() && date.parse().is_err();
    let mut lines = written_lines(text);
    if in_words(start) || (in_words(end) && !current) {
        lines.insert(0, period_text(start, end, current, labels));
    }
    lines
}

fn dated(name: &'static str, date: &DateText) -> Option<Node> {
    let date = date.parse().ok()?;
    Some(node(name).text_child("hr:FormattedDateTime", &date.to_string()))
}

/// The categories of the European licence; Italian qualifications are said in a free section.
pub(super) fn licences(cv: &Cv) -> Node {
    use DrivingCategory::{Adr, CqcGoods, CqcPassengers};
    let held = DrivingCategory::ALL.into_iter().filter(|category| {
        cv.driving.categories.contains(category)
            && !matches!(category, CqcGoods | CqcPassengers | Adr)
    });
    let licences = held
        .map(|category| node("eures:License").text_child("hr:LicenseTypeCode", category.code()));
    node("eures:Licenses").children(licences.collect())
}

pub(super) fn certifications(cv: &Cv) -> Node {
    let entries = cv.certificates.iter().map(|entry| {
        let date = entry
            .issued
            .parse()
            .map_or(String::new(), |date| date.to_string());
        node("Certification")
            .text_child("hr:CertificationName", entry.name.trim())
            .optional("hr:IssuingAuthority", entry.issuer.trim())
            .child(node("hr:CertificationDate").optional("hr:FormattedDateTime", &date))
    });
    node("Certifications").children(entries.collect())
}

pub(super) fn publications(cv: &Cv) -> Node {
    let entries = cv.publications.iter().map(|entry| {
        let year = entry
            .date
            .parse()
            .map_or(String::new(), |date| date.year.to_string());
        node("Publication")
            .optional(
                "hr:FormattedPublicationDescription",
                &xml::paragraphs(&entry.description),
            )
            .text_child("Title", entry.title.trim())
            .optional("Year", &year)
            .optional("Reference", entry.link.trim())
            .optional("Publisher", entry.publisher.trim())
    });
    node("PublicationHistory").children(entries.collect())
}

/// Languages other than mother tongues, each with its level in the five skills.
pub(super) fn languages(cv: &Cv, labels: &Labels) -> Node {
    let foreign = cv.languages.iter().filter(|language| !language.native);
    let entries = foreign.map(|language| {
        let code = code_of(&language.name, &labels.language);
        let scheme = if code.is_some() {
            "NORMAL"
        } else {
            "FREE_TEXT"
        };
        let id = node("CompetencyID")
            .attribute("schemeName", scheme)
            .text(code.unwrap_or(language.name.trim()));
        let skills = CefrSkill::ALL.into_iter().zip(CEFR_DIMENSIONS);
        let dimensions = skills.filter_map(|(skill, name)| {
            let level = language.levels.get(&skill)?;
            let score = node("eures:Score").text_child("hr:ScoreText", level.code());
            Some(
                node("eures:CompetencyDimension")
                    .text_child("hr:CompetencyDimensionTypeCode", name)
                    .child(score),
            )
        });
        node("PersonCompetency")
            .child(id)
            .text_child("hr:TaxonomyID", "language")
            .children(dimensions.collect())
    });
    node("PersonQualifications").children(entries.collect())
}

/// Programmes and devices, each once: the editor refuses repetitions.
pub(super) fn digital_tools(cv: &Cv) -> Node {
    let mut tools = written_lines(&cv.digital.tools);
    let mut seen = Vec::new();
    tools.retain(|tool| {
        let lower = tool.to_lowercase();
        let is_new = !seen.contains(&lower);
        seen.push(lower);
        is_new
    });
    let entries = tools.iter().map(|tool| {
        node("PersonCompetency")
            .text_child("hr:TaxonomyID", "Digital_Skill")
            .text_child("hr:CompetencyName", tool)
    });
    node("Skills").children(entries.collect())
}
