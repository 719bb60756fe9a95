//! One translation file as messages: text or plural forms, with the lines they stand on.
//! Comparing languages with each other is in `translations.rs`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error, MapAccess, Visitor};

/// What stands behind a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// One text for all occasions.
    Text(String),
    /// One text for each plural form.
    Plural(BTreeMap<String, String>),
}

impl Message {
    /// All texts of the message, with the name of their plural form if they have one.
    pub fn texts(&self) -> Vec<(Option<&str>, &str)> {
        match self {
            Self::Text(text) => vec![(None, text)],
            Self::Plural(forms) => forms
                .iter()
                .map(|(form, text)| (Some(form.as_str()), text.as_str()))
                .collect(),
        }
    }

    /// The names in braces that any of its texts holds, such as `n` in `{n} anni`.
    pub fn placeholders(&self) -> BTreeSet<String> {
        self.texts()
            .into_iter()
            .flat_map(|(_, text)| placeholders(text))
            .collect()
    }
}

impl<'de> Deserialize<'de> for Message {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(
            untagged,
            expecting = "a message is a text or an object of plural forms"
        )]
        enum Either {
            Text(String),
            Plural(BTreeMap<String, String>),
        }
        Ok(match Either::deserialize(deserializer)? {
            Either::Text(text) => Self::Text(text),
            Either::Plural(forms) => Self::Plural(forms),
        })
    }
}

/// All messages of one language; a key that occurs twice is refused.
#[derive(Debug, Default)]
pub struct Messages(pub BTreeMap<String, Message>);

impl<'de> Deserialize<'de> for Messages {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(MessagesVisitor)
    }
}

/// Reads the object key by key, since a map would drop doubles in silence.
struct MessagesVisitor;

impl<'de> Visitor<'de> for MessagesVisitor {
    type Value = Messages;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a flat object of messages")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Messages, A::Error> {
        let mut messages = BTreeMap::new();
        while let Some((key, message)) = access.next_entry::<String, Message>()? {
            if messages.insert(key.clone(), message).is_some() {
                return Err(A::Error::custom(format!("`{key}` occurs twice; keep one")));
            }
        }
        Ok(Messages(messages))
    }
}

/// The names in braces in a text.
fn placeholders(text: &str) -> BTreeSet<String> {
    text.split('{')
        .skip(1)
        .filter_map(|part| part.split_once('}'))
        .map(|(name, _)| name.trim().to_owned())
        .collect()
}

/// The line of a key in the text of its file, from 1.
pub fn line_of(text: &str, key: &str) -> usize {
    let quoted = format!("\"{key}\"");
    text.lines()
        .position(|line| line.trim_start().starts_with(&quoted))
        .map_or(1, |index| index + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_come_from_all_plural_forms() {
        let messages: Messages =
            serde_json::from_str(r#"{"a": {"one": "un anno", "other": "{n} anni di {what}"}}"#)
                .unwrap();
        let names: Vec<String> = messages.0["a"].placeholders().into_iter().collect();
        assert_eq!(names, ["n", "what"]);
    }

    #[test]
    fn a_double_key_is_refused() {
        let error = serde_json::from_str::<Messages>("{\"a\": \"x\",\n \"a\": \"y\"}").unwrap_err();
        assert!(error.to_string().contains("`a` occurs twice"));
        assert_eq!(error.line(), 2);
    }

    #[test]
    fn a_key_is_found_on_its_line() {
        assert_eq!(line_of("{\n  \"a\": \"b\",\n  \"b\": \"c\"\n}", "b"), 3);
    }
}
