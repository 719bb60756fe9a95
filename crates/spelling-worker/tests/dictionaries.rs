//! The dictionaries that people get: mistakes of real CVs are found, and what is right there is left
//! alone, the phrases of the catalogue included.

use approdo_spelling_worker::SpellingDictionary;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

static ITALIAN: LazyLock<SpellingDictionary> = LazyLock::new(|| dictionary("it_IT", "it"));
static ENGLISH: LazyLock<SpellingDictionary> = LazyLock::new(|| dictionary("en_GB", "en"));

fn text(path: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    fs::read_to_string(root.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn dictionary(name: &str, more: &str) -> SpellingDictionary {
    let file = |name: String| text(&format!("public/dictionaries/{name}"));
    let made = SpellingDictionary::new(
        &file(format!("{name}.aff")),
        &file(format!("{name}.dic")),
        &file(format!("{more}.words")),
    );
    made.unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Returns the words of a text, roughly as the check of a CV asks for them.
fn words(text: &str) -> Vec<&str> {
    text.split(|sign: char| !sign.is_alphabetic() && !"'’-".contains(sign))
        .enumerate()
        .filter(|(rank, word)| *rank == 0 || word.chars().all(char::is_lowercase))
        .map(|(_, word)| word)
        .filter(|word| !word.contains('-'))
        .flat_map(|word| word.rsplit(['\'', '’']).take(1))
        .filter(|word| word.chars().count() >= 3)
        .filter(|word| word.chars().skip(1).all(char::is_lowercase))
        .collect()
}

fn marked<'text>(dictionary: &SpellingDictionary, text: &'text str) -> Vec<&'text str> {
    let mut marked = words(text);
    marked.retain(|word| !dictionary.meant(word).is_empty());
    marked.sort_unstable();
    marked.dedup();
    marked
}

#[test]
fn mistakes_of_italian_cvs_are_found_and_the_right_word_comes_first() {
    for (word, meant) in [
        ("magazino", "magazzino"),
        ("gestioen", "gestione"),
        ("Gestioen", "Gestione"),
        ("perche", "perché"),
        ("approviggionamento", "approvvigionamento"),
        ("scafalatura", "scaffalatura"),
        ("profesionale", "professionale"),
        ("esperenza", "esperienza"),
        ("citta", "città"),
        ("disponibbile", "disponibile"),
        ("puliza", "pulizia"),
    ] {
        let suggestions = ITALIAN.meant(word);
        assert_eq!(
            suggestions.first().map(String::as_str),
            Some(meant),
            "{word}"
        );
    }
}

#[test]
fn what_is_right_in_italian_cvs_is_left_alone() {
    let right = "Mulettista e carrellista con patentino, picking e packing, back office e front \
        office, customer care, help desk, team building, part time, full time, stage, badge, \
        smartphone, tablet, database, social media, web marketing, e uso del gestionale. \
        sono addetta al confezionamento, assemblatrice, saldatrice, \
        operatrice sociosanitaria, badante, colf, pizzaiola, barista, lavapiatti, tornitore.";
    assert_eq!(marked(&ITALIAN, right), Vec::<&str>::new());
}

#[test]
fn english_is_british_and_knows_the_words_of_cvs() {
    for (word, meant) in [
        ("recieve", "receive"),
        ("managment", "management"),
        ("organised", ""),
        ("organized", ""),
        ("warehouse", ""),
        ("forklift", ""),
        ("teamwork", ""),
    ] {
        let suggestions = ENGLISH.meant(word);
        let first = suggestions.first().map_or("", String::as_str);
        assert_eq!(first, meant, "{word}");
    }
}

/// What the catalogue offers to tap is not called misspelt afterwards.
#[test]
fn the_phrases_of_the_catalogue_are_left_alone() {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../catalog/content/occupations");
    let mut asked = BTreeSet::new();
    for entry in fs::read_dir(content).unwrap() {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        for (language, phrase) in phrases_of_sector(&text) {
            let words = words(phrase).into_iter();
            asked.extend(words.map(|word| (language, word.to_owned())));
        }
    }
    assert!(
        asked.len() > 1_000,
        "the catalogue's files have another form"
    );
    asked.retain(|(language, word)| {
        let dictionary = if *language == "it" {
            &ITALIAN
        } else {
            &ENGLISH
        };
        !dictionary.meant(word).is_empty()
    });
    assert!(
        asked.is_empty(),
        "add what is right to the lists of words: {asked:?}"
    );
}

/// Reads the phrases of a sector's file, each with its language; synonyms are left out, since they hold
/// what people type, mistakes included.
fn phrases_of_sector(text: &str) -> Vec<(&'static str, &str)> {
    const PHRASES: [&str; 7] = [
        "tasks",
        "results",
        "skills",
        "profile",
        "masculine",
        "feminine",
        "label",
    ];
    let mut language = "it";
    let mut is_phrase = false;
    let mut found = Vec::new();
    for line in text.lines().map(str::trim) {
        match line {
            "[occupation.it]" => language = "it",
            "[occupation.en]" => language = "en",
            _ => {}
        }
        if let Some((name, _)) = line.split_once(" = ") {
            is_phrase = PHRASES.contains(&name);
        }
        let quoted = line.split('"').nth(1).filter(|_| is_phrase);
        found.extend(quoted.map(|phrase| (language, phrase)));
    }
    found
}
