//! What stands under `x-approdo`. It completes the common fields, and says how exactly they were
//! written; where another program has changed a common field since, that field counts.

use crate::export::{EXTENSION, POSITION, basics, interests, is_common, standard_entry};
use crate::import::Reason;
use crate::import::approdo_json::{read_entry, read_parts};
use crate::import::reading::Reading;
use crate::place_names::{field_name, part_name};
use approdo_domain::{Cv, CvPlace, FieldValue, ItemId, Section};
use serde_json::{Map, Value};

type Object = Map<String, Value>;

/// Reads the extension of one entry, whose common fields are already read.
pub(super) fn read_entry_extension(
    reading: &mut Reading<'_, '_>,
    section: Section,
    item: ItemId,
    fields: &Object,
    extension: &Object,
    path: &str,
) {
    let mut extension = extension.clone();
    let position = extension.remove(POSITION);
    let path = format!("{path}.{EXTENSION}");
    let before = values(&reading.cv, &section.places_of_entry(item));
    read_entry(reading, section, item, &extension, &path);
    let mut common = fields.clone();
    common.remove(EXTENSION);
    let now = standard_entry(&reading.cv, section, item).map(|(_, entry)| entry);
    if now.as_ref() != Some(&common) {
        keep_common(reading, &before, &path);
    }
    if let (Section::Experience, Some(position)) = (section, position.and_then(|at| at.as_u64())) {
        move_last(reading, usize::try_from(position).unwrap_or(usize::MAX));
    }
}

/// Moves the last experience to its place among all.
fn move_last(reading: &mut Reading<'_, '_>, position: usize) {
    if let Some(entry) = reading.cv.experience.pop() {
        let position = position.min(reading.cv.experience.len());
        reading.cv.experience.insert(position, entry);
    }
}

/// Reads the extension of the whole.
pub(super) fn read_root_extension(
    reading: &mut Reading<'_, '_>,
    root: &Object,
    extension: &Object,
) {
    let mut extension = extension.clone();
    extension.remove("version");
    let common: Vec<CvPlace> = CvPlace::single_places()
        .into_iter()
        .filter(|place| is_common(*place))
        .collect();
    let before = values(&reading.cv, &common);
    let own_before = reading.cv.own_sections.len();
    read_parts(reading, &extension, EXTENSION);
    if own_before > 0 && reading.cv.own_sections.len() > own_before {
        // Those of the file's other lists come after those that the person named.
        reading.cv.own_sections.rotate_left(own_before);
    }
    let is_as_written = |name: &str, now: Value| match root.get(name) {
        Some(value) => *value == now,
        None => {
            now.as_object().is_some_and(Map::is_empty) || now.as_array().is_some_and(Vec::is_empty)
        }
    };
    let unchanged = is_as_written("basics", Value::Object(basics(&reading.cv)))
        && is_as_written("interests", interests(&reading.cv));
    if !unchanged {
        keep_common(reading, &before, EXTENSION);
    }
}

type Kept = (CvPlace, Option<String>, bool);

fn values(cv: &Cv, places: &[CvPlace]) -> Vec<Kept> {
    let kept = places.iter().map(|place| match cv.value(*place) {
        Some(FieldValue::Text(text)) => (*place, Some(text.to_owned()), false),
        Some(FieldValue::Flag(flag)) => (*place, None, flag),
        None => (*place, None, false),
    });
    kept.collect()
}

/// Puts back what the common fields gave; where they gave nothing, the extension stays.
fn keep_common(reading: &mut Reading<'_, '_>, before: &[Kept], path: &str) {
    for (place, text, flag) in before {
        let given = text.as_deref().map_or(*flag, |text| !text.is_empty());
        let now = reading.cv.value(*place);
        let differs = match text {
            Some(text) => now != Some(FieldValue::Text(text)),
            None => now != Some(FieldValue::Flag(*flag)),
        };
        if !given || !differs {
            continue;
        }
        match text {
            Some(text) => reading.cv.set_text(*place, text),
            None => reading.cv.set_flag(*place, *flag),
        }
        let part = part_name(*place).map_or(String::new(), |part| format!("{part}."));
        let path = format!("{path}.{part}{}", field_name(*place));
        reading.report.note(
            &path,
            text.as_deref().unwrap_or_default(),
            Reason::Contradiction,
        );
    }
}
