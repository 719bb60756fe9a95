//! The common fields of JSON Resume, as the schema has them. A value that the schema would refuse (a
//! date in words, an address without `@`) is left out here and stands in the extension.

use crate::export::approdo_json::put;
use approdo_domain::{
    CefrLevel, Certificate, Cv, DateText, Education, Experience, ExperienceKind, ItemId, Language,
    Publication, Reference, Section,
};
use serde_json::{Map, Value, json};

/// How JSON Resume says that a language is a mother tongue.
pub(crate) const NATIVE: &str = "Native speaker";

type Object = Map<String, Value>;

/// Returns who the person is, how to reach them, and their presentation.
pub(crate) fn basics(cv: &Cv) -> Object {
    let personal = &cv.personal;
    let mut location = Object::new();
    put(&mut location, "address", json!(personal.address));
    put(&mut location, "postalCode", json!(personal.postal_code));
    put(&mut location, "city", json!(personal.city));
    let mut basics = Object::new();
    put(&mut basics, "name", json!(personal.full_name()));
    put(&mut basics, "label", json!(personal.headline));
    put(&mut basics, "email", json!(valid_email(&personal.email)));
    put(&mut basics, "phone", json!(personal.phone));
    put(&mut basics, "url", json!(valid_url(&personal.website)));
    put(&mut basics, "summary", json!(cv.profile));
    put(&mut basics, "location", Value::Object(location));
    basics
}

/// Returns the hobbies, one a line.
pub(crate) fn interests(cv: &Cv) -> Value {
    let lines = cv.hobbies.lines().filter(|line| !line.trim().is_empty());
    Value::Array(lines.map(|line| json!({ "name": line })).collect())
}

/// Returns an entry as JSON Resume has it, and the list it stands in; none in lists that it lacks.
pub(crate) fn standard_entry(
    cv: &Cv,
    section: Section,
    item: ItemId,
) -> Option<(&'static str, Object)> {
    macro_rules! entry {
        ($list:ident) => {
            cv.$list.iter().find(|entry| entry.id == item)?
        };
    }
    Some(match section {
        Section::Experience => experience(entry!(experience)),
        Section::Education => ("education", education(entry!(education))),
        Section::Languages => ("languages", language(entry!(languages))),
        Section::Certificates => ("certificates", certificate(entry!(certificates))),
        Section::Publications => ("publications", publication(entry!(publications))),
        Section::References => ("references", reference(entry!(references))),
        Section::Skills => {
            let mut object = Object::new();
            put(&mut object, "name", json!(entry!(skills).name));
            ("skills", object)
        }
        Section::Phones | Section::OwnSections => return None,
    })
}

fn experience(entry: &Experience) -> (&'static str, Object) {
    let volunteering = [ExperienceKind::Volunteering, ExperienceKind::CivilService].map(Some);
    let (list, name) = if volunteering.contains(&entry.experience_kind()) {
        ("volunteer", "organization")
    } else {
        ("work", "name")
    };
    let mut object = Object::new();
    put(&mut object, name, json!(entry.employer));
    if list == "work" {
        put(&mut object, "location", json!(entry.place));
    }
    put(&mut object, "position", json!(entry.role));
    period(&mut object, &entry.start, &entry.end, entry.current);
    if entry.description.contains('\n') {
        put(&mut object, "highlights", lines(&entry.description));
    } else {
        put(&mut object, "summary", json!(entry.description));
    }
    (list, object)
}

fn education(entry: &Education) -> Object {
    let mut object = Object::new();
    put(&mut object, "institution", json!(entry.school));
    put(&mut object, "studyType", json!(entry.qualification));
    period(&mut object, &entry.start, &entry.end, entry.current);
    if !entry.description.is_empty() {
        put(&mut object, "courses", lines(&entry.description));
    }
    object
}

