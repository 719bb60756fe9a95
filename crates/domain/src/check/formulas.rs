//! Formulas: those that stand in every CV and tell nothing, and those of the search for work where
//! they do not belong.

use super::phrases::{Phrase, find, phrase, unless_after, unless_before};
use super::rule::CheckRule;
use super::text::{Text, TextNote, TextUse};
use std::ops::Range;

/// What can be dynamic without being a person.
const DYNAMIC_THINGS: &[&str] = &[
    "ambiente",
    "ambienti",
    "contesto",
    "contesti",
    "team",
    "gruppo",
    "azienda",
    "aziende",
    "realta",
    "sistema",
    "sistemi",
    "analisi",
    "carico",
    "carichi",
    "pagine",
    "siti",
    "sito",
    "web",
    "test",
    "prove",
    "modello",
    "modelli",
    "equilibratura",
    "programmazione",
    "tabelle",
    "settore",
];

/// What works with the sun.
const SOLAR_THINGS: &[&str] = &[
    "impianto",
    "impianti",
    "pannello",
    "pannelli",
    "energia",
    "crema",
    "creme",
    "sistema",
    "sistemi",
    "collettore",
    "collettori",
    "protezione",
    "termico",
    "parco",
    "settore",
    "prodotti",
    "fotovoltaico",
    "modulo",
    "moduli",
    "tende",
    "termica",
];

const EMPTY: [Phrase; 62] = [
    unless_after("dinamico", DYNAMIC_THINGS),
    unless_after("dinamica", DYNAMIC_THINGS),
    unless_after("solare", SOLAR_THINGS),
    phrase("volenteroso"),
    phrase("volenterosa"),
    phrase("volonteroso"),
    phrase("volonterosa"),
    phrase("proattivo"),
    phrase("proattiva"),
    phrase("poliedrico"),
    phrase("poliedrica"),
    phrase("problem solving"),
    phrase("problem solver"),
    phrase("team player"),
    phrase("team working"),
    phrase("persona determinata"),
    phrase("fortemente motivat~"),
    phrase("altamente motivat~"),
    phrase("molto motivat~"),
    phrase("forte motivazione"),
    phrase("spirito di squadra"),
    phrase("spirito di gruppo"),
    phrase("spirito di adattamento"),
    phrase("spirito di iniziativa"),
    phrase("spiccate doti"),
    phrase("spiccate capacita"),
    phrase("spiccata attitudine"),
    phrase("ottime doti"),
    phrase("ottime capacita relazionali"),
    phrase("ottime capacita comunicative"),
    phrase("ottime capacita organizzative"),
    phrase("buone capacita relazionali"),
    phrase("buone doti comunicative"),
    phrase("gran lavoratore"),
    phrase("gran lavoratrice"),
    phrase("grande lavoratore"),
    phrase("grande lavoratrice"),
    phrase("amante delle sfide"),
    phrase("piacciono le sfide"),
    phrase("predisposizione al contatto"),
    phrase("predisposizione ai rapporti"),
    phrase("orientato al risultato"),
    phrase("orientata al risultato"),
    phrase("orientato agli obiettivi"),
    phrase("orientata agli obiettivi"),
    unless_after(
        "a 360",
        &["gira", "ruota", "rotazione", "foto", "video", "visione"],
    ),
    phrase("massima serieta"),
    phrase("fuori dagli schemi"),
    phrase("hard worker"),
    unless_before("hard working", &["conditions"]),
    phrase("hardworking"),
    phrase("go getter"),
    phrase("self starter"),
    phrase("results driven"),
    phrase("outside the box"),
    phrase("proven track record"),
    phrase("highly motivated"),
    phrase("self motivated"),
    phrase("people person"),
    phrase("excellent communication skills"),
    phrase("fast learner"),
    phrase("quick learner"),
];

