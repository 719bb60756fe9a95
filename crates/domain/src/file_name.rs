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

/// What is in the file of a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LetterFile {
    /// The letter.
    Letter,
    /// The letter, and the CV behind it.
    LetterAndCv,
}

/// Returns `Nome-Cognome-Lettera-Azienda.pdf` with the given extension; what is not known is left out. English
/// letters are `Letter`.
pub fn letter_file_name(
    file: LetterFile,
    [name, company]: [&str; 2],
    is_english: bool,
    extension: &str,
) -> String {
    let word = match (file, is_english) {
        (LetterFile::Letter, false) => "Lettera",
        (LetterFile::Letter, true) => "Letter",
        (LetterFile::LetterAndCv, false) => "Lettera-e-CV",
        (LetterFile::LetterAndCv, true) => "Letter-and-CV",
    };
    let mut parts = vec![safe_part(name), word.to_owned(), safe_part(company)];
    parts.retain(|part| !part.is_empty());
    format!("{}.{extension}", parts.join("-"))
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

    #[rstest]
    #[case::letter(
        LetterFile::Letter,
        "Rossi S.r.l.",
        false,
        "Anna-D-Alò-Lettera-Rossi-S-r-l.pdf"
    )]
    #[case::both(LetterFile::LetterAndCv, "", false, "Anna-D-Alò-Lettera-e-CV.pdf")]
    #[case::english(LetterFile::Letter, "../x", true, "Anna-D-Alò-Letter-x.pdf")]
    fn files_of_letters_say_whose_and_for_whom(
        #[case] file: LetterFile,
        #[case] company: &str,
        #[case] is_english: bool,
        #[case] expected: &str,
    ) {
        let name = letter_file_name(file, ["Anna D'Alò", company], is_english, "pdf");
        assert_eq!(name, expected);
    }
}
