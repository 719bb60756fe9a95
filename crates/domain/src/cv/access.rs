//! Reading and writing a CV by place, as forms, checks and previews need it. The one list of what is
//! where: whoever goes through a whole CV goes through here.

use super::{Cv, HeadingField, HeadingSettings};
use crate::fields::FieldSlot;
use crate::{CvPlace, FieldValue, Heading, ItemId, LanguageField, Section};

/// Does the same with the entries of a list, whatever they are.
macro_rules! for_list {
    ($section:expr, $cv:ident, |$list:ident| $result:expr, $($borrow:tt)+) => {
        match $section {
            Section::Phones => { let $list = $($borrow)+ $cv.phones; $result }
            Section::Experience => { let $list = $($borrow)+ $cv.experience; $result }
            Section::Education => { let $list = $($borrow)+ $cv.education; $result }
            Section::Languages => { let $list = $($borrow)+ $cv.languages; $result }
            Section::Skills => { let $list = $($borrow)+ $cv.skills; $result }
            Section::Certificates => { let $list = $($borrow)+ $cv.certificates; $result }
            Section::Publications => { let $list = $($borrow)+ $cv.publications; $result }
            Section::References => { let $list = $($borrow)+ $cv.references; $result }
            Section::OwnSections => { let $list = $($borrow)+ $cv.own_sections; $result }
        }
    };
}

/// Finds an entry by its id.
macro_rules! find {
    ($list:expr, $item:expr) => {
        $list.into_iter().find(|entry| entry.id == $item)
    };
}

impl Cv {
    /// Returns the entries of a list, in order.
    pub fn entry_ids(&self, section: Section) -> Vec<ItemId> {
        for_list!(section, self, |list| list.iter().map(|entry| entry.id).collect(), &)
    }

    /// Adds an entry with nothing written in it at the end of a list.
    pub fn add_entry(&mut self, section: Section, item: ItemId) {
        match section {
            Section::Phones => self.phones.push(super::Phone::empty(item)),
            Section::Experience => self.experience.push(super::Experience::empty(item)),
            Section::Education => self.education.push(super::Education::empty(item)),
            Section::Languages => self.languages.push(super::Language::empty(item)),
            Section::Skills => self.skills.push(super::Skill::empty(item)),
            Section::Certificates => self.certificates.push(super::Certificate::empty(item)),
            Section::Publications => self.publications.push(super::Publication::empty(item)),
            Section::References => self.references.push(super::Reference::empty(item)),
            Section::OwnSections => self.own_sections.push(super::OwnSection::empty(item)),
        }
    }

    /// Returns every place of this CV, in the order of the form: those that are there once, then
    /// those of each entry.
    pub fn places(&self) -> Vec<CvPlace> {
        let mut places = CvPlace::single_places();
        for section in Section::ALL {
            let entries = self.entry_ids(section);
            places.extend(
                entries
                    .into_iter()
                    .flat_map(|item| section.places_of_entry(item)),
            );
        }
        places
    }