/// Formulas of offices, and praise that fits every company.
const EMPTY_IN_LETTERS: [Phrase; 26] = [
    phrase("con la presente"),
    phrase("in riferimento a quanto in oggetto"),
    phrase("in riferimento all annuncio in oggetto"),
    phrase("facendo seguito"),
    phrase("in merito a quanto in oggetto"),
    phrase("lo scrivente"),
    phrase("la scrivente"),
    phrase("il sottoscritto"),
    phrase("la sottoscritta"),
    phrase("azienda leader"),
    phrase("societa leader"),
    phrase("realta leader"),
    phrase("leader nel settore"),
    phrase("leader di settore"),
    phrase("prestigiosa azienda"),
    phrase("dinamica realta"),
    phrase("realta dinamica"),
    phrase("cortese riscontro"),
    phrase("gentile riscontro"),
    phrase("nuove sfide"),
    phrase("mettermi in gioco"),
    phrase("bagaglio di esperienz~"),
    phrase("to whom it may concern"),
    phrase("i am writing to express my interest"),
    phrase("perfect fit"),
    phrase("leading company"),
];

/// Whom people of a desk help to find work.
const PEOPLE_HELPED: &[&str] = &[
    "persone",
    "giovani",
    "adulti",
    "donne",
    "uomini",
    "utenti",
    "chi",
    "cittadini",
    "lavoratori",
    "migranti",
    "stranieri",
    "candidati",
    "di",
    "dei",
    "delle",
    "degli",
    "ai",
    "a",
    "agli",
    "alle",
    "con",
    "per",
    "i",
    "gli",
    "le",
    "people",
    "adults",
    "the",
    "of",
    "for",
    "with",
    "clients",
];

const JOB_SEARCH: [Phrase; 23] = [
    phrase("cerco lavoro"),
    phrase("cerco un lavoro"),
    phrase("cerco impiego"),
    phrase("cerco occupazione"),
    unless_after("in cerca di lavoro", PEOPLE_HELPED),
    unless_after("in cerca di occupazione", PEOPLE_HELPED),
    unless_after("in cerca di impiego", PEOPLE_HELPED),
    unless_after("in cerca di un lavoro", PEOPLE_HELPED),
    unless_after("in cerca di un impiego", PEOPLE_HELPED),
    unless_after("alla ricerca di lavoro", PEOPLE_HELPED),
    unless_after("alla ricerca di un lavoro", PEOPLE_HELPED),
    unless_after("alla ricerca di un impiego", PEOPLE_HELPED),
    unless_after("disoccupato", PEOPLE_HELPED),
    unless_after("disoccupata", PEOPLE_HELPED),
    unless_after("inoccupato", PEOPLE_HELPED),
    unless_after("inoccupata", PEOPLE_HELPED),
    phrase("disponibile da subito"),
    unless_before(
        "disponibilita immediata",
        &["di", "dei", "del", "della", "delle", "degli"],
    ),
    unless_after("looking for a job", PEOPLE_HELPED),
    unless_after("looking for work", PEOPLE_HELPED),
    unless_after("seeking employment", PEOPLE_HELPED),
    phrase("available immediately"),
    unless_after("unemployed", PEOPLE_HELPED),
];

/// Letters have formulas of their own beside those of CVs.
fn in_letter(text: &Text<'_>) -> Vec<Range<usize>> {
    let mut found = find(&text.words, &EMPTY);
    found.extend(find(&text.words, &EMPTY_IN_LETTERS));
    found.sort_by_key(|range| range.start);
    found
}

pub(super) fn empty_phrase(text: &Text<'_>) -> Option<TextNote> {
    let found = match text.purpose {
        TextUse::Study => Vec::new(),
        TextUse::Letter => in_letter(text),
        _ => find(&text.words, &EMPTY),
    };
    text.note(CheckRule::EmptyPhrase, &found)
}

pub(super) fn wrong_section(text: &Text<'_>) -> Option<TextNote> {
    let found = match text.purpose {
        TextUse::Profile | TextUse::Letter => Vec::new(),
        _ => find(&text.words, &JOB_SEARCH),
    };
    text.note(CheckRule::WrongSection, &found)
}
