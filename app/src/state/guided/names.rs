//! Lists whose entries are a name (skills, certificates, languages), told by tapping offered names: which
//! entry a name stands for, and which entries need a line of their own.

use approdo_domain::{
    CertificateField, Cv, CvPlace, FieldValue, ItemId, LanguageField, Section, SkillField,
};

/// Returns the place of an entry's name; none in lists whose entries are more than a name.
pub fn name_place(section: Section, item: ItemId) -> Option<CvPlace> {
    match section {
        Section::Skills => Some(CvPlace::Skill(item, SkillField::Name)),
        Section::Certificates => Some(CvPlace::Certificate(item, CertificateField::Name)),
        Section::Languages => Some(CvPlace::Language(item, LanguageField::Name)),
        _ => None,
    }
}

/// Returns the name of an entry, as it is compared.
fn name(cv: &Cv, section: Section, item: ItemId) -> String {
    let value = name_place(section, item).and_then(|place| cv.value(place));
    match value {
        Some(FieldValue::Text(text)) => text.trim().to_lowercase(),
        _ => String::new(),
    }
}

/// Returns the entry that an offered name stands for. Entries with a line of their own are left to it,
/// so that typing an offered name there does not move it under the fingers.
pub fn entry_named(cv: &Cv, section: Section, offered: &str, lines: &[ItemId]) -> Option<ItemId> {
    let offered = offered.to_lowercase();
    let entries = cv.entry_ids(section).into_iter();
    let mut others = entries.filter(|item| !lines.contains(item));
    others.find(|item| name(cv, section, *item) == offered)
}

/// Returns the entries that no offered name stands for, in their order; a second entry of the same
/// name is one of them.
pub fn lines_of(cv: &Cv, section: Section, offered: &[String]) -> Vec<ItemId> {
    let mut named = Vec::new();
    let mut lines = Vec::new();
    for item in cv.entry_ids(section) {
        let name = name(cv, section, item);
        let is_offered = offered.iter().any(|offer| offer.to_lowercase() == name);
        if is_offered && !named.contains(&name) {
            named.push(name);
        } else {
            lines.push(item);
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cv(names: &[&str]) -> Cv {
        let mut cv = Cv::default();
        for (number, name) in (1..).zip(names) {
            cv.add_entry(Section::Skills, ItemId(number));
            cv.set_text(CvPlace::Skill(ItemId(number), SkillField::Name), name);
        }
        cv
    }

    #[test]
    fn a_name_stands_for_its_entry_however_it_was_written() {
        let cv = cv(&["Saldatura", " uso del MULETTO "]);
        let found = |name| entry_named(&cv, Section::Skills, name, &[]);
        assert_eq!(found("Uso del muletto"), Some(ItemId(2)));
        assert_eq!(found("Cucina"), None);
    }

    #[test]
    fn what_is_not_offered_or_there_twice_has_a_line_of_its_own() {
        let cv = cv(&["Cucina", "Ricamo", "cucina", ""]);
        let offered = ["Cucina".to_owned()];
        let lines = lines_of(&cv, Section::Skills, &offered);
        assert_eq!(lines, [ItemId(2), ItemId(3), ItemId(4)]);
        assert_eq!(
            entry_named(&cv, Section::Skills, "Cucina", &lines),
            Some(ItemId(1))
        );
    }

    #[test]
    fn a_name_typed_in_a_line_stays_in_that_line() {
        let cv = cv(&["Cucina"]);
        let found = entry_named(&cv, Section::Skills, "Cucina", &[ItemId(1)]);
        assert_eq!(found, None);
    }
}
