//! Placeholders in text files: `{{asset:NAME}}`, `{{inline:NAME}}`, `{{assets:GROUP}}`,
//! `{{assets:later-bytes}}`, `{{version}}`.
//! Finding and replacing them is here; what stands behind a name is not.

use anyhow::{Result, bail};

/// One thing a text file asks the packaging to fill in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Placeholder {
    /// The address of one file.
    Address(String),
    /// The text of one file.
    Text(String),
    /// The addresses of the first group, as a JSON array.
    FirstGroup,
    /// The addresses of the later group, as a JSON array.
    LaterGroup,
    /// The addresses of what is fetched when a page asks for it, as a JSON array.
    AskedGroup,
    /// The bytes of the later group on the wire.
    LaterBytes,
    /// A hash over all files that the summaries cover.
    Version,
}

impl Placeholder {
    /// Whether the value depends on all other files.
    pub fn is_summary(&self) -> bool {
        !matches!(self, Self::Address(_) | Self::Text(_))
    }

    fn parse(inner: &str) -> Option<Self> {
        match inner {
            "assets:first" => Some(Self::FirstGroup),
            "assets:later" => Some(Self::LaterGroup),
            "assets:asked" => Some(Self::AskedGroup),
            "assets:later-bytes" => Some(Self::LaterBytes),
            "version" => Some(Self::Version),
            _ => match inner.split_once(':')? {
                ("asset", name) => Some(Self::Address(name.to_owned())),
                ("inline", name) => Some(Self::Text(name.to_owned())),
                _ => None,
            },
        }
    }
}

/// Whether files of this ending may hold placeholders.
pub fn may_stand_in(extension: &str) -> bool {
    matches!(extension, "html" | "js" | "css" | "webmanifest")
}

/// Lists the placeholders of a text, in order.
pub fn find(text: &str) -> Result<Vec<Placeholder>> {
    let mut found = Vec::new();
    replace(text, |placeholder| {
        found.push(placeholder.clone());
        Ok(String::new())
    })?;
    Ok(found)
}

/// Replaces each placeholder by what `value` gives for it; other double braces stay.
pub fn replace(
    text: &str,
    mut value: impl FnMut(&Placeholder) -> Result<String>,
) -> Result<String> {
    let mut result = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find("{{") {
        let (before, from_braces) = rest.split_at(start);
        result.push_str(before);
        let inside = from_braces.get(2..).unwrap_or_default();
        let inner = inside.split_once("}}").map(|(inner, _)| inner);
        match inner.and_then(Placeholder::parse) {
            Some(placeholder) => {
                result.push_str(&value(&placeholder)?);
                let length = inner.map_or(0, str::len);
                rest = inside.get(length + 2..).unwrap_or_default();
            }
            None if ["asset", "inline", "version"]
                .iter()
                .any(|word| inside.starts_with(word)) =>
            {
                let shown: String = from_braces.chars().take(40).collect();
                bail!("`{shown}…` is no known placeholder; see packager/src/placeholders.rs");
            }
            None => {
                result.push('{');
                rest = from_braces.get(1..).unwrap_or_default();
            }
        }
    }
    result.push_str(rest);
    Ok(result)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_found_among_ordinary_braces() {
        let text = "let a = {{}}; init('{{asset:app.js}}'); const v = '{{version}}', all = {{assets:later}};";
        assert_eq!(
            find(text).unwrap(),
            [
                Placeholder::Address("app.js".to_owned()),
                Placeholder::Version,
                Placeholder::LaterGroup
            ]
        );
    }

    #[test]
    fn replacing_keeps_everything_else() {
        let text = "{{ {{{x}}} url({{asset:a.woff2}}) }}";
        let replaced = replace(text, |_| Ok("/assets/a.1.woff2".to_owned())).unwrap();
        assert_eq!(replaced, "{{ {{{x}}} url(/assets/a.1.woff2) }}");
    }

    #[test]
    fn a_misspelt_placeholder_is_refused() {
        assert!(find("{{assets:frist}}").is_err());
        assert!(find("{{asset:never closed").is_err());
    }
}
