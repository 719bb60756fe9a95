//! The words by which vacancies ask for things, folded. A word that ends in `~` may go on.

use crate::{AvailabilityField, QualificationLevel};

/// How a certificate is asked for, and the beginnings of words that its names in a CV have.
pub(super) const CERTIFICATES: [(&str, &[&str]); 18] = [
    ("patentino del muletto", &["mulett", "carrell", "forklift"]),
    ("patentino muletto", &["mulett", "carrell", "forklift"]),
    ("uso del muletto", &["mulett", "carrell", "forklift"]),
    ("muletto", &["mulett", "carrell", "forklift"]),
    ("carrello elevatore", &["mulett", "carrell", "forklift"]),
    ("carrellista", &["mulett", "carrell", "forklift"]),
    ("forklift", &["mulett", "carrell", "forklift"]),
    ("haccp", &["haccp"]),
    ("primo soccorso", &["soccorso"]),
    ("antincendio", &["antincendio"]),
    ("piattaform~ elevabil~", &["piattaform", "ple"]),
    ("oss", &["oss", "sociosanitari", "socio"]),
    (
        "operator~ socio sanitari~",
        &["oss", "sociosanitari", "socio"],
    ),
    ("carta tachigrafica", &["tachigraf"]),
    ("carta del conducente", &["tachigraf", "conducente"]),
    ("patente per il trattore", &["trattor"]),
    ("patentino del trattore", &["trattor"]),
    ("patentino trattore", &["trattor"]),
];

/// How availability is asked for.
pub(super) const AVAILABILITY: [(&str, AvailabilityField); 20] = [
    ("turni", AvailabilityField::Shifts),
    ("turnazione", AvailabilityField::Shifts),
    ("shifts", AvailabilityField::Shifts),
    ("notturn~", AvailabilityField::Nights),
    ("notti", AvailabilityField::Nights),
    ("night shifts", AvailabilityField::Nights),
    ("weekend", AvailabilityField::Weekends),
    ("weekends", AvailabilityField::Weekends),
    ("week end", AvailabilityField::Weekends),
    ("festivi", AvailabilityField::Weekends),
    ("fine settimana", AvailabilityField::Weekends),
    ("sabato", AvailabilityField::Weekends),
    ("domenica", AvailabilityField::Weekends),
    ("domeniche", AvailabilityField::Weekends),
    ("trasferte", AvailabilityField::Travel),
    ("part time", AvailabilityField::PartTime),
    ("tempo parziale", AvailabilityField::PartTime),
    ("full time", AvailabilityField::FullTime),
    ("fulltime", AvailabilityField::FullTime),
    ("tempo pieno", AvailabilityField::FullTime),
];

/// How a car of one's own is asked for.
pub(super) const OWN_CAR: [&str; 7] = [
    "automunit~",
    "auto propria",
    "automobile propria",
    "macchina propria",
    "mezzo proprio",
    "mezzi propri",
    "own car",
];

/// How a qualification is asked for, the longer words first.
pub(super) const QUALIFICATIONS: [(&str, QualificationLevel); 8] = [
    ("laurea magistrale", QualificationLevel::Level7),
    ("laurea", QualificationLevel::Level6),
    ("degree", QualificationLevel::Level6),
    ("diploma", QualificationLevel::Level4),
    ("maturita", QualificationLevel::Level4),
    ("qualifica professionale", QualificationLevel::Level3),
    ("licenza media", QualificationLevel::Level1),
    ("terza media", QualificationLevel::Level1),
];

/// Languages in Italian and English, as they are asked for.
pub(super) const LANGUAGES: [[&str; 2]; 15] = [
    ["italiano", "italian"],
    ["italiana", "italian"],
    ["inglese", "english"],
    ["francese", "french"],
    ["tedesco", "german"],
    ["tedesca", "german"],
    ["spagnolo", "spanish"],
    ["spagnola", "spanish"],
    ["arabo", "arabic"],
    ["rumeno", "romanian"],
    ["russo", "russian"],
    ["cinese", "chinese"],
    ["portoghese", "portuguese"],
    ["ucraino", "ukrainian"],
    ["albanese", "albanian"],
];

/// Words of knowing before a language.
pub(super) const KNOWING: [&str; 15] = [
    "conoscenza",
    "lingua",
    "buon",
    "buona",
    "buono",
    "ottimo",
    "ottima",
    "discreto",
    "parlato",
    "parlare",
    "madrelingua",
    "knowledge",
    "fluent",
    "good",
    "spoken",
];

/// Words of knowing behind a language.
pub(super) const KNOWN: [&str; 10] = [
    "scolastico",
    "fluente",
    "parlato",
    "scritto",
    "base",
    "buono",
    "ottimo",
    "professionale",
    "madrelingua",
    "spoken",
];

/// Words before something by which it is not asked for: `no weekend`, `senza notti`.
pub(super) const DECLINED_BEFORE: [&str; 7] = [
    "no", "non", "senza", "niente", "nessun", "nessuna", "without",
];

/// Words behind something by which it is not asked for: `sabato e domenica liberi`.
pub(super) const DECLINED_AFTER: [&str; 8] = [
    "libero", "liberi", "libera", "esclusi", "escluso", "escluse", "chiuso", "off",
];

/// Words near `esperienza` by which none is asked for.
pub(super) const NO_EXPERIENCE: [&str; 6] = ["senza", "anche", "non", "no", "without", "gradita"];

/// Reads a number in digits or in small words.
pub(super) fn number_of(word: &str) -> Option<usize> {
    let words = [
        ["un", "one"],
        ["due", "two"],
        ["tre", "three"],
        ["quattro", "four"],
        ["cinque", "five"],
    ];
    match word {
        "biennale" => return Some(2),
        "triennale" => return Some(3),
        "quinquennale" => return Some(5),
        _ => {}
    }
    let written = words.iter().position(|names| names.contains(&word));
    let number = written.map(|rank| rank + 1).or_else(|| word.parse().ok());
    number.filter(|number| (1..=40).contains(number))
}
