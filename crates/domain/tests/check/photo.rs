//! The photo: large enough, neither dark nor pale, and left alone where nothing is known of it.

use super::found;
use approdo_domain::check::CheckRule;
use approdo_domain::{Cv, CvPlace};
use rstest::rstest;

const RULES: [CheckRule; 3] = [
    CheckRule::PhotoSmall,
    CheckRule::PhotoDark,
    CheckRule::PhotoPale,
];

/// What the rules say of a photo of which this is noted.
fn said_of(noted: &str) -> Vec<CheckRule> {
    let mut cv = Cv::default();
    let named = format!("sha256:{};image/jpeg;45678{noted}", "a7".repeat(32));
    cv.set_text(CvPlace::Photo, &named);
    let mut said = Vec::new();
    for rule in RULES {
        for finding in found(&cv, rule) {
            assert_eq!(finding.place, CvPlace::Photo, "the jump leads to the photo");
            said.push(rule);
        }
    }
    said
}

#[rstest]
#[case::of_a_phone(";600x800;tones=18-224", &[])]
#[case::dark_skin_before_a_dark_wall(";600x800;tones=8-131", &[])]
#[case::white_shirt_before_a_white_wall(";600x600;tones=62-253", &[])]
#[case::not_measured(";600x800", &[])]
#[case::nothing_known("", &[])]
#[case::of_a_newer_version(";600x800;light=low", &[])]
#[case::just_large_enough(";217x289;tones=18-224", &[])]
#[case::from_a_chat(";160x213;tones=18-224", &[CheckRule::PhotoSmall])]
#[case::at_night(";600x800;tones=0-71", &[CheckRule::PhotoDark])]
#[case::against_the_light(";600x800;tones=171-255", &[CheckRule::PhotoPale])]
#[case::through_fog(";600x800;tones=120-164", &[CheckRule::PhotoPale])]
#[case::small_and_dark(";120x160;tones=0-40", &[CheckRule::PhotoSmall, CheckRule::PhotoDark])]
fn photos(#[case] noted: &str, #[case] expected: &[CheckRule]) {
    assert_eq!(said_of(noted), expected);
}

#[test]
fn without_a_photo_nothing_is_said() {
    for rule in RULES {
        assert_eq!(found(&Cv::default(), rule), []);
    }
}

/// "Not now" holds for this photo; another one is looked at again.
#[test]
fn another_photo_is_another_finding() {
    let key = |hash: &str| {
        let mut cv = Cv::default();
        let named = format!("sha256:{};image/jpeg;45678;120x160", hash.repeat(32));
        cv.set_text(CvPlace::Photo, &named);
        found(&cv, CheckRule::PhotoSmall)[0].key()
    };
    assert_eq!(key("a7"), key("a7"));
    assert_ne!(key("a7"), key("b8"));
}
