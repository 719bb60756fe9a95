//! Whatever bytes come in: they are read or refused, and what was read can go out again.

mod common;

use approdo_exchange::export::{approdo_json, docx, europass_xml, json_resume, plain_text, vcard};
use common::{labels, read};
use proptest::prelude::*;
use proptest::sample::{Index, select};

const FILES: [&str; 5] = [
    include_str!("golden/approdo-cv-1.json"),
    include_str!("fixtures/europass/candidate.xml"),
    include_str!("fixtures/json-resume/sample.resume.json"),
    include_str!("fixtures/reactive-resume/version-4.json"),
    include_str!("fixtures/reactive-resume/version-5.json"),
];

/// A good file in which some bytes were replaced by others, or by pieces that mean something.
fn changed_file() -> impl Strategy<Value = Vec<u8>> {
    let pieces = [
        "",
        "\u{0}",
        "<",
        "\"",
        "{",
        "[]",
        "&#0;",
        "&lt;p&gt;",
        "=1+1",
        "\u{202e}",
        "null",
        "1e999",
        "]]>",
    ];
    let change = (any::<Index>(), 0_usize..12, select(pieces.to_vec()));
    (
        select(FILES.to_vec()),
        proptest::collection::vec(change, 1..6),
    )
        .prop_map(|(file, changes)| {
            let mut bytes = file.as_bytes().to_vec();
            for (at, length, piece) in changes {
                let start = at.index(bytes.len());
                let end = (start + length).min(bytes.len());
                bytes.splice(start..end, piece.bytes());
            }
            bytes
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn changed_files_are_read_or_refused_and_go_out_again(bytes in changed_file()) {
        if let Ok(imported) = read(&bytes) {
            let cv = imported.cv;
            prop_assert!(read(approdo_json(&cv).as_bytes()).is_ok());
            prop_assert!(read(europass_xml(&cv, &labels()).as_bytes()).is_ok());
            prop_assert!(read(json_resume(&cv).as_bytes()).is_ok() || json_resume(&cv).len() < 200);
            prop_assert!(docx(&cv, &labels()).is_ok());
            prop_assert!(vcard(&cv).starts_with("BEGIN:VCARD\r\n"));
            let _ = plain_text(&cv, &labels());
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in any::<Vec<u8>>(), beginning in select(vec!["", "%PDF-1.7\n", "{", "<Candidate "])) {
        let _ = read(&[beginning.as_bytes(), &bytes].concat());
    }
}
