//! Names of the files a person saves: readable, and safe on every system.

use crate::Personal;

/// Longest part of a name, in characters, so that the whole stays under what phones show.
const LONGEST_PART: usize = 40;

/// Returns `Cognome-Nome-CV.pdf` with the given extension; only `CV.pdf` if there is no name.
///
/// Letters of every script stay; whatever could be a path, a wildcard or a control character goes.
pub fn cv_file_name(personal: &Personal, extension: &str) -> String {
    let parts = [
        safe_part(&personal.family_name),
        safe_part(&personal.given_name),
    ];
    let mut name: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    name.push("CV".to_owned());
    format!("{}.{extension}", name.join("-"))
}

fn safe_part(text: &str) -> String {
    let words: Vec<String> = text
        .split(|character: char| !character.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    words.join("-").chars().take(LONGEST_PART).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::plain("Niccolò", "D'Alò", "D-Alò-Niccolò-CV.pdf")]
    #[case::only_one("Anna", "", "Anna-CV.pdf")]
    #[case::nothing("", "  ", "CV.pdf")]
    #[case::path("../../etc", "C:\\Rossi*?", "C-Rossi-etc-CV.pdf")]
    #[case::arabic("محمد", "العربي", "العربي-محمد-CV.pdf")]
    fn file_names_are_safe(#[case] given: &str, #[case] family: &str, #[case] expected: &str) {
        let personal = Personal {
            given_name: given.to_owned(),
            family_name: family.to_owned(),
            ..Personal::default()
        };
        assert_eq!(cv_file_name(&personal, "pdf"), expected);
    }
}
