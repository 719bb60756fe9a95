//! The texts in `content` follow their own rules. The rules are in `content/README.md`.

mod common;

use approdo_catalog::source::check;
use common::{codes, lines, source};

#[test]
fn every_text_follows_the_rules() {
    let faults = check(&source(), &codes());
    let number = faults.len();
    assert!(faults.is_empty(), "{number} faults:\n{}", lines(&faults));
}
