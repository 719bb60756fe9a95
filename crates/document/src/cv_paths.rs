//! The places of a CV as paths. Their numbers are in `cv_codes`; how values are read is in
//! `cv_projection`; the codes that all kinds of documents share are in `document_kind`.

use crate::cv_codes as codes;
use crate::document_kind;
use crate::path::{ItemPath, ListPath, Path};
use approdo_domain::check::FindingKey;
use approdo_domain::{CvPlace, Heading, ItemId, Section};

const TITLE: u8 = document_kind::TITLE;
const REMOVED: u8 = document_kind::REMOVED;
const PROFILE: u8 = 0x03;
const OWN_CAR: u8 = 0x04;
const HOBBIES: u8 = 0x05;
const PRIVACY_SENTENCE: u8 = 0x06;
const ORIGIN: u8 = 0x07;
const TRANSLATED: u8 = 0x08;
const PERSONAL: u8 = 0x10;
const DRIVING: u8 = 0x11;
const DIGITAL: u8 = 0x12;
const AVAILABILITY: u8 = 0x13;
const PERMIT: u8 = 0x14;
const LOOK: u8 = 0x15;
const PHOTO: u8 = 0x16;
const HEADINGS: u8 = 0x30;

/// The path of the flag that says whether the CV is in the bin.
pub fn removed() -> Path {
    Path(vec![REMOVED])
}

/// The path of the text that names the CV of which this one is a copy.
pub fn origin() -> Path {
    Path(vec![ORIGIN])
}

/// Returns the path of the flag by which the text at a place counts as translated, though it is the
/// same in both languages.
pub fn same_in_both_languages(place: CvPlace) -> Path {
    let mut bytes = vec![TRANSLATED];
    bytes.extend(path(place).0);
    Path(bytes)
}

/// Tells whether a path is one of [`same_in_both_languages`].
pub(crate) fn is_about_translation(path: &Path) -> bool {
    path.0.first() == Some(&TRANSLATED)
}

/// Returns the path of a list.
pub fn list(section: Section) -> ListPath {
    ListPath(vec![codes::list(section)])
}

/// Returns the path of one entry of a list.
pub fn entry(section: Section, item: ItemId) -> ItemPath {
    list(section).item(item)
}

/// Returns the path of the list of headings.
pub(crate) fn headings() -> ListPath {
    ListPath(vec![HEADINGS])
}

/// Returns the path of one heading: what the person changed about it, and its place among all.
pub fn heading(heading: Heading) -> ItemPath {
    headings().item(codes::heading_item(heading))
}

/// Returns the path of the flag that says whether a piece of advice was put off. It holds the hash of what
/// the advice rests on (8 bytes), the rule's id, a zero, and the path of the place: of another text it
/// says nothing.
pub fn put_off(advice: FindingKey) -> Path {
    document_kind::put_off(advice.rule, &path(advice.place), advice.text_hash)
}

/// Returns the path of a place.
pub fn path(place: CvPlace) -> Path {
    let in_entry = |section, item, code| entry(section, item).field(code);
    match place {
        CvPlace::Title => Path(vec![TITLE]),
        CvPlace::Photo => Path(vec![PHOTO]),
        CvPlace::Profile => Path(vec![PROFILE]),
        CvPlace::OwnCar => Path(vec![OWN_CAR]),
        CvPlace::Hobbies => Path(vec![HOBBIES]),
        CvPlace::PrivacySentence => Path(vec![PRIVACY_SENTENCE]),
        CvPlace::Personal(field) => Path(vec![PERSONAL, codes::personal(field)]),
        CvPlace::Driving(category) => Path(vec![DRIVING, codes::driving(category)]),
        CvPlace::Digital(field) => Path(vec![DIGITAL, codes::digital(field)]),
        CvPlace::Availability(field) => Path(vec![AVAILABILITY, codes::availability(field)]),
        CvPlace::Permit(field) => Path(vec![PERMIT, codes::permit(field)]),
        CvPlace::Look(field) => Path(vec![LOOK, codes::look(field)]),
        CvPlace::Heading(which, field) => heading(which).field(codes::heading(field)),
        CvPlace::EntryHidden(section, item) => in_entry(section, item, codes::ENTRY_HIDDEN),
        CvPlace::Phone(item, field) => in_entry(Section::Phones, item, codes::phone(field)),
        CvPlace::Experience(item, field) => {
            in_entry(Section::Experience, item, codes::experience(field))
        }
        CvPlace::Education(item, field) => {
            in_entry(Section::Education, item, codes::education(field))
        }
        CvPlace::Language(item, field) => {
            in_entry(Section::Languages, item, codes::language(field))
        }
        CvPlace::Skill(item, field) => in_entry(Section::Skills, item, codes::skill(field)),
        CvPlace::Certificate(item, field) => {
            in_entry(Section::Certificates, item, codes::certificate(field))
        }
        CvPlace::Publication(item, field) => {
            in_entry(Section::Publications, item, codes::publication(field))
        }
        CvPlace::Reference(item, field) => {
            in_entry(Section::References, item, codes::reference(field))
        }
        CvPlace::OwnSection(item, field) => {
            in_entry(Section::OwnSections, item, codes::own_section(field))
        }
    }
}

/// Returns the place of a path; none for lists' own registers and for what newer versions wrote.
pub fn place(path: &Path) -> Option<CvPlace> {
    let places = match Section::ALL
        .into_iter()
        .find_map(|section| Some((section, list(section).item_of(path)?)))
    {
        Some((section, item)) => section.places_of_entry(item),
        None => CvPlace::single_places(),
    };
    places.into_iter().find(|place| self::path(*place) == *path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_place_reads_back_from_its_own_path() {
        let item = ItemId(0x0102_0304_0506_0708);
        let mut places = CvPlace::single_places();
        places.extend(
            Section::ALL
                .into_iter()
                .flat_map(|section| section.places_of_entry(item)),
        );
        let paths: BTreeSet<Path> = places.iter().map(|place| path(*place)).collect();
        assert_eq!(paths.len(), places.len(), "two places share a path");
        for known in places {
            assert_eq!(place(&path(known)), Some(known));
        }
    }

    #[test]
    fn headings_do_not_share_an_item() {
        let items = Heading::USUAL.map(heading);
        let distinct: BTreeSet<_> = items.iter().collect();
        assert_eq!(distinct.len(), items.len());
    }

    #[test]
    fn paths_of_newer_versions_have_no_place() {
        assert_eq!(place(&Path(vec![0x7f, 0x01])), None);
        assert_eq!(place(&removed()), None);
    }

    #[test]
    fn what_was_put_off_is_no_place_of_the_cv_and_no_part_of_an_entry() {
        use approdo_domain::ExperienceField;
        use approdo_domain::check::CheckRule;
        let item = ItemId(1);
        let advice = FindingKey {
            rule: CheckRule::EmptyPhrase,
            place: CvPlace::Experience(item, ExperienceField::Description),
            text_hash: 7,
        };
        let path = put_off(advice);
        assert_eq!(place(&path), None);
        assert!(!entry(Section::Experience, item).contains(&path));
        assert_ne!(
            path,
            put_off(FindingKey {
                text_hash: 8,
                ..advice
            })
        );
    }
}
