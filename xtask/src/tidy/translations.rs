//! Rule: each language says all that Italian says, with the same placeholders, and nothing else; a language
//! in which only a CV can be, all that a printed CV says.
//! Whether it says it well is for people to judge.

use std::collections::{BTreeMap, BTreeSet};

use super::Finding;
use super::files::TextFile;
use super::messages::{Message, Messages, line_of};

/// The language that the others are held against.
const REFERENCE: &str = "it";

/// The folder with the languages in which only a CV can be, below that of the reference they are held against.
const OF_CV: &str = "cv";

/// How the keys of what a printed CV says begin.
const CV_PREFIX: &str = "cv.";

/// The plural forms that Unicode's rules know.
const PLURAL_FORMS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// Compares all languages with the reference, one folder after the other, and the folders with each other.
pub fn check(files: &[TextFile]) -> Vec<Finding> {
    let mut findings = doubles(files);
    for topic in files.chunk_by(|one, two| one.folder() == two.folder()) {
        findings.extend(check_topic(topic, words_of_cv(files, topic)));
    }
    findings
}

/// Keys that stand in two files of the reference: the client has one name for each.
fn doubles(files: &[TextFile]) -> Vec<Finding> {
    let mut seen = BTreeMap::new();
    let mut findings = Vec::new();
    for file in files.iter().filter(|file| file.stem() == REFERENCE) {
        let messages = serde_json::from_str::<Messages>(&file.text).unwrap_or_default();
        for key in messages.0.into_keys() {
            let line = line_of(&file.text, &key);
            if let Some(other) = seen.insert(key.clone(), &file.path) {
                let message = format!("`{key}` stands in {other} too; keep one");
                findings.push(Finding::new(&file.path, line, message));
            }
        }
    }
    findings
}

/// For the languages in which only a CV can be: what a printed CV says in the reference.
fn words_of_cv<'files>(
    files: &'files [TextFile],
    topic: &[TextFile],
) -> Option<(&'files TextFile, Messages)> {
    let folder = topic.first()?.folder();
    let above = folder.strip_suffix(OF_CV)?.trim_end_matches('/');
    let mut files = files.iter();
    let reference = files.find(|file| file.folder() == above && file.stem() == REFERENCE)?;
    let mut messages = serde_json::from_str::<Messages>(&reference.text).ok()?;
    messages.0.retain(|key, _| key.starts_with(CV_PREFIX));
    Some((reference, messages))
}

/// Compares the languages of one folder with the reference given, or else with the one among them.
fn check_topic(files: &[TextFile], reference: Option<(&TextFile, Messages)>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut languages = Vec::new();
    for file in files {
        match serde_json::from_str::<Messages>(&file.text) {
            Ok(messages) => {
                findings.extend(check_alone(file, &messages));
                languages.push((file, messages));
            }
            Err(error) => findings.push(Finding::new(&file.path, error.line(), error.to_string())),
        }
    }
    let among = languages.iter().find(|(file, _)| file.stem() == REFERENCE);
    if let Some((reference_file, reference)) = reference.as_ref().or(among) {
        for (file, messages) in &languages {
            if file.stem() != REFERENCE {
                findings.extend(compare((reference_file, reference), (file, messages)));
            }
        }
    }
    findings
}

/// What can be wrong with a language by itself.
fn check_alone(file: &TextFile, messages: &Messages) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (key, message) in &messages.0 {
        let mut report = |what: String| {
            findings.push(Finding::new(&file.path, line_of(&file.text, key), what));
        };
        for (form, text) in message.texts() {
            if text.trim().is_empty() {
                report(format!(
                    "`{key}` is empty; translate it or remove the key everywhere"
                ));
            }
            if form.is_some_and(|form| !PLURAL_FORMS.contains(&form)) {
                report(format!(
                    "`{key}` has an unknown plural form; use {}",
                    PLURAL_FORMS.join(", ")
                ));
            }
        }
        if let Message::Plural(forms) = message
            && !forms.contains_key("other")
        {
            report(format!(
                "`{key}` has no plural form `other`, which every language needs; add it"
            ));
        }
    }
    findings
}

