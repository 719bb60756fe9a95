//! The Italian tax code (*codice fiscale*): whether a text can be one, and the code of the place in it.
//! Nothing else of what it tells of a person is read.

/// Why a text is no tax code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TaxCodeError {
    /// Neither sixteen letters and digits in their order nor the eleven digits of a provisional code.
    Form,
    /// The last character does not fit the others: something is mistyped.
    CheckCharacter,
}

/// Letters that stand for digits where two people would have the same code (*omocodia*).
const DIGIT_LETTERS: &str = "LMNPQRSTUV";

/// What an odd place is worth for 0 to 9 and for A to J, K to Z (DM 23 December 1976, table of odd
/// characters).
const ODD: [u32; 26] = [
    1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
];

/// Returns why a text is no tax code, or nothing if it is one. Spaces and small letters do not matter.
pub fn tax_code_error(text: &str) -> Option<TaxCodeError> {
    let code: Vec<char> = text
        .chars()
        .filter(|character| !character.is_whitespace())
        .map(|character| character.to_ascii_uppercase())
        .collect();
    match code.len() {
        16 if has_form(&code) => {
            (check_character(&code) != code.last().copied()).then_some(TaxCodeError::CheckCharacter)
        }
        11 => provisional_error(&code),
        _ => Some(TaxCodeError::Form),
    }
}

/// Returns the cadastral code of the place of birth in a tax code, with its digits as digits; none for
/// provisional codes and for texts of another form.
pub fn tax_code_place(text: &str) -> Option<String> {
    let code: Vec<char> = text
        .chars()
        .filter(|character| !character.is_whitespace())
        .map(|character| character.to_ascii_uppercase())
        .collect();
    if code.len() != 16 || !has_form(&code) {
        return None;
    }
    let digit = |character: &char| match DIGIT_LETTERS.find(*character) {
        Some(place) => char::from_digit(u32::try_from(place).ok()?, 10),
        None => Some(*character),
    };
    let letter = code.get(11).copied();
    let digits = code.get(12..15)?.iter().map(digit);
    std::iter::once(letter).chain(digits).collect()
}

/// Six letters, two digits, a letter, two digits, a letter, three digits, a letter.
fn has_form(code: &[char]) -> bool {
    code.iter()
        .enumerate()
        .all(|(place, character)| match place {
            6 | 7 | 9 | 10 | 12..=14 => {
                character.is_ascii_digit() || DIGIT_LETTERS.contains(*character)
            }
            _ => character.is_ascii_uppercase(),
        })
}

/// Returns the sixteenth character that belongs to the first fifteen (DM 23 December 1976, art. 10).
fn check_character(code: &[char]) -> Option<char> {
    let mut sum = 0;
    for (place, character) in code.iter().take(15).enumerate() {
        let rank = match character.to_digit(10) {
            Some(digit) => digit,
            None => u32::from(*character).checked_sub(u32::from('A'))?,
        };
        // Places are counted from one: the first is odd.
        sum += if place % 2 == 0 {
            *ODD.get(usize::try_from(rank).ok()?)?
        } else {
            rank
        };
    }
    char::from_u32(u32::from('A') + sum % 26)
}

/// A provisional code has eleven digits, the last of which checks the others as in a VAT number.
fn provisional_error(code: &[char]) -> Option<TaxCodeError> {
    let digits: Option<Vec<u32>> = code
        .iter()
        .map(|character| character.to_digit(10))
        .collect();
    let Some(digits) = digits else {
        return Some(TaxCodeError::Form);
    };
    let sum: u32 = digits
        .iter()
        .enumerate()
        .map(|(place, digit)| match (place % 2, digit * 2) {
            (0, _) => *digit,
            (_, double) if double > 9 => double - 9,
            (_, double) => double,
        })
        .sum();
    (!sum.is_multiple_of(10)).then_some(TaxCodeError::CheckCharacter)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::usual("RSSMRA85T10A562S", None)]
    #[case::small_letters_and_spaces("rss mra 85t10 a562s", None)]
    #[case::same_code_for_two_people("RSSMRA85T10A56NH", None)]
    #[case::provisional("80012345676", None)]
    #[case::mistyped("RSSMRA85T01A562S", Some(TaxCodeError::CheckCharacter))]
    #[case::too_short("RSSMRA85T10A562", Some(TaxCodeError::Form))]
    #[case::letter_for_digit("RSSMRAX5T10A562S", Some(TaxCodeError::Form))]
    #[case::provisional_mistyped("80012345671", Some(TaxCodeError::CheckCharacter))]
    #[case::another_alphabet("РССМРА85Т10А562S", Some(TaxCodeError::Form))]
    fn tax_codes_are_told_from_others(#[case] text: &str, #[case] error: Option<TaxCodeError>) {
        assert_eq!(tax_code_error(text), error);
    }

    #[rstest]
    #[case::usual("rss mra 85t10 a562s", Some("A562"))]
    #[case::same_code_for_two_people("RSSMRA85T10A56NH", Some("A562"))]
    #[case::provisional("80012345676", None)]
    #[case::of_another_form("RSSMRA85T10", None)]
    fn the_place_of_birth_is_read(#[case] text: &str, #[case] place: Option<&str>) {
        assert_eq!(tax_code_place(text).as_deref(), place);
    }
}
