//! From which side a text is written: of a character, of a paragraph, of a whole CV. The order of letters
//! within a line is the shaper's work (Unicode Standard Annex 9).

use crate::request::RenderRequest;
use approdo_domain::Cv;

/// From which side a paragraph begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Direction {
    /// From the left, whatever stands in it.
    LeftToRight,
    /// From the right, whatever stands in it.
    RightToLeft,
    /// As its first letter says.
    OfItsText,
}

/// A CV with fewer letters from right to left than this is set from the left: a name makes no Arabic CV.
const LETTERS_OF_A_CV: usize = 120;

/// Languages written from right to left (BCP 47).
const FROM_THE_RIGHT: [&str; 8] = ["ar", "ckb", "fa", "he", "ps", "sd", "ug", "ur"];

/// Tells whether a letter is written from right to left: the blocks of Hebrew, Arabic, Syriac, Thaana, N'Ko
/// and their extensions.
pub(crate) fn is_from_the_right(character: char) -> bool {
    matches!(character,
        '\u{590}'..='\u{65F}' | '\u{66D}'..='\u{6EF}' | '\u{6FA}'..='\u{8FF}'
        | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' | '\u{10800}'..='\u{10FFF}'
        | '\u{1E800}'..='\u{1EFFF}')
}

/// Returns the language in which letters from right to left are most likely read aloud well; none where
/// there are no such letters. The letters that only Persian and only Urdu have decide between languages
/// in Arabic letters.
pub(crate) fn language_of(text: &str) -> Option<&'static str> {
    let has = |letters: &[char]| text.contains(letters);
    match text.chars().find(|&letter| is_from_the_right(letter))? {
        '\u{590}'..='\u{5FF}' => Some("he"),
        _ if has(&['ٹ', 'ڈ', 'ڑ', 'ں', 'ے', 'ہ']) => Some("ur"),
        _ if has(&['پ', 'چ', 'ژ', 'گ', 'ی']) => Some("fa"),
        _ => Some("ar"),
    }
}

/// Returns from which side the pages of a CV are laid out: as its language is written, or as most of what
/// the person wrote is.
pub(crate) fn page_direction(request: &RenderRequest) -> Direction {
    let primary = request.language.split('-').next().unwrap_or_default();
    let primary = primary.trim().to_ascii_lowercase();
    if FROM_THE_RIGHT.contains(&primary.as_str()) || is_mostly_from_the_right(&request.cv) {
        Direction::RightToLeft
    } else {
        Direction::LeftToRight
    }
}

/// Counts the letters of the texts that make most of a CV.
fn is_mostly_from_the_right(cv: &Cv) -> bool {
    let personal = &cv.personal;
    let heads = [
        &personal.given_name,
        &personal.family_name,
        &personal.headline,
        &cv.profile,
    ];
    let work = cv.experience.iter();
    let work = work.flat_map(|entry| [&entry.role, &entry.employer, &entry.description]);
    let schools = cv.education.iter();
    let schools =
        schools.flat_map(|entry| [&entry.qualification, &entry.school, &entry.description]);
    let (mut from_right, mut others) = (0, 0);
    for letter in heads
        .into_iter()
        .chain(work)
        .chain(schools)
        .flat_map(|text| text.chars())
    {
        if is_from_the_right(letter) {
            from_right += 1;
        } else if letter.is_alphabetic() {
            others += 1;
        }
    }
    from_right >= LETTERS_OF_A_CV && from_right > others
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::arabic("مهندس", Some("ar"))]
    #[case::persian("گرافیک", Some("fa"))]
    #[case::urdu("لڑکا", Some("ur"))]
    #[case::hebrew("שלום", Some("he"))]
    #[case::italian("Perché", None)]
    fn letters_tell_the_language(#[case] text: &str, #[case] language: Option<&str>) {
        assert_eq!(language_of(text), language);
    }

    fn direction(profile: &str, language: &str) -> Direction {
        let mut request = RenderRequest {
            language: language.to_owned(),
            ..RenderRequest::default()
        };
        request.cv.profile = profile.to_owned();
        page_direction(&request)
    }

    #[test]
    fn a_cv_is_laid_out_as_most_of_it_is_written() {
        let arabic = "خبرة عشر سنوات في المخازن ".repeat(8);
        assert_eq!(direction(&arabic, "it"), Direction::RightToLeft);
        assert_eq!(direction("أحمد Rossi", "it"), Direction::LeftToRight);
        let mixed = format!(
            "{arabic}{}",
            "Dieci anni di esperienza in magazzino. ".repeat(8)
        );
        assert_eq!(direction(&mixed, "it"), Direction::LeftToRight);
        assert_eq!(direction("", "ar-EG"), Direction::RightToLeft);
    }
}
