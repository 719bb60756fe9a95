//! The check on the CVs that other tests use: good ones, of which it has nothing weighty to say.

use approdo_domain::check::{CheckContext, CheckFinding, TextLanguage, Weight, check_cv};
use approdo_domain::{Cv, PartialDate};
use approdo_testkit::cv::{full_cv, sample_cv};

fn weighty(cv: &Cv) -> Vec<CheckFinding> {
    let context = CheckContext {
        today: PartialDate {
            year: 2026,
            month: Some(11),
            day: Some(22),
        },
        language: TextLanguage::Italian,
        pages: Some(2),
        print_size: None,
    };
    let mut findings = check_cv(cv, &context);
    findings.retain(|finding| finding.rule.weight() > Weight::Detail);
    findings
}

#[test]
fn a_good_cv_has_no_finding_of_weight() {
    assert_eq!(weighty(&sample_cv()), []);
    assert_eq!(weighty(&full_cv()), []);
}
