//! The messages of one language as data: looking up, filling in, choosing a plural form.
//!
//! Pure: which plural category a number has is told by the caller, who asks the browser.

use super::Key;

/// One message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// The same words for every number.
    Text(String),
    /// Words for each plural category (Unicode CLDR), by its name.
    Plural(Vec<(String, String)>),
}

/// The messages of one language, in the order of [`Key`]: those of the first visit, then those of what
/// is loaded on demand, once they are there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Messages(Vec<Message>);

impl Messages {
    /// Takes over the messages of a language.
    pub fn new(messages: Vec<Message>) -> Self {
        Self(messages)
    }

    /// Takes over the words that a printed CV adds; so many messages stand before them, and are not there.
    pub fn of_cv(before: usize, words: Vec<Message>) -> Self {
        let mut messages = vec![Message::Text(String::new()); before];
        messages.extend(words);
        Self(messages)
    }

    /// Takes over what the language says of what is loaded on demand; so many messages stand before.
    pub fn add_later(&mut self, first_count: usize, later: Vec<Message>) {
        self.0.resize(first_count, Message::Text(String::new()));
        self.0.extend(later);
    }

    /// Returns whether there is more than the messages of a first visit, of which there are so many.
    pub fn has_later(&self, first_count: usize) -> bool {
        self.0.len() > first_count
    }

    /// Returns whether nothing was loaded, as in tests.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns a message; empty if the language lacks it, which `cargo xtask tidy` prevents.
    pub fn text(&self, key: Key) -> &str {
        match self.0.get(key as usize) {
            Some(Message::Text(text)) => text,
            Some(Message::Plural(forms)) => form(forms, "other"),
            None => "",
        }
    }

    /// Returns the form of a message for a plural category, with `{count}` still to be filled in.
    pub fn plural(&self, key: Key, category: &str) -> &str {
        match self.0.get(key as usize) {
            Some(Message::Plural(forms)) => form(forms, category),
            _ => self.text(key),
        }
    }
}

fn form<'messages>(forms: &'messages [(String, String)], category: &str) -> &'messages str {
    let find = |wanted: &str| forms.iter().find(|(name, _)| name == wanted);
    find(category)
        .or_else(|| find("other"))
        .map_or("", |(_, text)| text)
}

/// Puts values in the place of `{name}`; a value is never read as a placeholder again.
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let named = after.split_once('}').and_then(|(name, tail)| {
            let value = values.iter().find(|(wanted, _)| *wanted == name)?;
            Some((value.1, tail))
        });
        match named {
            Some((value, tail)) => {
                filled.push_str(value);
                rest = tail;
            }
            None => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_that_looks_like_a_placeholder_stays_as_the_person_wrote_it() {
        let filled = fill(
            "CV – {name} ({year})",
            &[("name", "{year}"), ("year", "2026")],
        );
        assert_eq!(filled, "CV – {year} (2026)");
    }

    #[test]
    fn a_placeholder_without_a_value_is_left_alone() {
        assert_eq!(fill("Ciao {name", &[("name", "Anna")]), "Ciao {name");
        assert_eq!(fill("Ciao {other}", &[("name", "Anna")]), "Ciao {other}");
    }

    #[test]
    fn what_comes_later_stands_behind_the_first_messages() {
        let text = |text: &str| Message::Text(text.to_owned());
        let mut messages = Messages::new(vec![text("Apri")]);
        assert!(!messages.has_later(1));
        messages.add_later(1, vec![text("Controlla")]);
        messages.add_later(1, vec![text("Controlla tutto")]);
        assert_eq!(messages.0, [text("Apri"), text("Controlla tutto")]);
        assert!(messages.has_later(1));
    }

    #[test]
    fn an_unknown_plural_category_falls_back_to_other() {
        let forms = vec![
            ("one".to_owned(), "una modifica".to_owned()),
            ("other".to_owned(), "{count} modifiche".to_owned()),
        ];
        assert_eq!(form(&forms, "one"), "una modifica");
        assert_eq!(form(&forms, "many"), "{count} modifiche");
    }
}
