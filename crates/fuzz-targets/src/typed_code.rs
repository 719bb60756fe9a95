//! Codes for linking and recovery as people type them: device and server read the same letters,
//! however they are grouped, and one kind of code never passes for the other.

use crate::linking::{grouped_code, normalised_code};
use crate::secrets::{hash_link_code, hash_recovery_code};

pub(crate) fn check(bytes: &[u8]) {
    let typed = String::from_utf8_lossy(bytes);
    let letters = normalised_code(&typed);
    assert!(letters.bytes().all(|letter| letter.is_ascii_alphanumeric()));
    assert_eq!(normalised_code(&letters), letters);
    let shown = grouped_code(&typed);
    assert_eq!(normalised_code(&shown), letters);
    assert_eq!(grouped_code(&shown), shown);
    for same in [&letters, &shown, &typed.to_ascii_lowercase()] {
        assert_eq!(hash_link_code(same), hash_link_code(&typed));
        assert_eq!(hash_recovery_code(same), hash_recovery_code(&typed));
    }
    assert_ne!(hash_link_code(&typed), hash_recovery_code(&typed));
    check_look_alikes(&letters);
    check_two(&typed);
}

/// On paper the letter O looks like a zero, and I and L like a one.
fn check_look_alikes(letters: &str) {
    let misread = letters.replace('0', "o").replace('1', "l");
    assert_eq!(hash_recovery_code(&misread), hash_recovery_code(letters));
}

/// Two codes are the same only if their letters are.
fn check_two(typed: &str) {
    let Some((one, other)) = typed.split_once('/') else {
        return;
    };
    let is_same = normalised_code(one) == normalised_code(other);
    assert_eq!(hash_link_code(one) == hash_link_code(other), is_same);
}
