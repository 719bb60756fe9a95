//! Texts of vacancies that choose people by what nobody may choose by (D.Lgs. 276/2003, art. 10; for the sexes
//! D.Lgs. 198/2006, art. 27; for age D.Lgs. 216/2003). They are named, with their words: the person, or who
//! helps them, decides what to do. Exceptions that the law knows and a text shows are left alone.

use crate::check::phrases::{Phrase, find, phrase, unless_after, unless_before};
use crate::check::words::IndexedWords;
use std::ops::Range;

/// What nobody may choose by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ForbiddenGround {
    /// Sex, or pregnancy.
    Sex,
    /// Age.
    Age,
    /// Family status: marriage, children.
    Family,
    /// Origin, nationality, colour, mother tongue as a sign of origin.
    Origin,
    /// Health or disability.
    Health,
    /// Religion, opinions, union.
    Belief,
}

/// Words of a vacancy that choose by a forbidden ground.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preselection {
    /// By what it chooses.
    pub ground: ForbiddenGround,
    /// The words: bytes of the text.
    pub range: Range<usize>,
}

/// Words that offer the job to both.
const BOTH: &[&str] = &[
    "o", "e", "uomo", "donna", "uomini", "donne", "women", "men", "or", "and",
];

const SEX: [Phrase; 24] = [
    phrase("solo donne"),
    phrase("solo uomini"),
    phrase("solo ragazze"),
    phrase("solo ragazzi"),
    phrase("solo femmine"),
    phrase("solo maschi"),
    phrase("di sesso femminile"),
    phrase("di sesso maschile"),
    phrase("sesso femminile"),
    phrase("sesso maschile"),
    phrase("esclusivamente donne"),
    phrase("esclusivamente uomini"),
    phrase("preferibilmente donna"),
    phrase("preferibilmente uomo"),
    phrase("preferibilmente donne"),
    phrase("preferibilmente uomini"),
    phrase("personale femminile"),
    phrase("personale maschile"),
    phrase("cerchiamo una ragazza"),
    phrase("cerchiamo un ragazzo"),
    unless_before("cercasi ragazza", BOTH),
    unless_before("cercasi ragazzo", BOTH),
    phrase("women only"),
    phrase("men only"),
];

const AGE: [Phrase; 25] = [
    phrase("eta massima"),
    phrase("eta max"),
    phrase("limite di eta"),
    phrase("limiti di eta"),
    phrase("eta compresa tra"),
    phrase("eta compresa fra"),
    phrase("eta tra"),
    phrase("eta inferiore"),
    phrase("eta non superiore"),
    phrase("massimo # anni di eta"),
    phrase("max # anni di eta"),
    phrase("under 29"),
    phrase("under 30"),
    phrase("under 35"),
    phrase("under 40"),
    phrase("eta # #"),
    unless_before("max # anni", &["di"]),
    unless_before("massimo # anni", &["di"]),
    unless_after("tra i # e i # anni", CHILDREN),
    unless_after("tra # e # anni", CHILDREN),
    unless_after("non oltre i # anni", &["esperienza"]),
    phrase("cercasi giovane"),
    phrase("cerchiamo giovani"),
    phrase("maximum age"),
    phrase("age limit"),
];

/// Those whom one works with, and does not choose.
const CHILDREN: &[&str] = &[
    "bambini", "bambine", "bimbi", "ragazzi", "alunni", "minori", "anziani", "utenti",
];

const FAMILY: [Phrase; 12] = [
    phrase("senza figli"),
    phrase("senza carichi familiari"),
    phrase("senza impegni familiari"),
    phrase("liber~ da impegni familiari"),
    phrase("nubile"),
    phrase("celibe"),
    phrase("non sposata"),
    phrase("non sposato"),
    phrase("stato civile"),
    phrase("no figli"),
    phrase("without children"),
    phrase("no children"),
];

const ORIGIN: [Phrase; 15] = [
    phrase("solo italiani"),
    phrase("solo italiane"),
    phrase("no stranieri"),
    phrase("no extracomunitari"),
    phrase("di nazionalita italiana"),
    phrase("nazionalita italiana"),
    phrase("preferibilmente italian~"),
    phrase("preferibilmente di nazionalita"),
    phrase("madrelingua italian~"),
    phrase("italiano madrelingua"),
    phrase("origine italiana"),
    phrase("solo europei"),
    phrase("razza"),
    phrase("italian nationals only"),
    phrase("native italian"),
];

const HEALTH: [Phrase; 11] = [
    phrase("sana e robusta costituzione"),
    phrase("ottimo stato di salute"),
    phrase("buono stato di salute"),
    phrase("perfetta salute"),
    phrase("ottima salute"),
    phrase("no invalidi"),
    phrase("no disabili"),
    phrase("non disabili"),
    phrase("no categorie protette"),
    phrase("senza problemi di salute"),
    phrase("in perfect health"),
];

