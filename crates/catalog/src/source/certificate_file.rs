//! The file of certificates, as it is written. Whether it follows the rules is not decided here.

use serde::Deserialize;

use crate::{Language, Validity};

/// All certificates.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CertificateFile {
    /// The certificates, in the order of the file.
    #[serde(default, rename = "certificate")]
    pub certificates: Vec<CertificateSource>,
}

/// One certificate in both languages.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields are described in content/README.md")]
pub struct CertificateSource {
    pub id: String,
    #[serde(default)]
    pub expires: bool,
    pub expires_after_years: Option<u8>,
    pub source: Option<String>,
    pub it: CertificateText,
    pub en: CertificateText,
}

/// A certificate in one language.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields are described in content/README.md")]
pub struct CertificateText {
    pub label: String,
    #[serde(default)]
    pub synonyms: Vec<String>,
    pub explanation: String,
}

impl CertificateSource {
    /// Returns the text in a language.
    pub fn text(&self, language: Language) -> &CertificateText {
        match language {
            Language::Italian => &self.it,
            Language::English => &self.en,
        }
    }

    /// Returns how long it is valid.
    pub fn validity(&self) -> Validity {
        match (self.expires_after_years, self.expires) {
            (Some(years), _) => Validity::Years(years),
            (None, true) => Validity::Expires,
            (None, false) => Validity::Unlimited,
        }
    }
}
