//! The shape of texts: paragraphs, capitals, sentences, spaces.

use super::{Part, assert_finds, assert_finds_in, marked};
use approdo_domain::check::{CheckRule, TextLanguage};

#[test]
fn a_paragraph_without_end() {
    let giant = "parola, ".repeat(91);
    let marked_text = marked(
        CheckRule::GiantParagraph,
        Part::Tasks,
        TextLanguage::Italian,
        &giant,
    );
    assert_eq!(marked_text.as_deref(), Some(giant.as_str()));
    let lines = "una riga corta\n".repeat(40);
    assert_finds(CheckRule::GiantParagraph, Part::Tasks, &[], &[&lines]);
}

#[test]
fn lines_in_capitals() {
    let shouted = "ADDETTA AL REPARTO CONFEZIONAMENTO E SPEDIZIONE";
    assert_finds(
        CheckRule::AllCapitals,
        Part::Tasks,
        &[
            (shouted, shouted),
            (
                "Pulizia\nLAVORAVO SEMPRE ANCHE DOMENICA",
                "LAVORAVO SEMPRE ANCHE DOMENICA",
            ),
        ],
        &[
            "HACCP, RSPP, BLSD, PLE",
            "Uso di SAP, AS400 e MS EXCEL",
            "IVECO DAILY",
            "Addetta al reparto",
            "12 34 56 78",
        ],
    );
}

#[test]
fn sentences_of_more_than_25_words() {
    let long = "Gestione del magazzino con il carrello elevatore e con il transpallet per le merci in arrivo \
                e in partenza e poi anche la pulizia di tutti i locali e degli uffici";
    assert_finds(
        CheckRule::LongSentence,
        Part::Tasks,
        &[(long, long)],
        &[
            "Carico e scarico.\nInventario mensile alla F.lli Rossi S.p.A. di Parma.",
            &long.replace(" e poi", ". E poi"),
        ],
    );
}

#[test]
fn a_text_that_is_hard_to_read() {
    let hard = "Implementazione dell'ottimizzazione multidimensionale delle infrastrutture organizzative \
        interdipartimentali, razionalizzazione dell'approvvigionamento internazionale, \
        predisposizione documentazione amministrativa contrattualistica pluriennale. \
        Responsabilizzazione collaboratori conseguentemente all'istituzionalizzazione \
        procedimentale amministrativa, riqualificazione professionalizzante, \
        sperimentazione metodologica interdisciplinare, contestualizzazione normativa, \
        rendicontazione economico-finanziaria";
    let easy = "Apro il negozio alle otto. Metto a posto la merce. Aiuto i clienti a trovare quello che \
        cercano. Alla sera chiudo la cassa e conto i soldi. Il sabato faccio gli ordini per la nuova settimana.";
    assert_finds(
        CheckRule::HardToRead,
        Part::Profile,
        &[(hard, hard)],
        &[easy],
    );
    // The index was made for Italian.
    assert_finds_in(
        TextLanguage::English,
        CheckRule::HardToRead,
        Part::Profile,
        &[],
        &[hard],
    );
}

#[test]
fn slips_of_spaces_and_punctuation() {
    assert_finds(
        CheckRule::Spacing,
        Part::Tasks,
        &[
            ("Carico  e scarico", "  "),
            ("Carico , scarico", " ,"),
            ("Carico,scarico", ",s"),
            ("Pulizia delle sale !", " !"),
            ("Bravissimo!!", "!!"),
            ("Dipendente dell' azienda", "dell' azienda"),
            ("Perche\u{301} c’è un’ altra", "un’ altra"),
        ],
        &[
            "Un po' di tutto, anche l’inventario",
            "Programmazione in .NET, C++ e C#",
            "Reparti: frutta, verdura; turni 6-14…",
            "Turni di 7,5 ore. S.p.A. e S.n.c.",
            "  rientro voluto",
            "E così via... fino a sera",
            "Alle 18:30 (di solito)",
        ],
    );
}

#[test]
fn of_a_language_without_words_only_what_needs_none_is_looked_at() {
    let other = TextLanguage::Other;
    let spaced = "J’ai géré le dépôt : réception , expédition";
    for (rule, text) in [
        (CheckRule::Spacing, spaced),
        (CheckRule::EmptyPhrase, "team player, problem solving"),
        (CheckRule::FirstPerson, "I worked there, io preparavo"),
    ] {
        assert_eq!(marked(rule, Part::Tasks, other, text), None, "{rule:?}");
        let known = [TextLanguage::Italian, TextLanguage::English];
        let found = known.map(|language| marked(rule, Part::Tasks, language, text));
        assert!(found.iter().any(Option::is_some), "{rule:?}");
    }
    let giant = "mot, ".repeat(91);
    assert!(marked(CheckRule::GiantParagraph, Part::Tasks, other, &giant).is_some());
    let code = "RSSMRA85T10A562S";
    assert!(marked(CheckRule::TaxCodeInText, Part::Profile, other, code).is_some());
}

#[test]
fn what_is_wanted_may_be_said_in_a_language_without_words() {
    let profile = "Ich suche eine Stelle im Lager.";
    let missing = |language| {
        let mut cv = approdo_domain::Cv::default();
        cv.set_text(approdo_domain::CvPlace::Profile, profile);
        let findings = super::check_cv(&cv, &super::context(language));
        let mut rules = findings.iter().map(|finding| finding.rule);
        rules.any(|rule| rule == CheckRule::MissingJobWanted)
    };
    assert!(missing(TextLanguage::Italian));
    assert!(!missing(TextLanguage::Other));
}
