//! Checks what is written against `content/README.md`: ids, codes, references, labels.
//! What a phrase must look like is in `check_phrases`.

use std::collections::HashMap;

use approdo_domain::DrivingCategory;

use super::check_phrases::{check_name, check_phrases, check_text};
use super::{CertificateSource, Codes, Fault, OccupationSource, Source};
use crate::Language;
use crate::search::fold::folded;

/// Longest label of a certificate, in characters.
const LONGEST_CERTIFICATE: usize = 80;
/// Longest explanation of a certificate, in characters.
const LONGEST_EXPLANATION: usize = 160;

/// Lists everything that does not follow the rules.
pub fn check(source: &Source, codes: &Codes) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (file, sector) in &source.sectors {
        for name in [&sector.sector.it, &sector.sector.en] {
            faults.extend(check_name(name).map(|message| Fault::new(file, "", message)));
        }
    }
    for (file, entry) in source.occupations() {
        let mut messages = check_codes(entry, codes);
        messages.extend(check_references(entry, source));
        for language in Language::ALL {
            messages.extend(check_labels(entry, language));
        }
        messages.extend(check_phrases(entry));
        faults.extend(located(file, &entry.id, messages));
    }
    for certificate in &source.certificates.certificates {
        let messages = check_certificate(certificate);
        faults.extend(located(Source::CERTIFICATES, &certificate.id, messages));
    }
    faults.extend(check_unique(source));
    faults
}

fn located(file: &str, entry: &str, messages: Vec<String>) -> Vec<Fault> {
    let locate = |message| Fault::new(file, entry, message);
    messages.into_iter().map(locate).collect()
}

/// Ids, and labels in each language, of all entries.
fn check_unique(source: &Source) -> Vec<Fault> {
    let mut seen: HashMap<(String, String), String> = HashMap::new();
    let mut faults = Vec::new();
    let mut check = |file: &str, id: &str, kind: &str, value: &str| {
        let key = (kind.to_owned(), folded(value));
        match seen.insert(key, id.to_owned()) {
            Some(first) if first != id || kind.ends_with("id") => {
                let message = format!("{kind} `{value}` is used twice, first by {first}");
                faults.push(Fault::new(file, id, message));
            }
            _ => {}
        }
    };
    for (file, entry) in source.occupations() {
        check(file, &entry.id, "the id", &entry.id);
        for language in Language::ALL {
            for label in entry.labels(language) {
                let kind = format!("the label ({})", language.code());
                check(file, &entry.id, &kind, label);
            }
        }
    }
    for certificate in &source.certificates.certificates {
        let id = &certificate.id;
        check(Source::CERTIFICATES, id, "the certificate id", id);
    }
    faults
}

fn check_codes(entry: &OccupationSource, codes: &Codes) -> Vec<String> {
    let mut messages: Vec<String> = check_id(&entry.id).into_iter().collect();
    if let Some(isco) = entry.isco.as_deref().filter(|code| !codes.has_isco(code)) {
        messages.push(format!(
            "`{isco}` is no unit group of ISCO-08; see content/codes/isco-08.tsv, or leave it out"
        ));
    }
    if let Some(esco) = entry.esco.as_deref().filter(|uri| !codes.has_esco(uri)) {
        messages.push(format!(
            "`{esco}` is no occupation of ESCO; see content/codes/esco-occupations.tsv, or leave it out"
        ));
    }
    match (&entry.cp2021, &entry.cp2021_source) {
        (Some(code), _) if !is_cp2021(code) => {
            messages.push(format!("`{code}` is not written like 8.1.3.2.0"));
        }
        (Some(_), None) => messages.push("a CP2021 code needs its source".to_owned()),
        _ => {}
    }
    messages
}

/// Five groups of one digit or two, as ISTAT writes the units of CP2021.
fn is_cp2021(code: &str) -> bool {
    let groups: Vec<&str> = code.split('.').collect();
    let is_number = |group: &&str| group.chars().all(|sign| sign.is_ascii_digit());
    groups.len() == 5
        && groups
            .iter()
            .all(|group| (1..=2).contains(&group.len()) && is_number(group))
}

/// Checks the id of an entry.
pub(super) fn check_id(id: &str) -> Option<String> {
    let is_plain = |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '-';
    let is_well_formed =
        !id.is_empty() && id.chars().all(is_plain) && id.split('-').all(|part| !part.is_empty());
    (!is_well_formed)
        .then(|| "an id is lower-case English words with hyphens: warehouse-worker".to_owned())
}

fn check_references(entry: &OccupationSource, source: &Source) -> Vec<String> {
    let known = &source.certificates.certificates;
    let certificates = entry
        .certificates
        .iter()
        .filter(|id| !known.iter().any(|certificate| certificate.id == **id))
        .map(|id| format!("certificate `{id}` is not in {}", Source::CERTIFICATES));
    let driving = entry
        .driving
        .iter()
        .filter(|code| driving_category(code).is_none())
        .map(|code| format!("`{code}` is no driving licence; see DrivingCategory"));
    certificates.chain(driving).collect()
}

/// Finds the driving licence with a code.
pub(super) fn driving_category(code: &str) -> Option<DrivingCategory> {
    DrivingCategory::ALL
        .into_iter()
        .find(|category| category.code() == code)
}

fn check_labels(entry: &OccupationSource, language: Language) -> Vec<String> {
    let labels = entry.labels(language);
    let mut messages: Vec<String> = labels.into_iter().filter_map(check_name).collect();
    let synonyms = entry.synonyms(language);
    if synonyms.len() > 15 {
        messages.push(format!("{} synonyms; 15 are enough", synonyms.len()));
    }
    let mut seen: Vec<String> = labels.into_iter().map(folded).collect();
    for synonym in synonyms {
        messages.extend(check_text(synonym, 60));
        let folded = folded(synonym);
        if seen.contains(&folded) {
            messages.push(format!(
                "synonym `{synonym}` is the label or another synonym; leave it out"
            ));
        }
        seen.push(folded);
    }
    messages
}

fn check_certificate(certificate: &CertificateSource) -> Vec<String> {
    let mut messages: Vec<String> = check_id(&certificate.id).into_iter().collect();
    for language in Language::ALL {
        let text = certificate.text(language);
        messages.extend(check_text(&text.label, LONGEST_CERTIFICATE));
        messages.extend(check_text(&text.explanation, LONGEST_EXPLANATION));
        for synonym in &text.synonyms {
            messages.extend(check_text(synonym, 60));
        }
    }
    if certificate.expires_after_years == Some(0) {
        messages.push("expires after no years; leave `expires_after_years` out".to_owned());
    }
    messages
}
