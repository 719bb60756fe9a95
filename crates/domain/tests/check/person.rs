//! Who speaks, when, and with which formulas.

use super::{Part, assert_finds, assert_finds_in, context, experience, with_experiences};
use approdo_domain::check::{CheckRule, TextLanguage, check_cv};

#[test]
fn first_person_in_italian_tasks() {
    assert_finds(
        CheckRule::FirstPerson,
        Part::Tasks,
        &[
            ("Ho lavorato in cucina", "Ho lavorato"),
            (
                "Carico merci; ho anche fatto l’inventario",
                "ho anche fatto",
            ),
            ("Io preparavo i piatti", "Io preparavo"),
            ("Mi occupo di contabilità", "Mi occupo"),
            ("Mi sono occupata dell’accoglienza", "Mi sono"),
            ("Nel tempo libero gestivo il bar", "gestivo"),
            ("Sono stata responsabile", "Sono stata"),
        ],
        &[
            "Uso dell’app IO e di SPID",
            "Carico e scarico, controllo qualità",
            "Lavoro di gruppo in un bravo team",
            "Consegne nelle province di MI e CR",
            "Affiancamento del signor Guido",
            "Motivo decorativo, scavo archeologico",
            "Consegne al Bar Ero di Parma",
        ],
    );
    let profile = [("Ho lavorato", "")];
    assert_finds(
        CheckRule::FirstPerson,
        Part::Profile,
        &[],
        &profile.map(|(text, _)| text),
    );
}

#[test]
fn first_person_in_english_tasks() {
    assert_finds_in(
        TextLanguage::English,
        CheckRule::FirstPerson,
        Part::Tasks,
        &[
            ("I worked in a kitchen", "I worked"),
            ("In summer I also helped at the bar", "I also helped"),
            ("Cleaned rooms with my colleagues", "my"),
            ("I’m in charge of the till", "I’m"),
        ],
        &[
            "Guided tours of the World War I museum",
            "Phase I trials",
            "Level I and II welding",
            "Worked at My Burger in Mantua",
        ],
    );
}

#[test]
fn tenses_of_a_past_job_in_english() {
    assert_finds_in(
        TextLanguage::English,
        CheckRule::MixedTenses,
        Part::Tasks,
        &[
            ("Cleaned rooms\nManage the till", "Manage"),
            ("Led a team\nPrepares meals", "Prepares"),
        ],
        &[
            "Cleaned rooms\nManaged the till",
            "Clean rooms\nManage the till",
            "Cleaning of rooms\nManaged the till",
        ],
    );
    let mut going_on = experience(1, "2019", "oggi");
    going_on.description = "Cleaned 900 rooms\nManage the till".to_owned();
    let findings = check_cv(
        &with_experiences([going_on]),
        &context(TextLanguage::English),
    );
    let mixed = findings
        .iter()
        .find(|finding| finding.rule == CheckRule::MixedTenses);
    assert_eq!(mixed, None, "of a job that goes on, both tenses are right");
}

#[test]
fn formulas_that_tell_nothing() {
    assert_finds(
        CheckRule::EmptyPhrase,
        Part::Profile,
        &[
            ("Persona dinamica e seria", "dinamica"),
            ("Solare e puntuale", "Solare"),
            ("Sono un team player", "team player"),
            ("Buone capacità relazionali", "Buone capacità relazionali"),
            ("SPIRITO DI ADATTAMENTO", "SPIRITO DI ADATTAMENTO"),
            ("Hard-working and fast learner", "Hard-working"),
        ],
        &[
            "Montaggio di pannelli solari, impianto solare termico",
            "Contratto a tempo determinato",
            "Ho lavorato alla Solare di Cremona",
            "Abituata a un ambiente dinamico",
            "Equilibratura dinamica di gomme",
            "Puntuale, abituata ai turni",
        ],
    );
    assert_finds(
        CheckRule::EmptyPhrase,
        Part::Skill,
        &[
            ("Problem solving", "Problem solving"),
            ("Proattivo", "Proattivo"),
        ],
        &["Saldatura TIG", "Excel"],
    );
}

#[test]
fn words_of_the_search_for_work_in_the_wrong_place() {
    assert_finds(
        CheckRule::WrongSection,
        Part::Tasks,
        &[
            ("Disoccupato", "Disoccupato"),
            ("In cerca di occupazione", "In cerca di occupazione"),
            ("Cerco un lavoro vicino a casa", "Cerco un lavoro"),
        ],
        &[
            "Colloqui con persone in cerca di occupazione",
            "Corsi per disoccupati e inoccupati",
            "Sportello per chi è alla ricerca attiva",
            "Verifica della disponibilità immediata dei prodotti",
        ],
    );
    let profile = "Cerco lavoro come magazziniere, disponibile da subito";
    assert_finds(CheckRule::WrongSection, Part::Profile, &[], &[profile]);
}
