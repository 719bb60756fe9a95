//! Reads Reactive Resume, versions 4 and 5: the same sections under other names. What is hidden there
//! is hidden here; looks are left behind without a word, links of entries are noted.

use crate::import::html_text::text_of_html;
use crate::import::json_resume::{is_mother_tongue, levels_in, name_with_keywords};
use crate::import::reading::Reading;
use crate::import::{Format, Imported, NewId, Titles};
use approdo_domain::{
    CefrSkill, CertificateField, CvPlace, EducationField, ExperienceField, ExperienceKind, ItemId,
    LanguageField, OwnSectionField, PersonalField, PublicationField, ReferenceField, Section,
    SkillField,
};
use serde_json::{Map, Value};

type Object = Map<String, Value>;

/// Returns which version a value is of, if it is one of Reactive Resume.
pub(super) fn version_of(value: &Value) -> Option<Format> {
    let is_object = |name: &str| value.get(name).is_some_and(Value::is_object);
    if !is_object("basics") || !is_object("sections") {
        return None;
    }
    let summary_inside = value
        .get("sections")
        .is_some_and(|sections| sections.get("summary").is_some());
    Some(if is_object("summary") && !summary_inside {
        Format::ReactiveResume5
    } else {
        Format::ReactiveResume4
    })
}

/// Reads a CV.
pub(super) fn read(
    value: &Value,
    format: Format,
    titles: &Titles,
    new_id: &mut NewId<'_>,
) -> Imported {
    let mut reading = Reading::new(format, titles, new_id);
    let empty = Object::new();
    let object = |name: &str| value.get(name).and_then(Value::as_object).unwrap_or(&empty);
    read_basics(&mut reading, object("basics"));
    for summary in [value.get("summary"), object("sections").get("summary")]
        .into_iter()
        .flatten()
    {
        reading.set(
            CvPlace::Profile,
            "summary.content",
            &html(summary, "content"),
        );
    }
    for (name, section) in object("sections") {
        match (name.as_str(), section) {
            ("summary", _) => {}
            ("custom", Value::Object(custom)) => {
                for section in custom.values() {
                    let path = format!("sections.custom.{}", text(section, "name"));
                    let title = text(section, "name").to_owned();
                    read_free(&mut reading, section, &title, &path);
                }
            }
            _ => read_section(&mut reading, name, section),
        }
    }
    for section in value
        .get("customSections")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
    {
        let title = text(section, "title").to_owned();
        read_free(
            &mut reading,
            section,
            &title,
            &format!("customSections.{title}"),
        );
    }
    reading.finish()
}

fn read_basics(reading: &mut Reading<'_, '_>, basics: &Object) {
    for (name, value) in basics {
        let path = format!("basics.{name}");
        let place = |field| CvPlace::Personal(field);
        match name.as_str() {
            "name" => {
                if let Some(name) = reading.text(&path, value) {
                    reading.set_full_name(&path, &name);
                }
            }
            "headline" => reading.set_json(place(PersonalField::Headline), &path, value),
            "email" => reading.set_json(place(PersonalField::Email), &path, value),
            "phone" => reading.set_json(place(PersonalField::Phone), &path, value),
            "location" => reading.set_json(place(PersonalField::City), &path, value),
            "url" => reading.set(place(PersonalField::Website), &path, text(value, "href")),
            "website" => reading.set(place(PersonalField::Website), &path, text(value, "url")),
            "picture" => {}
            _ => reading.no_place(&path, value),
        }
    }
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value.get(name).and_then(Value::as_str).unwrap_or_default()
}

fn html(value: &Value, name: &str) -> String {
    text_of_html(text(value, name))
}

/// Returns what the two versions call by two names.
fn either<'a>(item: &'a Value, names: [&str; 2]) -> &'a str {
    let [first, second] = names.map(|name| text(item, name));
    if first.is_empty() { second } else { first }
}

fn items(section: &Value) -> impl Iterator<Item = (usize, &Value)> {
    section
        .get("items")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .enumerate()
}

/// Version 4 says what is visible, version 5 what is hidden.
fn is_hidden(value: &Value) -> bool {
    let flag = |name: &str| value.get(name).and_then(Value::as_bool);
    flag("hidden") == Some(true) || flag("visible") == Some(false)
}

