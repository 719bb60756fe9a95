//! JSON Resume, schema 1.x (draft-07): the common fields, and under `x-approdo` what they cannot hold.
//!
//! What the common fields lose is found by reading them back: whatever differs goes into the
//! extension of the entry, or of the whole.

mod standard;

pub(crate) use standard::{NATIVE, basics, interests, standard_entry};

use crate::export::approdo_json::{APPRODO_JSON_VERSION, entry_object, put, single_parts};
use crate::import::read_common_fields;
use crate::place_names::{field_name, part_name, section_name};
use approdo_domain::{Cv, CvPlace, FieldValue, ItemId, PersonalField, Section};
use serde_json::{Map, Value, json};

/// The schema that is named in the file.
const SCHEMA: &str =
    "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json";

/// Where JSON Resume has no place of its own; the schema allows further fields everywhere.
pub(crate) const EXTENSION: &str = "x-approdo";

/// Under this name stands the place of a volunteer entry among all experiences.
pub(crate) const POSITION: &str = "position";

/// The lists that JSON Resume has, in the order of its schema.
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

/// Writes a CV as JSON Resume.
pub fn json_resume(cv: &Cv) -> String {
    let (mut resume, written) = common_fields(cv);
    let back = read_common_fields(&Value::Object(resume.clone()));
    for (name, section) in LISTS {
        extend_list(&mut resume, name, section, cv, &written, &back);
    }
    put(
        &mut resume,
        EXTENSION,
        Value::Object(root_extension(cv, &back)),
    );
    format!("{:#}\n", Value::Object(resume))
}

/// Returns the common fields, and which entry stands in which list at which place.
fn common_fields(cv: &Cv) -> (Map<String, Value>, Vec<(&'static str, ItemId)>) {
    let mut resume = Map::new();
    let mut written = Vec::new();
    resume.insert("$schema".to_owned(), json!(SCHEMA));
    put(&mut resume, "basics", Value::Object(basics(cv)));
    for (name, section) in LISTS {
        let mut list = Vec::new();
        for item in cv.entry_ids(section) {
            if let Some((in_list, entry)) = standard_entry(cv, section, item)
                && in_list == name
            {
                list.push(Value::Object(entry));
                written.push((name, item));
            }
        }
        put(&mut resume, name, Value::Array(list));
    }
    put(&mut resume, "interests", interests(cv));
    (resume, written)
}

/// Adds to the entries of a list what reading them back does not give.
fn extend_list(
    resume: &mut Map<String, Value>,
    name: &str,
    section: Section,
    cv: &Cv,
    written: &[(&'static str, ItemId)],
    back: &Cv,
) {
    let Some(Value::Array(list)) = resume.get_mut(name) else {
        return;
    };
    let section_of = |list: &str| {
        LISTS
            .iter()
            .find(|(other, _)| *other == list)
            .map(|found| found.1)
    };
    let of_section: Vec<&(&str, ItemId)> = written
        .iter()
        .filter(|(list, _)| section_of(list) == Some(section))
        .collect();
    let originals = cv.entry_ids(section);
    let moved = of_section.iter().map(|(_, item)| item).ne(&originals);
    let read = back.entry_ids(section);
    let mine = of_section
        .iter()
        .zip(read)
        .filter(|((list, _), _)| *list == name);
    for (entry, ((_, item), read)) in list.iter_mut().zip(mine) {
        let mut extension = differing(cv, *item, back, read, section);
        let position = originals.iter().position(|other| other == item);
        if let (true, "volunteer", Some(position)) = (moved, name, position) {
            extension.insert(POSITION.to_owned(), json!(position));
        }
        if let Value::Object(entry) = entry {
            put(entry, EXTENSION, Value::Object(extension));
        }
    }
}

/// Returns the fields of an entry that differ from those read back; empty ones are said too.
fn differing(
    cv: &Cv,
    item: ItemId,
    back: &Cv,
    read: ItemId,
    section: Section,
) -> Map<String, Value> {
    let places = section.places_of_entry(item).into_iter();
    places
        .zip(section.places_of_entry(read))
        .filter(|(place, other)| cv.value(*place) != back.value(*other))
        .filter_map(|(place, _)| Some((field_name(place).to_owned(), plain(cv.value(place)?))))
        .collect()
}

/// What of the CV is in no list of JSON Resume, or differs in its common fields.
fn root_extension(cv: &Cv, back: &Cv) -> Map<String, Value> {
    let mut parts = single_parts(cv, |place| !is_common(place));
    for place in CvPlace::single_places()
        .into_iter()
        .filter(|place| is_common(*place))
    {
        let Some(value) = cv
            .value(place)
            .filter(|_| cv.value(place) != back.value(place))
        else {
            continue;
        };
        match part_name(place) {
            Some(part) => {
                let object = parts.entry(part).or_insert_with(|| json!({}));
                if let Value::Object(object) = object {
                    object.insert(field_name(place).to_owned(), plain(value));
                }
            }
            None => {
                parts.insert(field_name(place).to_owned(), plain(value));
            }
        }
    }
    for section in [Section::Phones, Section::OwnSections] {
        let entries = cv.entry_ids(section).into_iter();
        let entries: Vec<Value> = entries
            .map(|item| Value::Object(entry_object(cv, section, item, |_| true)))
            .collect();
        put(&mut parts, section_name(section), Value::Array(entries));
    }
    if !parts.is_empty() {
        parts.insert("version".to_owned(), json!(APPRODO_JSON_VERSION));
    }
    parts
}

/// Tells whether a place that is there once has its own field in JSON Resume.
pub(crate) fn is_common(place: CvPlace) -> bool {
    match place {
        CvPlace::Profile | CvPlace::Hobbies => true,
        CvPlace::Personal(field) => matches!(
            field,
            PersonalField::GivenName
                | PersonalField::FamilyName
                | PersonalField::Headline
                | PersonalField::Phone
                | PersonalField::Email
                | PersonalField::City
                | PersonalField::Address
                | PersonalField::PostalCode
                | PersonalField::Website
        ),
        _ => false,
    }
}

fn plain(value: FieldValue<'_>) -> Value {
    match value {
        FieldValue::Text(text) => json!(text),
        FieldValue::Flag(flag) => json!(flag),
    }
}
