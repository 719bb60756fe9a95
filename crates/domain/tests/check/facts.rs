//! Facts that need not be told, and the same words where they are somebody's work.

use super::{Part, assert_finds, assert_finds_in};
use approdo_domain::check::{CheckRule, TextLanguage};

#[test]
fn family_status_and_children() {
    assert_finds(
        CheckRule::FamilyFacts,
        Part::Profile,
        &[
            ("Coniugata, due figli.", "Coniugata"),
            ("Madre di 3 bambini, molto precisa", "Madre di 3"),
            ("Stato civile: celibe", "Stato civile"),
            ("Ho due figli già grandi", "Ho due figli"),
            ("Ho lavorato tanto. 2 figli.", "2 figli"),
        ],
        &[
            "Babysitter per due figli di una famiglia di Cremona",
            "Impiegata all’ufficio di stato civile del Comune",
            "Ho sposato la filosofia dell’azienda: sposato il progetto",
            "Vedovati Arredamenti, responsabile di reparto",
        ],
    );
    assert_finds(
        CheckRule::FamilyFacts,
        Part::Tasks,
        &[("Part-time perché ho un figlio piccolo", "ho un figlio")],
        &[
            "Cura di una signora vedova e dei suoi figli",
            "Pratiche di stato civile",
            "Accompagnamento a scuola di tre figli",
        ],
    );
    let english = [
        ("I am married and reliable", "I am married"),
        ("Mother of two", "Mother of two"),
    ];
    let good = [
        "Looked after a mother of twins",
        "Catering for married couples",
    ];
    let (rule, part) = (CheckRule::FamilyFacts, Part::Profile);
    assert_finds_in(TextLanguage::English, rule, part, &english, &good);
}

#[test]
fn health() {
    assert_finds(
        CheckRule::HealthFacts,
        Part::Profile,
        &[
            ("Invalida civile, cerco part-time", "Invalida civile"),
            ("Ho un’invalidità del 46%", "invalidità del 46"),
            ("Sono diabetico ma in forma", "Sono diabetico"),
            (
                "Di sana e robusta costituzione",
                "sana e robusta costituzione",
            ),
        ],
        &[
            "Esperienza con persone disabili e anziani invalidi",
            "Volontaria della Lega per la lotta contro i tumori",
            "Assistenza a un invalido civile",
        ],
    );
    assert_finds(
        CheckRule::HealthFacts,
        Part::Tasks,
        &[("Lasciato perché sono incinta", "sono incinta")],
        &[
            "Assistenza a ospiti con invalidità civile e Alzheimer",
            "Compilazione di domande di invalidità civile",
            "Animali in buona salute",
            "Sostegno a un bambino che soffre di autismo",
        ],
    );
}

#[test]
fn religion_and_union() {
    assert_finds(
        CheckRule::BeliefFacts,
        Part::Profile,
        &[
            ("Sono musulmano praticante", "Sono musulmano"),
            ("Di fede cattolica", "Di fede cattolica"),
            ("Iscritta alla CGIL dal 2010", "Iscritta alla CGIL"),
        ],
        &[
            "Insegnante di religione cattolica",
            "Laurea all’Università Cattolica di Piacenza",
            "Sono Cristiano Rossi",
            "Impiegata al patronato CISL",
        ],
    );
}

#[test]
fn protected_categories() {
    assert_finds(
        CheckRule::ProtectedCategoryInText,
        Part::Profile,
        &[
            (
                "Appartenente alle categorie protette",
                "Appartenente alle categorie protette",
            ),
            ("Iscritto L. 68/99", "L. 68/99"),
            (
                "Categoria protetta (art. 1 L.68/1999)",
                "Categoria protetta",
            ),
        ],
        &["Nato al civico 68, 99 scalini", "Dal 1968"],
    );
    assert_finds(
        CheckRule::ProtectedCategoryInText,
        Part::Tasks,
        &[],
        &["Gestione delle assunzioni di categorie protette, L. 68/99"],
    );
}

#[test]
fn tax_codes_and_dates_of_birth() {
    assert_finds(
        CheckRule::TaxCodeInText,
        Part::Profile,
        &[
            ("C.F. RSSMRA85T10A562S", "RSSMRA85T10A562S"),
            ("cf: rssmra85t10a562t", "rssmra85t10a562t"),
        ],
        &["Codice prodotto ABCDEF1234567890", "internazionalizza"],
    );
    assert_finds(
        CheckRule::BirthDateInText,
        Part::Profile,
        &[
            (
                "Nata a Casalmaggiore (CR) il 14/02/1979",
                "Nata a Casalmaggiore (CR) il 14",
            ),
            ("nato il 3 marzo 1985", "nato il 3"),
            ("Ho 45 anni e tanta voglia", "Ho 45 anni"),
            ("Data di nascita: 1/1/1990", "Data di nascita"),
        ],
        &[
            "Ho 20 anni di esperienza in magazzino",
            "Ho dieci anni d’esperienza",
            "Nato e cresciuto a Viadana",
            "Startup nata nel 2019 a Milano",
        ],
    );
}
