//! CVs and labels for the tests of this crate: what a person in the province of Cremona might
//! write. Shared by unit tests and integration tests; not every test uses every builder.
#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "test data: each test program includes this file and uses a part of it"
)]

pub mod beginner;
pub mod letter;
pub mod right_to_left;
pub mod sheet;
mod words;

pub mod unusual;

pub use words::italian_labels;

use approdo_domain::{
    CefrLevel, CefrSkill, Cv, DateText, Driving, DrivingCategory, Education, Experience, ItemId,
    Language, Personal, Skill,
};
use approdo_render::{Look, Photo, RenderRequest, Template, Typeface};

/// All fonts, as they are published.
pub fn font_files() -> Vec<Vec<u8>> {
    let files = [
        "titillium-web",
        "approdo-sans",
        "approdo-serif",
        "approdo-cyrillic",
        "approdo-greek",
        "approdo-arabic",
        "noto-sans-hebrew",
        "noto-sans-fallback",
    ];
    files.into_iter().flat_map(font_files_of).collect()
}

/// The fonts of one family, regular and semibold.
pub fn font_files_of(family: &str) -> Vec<Vec<u8>> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/fonts");
    [400, 600]
        .map(|weight| std::fs::read(format!("{folder}/{family}-{weight}.ttf")).unwrap())
        .into()
}

/// A request with Italian labels.
pub fn request(cv: Cv) -> RenderRequest {
    RenderRequest {
        cv,
        photo: None,
        look: Look::default(),
        labels: italian_labels(),
        language: "it".to_owned(),
    }
}

/// A request in a template.
pub fn request_in(template: Template, cv: Cv) -> RenderRequest {
    RenderRequest {
        look: Look {
            template,
            ..Look::default()
        },
        ..request(cv)
    }
}

/// A request in a typeface.
pub fn request_set_in(typeface: Typeface, cv: Cv) -> RenderRequest {
    RenderRequest {
        look: Look {
            typeface,
            ..Look::default()
        },
        ..request(cv)
    }
}

/// A photo, drawn for these tests.
pub fn portrait() -> Photo {
    Photo {
        pixels: (480, 640),
        jpeg: include_bytes!("portrait.jpg").to_vec(),
        address: "blob:portrait".to_owned(),
    }
}

/// One item's identity.
pub fn item(number: u8) -> ItemId {
    ItemId(u64::from(number))
}

/// An experience.
pub fn experience(
    number: u8,
    [role, employer, place]: [&str; 3],
    [start, end]: [&str; 2],
    description: &str,
) -> Experience {
    Experience {
        role: role.to_owned(),
        employer: employer.to_owned(),
        place: place.to_owned(),
        start: DateText(start.to_owned()),
        current: end.is_empty(),
        end: DateText(end.to_owned()),
        description: description.to_owned(),
        ..Experience::empty(item(number))
    }
}

/// A school.
pub fn school(
    number: u8,
    [qualification, school, place]: [&str; 3],
    [start, end]: [&str; 2],
    description: &str,
) -> Education {
    Education {
        qualification: qualification.to_owned(),
        school: school.to_owned(),
        place: place.to_owned(),
        start: DateText(start.to_owned()),
        end: DateText(end.to_owned()),
        description: description.to_owned(),
        ..Education::empty(item(number))
    }
}

/// A realistic CV of one page: accents, apostrophes, a long employer's name.
pub fn one_page() -> Cv {
    Cv {
        title: "CV per il magazzino".to_owned(),
        personal: personal(),
        profile: "Addetta all’ufficio e al magazzino con dieci anni di esperienza, precisa e \
                  abituata a lavorare in squadra. Cerco un impiego stabile nel Casalasco; sono \
                  disponibile da subito, anche su turni."
            .to_owned(),
        experience: one_page_experience(),
        education: vec![
            school(
                20,
                [
                    "Diploma di ragioneria",
                    "Istituto tecnico commerciale «G. Romani»",
                    "Casalmaggiore (CR)",
                ],
                ["2004", "2009"],
                "Votazione 84/100",
            ),
            school(
                21,
                ["Corso HACCP e sicurezza sul lavoro", "Energheia", "Cremona"],
                ["03/2019", "04/2019"],
                "",
            ),
        ],
        languages: languages(),
        skills: [
            "Excel e posta elettronica",
            "Fatturazione",
            "Patentino del muletto",
            "Gestione del magazzino con SAP",
            "Primo soccorso",
        ]
        .iter()
        .zip(40..)
        .map(|(name, number)| Skill {
            name: (*name).to_owned(),
            ..Skill::empty(item(number))
        })
        .collect(),
        driving: Driving {
            categories: [DrivingCategory::B, DrivingCategory::CqcGoods].into(),
            own_car: true,
        },
        ..Cv::default()
    }
}

