//! The entries of JSON Resume's lists, and the sections made for what has no list here.

use crate::export::{EXTENSION, NATIVE};
use crate::import::Reason;
use crate::import::reading::Reading;
use approdo_domain::{
    CefrLevel, CefrSkill, CertificateField, CvPlace, EducationField, ExperienceField,
    ExperienceKind, ItemId, LanguageField, OwnSectionField, PublicationField, ReferenceField,
    Section, SkillField,
};
use serde_json::{Map, Value};

type Object = Map<String, Value>;

/// Longest words on a referee that are what they are, rather than what they say, in characters.
const LONGEST_ROLE: usize = 120;

/// Reads the common fields of one entry.
pub(super) fn read_entry_fields(
    reading: &mut Reading<'_, '_>,
    list: &str,
    item: ItemId,
    fields: &Object,
    path: &str,
) {
    for (name, value) in fields {
        let path = format!("{path}.{name}");
        match place_of(list, name, item) {
            Some(place) => reading.set_json(place, &path, value),
            None if is_composed(list, name) => {}
            None => reading.no_place(&path, value),
        }
    }
    compose(reading, list, item, fields, path);
}

/// Fields that stand for one place here.
fn place_of(list: &str, name: &str, item: ItemId) -> Option<CvPlace> {
    let experience = |field| CvPlace::Experience(item, field);
    let publication = |field| CvPlace::Publication(item, field);
    Some(match (list, name) {
        ("work", "name") | ("volunteer", "organization") => experience(ExperienceField::Employer),
        ("work", "location") => experience(ExperienceField::Place),
        ("work" | "volunteer", "position") => experience(ExperienceField::Role),
        ("work" | "volunteer", "startDate") => experience(ExperienceField::Start),
        ("work" | "volunteer", "endDate") => experience(ExperienceField::End),
        ("education", "institution") => CvPlace::Education(item, EducationField::School),
        ("education", "startDate") => CvPlace::Education(item, EducationField::Start),
        ("education", "endDate") => CvPlace::Education(item, EducationField::End),
        ("certificates", "name") => CvPlace::Certificate(item, CertificateField::Name),
        ("certificates", "date") => CvPlace::Certificate(item, CertificateField::Issued),
        ("certificates", "issuer") => CvPlace::Certificate(item, CertificateField::Issuer),
        ("publications", "name") => publication(PublicationField::Title),
        ("publications", "publisher") => publication(PublicationField::Publisher),
        ("publications", "releaseDate") => publication(PublicationField::Date),
        ("publications", "url") => publication(PublicationField::Link),
        ("publications", "summary") => publication(PublicationField::Description),
        ("references", "name") => CvPlace::Reference(item, ReferenceField::Name),
        _ => return None,
    })
}

/// Fields that make one place together with others.
fn is_composed(list: &str, name: &str) -> bool {
    name == EXTENSION
        || matches!(
            (list, name),
            ("work" | "volunteer", "summary" | "highlights")
                | ("work", "description")
                | ("education", "studyType" | "area" | "score" | "courses")
                | ("skills", "name" | "level" | "keywords")
                | ("languages", "language" | "fluency")
                | ("references", "reference")
        )
}

fn compose(reading: &mut Reading<'_, '_>, list: &str, item: ItemId, fields: &Object, path: &str) {
    let begun = fields.contains_key("startDate") && !fields.contains_key("endDate");
    match list {
        "work" | "volunteer" => {
            let lines = lines_of(fields, &["description", "summary", "highlights"]);
            let place = CvPlace::Experience(item, ExperienceField::Description);
            reading.set(place, &format!("{path}.summary"), &lines.join("\n"));
            let current = CvPlace::Experience(item, ExperienceField::Current);
            reading.cv.set_flag(current, begun);
            if list == "volunteer" {
                let kind = CvPlace::Experience(item, ExperienceField::Kind);
                reading
                    .cv
                    .set_text(kind, ExperienceKind::Volunteering.code());
            }
        }
        "education" => {
            let title = lines_of(fields, &["studyType", "area"]).join(", ");
            let place = CvPlace::Education(item, EducationField::Qualification);
            reading.set(place, &format!("{path}.studyType"), &title);
            let lines = lines_of(fields, &["score", "courses"]);
            let place = CvPlace::Education(item, EducationField::Description);
            reading.set(place, &format!("{path}.courses"), &lines.join("\n"));
            let current = CvPlace::Education(item, EducationField::Current);
            reading.cv.set_flag(current, begun);
        }
        "skills" => {
            let name = name_with_keywords(&Value::Object(fields.clone()));
            let place = CvPlace::Skill(item, SkillField::Name);
            reading.set(place, &format!("{path}.name"), &name);
        }
        "languages" => read_language(reading, item, fields, path),
        "references" => read_referee(reading, item, fields, path),
        _ => {}
    }
}

