//! What another app shares with Approdo, made into the beginning of an application. Which names its parts have in
//! the address is said in `public/manifest.webmanifest` (Web Share Target).

use approdo_domain::application::Application;

/// What was shared, as it came.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shared {
    /// What the other app calls it.
    pub title: String,
    /// The text.
    pub text: String,
    /// Where it stands in the net.
    pub url: String,
}

impl Shared {
    /// Returns the application that begins with it; none if nothing was shared.
    pub fn application(&self) -> Option<Application> {
        let (text, title, url) = (clean(&self.text), clean(&self.title), clean(&self.url));
        // Many apps put the address into the text.
        let link = if url.is_empty() {
            last_address(&text)
        } else {
            &url
        }
        .to_owned();
        let text = match text.strip_suffix(&link) {
            Some(rest) if !link.is_empty() => rest.trim_end().to_owned(),
            _ => text,
        };
        let whole = match (title.as_str(), text.as_str()) {
            ("", _) => text,
            (_, "") => title,
            (title, text) if text.contains(title) => text.to_owned(),
            (title, text) => format!("{title}\n{text}"),
        };
        if whole.is_empty() && link.is_empty() {
            return None;
        }
        let mut application = Application::default();
        application.vacancy.text = whole;
        application.vacancy.link = link;
        Some(application)
    }
}

/// Tells whether two applications begin with the same text and address: somebody shared it twice.
pub fn same_text(one: &Application, other: &Application) -> bool {
    one.vacancy.text.trim() == other.vacancy.text.trim()
        && one.vacancy.link.trim() == other.vacancy.link.trim()
}

/// Without the ends of lines of other systems, and without signs that nobody sees.
fn clean(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let is_seen = |sign: &char| !sign.is_control() || matches!(sign, '\n' | '\t');
    let text: String = text.chars().filter(is_seen).collect();
    text.trim().to_owned()
}

/// An address at the end of a text, if one is there.
fn last_address(text: &str) -> &str {
    let last = text.split_whitespace().next_back().unwrap_or_default();
    let is_address = last.starts_with("https://") || last.starts_with("http://");
    if is_address { last } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    fn shared(title: &str, text: &str, url: &str) -> Shared {
        let [title, text, url] = [title, text, url].map(str::to_owned);
        Shared { title, text, url }
    }

    #[rstest]
    #[case::text("", "Cercasi cuoca", "", "Cercasi cuoca", "")]
    #[case::title("Offerta 12", "Cercasi cuoca", "", "Offerta 12\nCercasi cuoca", "")]
    #[case::title_in_text("Cercasi", "Cercasi cuoca", "", "Cercasi cuoca", "")]
    #[case::address(
        "Cuoca",
        "",
        "https://lavoro.example/1",
        "Cuoca",
        "https://lavoro.example/1"
    )]
    #[case::address_in_text(
        "Cuoca",
        "https://lavoro.example/1",
        "",
        "Cuoca",
        "https://lavoro.example/1"
    )]
    #[case::address_behind(
        "",
        "Cuoca a Viadana https://a.example/1",
        "",
        "Cuoca a Viadana",
        "https://a.example/1"
    )]
    #[case::other_system("", "Cuoca\r\nViadana\u{0}", "", "Cuoca\nViadana", "")]
    fn what_is_shared_begins_an_application(
        #[case] title: &str,
        #[case] text: &str,
        #[case] url: &str,
        #[case] whole: &str,
        #[case] link: &str,
    ) {
        let application = shared(title, text, url).application().unwrap();
        assert_eq!(application.vacancy.text, whole);
        assert_eq!(application.vacancy.link, link);
        assert_eq!(
            application.vacancy.title, "",
            "nothing is taken over unasked"
        );
    }

    #[test]
    fn sharing_nothing_begins_nothing() {
        assert_eq!(shared(" ", "\r\n", "").application(), None);
    }

    #[test]
    fn the_same_text_shared_twice_is_known_again() {
        let first = shared("", "Cuoca", "").application().unwrap();
        let mut worked_on = first.clone();
        worked_on.vacancy.company = "Da Gino".to_owned();
        assert!(same_text(&first, &worked_on));
        assert!(!same_text(
            &first,
            &shared("", "Aiuto cuoca", "").application().unwrap()
        ));
    }

    proptest! {
        #[test]
        fn any_words_that_were_shared_are_kept(title in ".{0,20}", text in "[a-z .\n]{1,40}") {
            if let Some(application) = shared(&title, &text, "").application() {
                prop_assert!(application.vacancy.text.contains(text.trim()));
            }
        }
    }
}