fn personal() -> Personal {
    Personal {
        given_name: "Nicolò Maria".to_owned(),
        family_name: "D'Alò".to_owned(),
        headline: "Addetta amministrativa e di magazzino".to_owned(),
        email: "nicolo.dalo@posta.example".to_owned(),
        phone: "+39 333 123 4567".to_owned(),
        address: "Via dell'Argine 12".to_owned(),
        city: "Casalmaggiore (CR)".to_owned(),
        birth_date: DateText("12/03/1990".to_owned()),
        website: "www.linkedin.com/in/nicolo-dalo".to_owned(),
        ..Personal::default()
    }
}

fn one_page_experience() -> Vec<Experience> {
    vec![
        experience(
            1,
            [
                "Responsabile dell'ufficio spedizioni",
                "Cooperativa sociale di solidarietà e servizi alla persona «Il Girasole» – \
                 Società cooperativa a responsabilità limitata",
                "Piadena Drizzona",
            ],
            ["03/2019", ""],
            "- Organizzo le spedizioni di due magazzini: bolle, corrieri, resi\n\
             - Seguo i clienti perché ogni ritardo sia spiegato prima che lo chiedano\n\
             - Ho affiancato quattro colleghi nuovi, dall’arrivo all’autonomia\n\
             - Preparo i dati per l'ufficio acquisti ogni fine mese",
        ),
        experience(
            2,
            ["Magazziniera", "Officina Fratelli Bottoli", "Gussola"],
            ["2014", "02/2019"],
            "Carico e scarico con il muletto, inventario, preparazione degli ordini.\n\
             Controllo di qualità dei pezzi in arrivo.",
        ),
        experience(
            3,
            [
                "Tirocinio in segreteria",
                "Comune di San Giovanni in Croce",
                "",
            ],
            ["09/2013", "12/2013"],
            "Accoglienza allo sportello, protocollo, archivio.",
        ),
    ]
}

/// Languages of each kind: mother tongue, one level, uneven levels.
pub fn languages() -> Vec<Language> {
    let english = CefrSkill::ALL.map(|skill| (skill, CefrLevel::B1));
    let romanian = [
        (CefrSkill::Listening, CefrLevel::C1),
        (CefrSkill::Reading, CefrLevel::B2),
        (CefrSkill::SpokenInteraction, CefrLevel::B2),
        (CefrSkill::SpokenProduction, CefrLevel::B1),
        (CefrSkill::Writing, CefrLevel::A2),
    ];
    vec![
        Language {
            name: "Italiano".to_owned(),
            native: true,
            ..Language::empty(item(30))
        },
        Language {
            name: "Inglese".to_owned(),
            levels: english.into(),
            certificate: "Cambridge Preliminary (2018)".to_owned(),
            ..Language::empty(item(31))
        },
        Language {
            name: "Rumeno".to_owned(),
            levels: romanian.into(),
            ..Language::empty(item(32))
        },
    ]
}

/// The same person after more years: as many experiences as asked for.
pub fn long_career(experiences: u8) -> Cv {
    let mut cv = one_page();
    for number in 0..experiences {
        cv.experience.push(experience(
            100 + number,
            [
                "Operaia addetta al confezionamento",
                "Salumificio Ceriati",
                "Viadana (MN)",
            ],
            ["2008", "2013"],
            "- Confezionamento su tre turni, anche di notte, in ambiente refrigerato\n\
             - Controllo delle etichette e dei lotti, perché la merce sia sempre rintracciabile\n\
             - Pulizia e sanificazione della linea secondo il manuale HACCP\n\
             - Affiancamento delle persone appena arrivate, con attenzione alla sicurezza e \
               all’uso dei dispositivi di protezione individuale",
        ));
    }
    cv
}

/// Fifteen experiences told at length: six pages.
pub fn fifteen_experiences() -> Cv {
    let mut cv = long_career(12);
    for (number, entry) in cv.experience.iter_mut().enumerate() {
        entry.role = format!("{} {}", entry.role, number + 1);
        entry.description.push_str(
            "\n- Sostituzione dei colleghi assenti, con orari concordati di settimana in settimana\n\
             - Registrazione delle consegne e delle giacenze nel gestionale dell’azienda, perché \
               chi viene dopo trovi ogni cosa al suo posto e nessun cliente debba chiedere due volte\n\
             - Rapporti con trasportatori, fornitori e uffici pubblici della provincia\n\
             - Inventario due volte l’anno, anche di notte, con una squadra di sei persone\n\
             - Formazione di chi comincia: due giorni insieme alla linea, poi una verifica alla \
               fine della prima settimana\n\
             - Segnalazione dei guasti e piccola manutenzione, con le prime riparazioni fatte sul posto \
               e la chiamata ai tecnici quando servono ricambi",
        );
    }
    cv
}
