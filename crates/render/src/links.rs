//! Where contacts lead: e-mail, telephone and web addresses as URIs (RFC 3986, 6068, 3966).

/// Returns the address that writes to a mailbox, if the text looks like one.
pub(crate) fn mail_link(email: &str) -> Option<String> {
    let email = email.trim();
    let (mailbox, domain) = email.split_once('@')?;
    let plausible = !mailbox.is_empty() && domain.contains('.') && !has_white_space(email);
    plausible.then(|| format!("mailto:{}", percent_encoded(email)))
}

/// Returns the address that calls a number, if the text holds one.
pub(crate) fn phone_link(phone: &str) -> Option<String> {
    let digits: String = phone
        .trim()
        .chars()
        .enumerate()
        .filter(|&(position, character)| {
            character.is_ascii_digit() || (position == 0 && character == '+')
        })
        .map(|(_, character)| character)
        .collect();
    (digits.len() >= 5).then(|| format!("tel:{digits}"))
}

/// Returns the address of a web page, if the text looks like one.
pub(crate) fn web_link(website: &str) -> Option<String> {
    let website = website.trim();
    if has_white_space(website) || !website.contains('.') {
        return None;
    }
    let lower = website.to_ascii_lowercase();
    let known = lower.starts_with("https://") || lower.starts_with("http://");
    if !known
        && lower.contains(':')
        && lower
            .split('/')
            .next()
            .is_some_and(|host| host.contains(':'))
    {
        return None;
    }
    let scheme = if known { "" } else { "https://" };
    Some(format!("{scheme}{}", percent_encoded(website)))
}

fn has_white_space(text: &str) -> bool {
    text.chars().any(char::is_whitespace)
}

fn percent_encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_graphic()
            && !matches!(
                byte,
                b'<' | b'>' | b'"' | b'\\' | b'^' | b'`' | b'{' | b'|' | b'}'
            )
        {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contacts_become_addresses() {
        assert_eq!(
            mail_link(" a.b@posta.it ").as_deref(),
            Some("mailto:a.b@posta.it")
        );
        assert_eq!(
            phone_link("+39 333 123-4567").as_deref(),
            Some("tel:+393331234567")
        );
        assert_eq!(
            web_link("linkedin.com/in/dalò").as_deref(),
            Some("https://linkedin.com/in/dal%C3%B2")
        );
    }

    #[test]
    fn what_is_no_address_is_no_link() {
        assert_eq!(mail_link("chiedere al bar"), None);
        assert_eq!(phone_link("non ho telefono"), None);
        assert_eq!(web_link("javascript:alert(1.0)"), None);
        assert_eq!(web_link("il mio sito"), None);
    }
}
