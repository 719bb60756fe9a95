//! Which profile this browser works for: one person's data, with a database of its own.

use super::{local_storage, random};
use std::cell::RefCell;

const KEY: &str = "approdo.profile";

thread_local! {
    static CURRENT: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Returns the profile's id, 32 hexadecimal digits, drawn at the first visit. Without storage it
/// holds as long as the page lives.
pub fn id() -> String {
    CURRENT.with_borrow_mut(|current| current.get_or_insert_with(stored_or_drawn).clone())
}

/// Returns the name of the profile's database.
pub fn database_name() -> String {
    format!("approdo-{}", id())
}

fn stored_or_drawn() -> String {
    local_storage::get(KEY)
        .filter(|stored| is_id(stored))
        .unwrap_or_else(|| {
            let drawn = hexadecimal(&random::bytes::<16>());
            local_storage::set(KEY, &drawn);
            // Two tabs at once on the first visit: the one that wrote last names the profile.
            local_storage::get(KEY)
                .filter(|stored| is_id(stored))
                .unwrap_or(drawn)
        })
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn is_id(text: &str) -> bool {
    let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    text.len() == 32 && text.bytes().all(is_digit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_server_takes_passes_for_a_profile() {
        assert!(is_id(&hexadecimal(&[0xab; 16])));
        assert!(!is_id("ABABABABABABABABABABABABABABABAB"));
        assert!(!is_id("../../../../../../../etc/passwd."));
        assert!(!is_id(""));
    }
}