const BELIEF: [Phrase; 9] = [
    phrase("di religione cattolica"),
    phrase("di fede cattolica"),
    phrase("cattolico praticante"),
    phrase("cattolica praticante"),
    phrase("non iscritt~ al sindacato"),
    phrase("non sindacalizzat~"),
    phrase("non musulman~"),
    phrase("senza velo"),
    phrase("opinioni politiche"),
];

/// What lets a contract ask for an age: apprenticeship (D.Lgs. 81/2015, artt. 43-45), and programmes for the young.
const AGE_BY_LAW: [Phrase; 6] = [
    phrase("apprendistato"),
    phrase("apprendista"),
    phrase("servizio civile"),
    phrase("garanzia giovani"),
    phrase("apprenticeship"),
    phrase("apprentice"),
];

/// Words by which a notice says that it does not choose so.
const OPEN_TO_ALL: [Phrase; 6] = [
    phrase("senza limiti di eta"),
    phrase("nessun limite di eta"),
    phrase("senza distinzione"),
    phrase("di entrambi i sessi"),
    phrase("ambo i sessi"),
    phrase("ambosessi"),
];

/// Returns the words of a vacancy that choose by a forbidden ground, in the order of the text.
pub fn forbidden_grounds(text: &str) -> Vec<Preselection> {
    let words = IndexedWords::of(text);
    let has = |phrases: &[Phrase]| !find(&words, phrases).is_empty();
    let open = find(&words, &OPEN_TO_ALL);
    let mut grounds: Vec<(ForbiddenGround, &[Phrase])> = vec![
        (ForbiddenGround::Sex, &SEX),
        (ForbiddenGround::Family, &FAMILY),
        (ForbiddenGround::Origin, &ORIGIN),
        (ForbiddenGround::Health, &HEALTH),
        (ForbiddenGround::Belief, &BELIEF),
    ];
    if !has(&AGE_BY_LAW) {
        grounds.push((ForbiddenGround::Age, &AGE));
    }
    let found = grounds.into_iter().flat_map(|(ground, phrases)| {
        let ranges = find(&words, phrases).into_iter();
        ranges.map(move |range| Preselection { ground, range })
    });
    let is_open = |found: &Preselection| {
        let mut open = open.iter();
        open.any(|open| open.start <= found.range.start && found.range.end <= open.end)
    };
    let mut found: Vec<Preselection> = found.filter(|found| !is_open(found)).collect();
    found.sort_by_key(|found| (found.range.start, found.ground));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case::women("Cerchiamo solo donne per pulizie", ForbiddenGround::Sex, "solo donne")]
    #[case::age(
        "Addetto vendite, età massima 35 anni",
        ForbiddenGround::Age,
        "età massima"
    )]
    #[case::children("Disponibile, senza figli", ForbiddenGround::Family, "senza figli")]
    #[case::origin("Solo italiani", ForbiddenGround::Origin, "Solo italiani")]
    #[case::health(
        "Sana e robusta costituzione",
        ForbiddenGround::Health,
        "Sana e robusta costituzione"
    )]
    #[case::belief(
        "Persona di religione cattolica",
        ForbiddenGround::Belief,
        "di religione cattolica"
    )]
    fn a_text_that_chooses_people_by_what_nobody_may_is_named(
        #[case] text: &str,
        #[case] ground: ForbiddenGround,
        #[case] words: &str,
    ) {
        let found = forbidden_grounds(text);
        let [preselection] = found.as_slice() else {
            panic!("one ground, not {found:?}");
        };
        assert_eq!(preselection.ground, ground);
        assert_eq!(&text[preselection.range.clone()], words);
    }

    #[rstest]
    #[case::both("Addetti alle pulizie di ambo i sessi (L. 903/77)")]
    #[case::open("Cerchiamo magazzinieri senza limiti di età")]
    #[case::apprenticeship("Contratto di apprendistato, età massima 29 anni")]
    #[case::experience("Esperienza di almeno 2 anni nel ruolo")]
    #[case::reserved("Offerta riservata agli iscritti alle liste L. 68/99")]
    #[case::level("Italiano B1")]
    #[case::work("Assistenza a bambini e anziani")]
    fn what_the_law_allows_is_left_alone(#[case] text: &str) {
        assert_eq!(forbidden_grounds(text), Vec::new());
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in "(solo donne|età massima|[a-zà ]){0,10}") {
            for found in forbidden_grounds(&text) {
                prop_assert!(text.get(found.range).is_some());
            }
        }
    }
}
