//! Who it is, how to reach them, what they want to do. What an e-mail address says is in `email`.

use super::phrases::{Phrase, find, phrase};
use super::words::IndexedWords;
use super::{CheckContext, CheckFinding, CheckRule};
use crate::{Cv, CvPlace, PersonalField};

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

pub(super) fn name_and_contact(cv: &Cv, _: &CheckContext) -> Vec<CheckFinding> {
    let personal = &cv.personal;
    let missing = |rule, field| CheckFinding::new(rule, CvPlace::Personal(field), "");
    let mut findings = Vec::new();
    if is_blank(&personal.given_name) {
        findings.push(missing(CheckRule::MissingName, PersonalField::GivenName));
    } else if is_blank(&personal.family_name) {
        findings.push(missing(CheckRule::MissingName, PersonalField::FamilyName));
    }
    let has_phone =
        !is_blank(&personal.phone) || cv.phones.iter().any(|phone| !is_blank(&phone.number));
    if !has_phone && is_blank(&personal.email) {
        findings.push(missing(CheckRule::MissingContact, PersonalField::Phone));
    }
    findings
}

/// How people say in their profile what they are looking for.
const WANTED: [Phrase; 12] = [
    phrase("cerco"),
    phrase("cerca di"),
    phrase("alla ricerca di"),
    phrase("mi propongo"),
    phrase("mi candido"),
    phrase("vorrei lavorare"),
    phrase("desidero lavorare"),
    phrase("il mio obiettivo"),
    phrase("looking for"),
    phrase("seeking"),
    phrase("i would like to work"),
    phrase("my goal"),
];

pub(super) fn job_wanted(cv: &Cv, context: &CheckContext) -> Vec<CheckFinding> {
    let says_so = if context.language.has_words() {
        !find(&IndexedWords::of(&cv.profile), &WANTED).is_empty()
    } else {
        // It may be said in words that nobody here understands.
        !is_blank(&cv.profile)
    };
    if says_so || !is_blank(&cv.personal.headline) {
        return Vec::new();
    }
    let place = CvPlace::Personal(PersonalField::Headline);
    vec![CheckFinding::new(CheckRule::MissingJobWanted, place, "")]
}