/// What differs between the reference and another language.
fn compare(reference: (&TextFile, &Messages), other: (&TextFile, &Messages)) -> Vec<Finding> {
    let (reference_file, reference) = reference;
    let (file, messages) = other;
    let mut findings = Vec::new();
    let keys: BTreeSet<&String> = reference.0.keys().chain(messages.0.keys()).collect();
    for key in keys {
        let line = line_of(&file.text, key);
        let finding = match (reference.0.get(key), messages.0.get(key)) {
            (Some(_), None) => {
                let message = format!(
                    "`{key}` is missing; translate it from {}",
                    reference_file.path
                );
                Some(Finding::new(&file.path, line, message))
            }
            (None, Some(_)) => {
                let message = format!(
                    "`{key}` is not in {}; remove it here or add it there",
                    reference_file.path
                );
                Some(Finding::new(&file.path, line, message))
            }
            (Some(one), Some(two)) => {
                difference(key, one, two).map(|message| Finding::new(&file.path, line, message))
            }
            (None, None) => None,
        };
        findings.extend(finding);
    }
    findings
}

/// How two translations of one message disagree in form.
fn difference(key: &str, reference: &Message, other: &Message) -> Option<String> {
    let is_plural = |message: &Message| matches!(message, Message::Plural(_));
    if is_plural(reference) != is_plural(other) {
        return Some(format!(
            "`{key}` is a plural in one language and a plain text in the other; make both alike"
        ));
    }
    let (wanted, found) = (reference.placeholders(), other.placeholders());
    (wanted != found).then(|| {
        format!("`{key}` has the placeholders {found:?} instead of {wanted:?}; use the same names")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings(italian: &str, english: &str) -> Vec<String> {
        let file = |name: &str, text: &str| TextFile {
            path: format!("app/translations/{name}.json"),
            text: text.to_owned(),
        };
        check(&[file("en", english), file("it", italian)])
            .into_iter()
            .map(|finding| format!("{}:{} {}", finding.path, finding.line, finding.message))
            .collect()
    }

    #[test]
    fn languages_that_agree_pass() {
        let italian = r#"{"name": "Nome", "years": {"one": "{n} anno", "other": "{n} anni"}}"#;
        let english = r#"{"name": "Name", "years": {"one": "{n} year", "other": "{n} years"}}"#;
        assert!(findings(italian, english).is_empty());
    }

    #[test]
    fn missing_and_surplus_keys_are_found() {
        let found = findings(
            "{\"a\": \"x\",\n\"b\": \"y\"}",
            "{\"a\": \"x\",\n\"c\": \"y\"}",
        );
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found.iter().any(|one| one.contains("`b` is missing")));
        assert!(
            found
                .iter()
                .any(|one| one.starts_with("app/translations/en.json:2 `c`"))
        );
    }

    #[test]
    fn a_key_in_two_folders_is_found() {
        let file = |path: &str| TextFile {
            path: path.to_owned(),
            text: r#"{"a": "x"}"#.to_owned(),
        };
        let found = check(&[file("words/it.json"), file("words/later/check/it.json")]);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].path, "words/later/check/it.json");
    }

    #[test]
    fn a_language_of_a_cv_is_held_against_the_words_of_a_cv() {
        let file = |path: &str, text: &str| TextFile {
            path: path.to_owned(),
            text: text.to_owned(),
        };
        let check = |german: &str| {
            let italian = r#"{"a": "x", "cv.day": "{day}", "cv.now": "oggi"}"#;
            check(&[
                file("words/cv/de.json", german),
                file("words/it.json", italian),
            ])
        };
        assert_eq!(check(r#"{"cv.day": "{day}.", "cv.now": "heute"}"#).len(), 0);
        assert_eq!(check(r#"{"cv.day": "{tag}.", "cv.now": "heute"}"#).len(), 1);
        assert_eq!(check(r#"{"cv.day": "{day}."}"#).len(), 1);
        assert_eq!(
            check(r#"{"a": "x", "cv.day": "{day}", "cv.now": "y"}"#).len(),
            1
        );
    }

    #[test]
    fn placeholders_and_plural_forms_must_agree() {
        assert_eq!(
            findings(r#"{"a": "Ciao {name}"}"#, r#"{"a": "Hello {nome}"}"#).len(),
            1
        );
        assert_eq!(
            findings(r#"{"a": {"other": "{n} anni"}}"#, r#"{"a": "{n} years"}"#).len(),
            1
        );
        assert_eq!(
            findings(r#"{"a": {"one": "x"}}"#, r#"{"a": {"other": "x"}}"#).len(),
            1
        );
        assert_eq!(
            findings(
                r#"{"a": {"other": "x"}}"#,
                r#"{"a": {"other": "x", "lots": "y"}}"#
            )
            .len(),
            1
        );
    }

    #[test]
    fn empty_texts_and_broken_files_are_found() {
        assert_eq!(findings(r#"{"a": "x"}"#, r#"{"a": " "}"#).len(), 1);
        assert_eq!(findings(r#"{"a": "x"}"#, r#"{"a": 7}"#).len(), 1);
    }
}
