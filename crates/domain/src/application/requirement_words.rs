//! The words by which vacancies ask for things, folded. A word that ends in `~` may go on.

use crate::{AvailabilityField, QualificationLevel};

/// How a certificate is asked for, and the beginnings of words that its names in a CV have.
pub(super) const CERTIFICATES: [(&str, &[&str]); 13] = [
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
        "operatore socio sanitario",
        &["oss", "sociosanitari", "socio"],
    ),
];

/// How availability is asked for.
pub(super) const AVAILABILITY: [(&str, AvailabilityField); 13] = [
    ("turni", AvailabilityField::Shifts),
    ("turnazione", AvailabilityField::Shifts),
    ("shifts", AvailabilityField::Shifts),
    ("notturn~", AvailabilityField::Nights),
    ("notti", AvailabilityField::Nights),
    ("night shifts", AvailabilityField::Nights),
    ("weekend", AvailabilityField::Weekends),
    ("week end", AvailabilityField::Weekends),
    ("festivi", AvailabilityField::Weekends),
    ("sabato", AvailabilityField::Weekends),
    ("trasferte", AvailabilityField::Travel),
    ("part time", AvailabilityField::PartTime),
    ("full time", AvailabilityField::FullTime),
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
pub(super) const LANGUAGES: [[&str; 2]; 12] = [
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
    let written = words.iter().position(|names| names.contains(&word));
    let number = written.map(|rank| rank + 1).or_else(|| word.parse().ok());
    number.filter(|number| (1..=40).contains(number))
}
