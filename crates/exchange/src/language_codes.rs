//! Codes of the languages that people at these desks speak (ISO 639-2/B, as Europass writes them). A
//! language that is not here goes out and comes in by its name.

/// The languages of a CV, in the order of the names: codes of ISO 639-1.
const CV_LANGUAGES: [&str; 6] = ["it", "en", "fr", "de", "es", "ro"];

/// Code, and its names in the languages of a CV.
#[rustfmt::skip]
const LANGUAGES: [(&str, [&str; 6]); 40] = [
    ("alb", ["Albanese", "Albanian", "Albanais", "Albanisch", "Albanés", "Albaneză"]),
    ("amh", ["Amarico", "Amharic", "Amharique", "Amharisch", "Amárico", "Amharică"]),
    ("ara", ["Arabo", "Arabic", "Arabe", "Arabisch", "Árabe", "Arabă"]),
    ("arm", ["Armeno", "Armenian", "Arménien", "Armenisch", "Armenio", "Armeană"]),
    ("ben", ["Bengalese", "Bengali", "Bengali", "Bengalisch", "Bengalí", "Bengaleză"]),
    ("bul", ["Bulgaro", "Bulgarian", "Bulgare", "Bulgarisch", "Búlgaro", "Bulgară"]),
    ("chi", ["Cinese", "Chinese", "Chinois", "Chinesisch", "Chino", "Chineză"]),
    ("cze", ["Ceco", "Czech", "Tchèque", "Tschechisch", "Checo", "Cehă"]),
    ("dan", ["Danese", "Danish", "Danois", "Dänisch", "Danés", "Daneză"]),
    ("dut", ["Olandese", "Dutch", "Néerlandais", "Niederländisch", "Neerlandés", "Neerlandeză"]),
    ("eng", ["Inglese", "English", "Anglais", "Englisch", "Inglés", "Engleză"]),
    ("fin", ["Finlandese", "Finnish", "Finnois", "Finnisch", "Finés", "Finlandeză"]),
    ("fre", ["Francese", "French", "Français", "Französisch", "Francés", "Franceză"]),
    ("geo", ["Georgiano", "Georgian", "Géorgien", "Georgisch", "Georgiano", "Georgiană"]),
    ("ger", ["Tedesco", "German", "Allemand", "Deutsch", "Alemán", "Germană"]),
    ("gre", ["Greco", "Greek", "Grec", "Griechisch", "Griego", "Greacă"]),
    ("heb", ["Ebraico", "Hebrew", "Hébreu", "Hebräisch", "Hebreo", "Ebraică"]),
    ("hin", ["Hindi", "Hindi", "Hindi", "Hindi", "Hindi", "Hindi"]),
    ("hrv", ["Croato", "Croatian", "Croate", "Kroatisch", "Croata", "Croată"]),
    ("hun", ["Ungherese", "Hungarian", "Hongrois", "Ungarisch", "Húngaro", "Maghiară"]),
    ("ita", ["Italiano", "Italian", "Italien", "Italienisch", "Italiano", "Italiană"]),
    ("jpn", ["Giapponese", "Japanese", "Japonais", "Japanisch", "Japonés", "Japoneză"]),
    ("kor", ["Coreano", "Korean", "Coréen", "Koreanisch", "Coreano", "Coreeană"]),
    ("mac", ["Macedone", "Macedonian", "Macédonien", "Mazedonisch", "Macedonio", "Macedoneană"]),
    ("nor", ["Norvegese", "Norwegian", "Norvégien", "Norwegisch", "Noruego", "Norvegiană"]),
    ("pan", ["Punjabi", "Punjabi", "Pendjabi", "Punjabi", "Panyabí", "Punjabi"]),
    ("per", ["Persiano", "Persian", "Persan", "Persisch", "Persa", "Persană"]),
    ("pol", ["Polacco", "Polish", "Polonais", "Polnisch", "Polaco", "Poloneză"]),
    ("por", ["Portoghese", "Portuguese", "Portugais", "Portugiesisch", "Portugués", "Portugheză"]),
    ("rum", ["Rumeno", "Romanian", "Roumain", "Rumänisch", "Rumano", "Română"]),
    ("rus", ["Russo", "Russian", "Russe", "Russisch", "Ruso", "Rusă"]),
    ("slo", ["Slovacco", "Slovak", "Slovaque", "Slowakisch", "Eslovaco", "Slovacă"]),
    ("som", ["Somalo", "Somali", "Somali", "Somali", "Somalí", "Somaleză"]),
    ("spa", ["Spagnolo", "Spanish", "Espagnol", "Spanisch", "Español", "Spaniolă"]),
    ("srp", ["Serbo", "Serbian", "Serbe", "Serbisch", "Serbio", "Sârbă"]),
    ("swe", ["Svedese", "Swedish", "Suédois", "Schwedisch", "Sueco", "Suedeză"]),
    ("tur", ["Turco", "Turkish", "Turc", "Türkisch", "Turco", "Turcă"]),
    ("ukr", ["Ucraino", "Ukrainian", "Ukrainien", "Ukrainisch", "Ucraniano", "Ucraineană"]),
    ("urd", ["Urdu", "Urdu", "Ourdou", "Urdu", "Urdu", "Urdu"]),
    ("wol", ["Wolof", "Wolof", "Wolof", "Wolof", "Wólof", "Wolof"]),
];

/// Tells whether a code of ISO 639-1 names a language in which a CV can say its headings.
#[cfg(feature = "files")]
pub(crate) fn is_language_of_cv(code: &str) -> bool {
    CV_LANGUAGES.contains(&code)
}

/// Returns the code of a language by its name in the language of the CV.
pub(crate) fn code_of(name: &str, cv_language: &str) -> Option<&'static str> {
    let column = column_of(cv_language);
    let mut languages = LANGUAGES.into_iter();
    let found = languages.find(|(_, names)| names.get(column) == Some(&name));
    found.map(|(code, _)| code)
}

/// Returns the name of a language in the language of the CV.
#[cfg(feature = "files")]
pub(crate) fn name_of(code: &str, cv_language: &str) -> Option<&'static str> {
    let mut languages = LANGUAGES.into_iter();
    let (_, names) = languages.find(|(known, _)| *known == code.trim())?;
    names.get(column_of(cv_language)).copied()
}

/// Where the names in the language of a CV stand: in one that is not here, the Italian ones serve.
fn column_of(cv_language: &str) -> usize {
    let primary = cv_language.split(['-', '_']).next().unwrap_or_default();
    let same = |language: &&str| primary.eq_ignore_ascii_case(language);
    CV_LANGUAGES.iter().position(same).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn a_name_is_the_name_of_one_language_in_each_language() {
        for language in CV_LANGUAGES {
            let mut seen = BTreeSet::new();
            for (code, _) in LANGUAGES {
                let name = name_of(code, language).unwrap();
                assert!(seen.insert(name), "{name} twice in {language}");
                assert_eq!(code_of(name, language), Some(code));
            }
        }
    }

    #[test]
    fn names_are_those_of_the_language_of_the_cv() {
        assert_eq!(code_of("Deutsch", "de-CH"), Some("ger"));
        assert_eq!(name_of("ger", "fr"), Some("Allemand"));
        assert_eq!(code_of("Deutsch", "it"), None);
        assert_eq!(name_of("rum", "ro"), Some("Română"));
        assert_eq!(name_of("eng", ""), Some("Inglese"));
    }
}
