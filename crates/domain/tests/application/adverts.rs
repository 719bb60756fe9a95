//! Adverts as job services see them: what the rules read of each, and what they leave alone.

use approdo_domain::application::{
    RequirementKind, VacancyField, forbidden_grounds, read_requirements, read_vacancy,
    requirement_lines,
};
use rstest::rstest;

const APPRENTICE_SALES: &str = include_str!("adverts/apprentice_sales.txt");
const CARE_HOME: &str = include_str!("adverts/care_home.txt");
const CLEANING: &str = include_str!("adverts/cleaning_cooperative.txt");
const DRIVER: &str = include_str!("adverts/driver.txt");
const ENGLISH_KITCHEN: &str = include_str!("adverts/english_kitchen.txt");
const FAMILY_CARE: &str = include_str!("adverts/family_care.txt");
const JOB_CENTRE: &str = include_str!("adverts/job_centre.txt");
const METAL_WORKER: &str = include_str!("adverts/metal_worker.txt");
const OFFICE_CLERK: &str = include_str!("adverts/office_clerk.txt");
const SEASONAL_FARM: &str = include_str!("adverts/seasonal_farm.txt");
const WAREHOUSE: &str = include_str!("adverts/warehouse_agency.txt");
const WHATSAPP_COOK: &str = include_str!("adverts/whatsapp_cook.txt");

const ALL: [&str; 12] = [
    APPRENTICE_SALES,
    CARE_HOME,
    CLEANING,
    DRIVER,
    ENGLISH_KITCHEN,
    FAMILY_CARE,
    JOB_CENTRE,
    METAL_WORKER,
    OFFICE_CLERK,
    SEASONAL_FARM,
    WAREHOUSE,
    WHATSAPP_COOK,
];

/// What is read of title, company, place and deadline, in this order.
fn facts(text: &str) -> [String; 4] {
    let fields = [
        VacancyField::Title,
        VacancyField::Company,
        VacancyField::Place,
        VacancyField::Deadline,
    ];
    fields.map(|field| {
        let mut proposals = read_vacancy(text).into_iter();
        let found = proposals.find(|proposal| proposal.field == field);
        found.map(|proposal| proposal.value).unwrap_or_default()
    })
}

#[rstest]
#[case::apprentice_sales(APPRENTICE_SALES, ["commessa o un commesso", "", "Parma", ""])]
#[case::care_home(CARE_HOME, ["OSS", "RSA Villa Serena", "", "15 gennaio 2027"])]
#[case::cleaning(CLEANING, ["addetti/e alle pulizie", "Cooperativa Sociale Il Ponte", "Mantova", "5 dicembre 2026"])]
#[case::driver(DRIVER, ["autista", "Trasporti Ferrari Srl", "Reggio Emilia", ""])]
#[case::english_kitchen(ENGLISH_KITCHEN, ["Kitchen porter wanted", "Grand Hotel Lago Ltd", "Sirmione", "20/12/2026"])]
#[case::family_care(FAMILY_CARE, ["badante convivente", "", "Suzzara (MN)", ""])]
#[case::job_centre(JOB_CENTRE, ["Saldatore a filo", "Officine Bonetti S.n.c.", "Piadena Drizzona", "30/11/2026"])]
#[case::metal_worker(METAL_WORKER, ["OPERAIO METALMECCANICO", "Meccanica Zanetti S.r.l.", "Castiglione delle Stiviere", "31/01/2027"])]
#[case::office_clerk(OFFICE_CLERK, ["IMPIEGATA/O CONTABILE", "", "Mantova", "15.12.2026"])]
#[case::seasonal_farm(SEASONAL_FARM, ["operai agricoli stagionali", "Azienda agricola Fratelli Goldoni", "Viadana", ""])]
#[case::warehouse(WAREHOUSE, ["Addetto/a al magazzino", "", "Casalmaggiore (CR)", "10/12/2026"])]
#[case::whatsapp_cook(WHATSAPP_COOK, ["aiuto cuoco", "trattoria Da Gino", "Viadana", ""])]
fn title_company_place_and_deadline_are_read(#[case] text: &str, #[case] expected: [&str; 4]) {
    assert_eq!(facts(text), expected);
}

