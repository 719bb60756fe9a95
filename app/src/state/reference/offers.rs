//! What an occupation offers: phrases, skills and certificates, for the occupations that a CV names.

use super::data::Occupations;
use approdo_catalog::{Catalog, Certificate, Occupation};
use approdo_domain::Cv;
use std::collections::BTreeSet;

/// How many skills and certificates are offered at once.
const MOST: usize = 12;

/// A group of phrases of one occupation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// What they are.
    pub kind: GroupKind,
    /// The phrases.
    pub phrases: Vec<String>,
}

/// What phrases tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GroupKind {
    /// What one does.
    Tasks,
    /// What one can be proud of.
    Results,
    /// What one can do.
    Skills,
    /// Certificates that employers often ask for.
    Certificates,
    /// How a CV may begin.
    Profile,
}

/// Phrases of one occupation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// The occupation in both forms.
    pub occupation: String,
    /// Its phrases.
    pub groups: Vec<Group>,
}

/// Returns what may be told of an experience whose role names an occupation.
pub fn for_role(data: &Occupations, role: &str) -> Option<Offer> {
    let occupation = data.catalog.recognise(role)?;
    let phrases = &occupation.phrases;
    let certificates = certificates(&data.catalog, occupation)
        .map(|certificate| certificate.label.clone())
        .collect();
    let groups = [
        (GroupKind::Tasks, phrases.tasks.clone()),
        (GroupKind::Results, phrases.results.clone()),
        (GroupKind::Skills, phrases.skills.clone()),
        (GroupKind::Certificates, certificates),
    ];
    offer(occupation, groups.into())
}

/// Returns sentences to open a CV with.
pub fn for_profile(data: &Occupations, cv: &Cv) -> Option<Offer> {
    let occupation = *named_in(&data.catalog, cv).first()?;
    let groups = vec![(GroupKind::Profile, occupation.phrases.profile.clone())];
    offer(occupation, groups)
}

fn offer(occupation: &Occupation, groups: Vec<(GroupKind, Vec<String>)>) -> Option<Offer> {
    let groups = groups
        .into_iter()
        .filter(|(_, phrases)| !phrases.is_empty());
    let groups: Vec<Group> = groups
        .map(|(kind, phrases)| Group { kind, phrases })
        .collect();
    (!groups.is_empty()).then(|| Offer {
        occupation: occupation.label(),
        groups,
    })
}

/// Returns skills of the occupations that a CV names, without those it has already.
pub fn skills(data: &Occupations, cv: &Cv) -> Vec<String> {
    let written = cv.skills.iter().map(|skill| skill.name.as_str());
    let occupations = named_in(&data.catalog, cv);
    let offered = occupations
        .iter()
        .flat_map(|occupation| &occupation.phrases.skills);
    without_written(offered.map(String::as_str), written)
}

/// Returns certificates that employers often ask of the occupations that a CV names, without those it
/// has already.
pub fn certificates_for(data: &Occupations, cv: &Cv) -> Vec<String> {
    let written = cv.certificates.iter();
    let written = written.map(|certificate| certificate.name.as_str());
    let occupations = named_in(&data.catalog, cv);
    let offered = occupations
        .iter()
        .flat_map(|occupation| certificates(&data.catalog, occupation));
    without_written(
        offered.map(|certificate| certificate.label.as_str()),
        written,
    )
}

/// Returns what a certificate is for, if a name is one of the catalogue's.
pub fn explanation<'a>(data: &'a Occupations, name: &str) -> Option<&'a str> {
    let mut all = data.catalog.certificates().iter();
    let certificate = all.find(|certificate| certificate.label == name.trim())?;
    Some(&certificate.explanation)
}

fn certificates<'a>(
    catalog: &'a Catalog,
    occupation: &'a Occupation,
) -> impl Iterator<Item = &'a Certificate> {
    let ids = occupation.certificates.iter();
    ids.filter_map(|id| catalog.certificate(id))
}

/// The occupations that a CV names: the job wanted first, then those of its experiences.
fn named_in<'a>(catalog: &'a Catalog, cv: &Cv) -> Vec<&'a Occupation> {
    let roles = cv.experience.iter().map(|experience| &experience.role);
    let texts = std::iter::once(&cv.personal.headline).chain(roles);
    let mut known = BTreeSet::new();
    texts
        .filter_map(|text| catalog.recognise(text))
        .filter(|occupation| known.insert(&occupation.id))
        .collect()
}

fn without_written<'a>(
    offered: impl Iterator<Item = &'a str>,
    written: impl Iterator<Item = &'a str>,
) -> Vec<String> {
    let mut known: BTreeSet<String> = written.map(|name| name.trim().to_lowercase()).collect();
    offered
        .filter(|name| known.insert(name.to_lowercase()))
        .take(MOST)
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
#[path = "offers_tests.rs"]
mod tests;
