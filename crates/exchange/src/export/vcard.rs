//! The contacts of a CV as a vCard 4.0 (RFC 6350): for address books, and for QR codes.

use approdo_domain::Cv;

/// Longest line, in bytes without its end (RFC 6350, section 3.2).
const LONGEST_LINE: usize = 75;

/// Writes a vCard: name, job wanted, telephones, e-mail, address, web page.
pub fn vcard(cv: &Cv) -> String {
    let personal = &cv.personal;
    let [family, given] = [&personal.family_name, &personal.given_name].map(|name| escape(name));
    let full = match personal.full_name() {
        name if name.is_empty() => personal.email.trim().to_owned(),
        name => name,
    };
    let mut card = String::new();
    line(&mut card, "BEGIN:VCARD");
    line(&mut card, "VERSION:4.0");
    line(&mut card, &format!("FN:{}", escape(&full)));
    line(&mut card, &format!("N:{family};{given};;;"));
    let mut property = |name: &str, text: &str| {
        if !text.trim().is_empty() {
            line(&mut card, &format!("{name}:{}", escape(text)));
        }
    };
    property("TITLE", &personal.headline);
    property("TEL;VALUE=text;PREF=1", &personal.phone);
    for phone in &cv.phones {
        property("TEL;VALUE=text", &phone.number);
    }
    property("EMAIL", &personal.email);
    // An address is no text: its commas stay as they are (RFC 6350, section 4.2).
    let website: String = personal.website.split_whitespace().collect();
    if !website.is_empty() && !website.contains(char::is_control) {
        line(&mut card, &format!("URL:{website}"));
    }
    let [street, town, code] =
        [&personal.address, &personal.city, &personal.postal_code].map(|text| escape(text));
    if ![&street, &town, &code].into_iter().all(String::is_empty) {
        line(
            &mut card,
            &format!("ADR;TYPE=home:;;{street};{town};;{code};"),
        );
    }
    line(&mut card, "END:VCARD");
    card
}

/// Escapes what has a meaning in a value (RFC 6350, section 3.4); control characters go.
fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for character in text.trim().replace("\r\n", "\n").chars() {
        match character {
            '\\' | ',' | ';' => escaped.extend(['\\', character]),
            '\n' | '\r' => escaped.push_str("\\n"),
            _ if character.is_control() => {}
            _ => escaped.push(character),
        }
    }
    escaped
}

/// Adds a line, folded where it is too long, never inside a character.
fn line(card: &mut String, text: &str) {
    let mut length = 0;
    for character in text.chars() {
        if length + character.len_utf8() > LONGEST_LINE {
            card.push_str("\r\n ");
            length = 1;
        }
        card.push(character);
        length += character.len_utf8();
    }
    card.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use approdo_domain::Personal;
    use proptest::prelude::*;

    #[test]
    fn signs_with_a_meaning_are_escaped() {
        let cv = Cv {
            personal: Personal {
                given_name: "Anna; Maria".to_owned(),
                family_name: "D’Alò, Rossi\\".to_owned(),
                headline: "Cuoca\nCameriera".to_owned(),
                ..Personal::default()
            },
            ..Cv::default()
        };
        let card = vcard(&cv);
        assert!(
            card.contains("\r\nN:D’Alò\\, Rossi\\\\;Anna\\; Maria;;;\r\n"),
            "{card}"
        );
        assert!(card.contains("\r\nTITLE:Cuoca\\nCameriera\r\n"), "{card}");
    }

    proptest! {
        #[test]
        fn no_line_is_too_long_and_nothing_typed_becomes_a_property(text in any::<String>()) {
            let mut cv = Cv::default();
            cv.personal.given_name = text.clone();
            cv.personal.address = text.repeat(5);
            let card = vcard(&cv);
            prop_assert!(card.split("\r\n").all(|line| line.len() <= LONGEST_LINE));
            let unfolded = card.replace("\r\n ", "");
            let known = ["BEGIN:", "VERSION:", "FN:", "N:", "ADR;", "END:", ""];
            for line in unfolded.split("\r\n") {
                prop_assert!(known.iter().any(|name| line.starts_with(name) && line.is_empty() == name.is_empty()));
            }
        }
    }
}
