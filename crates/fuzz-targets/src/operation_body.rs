//! The body of an operation: reads to the same again once written; a patch gives a text or none.

use approdo_document::{Body, Content, TextPatch, cv_paths};

pub(crate) fn check(bytes: &[u8]) {
    if let Ok(body) = Body::decode(bytes) {
        assert_eq!(Body::decode(&body.encode()), Ok(body.clone()));
        if let Some(place) = cv_paths::place(&body.path) {
            assert_eq!(cv_paths::path(place), body.path, "{place:?}");
        }
        if let Content::Patch(patch) = &body.content {
            check_patch(patch);
        }
    }
    let (old, new) = bytes.split_at(bytes.len() / 2);
    let (old, new) = (String::from_utf8_lossy(old), String::from_utf8_lossy(new));
    let made = TextPatch::between(&old, &new).apply(&old);
    assert_eq!(made.as_deref(), Some(new.as_ref()));
}

fn check_patch(patch: &TextPatch) {
    for text in [
        "",
        "Ho lavorato in magazzino per tre anni.",
        "è\u{1f469}\u{200d}\u{1f33e}",
    ] {
        if let Some(made) = patch.apply(text) {
            assert!(made.len() <= text.len() + patch.encoded_length());
        }
    }
}
