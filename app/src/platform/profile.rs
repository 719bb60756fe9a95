//! Which profile this browser works for: one person's data, with a database of its own.

use super::translations::field;
use super::{local_storage, random};
use approdo_document::sort_short;
use js_sys::{Array, Function, Promise};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

const KEY: &str = "approdo.profile";
const DATABASE_PREFIX: &str = "approdo-";
const RECORDINGS_PREFIX: &str = "approdo-recordings-";

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
    format!("{DATABASE_PREFIX}{}", id())
}

/// Returns the name of the database of the profile's recordings, which passes for no profile's own.
pub fn recordings_name() -> String {
    format!("{RECORDINGS_PREFIX}{}", id())
}

/// Finds the profile again if the browser kept its database and forgot its name. To be awaited
/// before the first [`id`].
///
/// Browsers write local storage to disk some seconds late: one that is killed soon after the first
/// visit would otherwise start anew beside a database full of work.
pub async fn recall() {
    if local_storage::get(KEY).is_some_and(|stored| is_id(&stored)) {
        return;
    }
    let mut known = databases().await.unwrap_or_default();
    sort_short(&mut known, Ord::cmp);
    let found = known
        .iter()
        .filter_map(|name| name.strip_prefix(DATABASE_PREFIX))
        .find(|id| is_id(id));
    if let Some(id) = found {
        local_storage::set(KEY, id);
    }
}

/// Returns the names of this origin's databases, where the browser tells them.
async fn databases() -> Option<Vec<String>> {
    let factory = field(&JsValue::from(web_sys::window()?), "indexedDB");
    let list: Function = field(&factory, "databases").dyn_into().ok()?;
    let promise: Promise = list.call0(&factory).ok()?.dyn_into().ok()?;
    let databases: Array = JsFuture::from(promise).await.ok()?.dyn_into().ok()?;
    Some(
        databases
            .iter()
            .filter_map(|database| field(&database, "name").as_string())
            .collect(),
    )
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
        let recordings = format!("{RECORDINGS_PREFIX}{}", hexadecimal(&[0xab; 16]));
        assert!(
            recordings
                .strip_prefix(DATABASE_PREFIX)
                .is_some_and(|name| !is_id(name))
        );
    }
}
