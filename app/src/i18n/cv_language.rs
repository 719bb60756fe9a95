//! The languages a CV can be in: those of the interface, and more, of which only the words that a printed
//! CV adds are there.

use super::{Key, Language, text};

/// A language of a CV.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CvLanguage {
    /// Italian.
    #[default]
    Italian,
    /// English.
    English,
    /// French.
    French,
    /// German.
    German,
    /// Spanish.
    Spanish,
    /// Romanian.
    Romanian,
}

impl CvLanguage {
    /// Every language, in the order in which they are offered.
    pub const ALL: [CvLanguage; 6] = [
        Self::Italian,
        Self::English,
        Self::French,
        Self::German,
        Self::Spanish,
        Self::Romanian,
    ];

    /// Returns the BCP 47 tag: what a CV keeps.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Italian => "it",
            Self::English => "en",
            Self::French => "fr",
            Self::German => "de",
            Self::Spanish => "es",
            Self::Romanian => "ro",
        }
    }

    /// Returns the language of a tag, of whatever country; Italian if it is none of ours.
    pub fn of_tag(tag: &str) -> CvLanguage {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        let same = |language: &CvLanguage| primary.eq_ignore_ascii_case(language.tag());
        Self::ALL.into_iter().find(same).unwrap_or_default()
    }

    /// Returns the same language as one of the interface, in which there are also the catalogue, the
    /// rules of the check and sentences to offer; none if there are only the words of a printed CV.
    pub fn of_interface(self) -> Option<Language> {
        match self {
            Self::Italian => Some(Language::Italian),
            Self::English => Some(Language::English),
            Self::French | Self::German | Self::Spanish | Self::Romanian => None,
        }
    }

    /// Returns how the language calls itself.
    pub fn own_name(self) -> String {
        text(self.name())
    }

    /// Returns the message with its own name.
    pub fn name(self) -> Key {
        match self {
            Self::Italian => Key::LanguageIt,
            Self::English => Key::LanguageEn,
            Self::French => Key::LanguageFr,
            Self::German => Key::LanguageDe,
            Self::Spanish => Key::LanguageEs,
            Self::Romanian => Key::LanguageRo,
        }
    }
}

impl From<Language> for CvLanguage {
    fn from(language: Language) -> Self {
        match language {
            Language::Italian => Self::Italian,
            Language::English => Self::English,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_is_found_by_its_tag_wherever_it_is_spoken() {
        for language in CvLanguage::ALL {
            assert_eq!(CvLanguage::of_tag(language.tag()), language);
            let tag = format!("{}-CH", language.tag().to_uppercase());
            assert_eq!(CvLanguage::of_tag(&tag), language);
        }
        assert_eq!(CvLanguage::of_tag(""), CvLanguage::Italian);
        // Estonian by its code of three letters begins as Spanish does.
        assert_eq!(CvLanguage::of_tag("est"), CvLanguage::Italian);
    }

    #[test]
    fn the_languages_of_the_interface_are_languages_of_a_cv() {
        for language in Language::ALL {
            let of_cv = CvLanguage::from(language);
            assert_eq!(of_cv.tag(), language.tag());
            assert_eq!(of_cv.of_interface(), Some(language));
        }
    }
}
