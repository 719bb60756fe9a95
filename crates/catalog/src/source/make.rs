//! Makes the content of a catalogue from what is written.

use super::check::driving_category;
use super::{CertificateSource, OccupationSource, Source};
use crate::{CatalogContent, Certificate, Language, Occupation};

impl Source {
    /// Returns the catalogue in one language. Codes and references that do not exist are left out; `check` tells
    /// of them.
    pub fn catalog(&self, language: Language) -> CatalogContent {
        let sectors = self.sectors.iter();
        let names = sectors
            .clone()
            .map(|(_, sector)| sector.sector.in_language(language));
        let occupations = sectors.zip(0..).flat_map(|((_, sector), number)| {
            let entries = sector.occupations.iter();
            entries.map(move |entry| occupation(entry, number, language))
        });
        let certificates = self.certificates.certificates.iter();
        CatalogContent {
            language,
            sectors: names.map(str::to_owned).collect(),
            occupations: occupations.collect(),
            certificates: certificates
                .map(|entry| certificate(entry, language))
                .collect(),
        }
    }
}

fn occupation(entry: &OccupationSource, sector: u16, language: Language) -> Occupation {
    let [masculine, feminine] = entry.labels(language).map(str::to_owned);
    let driving = entry.driving.iter();
    Occupation {
        id: entry.id.clone(),
        masculine,
        feminine,
        synonyms: entry.synonyms(language).to_vec(),
        foreign_names: names(entry, language.other()),
        sector: Some(sector),
        isco: entry.isco.as_deref().and_then(|code| code.parse().ok()),
        esco: entry.esco.clone(),
        cp2021: entry.cp2021.clone(),
        certificates: entry.certificates.clone(),
        driving: driving.filter_map(|code| driving_category(code)).collect(),
        phrases: entry.phrases(language),
    }
}

/// All names of an entry in a language.
fn names(entry: &OccupationSource, language: Language) -> Vec<String> {
    let [masculine, feminine] = entry.labels(language);
    let mut names = vec![masculine.to_owned()];
    if feminine != masculine {
        names.push(feminine.to_owned());
    }
    names.extend_from_slice(entry.synonyms(language));
    names
}

fn certificate(entry: &CertificateSource, language: Language) -> Certificate {
    let text = entry.text(language);
    Certificate {
        id: entry.id.clone(),
        label: text.label.clone(),
        synonyms: text.synonyms.clone(),
        explanation: text.explanation.clone(),
        validity: entry.validity(),
        source: entry.source.clone(),
    }
}