fn language(entry: &Language) -> Object {
    let mut object = Object::new();
    put(&mut object, "language", json!(entry.name));
    let lowest = entry.levels.values().min().copied().map(CefrLevel::code);
    let highest = entry.levels.values().max().copied().map(CefrLevel::code);
    let fluency = match (entry.native, lowest, highest) {
        (true, _, _) => NATIVE.to_owned(),
        (false, Some(lowest), Some(highest)) if lowest != highest => format!("{lowest}–{highest}"),
        (false, Some(level), _) => level.to_owned(),
        (false, _, _) => String::new(),
    };
    put(&mut object, "fluency", json!(fluency));
    object
}

fn certificate(entry: &Certificate) -> Object {
    let mut object = Object::new();
    put(&mut object, "name", json!(entry.name));
    put(&mut object, "date", date(&entry.issued));
    put(&mut object, "issuer", json!(entry.issuer));
    object
}

fn publication(entry: &Publication) -> Object {
    let mut object = Object::new();
    put(&mut object, "name", json!(entry.title));
    put(&mut object, "publisher", json!(entry.publisher));
    put(&mut object, "releaseDate", date(&entry.date));
    put(&mut object, "url", json!(valid_url(&entry.link)));
    put(&mut object, "summary", json!(entry.description));
    object
}

fn reference(entry: &Reference) -> Object {
    let known: Vec<&str> = [&entry.role, &entry.organisation]
        .into_iter()
        .map(|text| text.trim())
        .filter(|text| !text.is_empty())
        .collect();
    let mut object = Object::new();
    put(&mut object, "name", json!(entry.name));
    put(&mut object, "reference", json!(known.join(", ")));
    object
}

fn period(object: &mut Object, start: &DateText, end: &DateText, current: bool) {
    put(object, "startDate", date(start));
    if !current {
        put(object, "endDate", date(end));
    }
}

fn date(text: &DateText) -> Value {
    text.parse()
        .map_or(Value::Null, |date| json!(date.to_string()))
}

fn lines(text: &str) -> Value {
    Value::Array(text.split('\n').map(|line| json!(line)).collect())
}

/// Returns the address if the format `email` of JSON Schema surely allows it, else nothing.
fn valid_email(text: &str) -> &str {
    let is_part = |part: &str| {
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"._%+-".contains(&byte);
        !part.is_empty() && part.bytes().all(allowed) && !part.split('.').any(str::is_empty)
    };
    match text.split_once('@') {
        Some((name, host))
            if text.len() < 200 && name.len() <= 64 && is_part(name) && is_host(host) =>
        {
            text
        }
        _ => "",
    }
}

/// Returns the address if the format `uri` surely allows it, else nothing.
fn valid_url(text: &str) -> &str {
    let rest = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"))
        .unwrap_or_default();
    let (host, path) = rest
        .find(['/', '?', '#'])
        .map_or((rest, ""), |end| rest.split_at(end));
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/?@!$&'()*+,;=".contains(&byte);
    if is_host(host) && path.bytes().all(allowed) {
        text
    } else {
        ""
    }
}

fn is_host(host: &str) -> bool {
    let is_label = |label: &str| {
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        (1..=63).contains(&label.len())
            && label.bytes().all(allowed)
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    host.contains('.') && host.len() < 200 && host.split('.').all(is_label)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::plain("anna.rossi@example.org", true)]
    #[case::no_host("anna@", false)]
    #[case::spaces("anna rossi@example.org", false)]
    #[case::two_dots("anna..rossi@example.org", false)]
    fn only_sure_addresses_stand_in_the_common_field(#[case] text: &str, #[case] valid: bool) {
        assert_eq!(valid_email(text) == text, valid);
    }

    #[rstest]
    #[case::plain("https://anna.example.org/cv?x=1", true)]
    #[case::bare("anna.example.org", false)]
    #[case::script("javascript:alert(1)", false)]
    #[case::spaces("https://example.org/a b", false)]
    fn only_sure_links_stand_in_the_common_field(#[case] text: &str, #[case] valid: bool) {
        assert_eq!(valid_url(text) == text, valid);
    }
}
