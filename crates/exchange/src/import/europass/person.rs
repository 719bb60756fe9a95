//! Who the person is and how to reach them, from Europass XML.

use super::{note, note_others};
use crate::import::reading::Reading;
use crate::import::xml_tree::Element;
use crate::language_codes::name_of;
use approdo_domain::{CvPlace, LanguageField, PersonalField, PhoneField, Section};

/// Reads name, contacts, birth and nationality.
pub(super) fn read(reading: &mut Reading<'_, '_>, person: &Element, path: &str) {
    for part in &person.children {
        let path = format!("{path}/{}", part.name);
        match part.name.as_str() {
            "PersonName" => read_name(reading, part, &path),
            "Communication" => read_channel(reading, part, &path),
            "BirthDate" => set(reading, PersonalField::BirthDate, &path, part.text()),
            "NationalityCode" => read_nationality(reading, part, &path),
            "PrimaryLanguageCode" => {}
            _ => note(reading, part, &path),
        }
    }
}

fn set(reading: &mut Reading<'_, '_>, field: PersonalField, path: &str, text: &str) {
    reading.set(CvPlace::Personal(field), path, text);
}

fn read_name(reading: &mut Reading<'_, '_>, name: &Element, path: &str) {
    set(
        reading,
        PersonalField::GivenName,
        path,
        name.text_at(&["GivenName"]),
    );
    set(
        reading,
        PersonalField::FamilyName,
        path,
        name.text_at(&["FamilyName"]),
    );
    note_others(reading, name, &["GivenName", "FamilyName"], path);
}

fn read_nationality(reading: &mut Reading<'_, '_>, code: &Element, path: &str) {
    let known = reading.cv.personal.nationality.clone();
    let all = if known.is_empty() {
        code.text().to_uppercase()
    } else {
        format!("{known}, {}", code.text().to_uppercase())
    };
    set(reading, PersonalField::Nationality, path, &all);
}

fn read_channel(reading: &mut Reading<'_, '_>, channel: &Element, path: &str) {
    let uri = channel.text_at(&["URI"]);
    let personal = &reading.cv.personal;
    match channel.text_at(&["ChannelCode"]) {
        "Email" if personal.email.is_empty() => set(reading, PersonalField::Email, path, uri),
        "Web" | "Social Media" if personal.website.is_empty() => {
            set(reading, PersonalField::Website, path, uri);
        }
        "Telephone" => read_telephone(reading, channel, path),
        "" if channel.child("Address").is_some() => read_address(reading, channel, path),
        _ => note(reading, channel, path),
    }
}

fn read_telephone(reading: &mut Reading<'_, '_>, channel: &Element, path: &str) {
    let number = channel.text_at(&["DialNumber"]);
    let number = match channel.text_at(&["CountryDialing"]) {
        "" => number.to_owned(),
        country => format!("+{} {number}", country.trim_start_matches('+')),
    };
    if reading.cv.personal.phone.is_empty() {
        set(reading, PersonalField::Phone, path, &number);
    } else if let Some(item) = reading.add(Section::Phones, path) {
        reading.set(CvPlace::Phone(item, PhoneField::Number), path, &number);
    }
}

fn read_address(reading: &mut Reading<'_, '_>, channel: &Element, path: &str) {
    let Some(address) = channel.child("Address") else {
        return;
    };
    if !reading.cv.personal.city.is_empty() || !reading.cv.personal.address.is_empty() {
        let text = |name: &str| address.text_at(&[name]).to_owned();
        set(
            reading,
            PersonalField::DomicileAddress,
            path,
            &text("AddressLine"),
        );
        set(
            reading,
            PersonalField::DomicileCity,
            path,
            &text("CityName"),
        );
        return note_others(reading, address, &["AddressLine", "CityName"], path);
    }
    let lines = address
        .children
        .iter()
        .filter(|child| child.name == "AddressLine");
    let street: Vec<&str> = lines.map(Element::text).collect();
    set(reading, PersonalField::Address, path, &street.join(", "));
    set(
        reading,
        PersonalField::City,
        path,
        address.text_at(&["CityName"]),
    );
    set(
        reading,
        PersonalField::PostalCode,
        path,
        address.text_at(&["PostalCode"]),
    );
    note_others(
        reading,
        address,
        &["AddressLine", "CityName", "PostalCode"],
        path,
    );
}

/// Mother tongues stand with the person; here they are languages, the first ones.
pub(super) fn read_mother_tongues(reading: &mut Reading<'_, '_>, root: &Element) {
    let cv_language = root
        .child("CandidateProfile")
        .map_or("", |profile| profile.attribute("languageCode"));
    let Some(person) = root.child("CandidatePerson") else {
        return;
    };
    let path = "Candidate/CandidatePerson/PrimaryLanguageCode";
    let tongues = person
        .children
        .iter()
        .filter(|child| child.name == "PrimaryLanguageCode");
    let mut count = 0;
    for tongue in tongues {
        let Some(item) = reading.add(Section::Languages, path) else {
            return;
        };
        let name = name_of(tongue.text(), cv_language).unwrap_or(tongue.text());
        reading.set(CvPlace::Language(item, LanguageField::Name), path, name);
        reading
            .cv
            .set_flag(CvPlace::Language(item, LanguageField::Native), true);
        count += 1;
    }
    reading.cv.languages.rotate_right(count);
}
