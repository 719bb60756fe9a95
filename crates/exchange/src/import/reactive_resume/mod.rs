//! Reads Reactive Resume, versions 4 and 5: the same sections under other names. What is hidden there
//! is hidden here; looks are left behind without a word, links of entries are noted.

mod items;

use crate::import::html_text::text_of_html;
use crate::import::json_resume::name_with_keywords;
use crate::import::reading::Reading;
use crate::import::{Format, Imported, NewId, Titles};
use approdo_domain::{CvPlace, OwnSectionField, PersonalField, Section};
use items::read_item;
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
