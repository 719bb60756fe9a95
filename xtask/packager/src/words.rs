//! Gathers what each language says: one file for the first visit, and one for what is loaded on demand,
//! joined from its topics; of a language in which only a CV can be, the words of a printed CV. How a file is made compact is in `translations`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::asset::{Group, Naming, Source};
use crate::inputs::files_below;
use crate::translations;

/// The language that the first visit loads unless the browser asks for another.
const DEFAULT_LANGUAGE: &str = "it";
/// The folder with a folder for each topic of what is loaded on demand.
const LATER: &str = "later";
/// The folder with the languages in which a CV can be and the interface is not.
const OF_CV: &str = "cv";
/// How the keys of what a printed CV says begin.
const CV_PREFIX: &str = "cv.";

type Messages = BTreeMap<String, Value>;

/// Reads all languages.
pub fn collect(folder: &Path) -> Result<Vec<Source>> {
    let mut first: BTreeMap<String, Messages> = BTreeMap::new();
    let mut later: BTreeMap<String, Messages> = BTreeMap::new();
    let mut of_cv: BTreeMap<String, Messages> = BTreeMap::new();
    for path in files_below(folder)? {
        if path.extension().is_none_or(|extension| extension != "json") {
            continue;
        }
        let language = path.file_stem().unwrap_or_default().to_string_lossy();
        let languages = match path.strip_prefix(folder).unwrap_or(&path) {
            path if path.starts_with(LATER) => &mut later,
            path if path.starts_with(OF_CV) => &mut of_cv,
            _ => &mut first,
        };
        let messages = languages.entry(language.into_owned()).or_default();
        for (key, message) in read(&path)? {
            if messages.insert(key.clone(), message).is_some() {
                bail!("{}: `{key}` stands elsewhere too; keep one", path.display());
            }
        }
    }
    let said = keys_of_cv(&first);
    let mut sources = compacted(first, None, "translations")?;
    sources.extend(compacted(later, None, "translations/later")?);
    sources.extend(compacted(of_cv, said, "translations/cv")?);
    Ok(sources)
}

/// The keys that a language of a CV must have, in order.
fn keys_of_cv(first: &BTreeMap<String, Messages>) -> Option<Vec<String>> {
    let keys = first.get(DEFAULT_LANGUAGE)?.keys();
    let of_cv = keys.filter(|key| key.starts_with(CV_PREFIX));
    Some(of_cv.cloned().collect())
}

fn read(path: &PathBuf) -> Result<Messages> {
    let text =
        fs::read_to_string(path).with_context(|| format!("{}: not readable", path.display()))?;
    serde_json::from_str(&text)
        .with_context(|| format!("{}: is not a flat JSON object of messages", path.display()))
}

/// Makes the languages of a folder compact; they have the keys that are wanted, or those of the first.
fn compacted(
    languages: BTreeMap<String, Messages>,
    wanted: Option<Vec<String>>,
    folder: &str,
) -> Result<Vec<Source>> {
    let mut first_keys = wanted;
    let mut sources = Vec::new();
    for (language, messages) in languages {
        let compacted = translations::compact(messages).context(language.clone())?;
        // The client finds a message by its place, so one missing key would shift all the rest.
        if *first_keys.get_or_insert_with(|| compacted.keys.clone()) != compacted.keys {
            bail!("{folder}: {language} has other keys than the rest; run `cargo xtask tidy`");
        }
        sources.push(Source {
            name: format!("{folder}/{language}.json"),
            bytes: compacted.values.into_bytes(),
            group: match language == DEFAULT_LANGUAGE {
                true => Group::First,
                false => Group::Later,
            },
            naming: Naming::Hashed,
        });
    }
    Ok(sources)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        folder
    }

    #[test]
    fn a_language_with_other_keys_is_refused() {
        let files = folder(&[("en.json", r#"{"a": "x"}"#), ("it.json", r#"{"a": "x"}"#)]);
        let sources = collect(files.path()).unwrap();
        assert_eq!(sources[0].group, Group::Later);
        assert_eq!(sources[1].group, Group::First);
        fs::write(files.path().join("it.json"), r#"{"a": "x", "b": "y"}"#).unwrap();
        let error = collect(files.path()).unwrap_err();
        assert!(error.to_string().contains("cargo xtask tidy"));
    }

    #[test]
    fn topics_are_joined_in_the_order_of_their_keys() {
        let files = folder(&[
            ("it.json", r#"{"a": "x"}"#),
            ("later/check/it.json", r#"{"c": "terzo"}"#),
            ("later/devices/it.json", r#"{"b": "secondo"}"#),
        ]);
        let sources = collect(files.path()).unwrap();
        assert_eq!(sources[1].name, "translations/later/it.json");
        assert_eq!(sources[1].bytes, br#"["secondo","terzo"]"#);
    }

    #[test]
    fn a_language_of_a_cv_has_the_words_of_a_cv_and_comes_later() {
        let files = folder(&[
            (
                "it.json",
                r#"{"action.go": "Vai", "cv.a": "x", "cv.b": "y"}"#,
            ),
            ("cv/de.json", r#"{"cv.b": "zwei", "cv.a": "eins"}"#),
        ]);
        let sources = collect(files.path()).unwrap();
        assert_eq!(sources[1].name, "translations/cv/de.json");
        assert_eq!(sources[1].bytes, br#"["eins","zwei"]"#);
        assert_eq!(sources[1].group, Group::Later);
        fs::write(files.path().join("cv/de.json"), r#"{"cv.a": "eins"}"#).unwrap();
        assert!(collect(files.path()).is_err());
    }

    #[test]
    fn a_key_in_two_topics_is_refused() {
        let files = folder(&[
            ("later/check/it.json", r#"{"b": "x"}"#),
            ("later/devices/it.json", r#"{"b": "y"}"#),
        ]);
        assert!(
            collect(files.path())
                .unwrap_err()
                .to_string()
                .contains("`b`")
        );
    }
}
