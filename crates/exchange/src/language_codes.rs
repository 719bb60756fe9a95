//! Codes of the languages that people at these desks speak (ISO 639-2/B, as Europass writes them). A
//! language that is not here goes out and comes in by its name.

/// Code, Italian name, English name.
const LANGUAGES: [(&str, &str, &str); 40] = [
    ("alb", "Albanese", "Albanian"),
    ("amh", "Amarico", "Amharic"),
    ("ara", "Arabo", "Arabic"),
    ("arm", "Armeno", "Armenian"),
    ("ben", "Bengalese", "Bengali"),
    ("bul", "Bulgaro", "Bulgarian"),
    ("chi", "Cinese", "Chinese"),
    ("cze", "Ceco", "Czech"),
    ("dan", "Danese", "Danish"),
    ("dut", "Olandese", "Dutch"),
    ("eng", "Inglese", "English"),
    ("fin", "Finlandese", "Finnish"),
    ("fre", "Francese", "French"),
    ("geo", "Georgiano", "Georgian"),
    ("ger", "Tedesco", "German"),
    ("gre", "Greco", "Greek"),
    ("heb", "Ebraico", "Hebrew"),
    ("hin", "Hindi", "Hindi"),
    ("hrv", "Croato", "Croatian"),
    ("hun", "Ungherese", "Hungarian"),
    ("ita", "Italiano", "Italian"),
    ("jpn", "Giapponese", "Japanese"),
    ("kor", "Coreano", "Korean"),
    ("mac", "Macedone", "Macedonian"),
    ("nor", "Norvegese", "Norwegian"),
    ("pan", "Punjabi", "Punjabi"),
    ("per", "Persiano", "Persian"),
    ("pol", "Polacco", "Polish"),
    ("por", "Portoghese", "Portuguese"),
    ("rum", "Rumeno", "Romanian"),
    ("rus", "Russo", "Russian"),
    ("slo", "Slovacco", "Slovak"),
    ("som", "Somalo", "Somali"),
    ("spa", "Spagnolo", "Spanish"),
    ("srp", "Serbo", "Serbian"),
    ("swe", "Svedese", "Swedish"),
    ("tur", "Turco", "Turkish"),
    ("ukr", "Ucraino", "Ukrainian"),
    ("urd", "Urdu", "Urdu"),
    ("wol", "Wolof", "Wolof"),
];

/// Returns the code of a language by its name in the language of the CV.
pub(crate) fn code_of(name: &str, cv_language: &str) -> Option<&'static str> {
    let mut languages = LANGUAGES.into_iter();
    let found = languages.find(|(_, italian, english)| {
        name == if is_english(cv_language) {
            *english
        } else {
            *italian
        }
    });
    found.map(|(code, _, _)| code)
}

/// Returns the name of a language in the language of the CV.
pub(crate) fn name_of(code: &str, cv_language: &str) -> Option<&'static str> {
    let (_, italian, english) = LANGUAGES
        .into_iter()
        .find(|(known, _, _)| *known == code.trim())?;
    Some(if is_english(cv_language) {
        english
    } else {
        italian
    })
}

fn is_english(cv_language: &str) -> bool {
    cv_language.to_ascii_lowercase().starts_with("en")
}
