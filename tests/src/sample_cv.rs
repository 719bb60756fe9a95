//! A CV as somebody might really write it: accents, an apostrophe, a long employer's name.

/// A text and the field it is written in.
pub type Written = (&'static str, &'static str);

/// The person, and what stands above the lists.
pub const PERSONAL: &[Written] = &[
    ("personal.given-name", "Niccolò"),
    ("personal.family-name", "D'Alò"),
    (
        "personal.headline",
        "Addetto alla ristorazione e magazziniere",
    ),
    ("personal.phone", "+39 333 123 4567"),
    ("personal.email", "niccolo.dalo@example.it"),
    ("personal.city", "Casalmaggiore (CR)"),
    ("personal.address", "Via Città di Fiume 12"),
    ("personal.birth-date", "07/03/1994"),
];

/// The short presentation.
pub const PROFILE: &str = "Lavoro volentieri in squadra, perché imparo dagli altri. \
    Disponibile anche la sera e nei festivi: l’affidabilità è la mia qualità più grande.";

/// Experiences, newest first.
pub const EXPERIENCE: &[&[Written]] = &[
    &[
        ("experience.role", "Aiuto cuoco"),
        (
            "experience.employer",
            "Società Cooperativa Sociale Agricola e di Solidarietà «L’Orto della Bassa Padana \
             e del Casalasco» Onlus",
        ),
        ("experience.place", "Piadena Drizzona"),
        ("experience.start", "03/2019"),
        ("experience.end", "11/2024"),
        (
            "experience.description",
            "Preparazione di primi e contorni per 120 coperti.\n\
             Pulizia e igiene della cucina secondo l’HACCP.\n\
             Ricevimento delle merci e controllo delle scadenze.",
        ),
    ],
    &[
        ("experience.role", "Magazziniere"),
        ("experience.employer", "Fratelli Lanfranchi & C. S.n.c."),
        ("experience.place", "Cremona"),
        ("experience.start", "2016"),
        ("experience.end", "02/2019"),
        (
            "experience.description",
            "Carico e scarico con il muletto; bolle e inventario.",
        ),
    ],
];

/// Schools and courses, newest first.
pub const EDUCATION: &[&[Written]] = &[&[
    (
        "education.qualification",
        "Qualifica di operatore della ristorazione",
    ),
    ("education.school", "Istituto professionale «Einaudi»"),
    ("education.place", "Cremona"),
    ("education.start", "2010"),
    ("education.end", "2013"),
]];

/// Languages; levels are chosen, not written.
pub const LANGUAGES: &[&[Written]] = &[
    &[("language.name", "Italiano")],
    &[("language.name", "Francese")],
];

/// Levels chosen for the languages, by position.
pub const LANGUAGE_LEVELS: &[(usize, &str)] = &[(1, "B1")];

/// What is ticked.
pub const TICKED: &[&str] = &["driving.B", "own-car"];

/// Skills.
pub const SKILLS: &[&[Written]] = &[
    &[("skill.name", "Cucina tradizionale cremonese")],
    &[("skill.name", "Uso del carrello elevatore")],
];

/// Every text that the PDF must contain, in reading order.
pub fn texts_in_reading_order() -> Vec<&'static str> {
    let mut texts = vec![
        "Niccolò D'Alò",
        "Addetto alla ristorazione e magazziniere",
        PROFILE,
    ];
    for experience in EXPERIENCE {
        let text = |field: &str| text_of(experience, field);
        texts.extend([
            text("experience.role"),
            text("experience.employer"),
            text("experience.description"),
        ]);
    }
    for school in EDUCATION {
        texts.extend([
            text_of(school, "education.qualification"),
            text_of(school, "education.school"),
        ]);
    }
    texts.extend(["Italiano", "Francese"]);
    texts.extend(SKILLS.iter().map(|skill| text_of(skill, "skill.name")));
    texts
}

/// Every text of the CV, wherever the page puts it.
pub fn all_texts() -> Vec<&'static str> {
    let lists = [EXPERIENCE, EDUCATION, LANGUAGES, SKILLS];
    PERSONAL
        .iter()
        .chain(lists.into_iter().flatten().copied().flatten())
        .map(|(_, text)| *text)
        .chain([PROFILE])
        // Dates are printed in words, and so are not found as they were typed.
        .filter(|text| !text.starts_with(|first: char| first.is_ascii_digit()))
        .collect()
}

fn text_of(entry: &[Written], field: &str) -> &'static str {
    entry
        .iter()
        .find(|(name, _)| *name == field)
        .map_or("", |(_, text)| text)
}
