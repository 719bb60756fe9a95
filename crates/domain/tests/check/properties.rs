//! What holds for any CV: no panic, findings that point into its texts, keys that tell them apart, and
//! nothing changed.

use super::context;
use approdo_domain::check::{CheckRule, CheckValue, FindingKey, TextLanguage, check_cv};
use approdo_domain::{Cv, CvPlace, FieldValue, ItemId, Section};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Texts of all sorts, and such as the rules look for.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        ".{0,60}",
        "(?s).{0,40}",
        "[a-zàèéìòù'’ ,.;:!?\n]{0,80}",
        "(ho|io|I|mi|sono|nato a|nata il|2 figli|dinamico|l' |L. 68/99|ѐ|🙂|e\u{301}| |,|\n|[0-9]{1,4}){0,12}",
        "[a-z0-9._]{0,12}@[a-z.]{0,12}",
        "(0[1-9]|1[0-2])/(19|20)[0-9]{2}",
        Just("B1".to_owned()),
        Just("family-care".to_owned()),
    ]
}

fn any_cv() -> impl Strategy<Value = Cv> {
    let entries = proptest::collection::vec((0..Section::ALL.len(), 0..4_u64), 0..12);
    let texts =
        proptest::collection::vec((any::<prop::sample::Index>(), text(), any::<bool>()), 0..60);
    (entries, texts).prop_map(|(entries, texts)| {
        let mut cv = Cv::default();
        let distinct: BTreeSet<(usize, u64)> = entries.into_iter().collect();
        for (section, item) in distinct {
            cv.add_entry(Section::ALL[section], ItemId(item));
        }
        let places: Vec<CvPlace> = cv.places();
        for (index, text, flag) in texts {
            let place = *index.get(&places);
            cv.set_text(place, &text);
            cv.set_flag(place, flag);
        }
        cv
    })
}

proptest! {
    // Each case is a whole CV.
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn findings_of_any_cv_point_into_it_and_change_nothing(cv in any_cv(), english in any::<bool>()) {
        let language = if english { TextLanguage::English } else { TextLanguage::Italian };
        let before = cv.clone();
        let findings = check_cv(&cv, &context(language));
        prop_assert_eq!(&cv, &before);
        for finding in &findings {
            let value = cv.value(finding.place);
            prop_assert!(value.is_some(), "{:?} is nowhere", finding.place);
            if let Some(range) = finding.range.clone() {
                let Some(FieldValue::Text(text)) = value else {
                    return Err(TestCaseError::fail("a range in a place without text"));
                };
                prop_assert!(!range.is_empty());
                prop_assert!(text.get(range).is_some(), "{finding:?} in {text:?}");
            }
        }
        for finding in &findings {
            let names: Vec<&str> = finding.values.iter().map(|(name, _)| *name).collect();
            prop_assert_eq!(names.as_slice(), finding.rule.value_names(), "{:?}", finding.rule);
            for (_, value) in &finding.values {
                let is_blank = matches!(value, CheckValue::Text(text) if text.trim().is_empty());
                // Two spaces are marked as what they are.
                prop_assert!(!is_blank || finding.rule == CheckRule::Spacing, "{finding:?}");
            }
        }
        let keys: BTreeSet<FindingKey> = findings.iter().map(|finding| finding.key()).collect();
        prop_assert_eq!(keys.len(), findings.len(), "two findings have one key");
        prop_assert_eq!(check_cv(&cv, &context(language)), findings);
    }
}
