//! A letter as plain words, for an e-mail or a telephone. How it looks on a sheet is in `approdo-render`.

use crate::letter::{Letter, LetterField};

impl Letter {
    /// Returns what is read as the letter, from the greeting to the name under it, the paragraphs with an empty
    /// line between. `signature` is the name: see [`Letter::signature_with`].
    pub fn message(&self, signature: &str) -> String {
        let greeting = [LetterField::Salutation].into_iter();
        let texts = greeting.chain(LetterField::BODY);
        let paragraphs = texts.flat_map(|field| self.text(field).lines());
        let written = paragraphs.chain([signature]).map(str::trim);
        let written: Vec<&str> = written.filter(|line| !line.is_empty()).collect();
        written.join("\n\n")
    }
}

/// Returns the address that opens an e-mail with all of this in it (RFC 6068). An addressee that is no mailbox
/// is left out: the person fills it in.
pub fn mail_address(to: &str, subject: &str, body: &str) -> String {
    let to = to.trim();
    let is_mailbox = to
        .split_once('@')
        .is_some_and(|(mailbox, domain)| !mailbox.is_empty() && domain.contains('.'));
    let to = match is_mailbox && !to.contains(char::is_whitespace) {
        true => encoded(to, "@"),
        false => String::new(),
    };
    let subject = subject.split_whitespace().collect::<Vec<_>>().join(" ");
    let fields = [("subject", subject), ("body", body.replace('\n', "\r\n"))];
    let fields: Vec<String> = fields
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(name, text)| format!("{name}={}", encoded(&text, "")))
        .collect();
    match fields.is_empty() {
        true => format!("mailto:{to}"),
        false => format!("mailto:{to}?{}", fields.join("&")),
    }
}

/// Encodes what is neither unreserved (RFC 3986, 2.3) nor among `kept`.
fn encoded(text: &str, kept: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        let sign = char::from(byte);
        if byte.is_ascii_alphanumeric() || "-._~".contains(sign) || kept.contains(sign) {
            encoded.push(sign);
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[test]
    fn a_message_goes_from_the_greeting_to_the_name() {
        let mut letter = Letter::default();
        letter.texts.subject = "Candidatura".to_owned();
        letter.texts.salutation = "Buongiorno,".to_owned();
        letter.texts.opening = "scrivo per il lavoro.".to_owned();
        letter.texts.closing = "Vi ringrazio.\nCordiali saluti".to_owned();
        assert_eq!(
            letter.message("Anna Rossi"),
            "Buongiorno,\n\nscrivo per il lavoro.\n\nVi ringrazio.\n\nCordiali saluti\n\nAnna Rossi"
        );
        assert_eq!(Letter::default().message(" "), "");
    }

    #[rstest]
    #[case::whole(
        ["lavoro@rossi.example", "Perché no?", "Buongiorno,\n\nA & B"],
        "mailto:lavoro@rossi.example?subject=Perch%C3%A9%20no%3F&body=Buongiorno%2C%0D%0A%0D%0AA%20%26%20B"
    )]
    #[case::no_mailbox(["al bar", "Ciao", ""], "mailto:?subject=Ciao")]
    #[case::two_mailboxes(["a@b.it, c@d.it", "", "Ciao"], "mailto:?body=Ciao")]
    #[case::smuggled(["a@b.it?cc=c@d.it", "", ""], "mailto:a@b.it%3Fcc%3Dc@d.it")]
    #[case::lines_in_a_subject(["", "uno\r\ndue", ""], "mailto:?subject=uno%20due")]
    #[case::nothing(["", "", ""], "mailto:")]
    fn an_e_mail_opens_with_what_was_written(#[case] parts: [&str; 3], #[case] expected: &str) {
        let [to, subject, body] = parts;
        assert_eq!(mail_address(to, subject, body), expected);
    }
}
