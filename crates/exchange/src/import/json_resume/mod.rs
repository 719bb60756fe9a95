//! Reads JSON Resume, schema 1.x: the common fields first, then what stands under `x-approdo`.

mod entries;
mod extension;

use crate::export::EXTENSION;
use crate::import::reading::Reading;
use crate::import::{Format, Imported, NewId, Titles};
use approdo_domain::{Cv, CvPlace, ItemId, PersonalField, Section};
use entries::{add_block, read_entry_fields};
pub(crate) use entries::{is_mother_tongue, levels_in, name_with_keywords};
use serde_json::{Map, Value};

/// The lists that make entries of a list here; volunteering is told among the experiences.
const LISTS: [(&str, Section); 8] = [
    ("work", Section::Experience),
    ("volunteer", Section::Experience),
    ("education", Section::Education),
    ("certificates", Section::Certificates),
    ("publications", Section::Publications),
    ("skills", Section::Skills),
    ("languages", Section::Languages),
    ("references", Section::References),
];

/// Tells whether a value looks like JSON Resume: it has one of its fields, in its form.
pub(super) fn is_json_resume(value: &Value) -> bool {
    let has_list = |name: &str| value.get(name).is_some_and(Value::is_array);
    value.get("basics").is_some_and(Value::is_object) && value.get("sections").is_none()
        || LISTS.iter().any(|(name, _)| has_list(name))
}

/// Reads a CV.
pub(super) fn read(value: &Value, titles: &Titles, new_id: &mut NewId<'_>) -> Imported {
    let mut reading = Reading::new(Format::JsonResume, titles, new_id);
    if let Value::Object(root) = value {
        read_root(&mut reading, root);
    }
    reading.finish()
}

/// Reads a CV for whoever writes one and wants to know what was kept.
pub(crate) fn read_common_fields(value: &Value) -> Cv {
    let mut last = 0;
    let mut new_id = || {
        last += 1;
        ItemId(last)
    };
    read(value, &Titles::default(), &mut new_id).cv
}

fn read_root(reading: &mut Reading<'_, '_>, root: &Map<String, Value>) {
    for (name, value) in root {
        match (name.as_str(), value) {
            ("$schema" | "meta", _) => {}
            ("basics", Value::Object(basics)) => read_basics(reading, basics),
            ("interests", Value::Array(list)) => read_interests(reading, list),
            ("awards" | "projects", Value::Array(list)) => add_block(reading, name, list),
            (name, Value::Array(_)) if LISTS.iter().any(|(list, _)| *list == name) => {}
            (EXTENSION, Value::Object(_)) => {}
            _ => reading.no_place(name, value),
        }
    }
    // In the order of the schema, whatever the order of the file.
    for (name, section) in LISTS {
        if let Some(Value::Array(list)) = root.get(name) {
            read_list(reading, name, section, list);
        }
    }
    if let Some(Value::Object(extension)) = root.get(EXTENSION) {
        extension::read_root_extension(reading, root, extension);
    }
}

fn read_list(reading: &mut Reading<'_, '_>, name: &str, section: Section, list: &[Value]) {
    for (number, entry) in list.iter().enumerate() {
        let path = format!("{name}[{number}]");
        let Value::Object(fields) = entry else {
            reading.no_place(&path, entry);
            continue;
        };
        let Some(item) = reading.add(section, &path) else {
            continue;
        };
        read_entry_fields(reading, name, item, fields, &path);
        if let Some(Value::Object(extension)) = fields.get(EXTENSION) {
            extension::read_entry_extension(reading, section, item, fields, extension, &path);
        }
    }
}

fn read_basics(reading: &mut Reading<'_, '_>, basics: &Map<String, Value>) {
    for (name, value) in basics {
        let path = format!("basics.{name}");
        let place = match name.as_str() {
            "label" => CvPlace::Personal(PersonalField::Headline),
            "email" => CvPlace::Personal(PersonalField::Email),
            "phone" => CvPlace::Personal(PersonalField::Phone),
            "url" => CvPlace::Personal(PersonalField::Website),
            "summary" => CvPlace::Profile,
            "name" => {
                if let Some(name) = reading.text(&path, value) {
                    reading.set_full_name(&path, &name);
                }
                continue;
            }
            "location" => {
                read_location(reading, value);
                continue;
            }
            "profiles" => {
                if let Value::Array(list) = value {
                    add_block(reading, name, list);
                }
                continue;
            }
            _ => {
                reading.no_place(&path, value);
                continue;
            }
        };
        reading.set_json(place, &path, value);
    }
}

fn read_location(reading: &mut Reading<'_, '_>, location: &Value) {
    let Value::Object(fields) = location else {
        return reading.no_place("basics.location", location);
    };
    for (name, value) in fields {
        let path = format!("basics.location.{name}");
        match name.as_str() {
            "address" => reading.set_json(CvPlace::Personal(PersonalField::Address), &path, value),
            "postalCode" => {
                reading.set_json(CvPlace::Personal(PersonalField::PostalCode), &path, value);
            }
            "city" | "region" => {}
            _ => reading.no_place(&path, value),
        }
    }
    let texts = ["city", "region"].map(|name| fields.get(name).and_then(Value::as_str));
    let town: Vec<&str> = texts
        .into_iter()
        .flatten()
        .filter(|text| !text.is_empty())
        .collect();
    let place = CvPlace::Personal(PersonalField::City);
    reading.set(place, "basics.location.city", &town.join(", "));
}

fn read_interests(reading: &mut Reading<'_, '_>, list: &[Value]) {
    let lines: Vec<String> = list.iter().map(name_with_keywords).collect();
    reading.set(CvPlace::Hobbies, "interests", &lines.join("\n"));
}