fn read_language(reading: &mut Reading<'_, '_>, item: ItemId, fields: &Object, path: &str) {
    let text = |name: &str| fields.get(name).and_then(Value::as_str).unwrap_or_default();
    let (name, fluency) = (text("language"), text("fluency"));
    let place = CvPlace::Language(item, LanguageField::Name);
    let path = format!("{path}.language");
    if is_mother_tongue(fluency) {
        reading
            .cv
            .set_flag(CvPlace::Language(item, LanguageField::Native), true);
    } else if let [level] = levels_in(fluency)[..] {
        for skill in CefrSkill::ALL {
            let place = CvPlace::Language(item, LanguageField::Level(skill));
            reading.cv.set_text(place, level.code());
        }
    } else if levels_in(fluency).is_empty() && !fluency.trim().is_empty() {
        // Words such as "fluent" are no level; they stay beside the name.
        return reading.set(place, &path, &format!("{name} ({fluency})"));
    }
    reading.set(place, &path, name);
}

/// Tells whether words on a language say that it is a mother tongue.
pub(crate) fn is_mother_tongue(fluency: &str) -> bool {
    let fluency = fluency.to_lowercase();
    let words = [NATIVE, "native", "madrelingua", "mother tongue", "bilingue"];
    words
        .iter()
        .any(|word| fluency.contains(&word.to_lowercase()))
}

/// Returns the CEFR levels that a text names.
pub(crate) fn levels_in(text: &str) -> Vec<CefrLevel> {
    let words = text.split(|character: char| !character.is_alphanumeric());
    words.filter_map(|word| word.parse().ok()).collect()
}

fn read_referee(reading: &mut Reading<'_, '_>, item: ItemId, fields: &Object, path: &str) {
    let text = fields
        .get("reference")
        .and_then(Value::as_str)
        .unwrap_or_default();
    if text.chars().count() > LONGEST_ROLE && !fields.contains_key(EXTENSION) {
        reading
            .report
            .note(&format!("{path}.reference"), text, Reason::NoPlace);
    } else {
        let place = CvPlace::Reference(item, ReferenceField::Role);
        reading.set(place, &format!("{path}.reference"), text);
    }
}

/// Returns the texts of fields, lists one after the other.
fn lines_of(fields: &Object, names: &[&str]) -> Vec<String> {
    let mut lines = Vec::new();
    for name in names {
        match fields.get(*name) {
            Some(Value::String(text)) if !text.is_empty() => lines.push(text.clone()),
            Some(Value::Array(list)) => {
                lines.extend(list.iter().filter_map(Value::as_str).map(str::to_owned));
            }
            _ => {}
        }
    }
    lines
}

/// Returns `name (level): keyword, keyword`.
pub(crate) fn name_with_keywords(value: &Value) -> String {
    let Value::Object(fields) = value else {
        return value.as_str().unwrap_or_default().to_owned();
    };
    let mut text = lines_of(fields, &["name"]).join("");
    let level = lines_of(fields, &["level"]).join("");
    if !level.trim().is_empty() {
        text = format!("{text} ({level})");
    }
    let keywords = lines_of(fields, &["keywords"]);
    if keywords.is_empty() {
        text
    } else {
        format!("{text}: {}", keywords.join(", "))
    }
}

/// Makes an own section of a list that a CV here has no part for.
pub(super) fn add_block(reading: &mut Reading<'_, '_>, name: &str, list: &[Value]) {
    let lines: Vec<String> = list.iter().flat_map(block_lines).collect();
    if lines.is_empty() {
        return;
    }
    let titles = reading.titles;
    let title = match name {
        "awards" => &titles.awards,
        "projects" => &titles.projects,
        _ => &titles.links,
    };
    if let Some(item) = reading.add(Section::OwnSections, name) {
        reading.set(
            CvPlace::OwnSection(item, OwnSectionField::Title),
            name,
            title,
        );
        reading.set(
            CvPlace::OwnSection(item, OwnSectionField::Text),
            name,
            &lines.join("\n"),
        );
    }
}

/// One line that says what it is, then what is told about it.
fn block_lines(entry: &Value) -> Vec<String> {
    let Value::Object(fields) = entry else {
        return Vec::new();
    };
    let heads = [
        "title", "name", "network", "username", "awarder", "entity", "roles", "date", "url",
    ];
    let mut head = lines_of(fields, &heads);
    let period = lines_of(fields, &["startDate", "endDate"]).join(" – ");
    if !period.is_empty() {
        head.push(period);
    }
    let mut lines = vec![head.join(", ")];
    lines.extend(lines_of(fields, &["description", "summary", "highlights"]));
    let keywords = lines_of(fields, &["keywords"]);
    if !keywords.is_empty() {
        lines.push(keywords.join(", "));
    }
    lines.retain(|line| !line.trim().is_empty());
    lines
}
