//! Which words belong to a rule of the check. The rules, and when they speak, are in
//! `approdo_domain::check`; how a finding is shown is not here.

use super::Key;
use approdo_domain::check::CheckRule;

/// Returns the words of a rule: why and what to do, and an example. A rule without words does not
/// compile.
pub fn check_words(rule: CheckRule) -> (Key, Key) {
    match rule {
        CheckRule::MissingName => (Key::CheckMissingName, Key::CheckMissingNameExample),
        CheckRule::MissingContact => (Key::CheckMissingContact, Key::CheckMissingContactExample),
        CheckRule::MissingJobWanted => (
            Key::CheckMissingJobWanted,
            Key::CheckMissingJobWantedExample,
        ),
        CheckRule::EmailImpression => (Key::CheckEmailImpression, Key::CheckEmailImpressionExample),
        CheckRule::EmailOfEmployer => (Key::CheckEmailOfEmployer, Key::CheckEmailOfEmployerExample),
        CheckRule::MissingDates => (Key::CheckMissingDates, Key::CheckMissingDatesExample),
        CheckRule::Gap => (Key::CheckGap, Key::CheckGapExample),
        CheckRule::DateOrder => (Key::CheckDateOrder, Key::CheckDateOrderExample),
        CheckRule::DateInFuture => (Key::CheckDateInFuture, Key::CheckDateInFutureExample),
        CheckRule::MissingDescription => (
            Key::CheckMissingDescription,
            Key::CheckMissingDescriptionExample,
        ),
        CheckRule::NoResults => (Key::CheckNoResults, Key::CheckNoResultsExample),
        CheckRule::EntryTooLong => (Key::CheckEntryTooLong, Key::CheckEntryTooLongExample),
        CheckRule::CvTooLong => (Key::CheckCvTooLong, Key::CheckCvTooLongExample),
        CheckRule::CvTooShort => (Key::CheckCvTooShort, Key::CheckCvTooShortExample),
        CheckRule::GiantParagraph => (Key::CheckGiantParagraph, Key::CheckGiantParagraphExample),
        CheckRule::AllCapitals => (Key::CheckAllCapitals, Key::CheckAllCapitalsExample),
        CheckRule::Duplicate => (Key::CheckDuplicate, Key::CheckDuplicateExample),
        CheckRule::NativeWithLevels => (
            Key::CheckNativeWithLevels,
            Key::CheckNativeWithLevelsExample,
        ),
        CheckRule::UnevenLevels => (Key::CheckUnevenLevels, Key::CheckUnevenLevelsExample),
        CheckRule::MissingMotherTongue => (
            Key::CheckMissingMotherTongue,
            Key::CheckMissingMotherTongueExample,
        ),
        CheckRule::MissingItalian => (Key::CheckMissingItalian, Key::CheckMissingItalianExample),
        CheckRule::DrivingCategories => (
            Key::CheckDrivingCategories,
            Key::CheckDrivingCategoriesExample,
        ),
        CheckRule::CertificateExpired => (
            Key::CheckCertificateExpired,
            Key::CheckCertificateExpiredExample,
        ),
        CheckRule::CertificateExpiring => (
            Key::CheckCertificateExpiring,
            Key::CheckCertificateExpiringExample,
        ),
        CheckRule::Spelling => (Key::CheckSpelling, Key::CheckSpellingExample),
        CheckRule::SmallPrint => (Key::CheckSmallPrint, Key::CheckSmallPrintExample),
        CheckRule::PhotoSmall => (Key::CheckPhotoSmall, Key::CheckPhotoSmallExample),
        CheckRule::PhotoDark => (Key::CheckPhotoDark, Key::CheckPhotoDarkExample),
        CheckRule::PhotoPale => (Key::CheckPhotoPale, Key::CheckPhotoPaleExample),
        CheckRule::FamilyFacts => (Key::CheckFamilyFacts, Key::CheckFamilyFactsExample),
        CheckRule::HealthFacts => (Key::CheckHealthFacts, Key::CheckHealthFactsExample),
        CheckRule::BeliefFacts => (Key::CheckBeliefFacts, Key::CheckBeliefFactsExample),
        CheckRule::ProtectedCategoryInText => (
            Key::CheckProtectedCategoryInText,
            Key::CheckProtectedCategoryInTextExample,
        ),
        CheckRule::TaxCodeInText => (Key::CheckTaxCodeInText, Key::CheckTaxCodeInTextExample),
        CheckRule::BirthDateInText => (Key::CheckBirthDateInText, Key::CheckBirthDateInTextExample),
        CheckRule::FirstPerson => (Key::CheckFirstPerson, Key::CheckFirstPersonExample),
        CheckRule::EmptyPhrase => (Key::CheckEmptyPhrase, Key::CheckEmptyPhraseExample),
        CheckRule::MixedTenses => (Key::CheckMixedTenses, Key::CheckMixedTensesExample),
        CheckRule::WrongSection => (Key::CheckWrongSection, Key::CheckWrongSectionExample),
        CheckRule::LongSentence => (Key::CheckLongSentence, Key::CheckLongSentenceExample),
        CheckRule::HardToRead => (Key::CheckHardToRead, Key::CheckHardToReadExample),
        CheckRule::Spacing => (Key::CheckSpacing, Key::CheckSpacingExample),
        CheckRule::OpenBlank => (Key::CheckOpenBlank, Key::CheckOpenBlankExample),
        CheckRule::MissingAddressee => (
            Key::CheckMissingAddressee,
            Key::CheckMissingAddresseeExample,
        ),
        CheckRule::MissingSubject => (Key::CheckMissingSubject, Key::CheckMissingSubjectExample),
        CheckRule::CompanyNotNamed => (Key::CheckCompanyNotNamed, Key::CheckCompanyNotNamedExample),
        CheckRule::CompanyMisnamed => (Key::CheckCompanyMisnamed, Key::CheckCompanyMisnamedExample),
        CheckRule::InformalAddress => (Key::CheckInformalAddress, Key::CheckInformalAddressExample),
        CheckRule::GenderAgreement => (Key::CheckGenderAgreement, Key::CheckGenderAgreementExample),
        CheckRule::RepeatsCv => (Key::CheckRepeatsCv, Key::CheckRepeatsCvExample),
        CheckRule::LetterTooLong => (Key::CheckLetterTooLong, Key::CheckLetterTooLongExample),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{BTreeMap, BTreeSet};

    fn languages() -> [BTreeMap<String, serde_json::Value>; 2] {
        [
            include_str!("../../translations/later/check/it.json"),
            include_str!("../../translations/later/check/en.json"),
        ]
        .map(|text| serde_json::from_str(text).unwrap())
    }

    /// Makes `check.gap.example` out of `CheckGapExample`, but for its dots and hyphens.
    fn name(key: &str) -> String {
        key.to_lowercase().replace(['.', '-'], "")
    }

    #[test]
    fn each_rule_has_its_own_words_in_each_language() {
        for rule in CheckRule::ALL {
            let (reason, example) = check_words(rule);
            for (key, wanted) in [(reason, rule.reason_key()), (example, rule.example_key())] {
                assert_eq!(format!("{key:?}").to_lowercase(), name(wanted));
                for language in languages() {
                    assert!(language.contains_key(wanted), "{wanted}");
                }
            }
        }
    }

    #[test]
    fn words_ask_only_for_values_that_the_rule_brings() {
        for rule in CheckRule::ALL {
            let values: BTreeSet<&str> = rule.value_names().iter().copied().collect();
            for language in languages() {
                let reason = language[rule.reason_key()].as_str().unwrap();
                let mut pieces = reason.split('{');
                pieces.next();
                let asked: BTreeSet<&str> = pieces
                    .filter_map(|piece| Some(piece.split_once('}')?.0))
                    .collect();
                assert!(asked.is_subset(&values), "{}", rule.id());
                let example = language[rule.example_key()].as_str().unwrap();
                assert!(!example.contains('{'), "{}", rule.id());
            }
        }
    }

    /// Plain words: sentences that somebody with little Italian can follow.
    #[test]
    fn words_are_short_sentences() {
        for rule in CheckRule::ALL {
            for language in languages() {
                let reason = language[rule.reason_key()].as_str().unwrap();
                for sentence in reason.split(['.', ':']) {
                    let words = sentence.split_whitespace().count();
                    assert!(words <= 22, "{}: {sentence}", rule.id());
                }
            }
        }
    }
}
