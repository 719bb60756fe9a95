//! Translations as the client loads them: the values alone, in the order of their keys.
//! Whether the languages agree with each other is checked by `cargo xtask tidy`, not here.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};
use serde_json::Value;

/// The plural forms a message may have, by the names of Unicode's plural rules.
const PLURAL_FORMS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// A language as the client loads it.
pub struct Compacted {
    /// The keys in order, which must be the same in all languages.
    pub keys: Vec<String>,
    /// A JSON array of the values in the order of the keys.
    pub values: String,
}

/// Turns messages into a JSON array of their values in key order.
pub fn compact(messages: BTreeMap<String, Value>) -> Result<Compacted> {
    for (key, message) in &messages {
        let sound = match message {
            Value::String(_) => true,
            Value::Object(forms) => {
                forms.contains_key("other")
                    && forms.iter().all(|(form, text)| {
                        PLURAL_FORMS.contains(&form.as_str()) && text.is_string()
                    })
            }
            _ => false,
        };
        if !sound {
            bail!("`{key}` must be a text, or an object of plural forms with at least `other`");
        }
    }
    let values: Vec<&Value> = messages.values().collect();
    Ok(Compacted {
        values: serde_json::to_string(&values).context("cannot be written as JSON")?,
        keys: messages.into_keys().collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compact(text: &str) -> Result<Compacted> {
        super::compact(serde_json::from_str(text)?)
    }

    #[test]
    fn values_come_in_the_order_of_their_keys() {
        let compacted =
            compact(r#"{ "b": "due", "a": { "one": "{n} anno", "other": "{n} anni" } }"#);
        assert_eq!(
            compacted.unwrap().values,
            r#"[{"one":"{n} anno","other":"{n} anni"},"due"]"#
        );
    }

    #[test]
    fn a_plural_without_the_form_for_the_rest_is_refused() {
        assert!(compact(r#"{ "years": { "one": "{n} anno" } }"#).is_err());
        assert!(compact(r#"{ "years": 7 }"#).is_err());
    }
}
