//! Entries of the lists: what experiences say of the work, and what stands there twice.

use super::periods::{is_written, name_of};
use super::phrases::{Phrase, find, is_number, phrase};
use super::words::{IndexedWords, count_words, squash};
use super::{CheckContext, CheckFinding, CheckRule};
use crate::{
    CertificateField, Cv, CvPlace, EducationField, Experience, ExperienceField, ExperienceKind,
    LanguageField, SkillField,
};
use std::collections::BTreeSet;

/// How many of the newest experiences should say more than their name.
const TELLING_EXPERIENCES: usize = 3;
/// Tasks shorter than this are a list of words, where results have no room.
const TASKS_FROM_WORDS: usize = 15;
/// Words that fill a page with the rest of the entry.
const PAGE_WORDS: usize = 300;

/// What somebody achieved, said without a number.
const RESULTS: [Phrase; 22] = [
    phrase("ridotto"),
    phrase("riduzione"),
    phrase("aumentato"),
    phrase("aumento"),
    phrase("migliorato"),
    phrase("miglioramento"),
    phrase("raggiunto"),
    phrase("risparmio"),
    phrase("risparmiato"),
    phrase("premiat~"),
    phrase("promoss~"),
    phrase("formato"),
    phrase("affiancato"),
    phrase("increased"),
    phrase("reduced"),
    phrase("improved"),
    phrase("saved"),
    phrase("achieved"),
    phrase("awarded"),
    phrase("promoted"),
    phrase("trained"),
    phrase("launched"),
];

pub(super) fn descriptions(cv: &Cv, context: &CheckContext) -> Vec<CheckFinding> {
    let written = cv.experience.iter().filter(|entry| is_written(entry));
    let mut findings = Vec::new();
    for (rank, entry) in written.enumerate() {
        let count = count_words(&entry.description);
        let is_telling = rank < TELLING_EXPERIENCES && is_work(entry);
        let rule = if count == 0 && is_telling {
            CheckRule::MissingDescription
        } else if count > PAGE_WORDS {
            CheckRule::EntryTooLong
        } else if count >= TASKS_FROM_WORDS
            && is_telling
            && context.language.has_words()
            && !has_results(&entry.description)
        {
            CheckRule::NoResults
        } else {
            continue;
        };
        let place = CvPlace::Experience(entry.id, ExperienceField::Description);
        let finding = CheckFinding::new(rule, place, &entry.description);
        findings.push(if rule == CheckRule::MissingDescription {
            finding.with_text("name", name_of(entry))
        } else {
            finding.with_number("count", count)
        });
    }
    findings
}

/// Nobody need say more of the care of their family, or of what they left unsaid.
fn is_work(entry: &Experience) -> bool {
    !matches!(
        entry.experience_kind(),
        Some(ExperienceKind::FamilyCare | ExperienceKind::Other)
    )
}

fn has_results(text: &str) -> bool {
    let words = IndexedWords::of(text);
    words.iter().any(|word| is_number(&word.folded)) || !find(&words, &RESULTS).is_empty()
}

/// The same job at the same employer in other years is seasonal work, and no duplicate.
pub(super) fn duplicates(cv: &Cv, _: &CheckContext) -> Vec<CheckFinding> {
    let experiences = cv.experience.iter().map(|entry| {
        let key = [&entry.role, &entry.employer, &entry.start.0, &entry.end.0];
        let place = CvPlace::Experience(entry.id, ExperienceField::Role);
        (place, joined(&key.map(String::as_str)), entry.role.as_str())
    });
    let education = cv.education.iter().map(|entry| {
        let key = [
            &entry.qualification,
            &entry.school,
            &entry.end.0,
            &entry.start.0,
        ];
        let place = CvPlace::Education(entry.id, EducationField::Qualification);
        let name = entry.qualification.as_str();
        (place, joined(&key.map(String::as_str)), name)
    });
    let certificates = cv.certificates.iter().map(|entry| {
        let key = [
            entry.name.as_str(),
            entry.issued.0.as_str(),
            entry.number.as_str(),
        ];
        let place = CvPlace::Certificate(entry.id, CertificateField::Name);
        (place, joined(&key), entry.name.as_str())
    });
    let languages = cv.languages.iter().map(|entry| {
        let place = CvPlace::Language(entry.id, LanguageField::Name);
        (place, joined(&[entry.name.as_str()]), entry.name.as_str())
    });
    let skills = cv.skills.iter().map(|entry| {
        let place = CvPlace::Skill(entry.id, SkillField::Name);
        (place, joined(&[entry.name.as_str()]), entry.name.as_str())
    });
    let mut findings = repeated(experiences);
    findings.extend(repeated(education));
    findings.extend(repeated(certificates));
    findings.extend(repeated(languages));
    findings.extend(repeated(skills));
    findings
}

/// What makes an entry this one: its texts, folded. `C`, `C++` and `C#` stay apart.
fn joined(texts: &[&str]) -> String {
    let parts: Vec<String> = texts
        .iter()
        .map(|text| {
            let signs: String = text.chars().filter(|sign| "+#".contains(*sign)).collect();
            squash(text) + &signs
        })
        .collect();
    parts.join("\n")
}

fn repeated<'cv>(entries: impl Iterator<Item = (CvPlace, String, &'cv str)>) -> Vec<CheckFinding> {
    let mut seen = BTreeSet::new();
    entries
        .filter(|(_, _, name)| !name.trim().is_empty())
        .filter_map(|(place, key, name)| {
            if key.trim().is_empty() || seen.insert(key) {
                return None;
            }
            let finding = CheckFinding::new(CheckRule::Duplicate, place, name);
            Some(finding.with_text("name", name.trim()))
        })
        .collect()
}
