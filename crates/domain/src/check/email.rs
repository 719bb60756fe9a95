//! What an e-mail address says of its owner. A short list, and careful: many of its words are also
//! somebody's name, and a name is always right.

use super::words::{squash, words};
use super::{CheckContext, CheckFinding, CheckRule};
use crate::{Cv, CvPlace, Experience, ExperienceKind, PersonalField};
use std::ops::Range;

const PLACE: CvPlace = CvPlace::Personal(PersonalField::Email);

/// Childish or sexual words, as a whole part of an address.
const NICKNAMES: [&str; 48] = [
    "bimba",
    "bambola",
    "bambolina",
    "bambolotta",
    "pupa",
    "pupetta",
    "cucciolo",
    "cucciola",
    "cucciolina",
    "cucciolotto",
    "principessa",
    "principessina",
    "micio",
    "micia",
    "micina",
    "gattina",
    "gattino",
    "angioletto",
    "diavoletto",
    "diavoletta",
    "tesorino",
    "amore",
    "amoruccio",
    "stellina",
    "fatina",
    "puffetta",
    "puffo",
    "bellissima",
    "bellissimo",
    "sexy",
    "porno",
    "porcellino",
    "maialino",
    "pazzo",
    "pazza",
    "pazzerella",
    "bomber",
    "babygirl",
    "badboy",
    "badgirl",
    "princess",
    "lover",
    "loverboy",
    "playboy",
    "sexybomb",
    "gangster",
    "killer",
    "pikachu",
];

/// Words that say the same inside a longer part, and are in no name we know of.
const INSIDE: [&str; 6] = [
    "sexy",
    "porno",
    "cucciol",
    "principess",
    "diavolett",
    "bambolin",
];

/// Providers of e-mail for everybody; some are also employers.
const PROVIDERS: [&str; 24] = [
    "gmail",
    "googlemail",
    "hotmail",
    "outlook",
    "live",
    "msn",
    "yahoo",
    "ymail",
    "libero",
    "virgilio",
    "tiscali",
    "tiscalinet",
    "alice",
    "tin",
    "tim",
    "icloud",
    "me",
    "fastwebnet",
    "aruba",
    "email",
    "proton",
    "protonmail",
    "poste",
    "pec",
];

/// Words of employers' names that tell nobody apart.
const COMMON_WORDS: [&str; 20] = [
    "srl",
    "srls",
    "spa",
    "snc",
    "sas",
    "scarl",
    "coop",
    "cooperativa",
    "societa",
    "ditta",
    "comune",
    "scuola",
    "hotel",
    "ristorante",
    "banca",
    "azienda",
    "italia",
    "group",
    "gruppo",
    "service",
];

pub(super) fn impression(cv: &Cv, _: &CheckContext) -> Vec<CheckFinding> {
    let email = &cv.personal.email;
    let Some((local, _)) = email.split_once('@') else {
        return Vec::new();
    };
    let name = squash(&cv.personal.full_name());
    let Some(range) = telling_part(local, &name) else {
        return Vec::new();
    };
    let part = local.get(range.clone()).unwrap_or_default().to_owned();
    let finding = CheckFinding::new(CheckRule::EmailImpression, PLACE, email);
    vec![finding.at(range).with_text("words", part)]
}

/// Returns the part of an address that is a nickname or a year of birth.
fn telling_part(local: &str, name: &str) -> Option<Range<usize>> {
    runs(local).into_iter().find(|range| {
        let run = local.get(range.clone()).unwrap_or_default().to_lowercase();
        if run.starts_with(|first: char| first.is_ascii_digit()) {
            return is_year_of_birth(&run);
        }
        let inside = INSIDE.iter().any(|word| run.contains(word));
        // Whoever is called Amore or Princess writes their name.
        (inside || NICKNAMES.contains(&run.as_str())) && !name.contains(&run) && !name.is_empty()
    })
}

/// Runs of letters and runs of digits: `maria_rossi1985` has three.
fn runs(text: &str) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    let mut last = None;
    for (at, character) in text.char_indices() {
        let class = match character {
            _ if character.is_ascii_digit() => Some(true),
            _ if character.is_alphabetic() => Some(false),
            _ => None,
        };
        let end = at + character.len_utf8();
        match runs.last_mut() {
            Some(run) if class.is_some() && class == last => run.end = end,
            _ if class.is_some() => runs.push(at..end),
            _ => {}
        }
        last = class;
    }
    runs
}

/// Four digits that can only be the year in which somebody who looks for work was born.
fn is_year_of_birth(digits: &str) -> bool {
    let year = digits.parse::<u16>().ok();
    digits.len() == 4 && year.is_some_and(|year| (1940..=2012).contains(&year))
}

/// An address that stops working with the job, and that the employer can read.
pub(super) fn of_employer(cv: &Cv, _: &CheckContext) -> Vec<CheckFinding> {
    let email = cv.personal.email.trim_end();
    let Some((local, host)) = email.split_once('@') else {
        return Vec::new();
    };
    let labels: Vec<&str> = host.split('.').collect();
    let owner = labels.len().checked_sub(2).and_then(|at| labels.get(at));
    let Some(owner) = owner.map(|label| squash(label)) else {
        return Vec::new();
    };
    let is_own = !owner.is_empty() && squash(&cv.personal.full_name()).contains(&owner);
    if owner.len() < 4 || is_own || PROVIDERS.contains(&owner.as_str()) {
        return Vec::new();
    }
    let employer = cv.experience.iter().find(|entry| is_of(&owner, entry));
    let Some(employer) = employer else {
        return Vec::new();
    };
    let finding = CheckFinding::new(CheckRule::EmailOfEmployer, PLACE, &cv.personal.email);
    let finding = finding.at(local.len() + 1..email.len());
    vec![finding.with_text("employer", employer.employer.trim())]
}

/// Tells whether a domain is made of words of an employer's name that stand together.
fn is_of(owner: &str, entry: &Experience) -> bool {
    if entry.experience_kind() == Some(ExperienceKind::SelfEmployed) {
        return false;
    }
    let words: Vec<String> = words(&entry.employer)
        .into_iter()
        .map(|word| word.folded)
        .collect();
    (0..words.len()).any(|from| {
        let mut joined = String::new();
        words.iter().skip(from).any(|word| {
            joined.push_str(word);
            joined == owner && !COMMON_WORDS.contains(&joined.as_str())
        })
    })
}
