//! Reads Europass XML of today. What has no place here is noted with its path.

mod history;
mod person;

use crate::import::html_text::text_of_html;
use crate::import::reading::Reading;
use crate::import::xml_tree::{Element, parse};
use crate::import::{Format, ImportError, Imported, NewId, Reason, Titles};
use crate::language_codes::is_language_of_cv;
use crate::limits::MOST_ENTRIES;
use approdo_domain::{CvPlace, OwnSectionField, PageLookField, Section};

/// The namespace of a Europass CV of today.
const NAMESPACE: &str = "http://www.europass.eu/1.0";

/// Reads a CV.
///
/// # Errors
/// The text is no XML, harmful, of another format, or in the Europass format of before 2020.
pub(super) fn read(
    text: &str,
    titles: &Titles,
    new_id: &mut NewId<'_>,
) -> Result<Imported, ImportError> {
    let root = parse(text)?;
    match root.name.as_str() {
        "Candidate" if root.attribute("xmlns") == NAMESPACE => {}
        "SkillsPassport" | "LearnerInfo" | "learnerinfo" | "Europass" => {
            return Err(ImportError::OldEuropass);
        }
        _ => return Err(ImportError::UnknownFormat),
    }
    let mut reading = Reading::new(Format::Europass, titles, new_id);
    for part in &root.children {
        let path = format!("Candidate/{}", part.name);
        match part.name.as_str() {
            // Names the owner once more, or says how it is to look.
            "DocumentID" | "CandidateSupplier" | "RenderingInformation" => {}
            "CandidatePerson" => person::read(&mut reading, part, &path),
            "CandidateProfile" => read_profile(&mut reading, part, &path),
            _ => note(&mut reading, part, &path),
        }
    }
    person::read_mother_tongues(&mut reading, &root);
    Ok(reading.finish())
}

fn read_profile(reading: &mut Reading<'_, '_>, profile: &Element, path: &str) {
    let language = profile.attribute("languageCode").trim();
    // A CV that says nothing is in Italian; in a language whose words nobody here has, it says nothing.
    if language != "it" && is_language_of_cv(language) {
        let place = CvPlace::Look(PageLookField::Language);
        reading.set(place, &format!("{path}/@languageCode"), language);
    }
    for part in &profile.children {
        let path = format!("{path}/{}", part.name);
        let titles = reading.titles;
        match part.name.as_str() {
            "ID" => {}
            "ExecutiveSummary" => {
                reading.set(CvPlace::Profile, &path, &text_of_html(part.text()));
            }
            "EmploymentHistory" => history::read_employment(reading, part, &path),
            "EducationHistory" => history::read_education(reading, part, &path),
            "Licenses" => history::read_licences(reading, part, &path),
            "Certifications" => history::read_certifications(reading, part, &path),
            "PublicationHistory" => history::read_publications(reading, part, &path),
            "PersonQualifications" => history::read_languages(reading, part, language, &path),
            "Skills" => history::read_skills(reading, part, &path),
            "Others" => read_others(reading, part, &path),
            "HobbiesAndInterests" => {
                let lines = free_lines(part).join("\n");
                reading.set(CvPlace::Hobbies, &path, &lines);
            }
            "Projects" => read_free(reading, part, &titles.projects, &path),
            "HonorsAndAwards" => read_free(reading, part, &titles.awards, &path),
            "CreativeWorks" => read_free(reading, part, &titles.creative_works, &path),
            "NetworksAndMemberships" => read_free(reading, part, &titles.memberships, &path),
            "ConferencesAndSeminars" => read_free(reading, part, &titles.conferences, &path),
            "VoluntaryWorks"
            | "SocialAndPoliticalActivities"
            | "CourseCertifications"
            | "EmploymentReferences" => read_free(reading, part, &titles.other, &path),
            _ => note(reading, part, &path),
        }
    }
}

/// A section that the person named; several with the same title are one.
fn read_others(reading: &mut Reading<'_, '_>, others: &Element, path: &str) {
    let title = others.text_at(&["Title"]);
    read_free(reading, others, title, path);
}

/// Makes a section of what has no part of its own here, or adds to the one of that title.
fn read_free(reading: &mut Reading<'_, '_>, part: &Element, title: &str, path: &str) {
    let lines = free_lines(part);
    if lines.is_empty() {
        return;
    }
    let same = |own: &&approdo_domain::OwnSection| own.title == title;
    let known = reading.cv.own_sections.iter().find(same);
    let known = known.map(|own| (own.id, own.text.clone()));
    let (item, mut text) = match known {
        Some(known) => known,
        None => match reading.add(Section::OwnSections, path) {
            Some(item) => (item, String::new()),
            None => return,
        },
    };
    if text.lines().count() >= MOST_ENTRIES {
        return reading.report.note(path, title, Reason::TooMany);
    }
    if !text.is_empty() {
        text.push('\n');
    }
    text.push_str(&lines.join("\n"));
    reading.set(
        CvPlace::OwnSection(item, OwnSectionField::Title),
        path,
        title,
    );
    reading.set(
        CvPlace::OwnSection(item, OwnSectionField::Text),
        path,
        &text,
    );
}

/// One line that says what it is, then what is told about it, for each entry of a free section.
fn free_lines(part: &Element) -> Vec<String> {
    let mut lines = Vec::new();
    for entry in part.children.iter().filter(|child| child.name != "Title") {
        let title = entry.text_at(&["Title"]);
        let dates: Vec<&str> = ["StartDate", "EndDate"]
            .into_iter()
            .flat_map(|end| {
                [
                    vec![end, "FormattedDateTime"],
                    vec!["Date", end, "FormattedDateTime"],
                ]
            })
            .map(|path| entry.text_at(&path))
            .filter(|date| !date.is_empty())
            .collect();
        let head = match (dates.join(" – "), title) {
            (dates, title) if dates.is_empty() => title.to_owned(),
            (dates, "") => dates,
            (dates, title) => format!("{dates}: {title}"),
        };
        lines.push(head);
        lines.extend(
            text_of_html(entry.text_at(&["Description"]))
                .lines()
                .map(str::to_owned),
        );
        let links = entry.children.iter().filter(|child| child.name == "Link");
        lines.extend(links.map(|link| link.text().to_owned()));
    }
    lines.retain(|line| !line.trim().is_empty());
    lines
}

/// Notes an element that has no place here, and each that is inside it.
fn note(reading: &mut Reading<'_, '_>, element: &Element, path: &str) {
    if !element.text().is_empty() {
        reading.report.note(path, element.text(), Reason::NoPlace);
    }
    for child in &element.children {
        note(reading, child, &format!("{path}/{}", child.name));
    }
}

/// Notes the children of an element that are not among the known ones.
fn note_others(reading: &mut Reading<'_, '_>, element: &Element, known: &[&str], path: &str) {
    let unknown = element
        .children
        .iter()
        .filter(|child| !known.contains(&child.name.as_str()));
    for child in unknown {
        note(reading, child, &format!("{path}/{}", child.name));
    }
}
