//! What the tests of all formats share: any CV at all, ids in a row, and comparing without ids.

#![allow(dead_code, reason = "not every format's tests need all of it")]

use approdo_domain::{CefrLevel, Cv, CvPlace, FieldKind, Heading, ItemId, LanguageField, Section};
use approdo_exchange::export::Labels;
use approdo_exchange::import::{ImportError, Imported, Titles, import};
use proptest::prelude::*;
use proptest::sample::select;

/// Reads a file; new entries get the ids 1, 2, 3 and so on.
///
/// # Errors
/// Why it is not read.
pub fn read(bytes: &[u8]) -> Result<Imported, ImportError> {
    let mut last = 0;
    import(bytes, &titles(), &mut || {
        last += 1;
        ItemId(last)
    })
}

/// Titles as an Italian gets them.
pub fn titles() -> Titles {
    Titles {
        awards: "Premi".to_owned(),
        projects: "Progetti".to_owned(),
        links: "Link".to_owned(),
        memberships: "Associazioni".to_owned(),
        conferences: "Convegni".to_owned(),
        creative_works: "Opere".to_owned(),
        other: "Altro".to_owned(),
    }
}

/// Returns the same CV with ids in a row, so that two can be compared.
pub fn renumbered(cv: &Cv) -> Cv {
    let mut cv = cv.clone();
    let own: Vec<ItemId> = cv.entry_ids(Section::OwnSections);
    for heading in &mut cv.order {
        if let Heading::Own(id) = heading {
            let position = own.iter().position(|other| other == id);
            *id = ItemId(position.map_or(u64::MAX, |position| position as u64));
        }
    }
    macro_rules! number {
        ($($list:ident)+) => {
            $( for (number, entry) in cv.$list.iter_mut().enumerate() {
                entry.id = ItemId(number as u64);
            } )+
        };
    }
    number!(phones experience education languages skills certificates publications references own_sections);
    cv
}

/// Any CV: each list with up to two entries, each place written or not, headings moved.
pub fn any_cv(line: impl Strategy<Value = String> + 'static) -> BoxedStrategy<Cv> {
    let line = line.boxed();
    (
        proptest::collection::vec(0_u64..3, Section::ALL.len()),
        any::<bool>(),
    )
        .prop_flat_map(move |(counts, moved)| {
            let mut cv = Cv::default();
            let mut id = 1_000;
            for (section, count) in Section::ALL.into_iter().zip(counts) {
                for _ in 0..count {
                    id += 1;
                    cv.add_entry(section, ItemId(id));
                }
            }
            if moved {
                cv.order = cv.arrangement();
                cv.order.reverse();
            }
            let values: Vec<BoxedStrategy<(CvPlace, String)>> = cv
                .places()
                .into_iter()
                .map(|place| (Just(place), text_for(place, &line)).boxed())
                .collect();
            (Just(cv), values)
        })
        .prop_map(|(mut cv, values)| {
            for (place, text) in values {
                if place.is_flag() {
                    cv.set_flag(place, text.len() % 2 == 1);
                } else {
                    cv.set_text(place, &text);
                }
            }
            cv
        })
        .boxed()
}

fn text_for(place: CvPlace, line: &BoxedStrategy<String>) -> BoxedStrategy<String> {
    let line = line.clone();
    let written = match place.kind() {
        _ if matches!(place, CvPlace::Language(_, LanguageField::Level(_))) => {
            select(CefrLevel::ALL.map(|level| level.code().to_owned()).to_vec()).boxed()
        }
        FieldKind::Flag => "a".boxed(),
        // Files stay at home.
        FieldKind::File => return Just(String::new()).boxed(),
        FieldKind::Date => select(vec![
            "2019",
            "03/2019",
            "2019-03",
            "15 mar. 2019",
            "estate 2017",
        ])
        .prop_map(str::to_owned)
        .boxed(),
        FieldKind::Choice => select(vec![
            "employment",
            "volunteering",
            "civil-service",
            "4",
            "future-code",
        ])
        .prop_map(str::to_owned)
        .boxed(),
        FieldKind::Paragraphs => proptest::collection::vec(line, 1..4)
            .prop_map(|lines| lines.join("\n"))
            .boxed(),
        FieldKind::Line => line,
    };
    prop_oneof![Just(String::new()), written].boxed()
}

/// Texts as people type them: no control characters, nothing empty around them.
pub fn clean_line() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{1,16}",
        select(vec![
            "D’Alò Però & Figli <srl>",
            "=HYPERLINK(\"http://x\")",
            "anna@example.org",
            "https://example.org/cv",
            "العربية محمد",
            "a; b, c: \\d",
        ])
        .prop_map(str::to_owned),
    ]
    .prop_map(|line: String| line.trim().to_owned())
    .prop_filter("not empty", |line| !line.is_empty())
}

/// The words of an Italian CV.
pub fn labels() -> Labels {
    let owned = |words: &str| words.split('|').map(str::to_owned).collect::<Vec<_>>();
    macro_rules! row {
        ($words:expr) => {
            owned($words).try_into().unwrap_or_default()
        };
    }
    let mut labels = Labels {
        language: "it".to_owned(),
        curriculum: "Curriculum vitae".to_owned(),
        months: row!("gen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic"),
        day: "{day}".to_owned(),
        present: "oggi".to_owned(),
        experience_kinds: row!(
            "Lavoro dipendente|Lavoro stagionale|Somministrazione|Apprendistato|Tirocinio|Lavoro autonomo|Volontariato|Servizio civile|Cura della famiglia|Altro"
        ),
        qualification_levels: row!("EQF 1|EQF 2|EQF 3|EQF 4|EQF 5|EQF 6|EQF 7|EQF 8"),
        recognised_by: "Riconosciuto da".to_owned(),
        mother_tongue: "madrelingua".to_owned(),
        cefr_skills: row!("ascolto|lettura|interazione|produzione orale|scrittura"),
        digital_areas: row!("Informazioni|Comunicazione|Contenuti|Sicurezza|Problemi|Programmi"),
        digital_levels: row!("base|intermedio|avanzato|specialistico"),
        expires: "valido fino a".to_owned(),
        number: "n.".to_owned(),
        driving_licence: "Patente".to_owned(),
        own_car: "automunita".to_owned(),
        availability: row!(
            "Subito|Dal|Tempo pieno|Tempo parziale|Turni|Notti|Fine settimana|Raggio in km|Trasferte|Trasferimento|Note"
        ),
        work_allowed: "Il permesso consente di lavorare".to_owned(),
        privacy_sentence: "Autorizzo il trattamento dei dati personali.".to_owned(),
        ..Labels::default()
    };
    labels.headings = row!(
        "Profilo|Esperienza|Istruzione e formazione|Lingue|Competenze digitali|Competenze|Certificati|Patente e auto|Disponibilità|Permesso di soggiorno|Interessi|Pubblicazioni|Referenze"
    );
    labels.personal = row!(
        "Nome|Cognome|Lavoro cercato|Telefono|E-mail|Comune|Indirizzo|CAP|Domicilio|Via del domicilio|Data di nascita|Cittadinanza|Codice fiscale|Sito|Categorie protette (L. 68/1999)"
    );
    labels.permit_kinds = row!(
        "Cittadino dell’Unione|Familiare di cittadino dell’Unione|Soggiornante di lungo periodo|Lavoro|Attesa occupazione|Famiglia|Studio|Protezione internazionale|Protezione speciale|Richiesta di asilo|Altro"
    );
    labels
}
