//! Arabic letters that were copied in one of their joined shapes (Unicode block "Arabic Presentation
//! Forms-B"): they become the letters themselves, whose shape the font chooses.

/// The letters from U+FE80 on, in the order of the block, each with the number of its shapes.
const LETTERS: [(&str, u32); 40] = [
    ("ء", 1),
    ("آ", 2),
    ("أ", 2),
    ("ؤ", 2),
    ("إ", 2),
    ("ئ", 4),
    ("ا", 2),
    ("ب", 4),
    ("ة", 2),
    ("ت", 4),
    ("ث", 4),
    ("ج", 4),
    ("ح", 4),
    ("خ", 4),
    ("د", 2),
    ("ذ", 2),
    ("ر", 2),
    ("ز", 2),
    ("س", 4),
    ("ش", 4),
    ("ص", 4),
    ("ض", 4),
    ("ط", 4),
    ("ظ", 4),
    ("ع", 4),
    ("غ", 4),
    ("ف", 4),
    ("ق", 4),
    ("ك", 4),
    ("ل", 4),
    ("م", 4),
    ("ن", 4),
    ("ه", 4),
    ("و", 2),
    ("ى", 2),
    ("ي", 4),
    ("لآ", 2),
    ("لأ", 2),
    ("لإ", 2),
    ("لا", 2),
];

/// Returns the letters that a joined shape stands for; none for any other character.
pub(crate) fn letters_of_shape(shape: char) -> Option<&'static str> {
    let mut left = u32::from(shape).checked_sub(0xFE80)?;
    for (letters, shapes) in LETTERS {
        match left.checked_sub(shapes) {
            None => return Some(letters),
            Some(rest) => left = rest,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::hamza('\u{FE80}', Some("ء"))]
    #[case::middle_meem('\u{FEE4}', Some("م"))]
    #[case::final_yeh('\u{FEF2}', Some("ي"))]
    #[case::lam_alef('\u{FEFC}', Some("لا"))]
    #[case::before_the_block('\u{FE7F}', None)]
    #[case::behind_the_block('\u{FEFD}', None)]
    fn shapes_become_letters(#[case] shape: char, #[case] letters: Option<&str>) {
        assert_eq!(letters_of_shape(shape), letters);
    }
}
