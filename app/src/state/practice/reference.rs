//! The questions and checklists of the catalogue in the language of the interface, fetched when a page first wants them
//! and kept for the page's life.

use crate::i18n;
use crate::platform::reference_files;
use approdo_catalog::{Checklists, Questions};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::thread::LocalKey;

type Known<T> = RefCell<BTreeMap<&'static str, Arc<T>>>;

thread_local! {
    static QUESTIONS: Known<Questions> = const { RefCell::new(BTreeMap::new()) };
    static CHECKLISTS: Known<Checklists> = const { RefCell::new(BTreeMap::new()) };
}

/// Returns the questions; none if they are neither on this device nor to be had. The next call tries again.
pub async fn questions() -> Option<Arc<Questions>> {
    let read = |bytes: &[u8]| Questions::from_bytes(bytes).ok();
    loaded("questions", &QUESTIONS, read).await
}

/// Returns the checklists; none as above.
pub async fn checklists() -> Option<Arc<Checklists>> {
    let read = |bytes: &[u8]| Checklists::from_bytes(bytes).ok();
    loaded("checklists", &CHECKLISTS, read).await
}

async fn loaded<T>(
    name: &str,
    all: &'static LocalKey<Known<T>>,
    read: fn(&[u8]) -> Option<T>,
) -> Option<Arc<T>> {
    let language = i18n::language().tag();
    if let Some(known) = all.with_borrow(|all| all.get(language).cloned()) {
        return Some(known);
    }
    let bytes = reference_files::load(&format!("{name}-{language}")).await?;
    let read = Arc::new(read(&bytes)?);
    all.with_borrow_mut(|all| all.insert(language, read.clone()));
    Some(read)
}