fn read_section(reading: &mut Reading<'_, '_>, name: &str, section: &Value) {
    let list = match name {
        "experience" | "volunteer" => Section::Experience,
        "education" => Section::Education,
        "languages" => Section::Languages,
        "skills" => Section::Skills,
        "certifications" => Section::Certificates,
        "publications" => Section::Publications,
        "references" => Section::References,
        "interests" => return read_interests(reading, section),
        "awards" | "projects" | "profiles" => {
            let title = match name {
                "awards" => &reading.titles.awards,
                "projects" => &reading.titles.projects,
                _ => &reading.titles.links,
            };
            return read_free(reading, section, title, &format!("sections.{name}"));
        }
        _ => return reading.no_place(&format!("sections.{name}"), section),
    };
    for (number, item) in items(section) {
        let path = format!("sections.{name}[{number}]");
        // Several roles at one company are so many experiences.
        let roles = item
            .get("roles")
            .and_then(Value::as_array)
            .filter(|roles| !roles.is_empty());
        for role in roles.map_or(vec![item], |roles| roles.iter().collect()) {
            let Some(id) = reading.add(list, &path) else {
                return;
            };
            read_item(reading, name, id, item, role, &path);
            let hidden = is_hidden(item) || is_hidden(section);
            reading.cv.set_flag(CvPlace::EntryHidden(list, id), hidden);
        }
        for link in ["url", "website"]
            .into_iter()
            .filter_map(|name| item.get(name))
        {
            let address = either(link, ["href", "url"]);
            if name != "publications" {
                reading.no_place(&format!("{path}.url"), &Value::from(address));
            }
        }
    }
}

/// Reads one entry; `role` is the entry itself, or one of its roles.
fn read_item(
    reading: &mut Reading<'_, '_>,
    list: &str,
    id: ItemId,
    item: &Value,
    role: &Value,
    path: &str,
) {
    match list {
        "experience" | "volunteer" => read_experience(reading, list, id, [item, role], path),
        "education" => read_education(reading, id, item, path),
        "languages" => read_language(reading, id, item, path),
        _ => read_short_item(reading, list, id, item, path),
    }
}

/// Reads what was done where; the words are those of the role.
fn read_experience(
    reading: &mut Reading<'_, '_>,
    list: &str,
    id: ItemId,
    [item, role]: [&Value; 2],
    path: &str,
) {
    let told = text_of_html(either(role, ["summary", "description"]));
    let mut set = |place: CvPlace, text: &str| reading.set(place, path, text);
    let place = |field| CvPlace::Experience(id, field);
    set(
        place(ExperienceField::Employer),
        either(item, ["company", "organization"]),
    );
    set(place(ExperienceField::Role), text(role, "position"));
    set(place(ExperienceField::Place), text(item, "location"));
    set(place(ExperienceField::Description), &told);
    if list == "volunteer" {
        set(
            place(ExperienceField::Kind),
            ExperienceKind::Volunteering.code(),
        );
    }
    let [start, end] = [ExperienceField::Start, ExperienceField::End].map(place);
    let current = place(ExperienceField::Current);
    read_period(
        reading,
        either(role, ["date", "period"]),
        [start, end, current],
        path,
    );
}

fn read_education(reading: &mut Reading<'_, '_>, id: ItemId, item: &Value, path: &str) {
    let told = text_of_html(either(item, ["summary", "description"]));
    let mut set = |place: CvPlace, text: &str| reading.set(place, path, text);

    let place = |field| CvPlace::Education(id, field);
    let titles = [either(item, ["studyType", "degree"]), text(item, "area")];
    let titles: Vec<&str> = titles
        .into_iter()
        .filter(|title| !title.is_empty())
        .collect();
    let lines = [either(item, ["score", "grade"]), told.as_str()];
    let lines: Vec<&str> = lines.into_iter().filter(|line| !line.is_empty()).collect();
    set(
        place(EducationField::School),
        either(item, ["institution", "school"]),
    );
    set(place(EducationField::Qualification), &titles.join(", "));
    set(place(EducationField::Place), text(item, "location"));
    set(place(EducationField::Description), &lines.join("\n"));
    let [start, end] = [EducationField::Start, EducationField::End].map(place);
    let current = place(EducationField::Current);
    read_period(
        reading,
        either(item, ["date", "period"]),
        [start, end, current],
        path,
    );
}

fn read_short_item(
    reading: &mut Reading<'_, '_>,
    list: &str,
    id: ItemId,
    item: &Value,
    path: &str,
) {
    let told = text_of_html(either(item, ["summary", "description"]));
    let mut set = |place: CvPlace, text: &str| reading.set(place, path, text);
    match list {
        "skills" => {
            let name = name_with_keywords(&with_level(item));
            set(CvPlace::Skill(id, SkillField::Name), &name);
        }
        "certifications" => {
            let place = |field| CvPlace::Certificate(id, field);
            set(
                place(CertificateField::Name),
                either(item, ["name", "title"]),
            );
            set(place(CertificateField::Issuer), text(item, "issuer"));
            set(place(CertificateField::Issued), text(item, "date"));
            reading.no_place(&format!("{path}.summary"), &Value::from(told));
        }
        "publications" => {
            let place = |field| CvPlace::Publication(id, field);
            let link = item.get("url").or_else(|| item.get("website"));
            set(
                place(PublicationField::Title),
                either(item, ["name", "title"]),
            );
            set(place(PublicationField::Publisher), text(item, "publisher"));
            set(place(PublicationField::Date), text(item, "date"));
            set(
                place(PublicationField::Link),
                link.map_or("", |link| either(link, ["href", "url"])),
            );
            set(place(PublicationField::Description), &told);
        }
        _ => {
            let place = |field| CvPlace::Reference(id, field);
            let is_version_4 = item.get("position").is_none();
            let role = if is_version_4 {
                text(item, "description")
            } else {
                text(item, "position")
            };
            let said = if is_version_4 {
                html(item, "summary")
            } else {
                html(item, "description")
            };
            set(place(ReferenceField::Name), text(item, "name"));
            set(place(ReferenceField::Role), role);
            set(place(ReferenceField::Phone), text(item, "phone"));
            reading.no_place(&format!("{path}.description"), &Value::from(said));
        }
    }
}