#[rstest]
#[case::apprentice_sales(APPRENTICE_SALES, &["Diploma", "inglese livello B1", "weekend"])]
#[case::care_home(CARE_HOME, &["OSS", "Turni", "notti", "festivi", "Italiano parlato almeno B2", "primo soccorso", "antincendio"])]
#[case::cleaning(CLEANING, &["sabato", "patente B", "auto propria", "conoscenza della lingua italiana", "part-time"])]
#[case::driver(DRIVER, &["patente C/CE", "CQC", "carta tachigrafica", "Esperienza minima 3 anni", "trasferte", "notturno"])]
#[case::english_kitchen(ENGLISH_KITCHEN, &["Good English", "night shifts", "weekends", "licence category B"])]
#[case::family_care(FAMILY_CARE, &["esperienza di due anni"])]
#[case::job_centre(JOB_CENTRE, &["qualifica professionale", "Patente: B", "full time"])]
#[case::metal_worker(METAL_WORKER, &["Esperienza pregressa di 5 anni", "Diploma", "turni", "Patente B"])]
#[case::office_clerk(OFFICE_CLERK, &["Diploma di ragioneria o laurea", "2-3 anni di esperienza", "inglese scolastico", "conoscenza del tedesco", "tempo pieno"])]
#[case::seasonal_farm(SEASONAL_FARM, &["licenza media", "patente per il trattore", "sabato"])]
#[case::warehouse(WAREHOUSE, &["esperienza di almeno 1 anno", "patentino del muletto", "turni", "automunito", "full time"])]
#[case::whatsapp_cook(WHATSAPP_COOK, &["fine settimana", "HACCP"])]
fn what_is_asked_for_is_read_with_its_words(#[case] text: &str, #[case] expected: &[&str]) {
    let lines = requirement_lines(text);
    let words: Vec<&str> = lines.iter().map(|line| &text[line.range.clone()]).collect();
    assert_eq!(words, expected);
}

#[test]
fn only_adverts_that_choose_people_are_named() {
    let named = |text: &str| -> Vec<String> {
        let found = forbidden_grounds(text).into_iter();
        found.map(|found| text[found.range].to_owned()).collect()
    };
    for text in ALL {
        let expected: &[&str] = match text {
            FAMILY_CARE => &[
                "preferibilmente donna",
                "di nazionalità italiana",
                "età massima",
                "senza figli",
            ],
            SEASONAL_FARM => &["No extracomunitari"],
            _ => &[],
        };
        assert_eq!(named(text), expected, "{text}");
    }
}

#[rstest]
#[case::range("Magazziniere 18-30 anni, età 18/30")]
#[case::between("Persona tra i 20 e i 35 anni")]
#[case::at_most("Barista max 30 anni")]
fn ages_are_named_as_people_write_them(#[case] text: &str) {
    assert_eq!(forbidden_grounds(text).len(), 1);
}

#[rstest]
#[case::children("Educatrice per bambini tra i 3 e i 6 anni")]
#[case::experience("Massimo 2 anni di esperienza")]
fn ages_of_others_and_years_of_work_are_left_alone(#[case] text: &str) {
    assert_eq!(forbidden_grounds(text), Vec::new());
}

#[rstest]
#[case::weekend("Sabato e domenica liberi")]
#[case::shifts("Lavoro a giornata, no turni, senza notti")]
#[case::driving("Anche senza patente B")]
fn what_is_said_not_to_be_needed_is_not_asked_for(#[case] text: &str) {
    assert_eq!(read_requirements(text), Vec::new());
}

#[test]
fn the_words_of_a_line_ask_for_the_same_when_they_stand_alone() {
    let kinds = |text: &str| -> Vec<RequirementKind> {
        let found = read_requirements(text).into_iter();
        found.map(|requirement| requirement.kind).collect()
    };
    for text in ALL {
        for line in requirement_lines(text) {
            let words = &text[line.range.clone()];
            assert_eq!(kinds(words), line.kinds, "{words}");
        }
    }
}
