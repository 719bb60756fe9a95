//! Reads Approdo's own JSON. Fields that a newer version of the same format added are noted.

use crate::export::{APPRODO_JSON_VERSION, FORMAT_NAME};
use crate::import::reading::{Reading, quote};
use crate::import::{Format, ImportError, Imported, NewId, Reason, Titles};
use crate::place_names::{CATEGORIES, HEADINGS, field_name, heading_name, part_name, section_name};
use approdo_domain::{CvPlace, DrivingCategory, FieldKind, Heading, ItemId, Section};
use serde_json::{Map, Value};

/// Tells whether a value says that it is Approdo's own.
pub(super) fn is_own(value: &Value) -> bool {
    value.get("format").and_then(Value::as_str) == Some(FORMAT_NAME)
}

/// Reads a CV.
///
/// # Errors
/// The value is of another format, or of a newer version.
pub(super) fn read(
    value: &Value,
    titles: &Titles,
    new_id: &mut NewId<'_>,
) -> Result<Imported, ImportError> {
    let version = value.get("version").and_then(Value::as_u64);
    let (true, Some(found)) = (is_own(value), version) else {
        return Err(ImportError::UnknownFormat);
    };
    if found > APPRODO_JSON_VERSION {
        return Err(ImportError::NewerVersion { found });
    }
    let mut reading = Reading::new(Format::ApprodoJson, titles, new_id);
    match value.get("cv") {
        Some(Value::Object(parts)) => read_parts(&mut reading, parts, "cv"),
        _ => return Err(ImportError::UnknownFormat),
    }
    Ok(reading.finish())
}

/// Reads the parts and lists of a CV by their names.
pub(super) fn read_parts(reading: &mut Reading<'_, '_>, parts: &Map<String, Value>, path: &str) {
    for (name, value) in parts {
        let path = format!("{path}.{name}");
        let section = Section::ALL
            .into_iter()
            .find(|section| section_name(*section) == name);
        match (value, name.as_str()) {
            (Value::Array(entries), _) if section.is_some() => {
                if let Some(section) = section {
                    read_list(reading, section, entries, &path);
                }
            }
            // Read last: own headings are named by their place in their list.
            (Value::Array(_), "order") => {}
            (Value::Object(headings), HEADINGS) => read_headings(reading, headings, &path),
            (Value::Object(fields), part) if is_part(part) => {
                read_part(reading, part, fields, &path);
            }
            _ => match root_place(name) {
                Some(place) => reading.set_json(place, &path, value),
                None => reading.no_place(&path, value),
            },
        }
    }
    if let Some(Value::Array(order)) = parts.get("order") {
        read_order(reading, order, &format!("{path}.order"));
    }
}

fn read_list(reading: &mut Reading<'_, '_>, section: Section, entries: &[Value], path: &str) {
    for (number, entry) in entries.iter().enumerate() {
        let path = format!("{path}[{number}]");
        let Value::Object(fields) = entry else {
            reading.report.note(&path, &quote(entry), Reason::WrongKind);
            continue;
        };
        if let Some(item) = reading.add(section, &path) {
            read_entry(reading, section, item, fields, &path);
        }
    }
}

/// Reads the fields of one entry by their names.
pub(super) fn read_entry(
    reading: &mut Reading<'_, '_>,
    section: Section,
    item: ItemId,
    fields: &Map<String, Value>,
    path: &str,
) {
    let places = section.places_of_entry(item);
    for (name, value) in fields {
        let path = format!("{path}.{name}");
        match places.iter().find(|place| field_name(**place) == name) {
            Some(place) => reading.set_json(*place, &path, value),
            None => reading.no_place(&path, value),
        }
    }
}

fn is_part(name: &str) -> bool {
    let mut places = CvPlace::single_places().into_iter();
    places.any(|place| part_name(place) == Some(name))
}

fn root_place(name: &str) -> Option<CvPlace> {
    let mut places = CvPlace::single_places().into_iter();
    places.find(|place| {
        // A reference to a file says nothing where the file is not.
        let is_other = matches!(place, CvPlace::Heading(..)) || place.kind() == FieldKind::File;
        part_name(*place).is_none() && !is_other && field_name(*place) == name
    })
}

fn read_part(reading: &mut Reading<'_, '_>, part: &str, fields: &Map<String, Value>, path: &str) {
    for (name, value) in fields {
        let path = format!("{path}.{name}");
        if let (Value::Array(held), "driving", CATEGORIES) = (value, part, name.as_str()) {
            read_categories(reading, held, &path);
            continue;
        }
        let place = CvPlace::single_places().into_iter().find(|place| {
            let is_category = matches!(place, CvPlace::Driving(_));
            part_name(*place) == Some(part) && !is_category && field_name(*place) == name
        });
        match place {
            Some(place) => reading.set_json(place, &path, value),
            None => reading.no_place(&path, value),
        }
    }
}

fn read_categories(reading: &mut Reading<'_, '_>, held: &[Value], path: &str) {
    for code in held {
        let category = DrivingCategory::ALL
            .into_iter()
            .find(|category| code.as_str() == Some(category.code()));
        match category {
            Some(category) => reading.cv.set_flag(CvPlace::Driving(category), true),
            None => reading.report.note(path, &quote(code), Reason::UnknownCode),
        }
    }
}

fn read_headings(reading: &mut Reading<'_, '_>, headings: &Map<String, Value>, path: &str) {
    for (name, settings) in headings {
        let path = format!("{path}.{name}");
        let heading = usual_heading(name);
        let (Some(heading), Value::Object(settings)) = (heading, settings) else {
            reading.no_place(&path, settings);
            continue;
        };
        for (name, value) in settings {
            let path = format!("{path}.{name}");
            let place = approdo_domain::HeadingField::ALL
                .map(|field| CvPlace::Heading(heading, field))
                .into_iter()
                .find(|place| field_name(*place) == name);
            match place {
                Some(place) => reading.set_json(place, &path, value),
                None => reading.no_place(&path, value),
            }
        }
    }
}

fn usual_heading(name: &str) -> Option<Heading> {
    let mut usual = Heading::USUAL.into_iter();
    usual.find(|heading| heading_name(*heading) == Some(name))
}

fn read_order(reading: &mut Reading<'_, '_>, order: &[Value], path: &str) {
    for value in order {
        let name = value.as_str().unwrap_or_default();
        let own = name
            .strip_prefix("own:")
            .and_then(|place| place.parse().ok());
        let own = own.and_then(|place: usize| reading.cv.own_sections.get(place));
        let heading = own
            .map(|entry| Heading::Own(entry.id))
            .or_else(|| usual_heading(name));
        match heading {
            Some(heading) if !reading.cv.order.contains(&heading) => {
                reading.cv.order.push(heading);
            }
            _ => reading
                .report
                .note(path, &quote(value), Reason::UnknownCode),
        }
    }
}