/// Reads `January 2019 to Present`, `03/2019 – 2021`, `2019`: whatever people typed.
fn read_period(reading: &mut Reading<'_, '_>, period: &str, places: [CvPlace; 3], path: &str) {
    let [start, end, current] = places;
    let separators = [" – ", " — ", " - ", " to ", " al ", " a ", "–", "—"];
    let parts = separators
        .iter()
        .find_map(|separator| period.split_once(separator));
    let (first, last) = parts.unwrap_or(("", period));
    let lower = last.trim().to_lowercase();
    let goes_on = [
        "present", "now", "current", "today", "ongoing", "oggi", "presente", "in corso", "attuale",
    ];
    reading.set(start, path, first);
    if goes_on.contains(&lower.as_str()) {
        reading.cv.set_flag(current, true);
    } else {
        reading.set(end, path, last);
    }
}

fn read_language(reading: &mut Reading<'_, '_>, id: ItemId, item: &Value, path: &str) {
    let name = either(item, ["name", "language"]);
    let fluency = either(item, ["description", "fluency"]);
    let place = CvPlace::Language(id, LanguageField::Name);
    if is_mother_tongue(fluency) {
        reading
            .cv
            .set_flag(CvPlace::Language(id, LanguageField::Native), true);
        reading.set(place, path, name);
    } else if let [level] = levels_in(fluency)[..] {
        for skill in CefrSkill::ALL {
            reading.cv.set_text(
                CvPlace::Language(id, LanguageField::Level(skill)),
                level.code(),
            );
        }
        reading.set(place, path, name);
    } else if fluency.is_empty() {
        reading.set(place, path, name);
    } else {
        // Words such as "fluent" are no level; they stay beside the name.
        reading.set(place, path, &format!("{name} ({fluency})"));
    }
}

/// The words on how well somebody can do something, under the name that JSON Resume has for them.
fn with_level(item: &Value) -> Value {
    serde_json::json!({
        "name": text(item, "name"),
        "level": either(item, ["description", "proficiency"]),
        "keywords": item.get("keywords").cloned().unwrap_or_default(),
    })
}

fn read_interests(reading: &mut Reading<'_, '_>, section: &Value) {
    let shown = items(section).filter(|(_, item)| !is_hidden(item));
    let lines: Vec<String> = shown
        .map(|(_, item)| name_with_keywords(&with_level(item)))
        .collect();
    reading.set(CvPlace::Hobbies, "sections.interests", &lines.join("\n"));
}

/// Makes a section of what has no part of its own here.
fn read_free(reading: &mut Reading<'_, '_>, section: &Value, title: &str, path: &str) {
    let mut lines = Vec::new();
    for (_, item) in items(section) {
        let heads = [
            "title",
            "name",
            "company",
            "organization",
            "school",
            "network",
            "username",
            "awarder",
            "position",
            "location",
            "date",
            "period",
        ];
        let head = heads.map(|name| text(item, name));
        let head: Vec<&str> = head.into_iter().filter(|part| !part.is_empty()).collect();
        lines.push(head.join(", "));
        for name in ["description", "summary", "content"] {
            lines.extend(html(item, name).lines().map(str::to_owned));
        }
        let link = item.get("url").or_else(|| item.get("website"));
        lines.extend(link.map(|link| either(link, ["href", "url"]).to_owned()));
    }
    lines.retain(|line| !line.trim().is_empty());
    if lines.is_empty() {
        return;
    }
    if let Some(id) = reading.add(Section::OwnSections, path) {
        reading.set(CvPlace::OwnSection(id, OwnSectionField::Title), path, title);
        reading.set(
            CvPlace::OwnSection(id, OwnSectionField::Text),
            path,
            &lines.join("\n"),
        );
        reading.cv.set_flag(
            CvPlace::EntryHidden(Section::OwnSections, id),
            is_hidden(section),
        );
    }
}
