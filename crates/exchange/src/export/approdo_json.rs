//! Approdo's own JSON: every field of a CV by its name, nothing lost. What is not written is left out,
//! and ids of entries stay at home; `docs/formats.md` has the layout.

use crate::place_names::{CATEGORIES, HEADINGS, field_name, heading_name, part_name, section_name};
use approdo_domain::{
    Cv, CvPlace, DrivingCategory, FieldKind, FieldValue, Heading, ItemId, Section,
};
use serde_json::{Map, Value, json};

/// The newest version of the format: what is written.
pub const APPRODO_JSON_VERSION: u64 = 1;

/// By this name a reader knows the format.
pub(crate) const FORMAT_NAME: &str = "approdo-cv";

/// Writes a CV as Approdo's own JSON, UTF-8, with line breaks for people who look inside.
pub fn approdo_json(cv: &Cv) -> String {
    let mut parts = single_parts(cv, |_| true);
    for section in Section::ALL {
        let entries = cv.entry_ids(section).into_iter();
        let entries: Vec<Value> = entries
            .map(|item| Value::Object(entry_object(cv, section, item, |_| true)))
            .collect();
        put(&mut parts, section_name(section), Value::Array(entries));
    }
    let file = json!({ "format": FORMAT_NAME, "version": APPRODO_JSON_VERSION, "cv": parts });
    format!("{file:#}\n")
}

/// Returns what is there once, by part: the chosen places, the headings and their order.
pub(crate) fn single_parts(cv: &Cv, chosen: impl Fn(CvPlace) -> bool) -> Map<String, Value> {
    let mut parts = Map::new();
    let single = CvPlace::single_places().into_iter();
    let single = single.filter(|place| place.kind() != FieldKind::File && chosen(*place));
    for place in single {
        let Some(value) = cv.value(place).and_then(written) else {
            continue;
        };
        match (place, part_name(place)) {
            (CvPlace::Driving(_), _) => {}
            (CvPlace::Heading(heading, _), _) => {
                if let Some(name) = heading_name(heading) {
                    let headings = object_in(&mut parts, HEADINGS);
                    object_in(headings, name).insert(field_name(place).to_owned(), value);
                }
            }
            (_, Some(part)) => {
                object_in(&mut parts, part).insert(field_name(place).to_owned(), value);
            }
            (_, None) => {
                parts.insert(field_name(place).to_owned(), value);
            }
        }
    }
    let held = DrivingCategory::ALL.into_iter().filter(|category| {
        cv.driving.categories.contains(category) && chosen(CvPlace::Driving(*category))
    });
    let held: Vec<Value> = held.map(|category| json!(category.code())).collect();
    if !held.is_empty() {
        object_in(&mut parts, "driving").insert(CATEGORIES.to_owned(), Value::Array(held));
    }
    put(&mut parts, "order", order(cv));
    parts
}

/// Returns the chosen fields of an entry by their names.
pub(crate) fn entry_object(
    cv: &Cv,
    section: Section,
    item: ItemId,
    chosen: impl Fn(CvPlace) -> bool,
) -> Map<String, Value> {
    let places = section.places_of_entry(item).into_iter();
    let named = places.filter(|place| chosen(*place)).filter_map(|place| {
        let value = cv.value(place).and_then(written)?;
        Some((field_name(place).to_owned(), value))
    });
    named.collect()
}

/// Puts a value under a name, unless there is nothing in it.
pub(crate) fn put(object: &mut Map<String, Value>, name: &str, value: Value) {
    let is_empty = match &value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(list) => list.is_empty(),
        Value::Object(object) => object.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    };
    if !is_empty {
        object.insert(name.to_owned(), value);
    }
}

/// Own headings are named by their place in their list, so that no id leaves the device.
fn order(cv: &Cv) -> Value {
    let names = cv.order.iter().filter_map(|heading| match heading {
        Heading::Own(id) => {
            let position = cv.own_sections.iter().position(|entry| entry.id == *id)?;
            Some(json!(format!("own:{position}")))
        }
        _ => heading_name(*heading).map(|name| json!(name)),
    });
    Value::Array(names.collect())
}

fn written(value: FieldValue<'_>) -> Option<Value> {
    match value {
        FieldValue::Text("") | FieldValue::Flag(false) => None,
        FieldValue::Text(text) => Some(json!(text)),
        FieldValue::Flag(true) => Some(json!(true)),
    }
}

/// Returns the object under a name, made if it is not there.
fn object_in<'a>(parts: &'a mut Map<String, Value>, name: &str) -> &'a mut Map<String, Value> {
    let entry = parts.entry(name).or_insert(Value::Null);
    if !entry.is_object() {
        *entry = Value::Object(Map::new());
    }
    match entry {
        Value::Object(object) => object,
        _ => unreachable!("it was made an object above"),
    }
}
