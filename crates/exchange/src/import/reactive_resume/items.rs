//! The entries of Reactive Resume's sections; the two versions call the same by two names.

use super::{either, html, text, with_level};
use crate::import::html_text::text_of_html;
use crate::import::json_resume::{is_mother_tongue, levels_in, name_with_keywords};
use crate::import::reading::Reading;
use approdo_domain::{
    CefrSkill, CertificateField, CvPlace, EducationField, ExperienceField, ExperienceKind, ItemId,
    LanguageField, PublicationField, ReferenceField, SkillField,
};
use serde_json::Value;

/// Reads one entry; `role` is the entry itself, or one of its roles.
pub(super) fn read_item(
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
