//! A file that somebody brings: it is read or refused. What was read goes out in every format, and comes
//! back from Approdo's own without a change.

use approdo_domain::{Cv, ExportChoice};
use approdo_exchange::export::{
    Labels, approdo_json, docx, europass_xml, json_resume, plain_text, vcard,
};
use approdo_exchange::import::{ImportRequest, Titles};

/// Longer files only take longer.
const MOST_BYTES: usize = 64 * 1024;

pub(crate) fn check(bytes: &[u8]) {
    if bytes.len() > MOST_BYTES {
        return;
    }
    let Some(cv) = read(bytes) else {
        return;
    };
    let own = approdo_json(&cv);
    let back = read(own.as_bytes()).map(|back| approdo_json(&back));
    assert_eq!(back, Some(own));
    let cv = cv.for_export(ExportChoice::default());
    let labels = Labels::default();
    assert!(docx(&cv, &labels).is_ok());
    for text in [
        europass_xml(&cv, &labels),
        json_resume(&cv),
        plain_text(&cv, &labels),
        vcard(&cv),
    ] {
        assert!(!text.contains('\0'));
    }
}

fn read(bytes: &[u8]) -> Option<Cv> {
    let request = ImportRequest {
        file: bytes.to_vec(),
        titles: Titles::default(),
        first_id: 1,
    };
    Some(request.carry_out().ok()?.cv)
}
