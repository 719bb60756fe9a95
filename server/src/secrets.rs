//! Tokens and codes: how they are drawn, how people's typing of them is read, and how they are
//! hashed before they are stored. Where they are stored is in `store`.

use data_encoding::{Encoding, Specification};
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

/// What is stored in place of a secret.
pub type SecretHash = [u8; 32];

/// Letters and digits of a linking code: none that looks or sounds like another in Italian print.
const LINK_ALPHABET: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
/// Length of a linking code: 40 bits, enough for five minutes and few attempts.
const LINK_LENGTH: usize = 8;
/// Random bytes in a recovery code: 120 bits, which nobody guesses in any number of attempts.
const RECOVERY_BYTES: usize = 15;
/// Characters of a recovery code in one group.
const RECOVERY_GROUP: usize = 4;

/// The random source of the machine failed.
#[derive(Debug, Clone, Copy, thiserror::Error)]
#[error("the machine gives no random numbers; restart it, or look at its system log")]
pub struct NoRandomness;

/// Draws random bytes.
///
/// # Errors
/// [`NoRandomness`] if the machine has none.
pub fn random_bytes<const LENGTH: usize>() -> Result<[u8; LENGTH], NoRandomness> {
    let mut bytes = [0; LENGTH];
    getrandom::fill(&mut bytes).map_err(|_| NoRandomness)?;
    Ok(bytes)
}

/// Draws a token of 256 bits, in hexadecimal.
///
/// # Errors
/// [`NoRandomness`] if the machine has none.
pub fn new_token() -> Result<String, NoRandomness> {
    Ok(hex::encode(random_bytes::<32>()?))
}

/// Draws a linking code.
///
/// # Errors
/// [`NoRandomness`] if the machine has none.
pub fn new_link_code() -> Result<String, NoRandomness> {
    let bytes = random_bytes::<LINK_LENGTH>()?;
    let letters = bytes
        .iter()
        .map(|byte| char::from(LINK_ALPHABET[usize::from(byte % 32)]));
    Ok(letters.collect())
}

/// Draws a recovery code, in groups.
///
/// # Errors
/// [`NoRandomness`] if the machine has none.
pub fn new_recovery_code() -> Result<String, NoRandomness> {
    let letters = crockford().encode(&random_bytes::<RECOVERY_BYTES>()?);
    let groups: Vec<&str> = (0..letters.len())
        .step_by(RECOVERY_GROUP)
        .filter_map(|start| letters.get(start..(start + RECOVERY_GROUP).min(letters.len())))
        .collect();
    Ok(groups.join("-"))
}

/// Hashes a token as it came.
pub fn hash_token(token: &str) -> SecretHash {
    Sha256::digest(token.as_bytes()).into()
}

/// Hashes a linking code as a person typed it: case, spaces and dashes do not count.
pub fn hash_link_code(typed: &str) -> SecretHash {
    hash_token(&format!("link {}", letters_of(typed)))
}

/// Hashes a recovery code as a person typed it: case, spaces and dashes do not count, and letters
/// that Crockford's alphabet leaves out are read as the digits they look like.
pub fn hash_recovery_code(typed: &str) -> SecretHash {
    let read: String = letters_of(typed)
        .chars()
        .map(|letter| match letter {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        })
        .collect();
    hash_token(&format!("recovery {read}"))
}

fn letters_of(typed: &str) -> String {
    typed
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|letter| letter.to_ascii_uppercase())
        .collect()
}

/// Crockford's base 32.
fn crockford() -> &'static Encoding {
    static CROCKFORD: LazyLock<Encoding> = LazyLock::new(|| {
        let mut specification = Specification::new();
        specification
            .symbols
            .push_str("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
        // The symbols are 32 different ones, which is all that can be wrong with them.
        specification
            .encoding()
            .unwrap_or(data_encoding::BASE32_NOPAD)
    });
    &CROCKFORD
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_recovery_code_is_six_groups_of_four_and_reads_back_as_people_type_it() {
        let code = new_recovery_code().unwrap();
        let groups: Vec<&str> = code.split('-').collect();
        assert_eq!(groups.len(), 6);
        assert!(groups.iter().all(|group| group.len() == 4));
        let typed = code.to_lowercase().replace('-', " ").replace('0', "o");
        assert_eq!(hash_recovery_code(&typed), hash_recovery_code(&code));
    }

    #[test]
    fn a_link_code_has_no_letters_that_look_alike() {
        for _ in 0..200 {
            let code = new_link_code().unwrap();
            assert_eq!(code.len(), 8);
            assert!(!code.contains(['0', 'O', '1', 'I']), "{code}");
        }
    }

    #[test]
    fn a_link_code_reads_the_same_with_spaces_and_in_small_letters() {
        assert_eq!(hash_link_code(" k7qm-2xwb "), hash_link_code("K7QM2XWB"));
        assert_ne!(hash_link_code("K7QM2XWB"), hash_link_code("K7QM2XWC"));
    }
}