    /// Returns what stands at a place; none in entries that are not there.
    pub fn value(&self, place: CvPlace) -> Option<FieldValue<'_>> {
        Some(match place {
            CvPlace::Title => FieldValue::Text(&self.title),
            CvPlace::Photo => FieldValue::Text(&self.photo.0),
            CvPlace::Profile => FieldValue::Text(&self.profile),
            CvPlace::Hobbies => FieldValue::Text(&self.hobbies),
            CvPlace::PrivacySentence => FieldValue::Flag(self.privacy_sentence),
            CvPlace::Personal(field) => self.personal.value(field),
            CvPlace::Digital(field) => self.digital.value(field),
            CvPlace::Availability(field) => self.availability.value(field),
            CvPlace::Permit(field) => self.permit.value(field),
            CvPlace::Look(field) => self.look.value(field),
            CvPlace::Driving(category) => {
                FieldValue::Flag(self.driving.categories.contains(&category))
            }
            CvPlace::OwnCar => FieldValue::Flag(self.driving.own_car),
            CvPlace::Phone(item, field) => find!(&self.phones, item)?.value(field),
            CvPlace::Experience(item, field) => find!(&self.experience, item)?.value(field),
            CvPlace::Education(item, field) => find!(&self.education, item)?.value(field),
            CvPlace::Language(item, field) => find!(&self.languages, item)?.value(field),
            CvPlace::Skill(item, field) => find!(&self.skills, item)?.value(field),
            CvPlace::Certificate(item, field) => find!(&self.certificates, item)?.value(field),
            CvPlace::Publication(item, field) => find!(&self.publications, item)?.value(field),
            CvPlace::Reference(item, field) => find!(&self.references, item)?.value(field),
            CvPlace::OwnSection(item, field) => find!(&self.own_sections, item)?.value(field),
            CvPlace::EntryHidden(section, item) => {
                let hidden = for_list!(section, self, |list| find!(list, item)?.hidden, &);
                FieldValue::Flag(hidden)
            }
            CvPlace::Heading(heading, field) => self.heading_value(heading, field),
        })
    }

    /// Writes a text at a place. Flags, and entries that are not there, stay as they are.
    pub fn set_text(&mut self, place: CvPlace, text: &str) {
        if let CvPlace::Language(item, LanguageField::Level(skill)) = place {
            if let Some(language) = find!(&mut self.languages, item) {
                language.set_level(skill, text);
            }
        } else if let CvPlace::Heading(heading, HeadingField::Name) = place {
            self.change_heading(heading, |settings| text.clone_into(&mut settings.name));
        } else if let Some(FieldSlot::Text(target)) = self.slot(place) {
            text.clone_into(target);
        }
    }

    /// Sets or clears a flag. Texts, and entries that are not there, stay as they are.
    pub fn set_flag(&mut self, place: CvPlace, flag: bool) {
        if let CvPlace::Driving(category) = place {
            if flag {
                self.driving.categories.insert(category);
            } else {
                self.driving.categories.remove(&category);
            }
        } else if let CvPlace::Heading(heading, HeadingField::Hidden) = place {
            self.change_heading(heading, |settings| settings.hidden = flag);
        } else if let Some(FieldSlot::Flag(target)) = self.slot(place) {
            *target = flag;
        }
    }

    fn slot(&mut self, place: CvPlace) -> Option<FieldSlot<'_>> {
        Some(match place {
            CvPlace::Title => FieldSlot::Text(&mut self.title),
            CvPlace::Photo => FieldSlot::Text(&mut self.photo.0),
            CvPlace::Profile => FieldSlot::Text(&mut self.profile),
            CvPlace::Hobbies => FieldSlot::Text(&mut self.hobbies),
            CvPlace::PrivacySentence => FieldSlot::Flag(&mut self.privacy_sentence),
            CvPlace::Personal(field) => self.personal.slot(field),
            CvPlace::Digital(field) => self.digital.slot(field),
            CvPlace::Availability(field) => self.availability.slot(field),
            CvPlace::Permit(field) => self.permit.slot(field),
            CvPlace::Look(field) => self.look.slot(field),
            CvPlace::OwnCar => FieldSlot::Flag(&mut self.driving.own_car),
            CvPlace::Phone(item, field) => find!(&mut self.phones, item)?.slot(field),
            CvPlace::Experience(item, field) => find!(&mut self.experience, item)?.slot(field),
            CvPlace::Education(item, field) => find!(&mut self.education, item)?.slot(field),
            CvPlace::Language(item, field) => find!(&mut self.languages, item)?.slot(field)?,
            CvPlace::Skill(item, field) => find!(&mut self.skills, item)?.slot(field),
            CvPlace::Certificate(item, field) => find!(&mut self.certificates, item)?.slot(field),
            CvPlace::Publication(item, field) => find!(&mut self.publications, item)?.slot(field),
            CvPlace::Reference(item, field) => find!(&mut self.references, item)?.slot(field),
            CvPlace::OwnSection(item, field) => find!(&mut self.own_sections, item)?.slot(field),
            CvPlace::EntryHidden(section, item) => FieldSlot::Flag(
                for_list!(section, self, |list| &mut find!(list, item)?.hidden, &mut),
            ),
            // Kept in sets and maps: see `set_flag` and `set_text`.
            CvPlace::Driving(_) | CvPlace::Heading(..) => return None,
        })
    }

    fn heading_value(&self, heading: Heading, field: HeadingField) -> FieldValue<'_> {
        let settings = self.headings.get(&heading);
        match field {
            HeadingField::Name => {
                FieldValue::Text(settings.map_or("", |settings| settings.name.as_str()))
            }
            HeadingField::Hidden => {
                FieldValue::Flag(settings.is_some_and(|settings| settings.hidden))
            }
        }
    }

    /// Changes what is kept about a heading; nothing is kept of one that is as usual.
    fn change_heading(&mut self, heading: Heading, change: impl FnOnce(&mut HeadingSettings)) {
        let mut settings = self.headings.remove(&heading).unwrap_or_default();
        change(&mut settings);
        if settings != HeadingSettings::default() {
            self.headings.insert(heading, settings);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{CefrLevel, CefrSkill, DrivingCategory, FieldKind, PersonalField, SkillField};

    const ITEM: ItemId = ItemId(7);

    fn with_one_entry_in_each_list() -> Cv {
        let mut cv = Cv::default();
        for section in Section::ALL {
            cv.add_entry(section, ITEM);
        }
        cv
    }

    #[test]
    fn what_is_written_at_a_place_stands_there_and_nowhere_else() {
        let empty = with_one_entry_in_each_list();
        for place in empty.places() {
            let mut cv = empty.clone();
            let text = match place {
                CvPlace::Language(_, LanguageField::Level(_)) => "B1",
                _ => "a text",
            };
            cv.set_text(place, text);
            cv.set_flag(place, true);
            for other in cv.places() {
                let given = cv.value(other).map(FieldValue::is_given);
                assert_eq!(
                    given,
                    Some(other == place),
                    "{other:?} after writing at {place:?}"
                );
            }
            if place.kind() != FieldKind::Flag {
                assert_eq!(cv.value(place), Some(FieldValue::Text(text)));
            }
            cv.set_text(place, "");
            cv.set_flag(place, false);
            assert_eq!(cv, empty, "{place:?} leaves something behind");
        }
    }

    #[test]
    fn a_level_that_is_none_clears_the_level() {
        let mut cv = with_one_entry_in_each_list();
        let place = CvPlace::Language(ITEM, LanguageField::Level(CefrSkill::Writing));
        cv.set_text(place, "B1");
        assert_eq!(
            cv.languages[0].levels.get(&CefrSkill::Writing),
            Some(&CefrLevel::B1)
        );
        cv.set_text(place, "fluent");
        assert!(cv.languages[0].levels.is_empty());
    }

    #[test]
    fn flags_take_no_text_texts_no_flag_and_missing_entries_nothing() {
        let mut cv = Cv::default();
        cv.set_text(CvPlace::Driving(DrivingCategory::B), "sì");
        cv.set_text(CvPlace::OwnCar, "sì");
        cv.set_flag(CvPlace::Personal(PersonalField::Email), true);
        cv.set_text(CvPlace::Skill(ItemId(9), SkillField::Name), "muletto");
        cv.set_flag(CvPlace::EntryHidden(Section::Skills, ItemId(9)), true);
        assert_eq!(cv, Cv::default());
    }
}
