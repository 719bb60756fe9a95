//! Text that says the same as a character for which there is no shape: pasted symbols, fancy
//! letters, emoji with a plain sign. What has no equivalent is for `substitution`.

/// Signs with a plain counterpart, tried from left to right as the fonts allow.
const SIGNS: &[(char, &[&str])] = &[
    ('\u{F0B7}', &["•"]),
    ('\u{F0A7}', &["•"]),
    ('\u{F0D8}', &["•"]),
    ('\u{F076}', &["•"]),
    ('\u{F0FC}', &["✓", "•"]),
    ('\u{F0E0}', &["→", "->"]),
    ('\u{F028}', &["☎", "tel."]),
    ('☎', &["tel."]),
    ('📞', &["☎", "tel."]),
    ('📱', &["☎", "tel."]),
    ('✆', &["tel."]),
    ('✉', &["e-mail"]),
    ('📧', &["✉", "e-mail"]),
    ('📩', &["✉", "e-mail"]),
    ('📨', &["✉", "e-mail"]),
    ('✅', &["✓", "•"]),
    ('☑', &["✓", "•"]),
    ('✔', &["✓", "•"]),
    ('❌', &["✗", "x"]),
    ('✖', &["✗", "x"]),
    ('⭐', &["★", "*"]),
    ('🌟', &["★", "*"]),
    ('★', &["*"]),
    ('❤', &["♥"]),
    ('👉', &["→", "->"]),
    ('➡', &["→", "->"]),
    ('⇒', &["→", "->"]),
    ('→', &["->"]),
    ('⬅', &["←", "<-"]),
    ('🔹', &["•"]),
    ('🔸', &["•"]),
    ('🔵', &["•"]),
    ('🔴', &["•"]),
    ('⚫', &["•"]),
    ('■', &["•"]),
    ('▪', &["•"]),
    ('●', &["•"]),
    ('‣', &["•"]),
    ('➢', &["•"]),
    ('➤', &["•"]),
    ('•', &["-"]),
    ('ﬁ', &["fi"]),
    ('ﬂ', &["fl"]),
    ('ﬀ', &["ff"]),
    ('ﬃ', &["ffi"]),
    ('ﬄ', &["ffl"]),
    ('‐', &["-"]),
    ('‑', &["-"]),
    ('‒', &["–", "-"]),
    ('―', &["—", "-"]),
    ('−', &["–", "-"]),
    ('′', &["'"]),
    ('″', &["\""]),
    ('≥', &[">="]),
    ('≤', &["<="]),
];

/// Returns the texts that may stand for a character, best first.
pub(crate) fn equivalents(character: char) -> Vec<String> {
    if let Some((_, texts)) = SIGNS.iter().find(|(sign, _)| *sign == character) {
        return texts.iter().map(|&text| text.to_owned()).collect();
    }
    plain_letter(character)
        .map(|letter| vec![letter.to_string()])
        .unwrap_or_default()
}

/// Undoes the styled alphabets of Unicode that people paste as "bold" or "script" text.
fn plain_letter(character: char) -> Option<char> {
    let point = u32::from(character);
    let plain = match point {
        // Fullwidth forms of ASCII.
        0xFF01..=0xFF5E => point - 0xFF01 + 0x21,
        // Mathematical alphabets: thirteen of 52 letters each.
        0x1D400..=0x1D6A3 => match (point - 0x1D400) % 52 {
            capital @ 0..=25 => 0x41 + capital,
            small => 0x61 + small - 26,
        },
        // Mathematical digits: five sets of ten.
        0x1D7CE..=0x1D7FF => 0x30 + (point - 0x1D7CE) % 10,
        // Digits and letters in circles.
        0x2460..=0x2468 => 0x31 + point - 0x2460,
        0x24B6..=0x24CF => 0x41 + point - 0x24B6,
        0x24D0..=0x24E9 => 0x61 + point - 0x24D0,
        // Letters in squares and dark circles.
        0x1F130..=0x1F149 => 0x41 + point - 0x1F130,
        0x1F150..=0x1F169 => 0x41 + point - 0x1F150,
        0x1F170..=0x1F189 => 0x41 + point - 0x1F170,
        _ => return None,
    };
    char::from_u32(plain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::bold('𝐌', "M")]
    #[case::sans_bold_small('𝗮', "a")]
    #[case::digit('𝟐', "2")]
    #[case::fullwidth('Ａ', "A")]
    #[case::circled('ⓑ', "b")]
    #[case::circled_digit('②', "2")]
    #[case::word_bullet('\u{F0B7}', "•")]
    #[case::ligature('ﬁ', "fi")]
    fn pasted_shapes_have_a_plain_text(#[case] pasted: char, #[case] plain: &str) {
        assert_eq!(equivalents(pasted).first().map(String::as_str), Some(plain));
    }

    #[test]
    fn a_letter_of_another_script_has_none() {
        assert!(equivalents('م').is_empty());
    }
}
