//! Feedback sheets for the tests: one that an assessor wrote in a hall in Soresina, and one to be filled by hand.

use approdo_render::{SheetBlock, SheetFact, SheetRequest, SheetSection};

/// A section.
pub fn section(title: &str, blocks: Vec<SheetBlock>) -> SheetSection {
    SheetSection {
        title: title.to_owned(),
        blocks,
    }
}

/// Something that is said.
pub fn fact(label: &str, text: &str) -> SheetFact {
    SheetFact {
        label: label.to_owned(),
        text: text.to_owned(),
    }
}

/// What is said of a criterion.
pub fn point(name: &str, level: &str, note: &str, answer: &str) -> SheetBlock {
    SheetBlock::Point {
        name: name.to_owned(),
        said: vec![
            fact("", level),
            fact("", note),
            fact("La tua risposta", answer),
        ],
    }
}

fn texts(all: &[&str]) -> Vec<String> {
    all.iter().map(|text| (*text).to_owned()).collect()
}

/// A sheet with these sections.
pub fn sheet_of(sections: Vec<SheetSection>) -> SheetRequest {
    SheetRequest {
        title: "Scheda del colloquio di prova".to_owned(),
        author: "Maria Bianchi".to_owned(),
        person: "Nicolò D'Alò".to_owned(),
        sections,
        page_of: "{page} / {pages}".to_owned(),
        language: "it".to_owned(),
    }
}

/// A filled sheet with so many criteria in each part.
pub fn filled_with(criteria: usize) -> SheetRequest {
    let about = SheetBlock::Facts(vec![
        fact("Candidato", "Nicolò D'Alò"),
        fact("Lavoro cercato", "Magazziniere e addetto alla logistica"),
        fact("Chi fa le domande", "Maria Bianchi"),
        fact("Azienda, agenzia o ente", "E-Work, filiale di Parma"),
        fact("Giorno", "19/02/2026"),
    ]);
    let part = |title: &str| {
        let points = (1..=criteria).map(|number| {
            point(
                &format!("Esempi concreti {number}"),
                "Racconta un fatto, con il luogo e che cosa ha fatto, senza il risultato",
                "L’esempio dell’inventario convince: aggiungi quante differenze hai trovato.",
                "Erano meno di una su mille. Lo dirò subito.",
            )
        });
        section(title, points.collect())
    };
    let row = |what: &str, by: &str, done: &str| texts(&[what, by, done]);
    let plan = SheetBlock::Table {
        heads: texts(&["Che cosa fare", "Entro il giorno", "Fatto"]),
        rows: vec![
            row(
                "Scrivere nel CV il patentino del muletto",
                "26/02/2026",
                "sì",
            ),
            row(
                "Provare ad alta voce tre esempi, due minuti ciascuno, davanti a qualcuno",
                "",
                "",
            ),
        ],
    };
    sheet_of(vec![
        section("", vec![about]),
        section(
            "Che cosa è andato bene",
            vec![SheetBlock::List(
                "Ascolta fino in fondo\nArriva in anticipo".to_owned(),
            )],
        ),
        section(
            "Una cosa da cambiare per prima",
            vec![SheetBlock::Text(
                "Di’ subito che lavoro cerchi, con il nome dell’annuncio.".to_owned(),
            )],
        ),
        part("Il CV"),
        part("Il colloquio"),
        part("Che cosa imparare per questo lavoro"),
        section("Il piano", vec![plan]),
        section(
            "Corsi e pratica consigliati",
            vec![SheetBlock::List(
                "Sicurezza sul lavoro (D.Lgs. 81/2008)".to_owned(),
            )],
        ),
    ])
}

/// A sheet to be filled by hand.
pub fn empty() -> SheetRequest {
    let blank = |label: &str, lines| SheetBlock::Blank {
        label: label.to_owned(),
        lines,
    };
    let boxes = |name: &str| SheetBlock::Boxes {
        name: name.to_owned(),
        choices: texts(&[
            "Telefono ed e-mail mancano o non si leggono",
            "C'è un contatto solo, o uno non è più valido",
            "Telefono ed e-mail ci sono e funzionano",
            "Contatti in alto, giusti, con un'e-mail che ha nome e cognome",
        ]),
        note: "Nota".to_owned(),
    };
    let part = |title: &str| {
        let names = (1..=6).map(|number| boxes(&format!("Contatti {number}")));
        section(title, names.collect())
    };
    SheetRequest {
        author: String::new(),
        person: String::new(),
        ..sheet_of(vec![
            section(
                "",
                vec![
                    blank("Candidato", 1),
                    blank("Lavoro cercato", 1),
                    blank("Azienda, agenzia o ente", 1),
                ],
            ),
            section("Che cosa è andato bene", vec![blank("", 3)]),
            part("Il CV"),
            part("Il colloquio"),
            part("Che cosa imparare per questo lavoro"),
            section(
                "Il piano",
                vec![SheetBlock::BlankTable {
                    heads: texts(&["Che cosa fare", "Entro il giorno", "Fatto"]),
                    rows: 5,
                }],
            ),
            section(
                "Consensi",
                vec![SheetBlock::Boxes {
                    name: String::new(),
                    choices: texts(&["Il CV si apre per questa scheda."]),
                    note: String::new(),
                }],
            ),
        ])
    }
}
