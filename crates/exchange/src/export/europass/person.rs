//! Who the person is and how to reach them, in Europass XML.

use super::xml::{Node, node};
use super::{SCHEME, identifier};
use crate::export::Labels;
use crate::language_codes::code_of;
use approdo_domain::Cv;

/// Whose CV it is, once more: Europass wants it.
pub(super) fn supplier(cv: &Cv) -> Node {
    let contact = node("PersonContact").child(name(cv)).children(email(cv));
    node("CandidateSupplier")
        .child(identifier("hr:PartyID", "PartyID", "1.0"))
        .text_child("hr:PartyName", SCHEME)
        .child(contact)
        .text_child("hr:PrecedenceCode", "1")
}

/// Name, contacts, birth, mother tongues.
pub(super) fn person(cv: &Cv, labels: &Labels) -> Node {
    let personal = &cv.personal;
    let mut person = node("CandidatePerson").child(name(cv)).children(email(cv));
    if !personal.website.trim().is_empty() {
        person = person.child(channel("Web").text_child("oa:URI", personal.website.trim()));
    }
    let others = cv.phones.iter().map(|phone| phone.number.as_str());
    for number in [personal.phone.as_str()].into_iter().chain(others) {
        if !number.trim().is_empty() {
            person = person.child(telephone(number.trim()));
        }
    }
    person = person.children(address(cv));
    // Europass takes whole days only; nationality is a code there, and words here.
    if let Ok(date) = personal.birth_date.parse()
        && date.day.is_some()
    {
        person = person.text_child("hr:BirthDate", &date.to_string());
    }
    let native = cv.languages.iter().filter(|language| language.native);
    for language in native.filter(|language| !language.name.trim().is_empty()) {
        let code = code_of(&language.name, &labels.language);
        let scheme = if code.is_some() {
            "NORMAL"
        } else {
            "FREE_TEXT"
        };
        let name = code.unwrap_or(language.name.trim());
        person = person.child(
            node("PrimaryLanguageCode")
                .attribute("name", scheme)
                .text(name),
        );
    }
    person
}

fn name(cv: &Cv) -> Node {
    node("PersonName")
        .text_child("oa:GivenName", cv.personal.given_name.trim())
        .text_child("hr:FamilyName", cv.personal.family_name.trim())
}

fn channel(code: &str) -> Node {
    node("Communication").text_child("ChannelCode", code)
}

fn email(cv: &Cv) -> Vec<Node> {
    match cv.personal.email.trim() {
        "" => Vec::new(),
        email => vec![channel("Email").text_child("oa:URI", email)],
    }
}

/// An Italian number in its international form is parted from its country; others stay whole.
fn telephone(number: &str) -> Node {
    let channel = channel("Telephone").text_child("UseCode", "mobile");
    match number.strip_prefix("+39") {
        Some(rest) => channel
            .text_child("CountryDialing", "39")
            .text_child("oa:DialNumber", rest.trim())
            .text_child("CountryCode", "it"),
        None => channel.text_child("oa:DialNumber", number),
    }
}

fn address(cv: &Cv) -> Vec<Node> {
    let personal = &cv.personal;
    let address = node("Address")
        .attribute("type", "home")
        .optional("oa:AddressLine", personal.address.trim())
        .optional("oa:CityName", personal.city.trim())
        .optional("oa:PostalCode", personal.postal_code.trim());
    let is_written = [&personal.address, &personal.city, &personal.postal_code]
        .into_iter()
        .any(|text| !text.trim().is_empty());
    if !is_written {
        return Vec::new();
    }
    vec![
        node("Communication")
            .text_child("UseCode", "home")
            .child(address),
    ]
}
