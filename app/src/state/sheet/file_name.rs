//! What the files of a sheet are called.

use crate::i18n::{Key, text};
use approdo_domain::sheet::Sheet;

/// Names a file after the candidate and the day, as far as both are given; whatever could be a path goes.
pub fn file_name(sheet: &Sheet, extension: &str) -> String {
    let (date, name) = (&sheet.about.date.0, &sheet.about.candidate);
    let pieces = [text(Key::SheetFileName), name.clone(), date.clone()];
    let mut words = String::new();
    for piece in pieces {
        for sign in piece.chars() {
            words.push(if sign.is_alphanumeric() { sign } else { '-' });
        }
        words.push('-');
    }
    let words: Vec<&str> = words.split('-').filter(|word| !word.is_empty()).collect();
    format!("{}.{extension}", words.join("-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_named_safely_after_candidate_and_day() {
        let mut sheet = Sheet::default();
        sheet.about.candidate = "../Anna D’Alò".to_owned();
        sheet.about.date.0 = "22/11/2026".to_owned();
        let name = file_name(&sheet, "pdf");
        assert!(name.ends_with("Anna-D-Alò-22-11-2026.pdf"), "{name}");
        assert!(!name.contains(['/', ' ']));
    }
}
