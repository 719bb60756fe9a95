//! Edits as the client would mint them, without a browser: what the wire and the server are
//! measured with.

use approdo_document::{Author, Document, DocumentId, Operation, SpaceId, WriterId, cv_paths};
use approdo_domain::{CvPlace, EducationField, ExperienceField, ItemId, PersonalField};

/// The moment at which the first edit is made, in milliseconds since 1970.
const FIRST_MOMENT_MS: u64 = 1_790_000_000_000;
/// Time between two edits, in milliseconds: a pause in typing.
const BETWEEN_EDITS_MS: u64 = 1_200;

/// Words that go on being added: of the lengths that Italian has.
const WORDS: [&str; 8] = [
    "addetto", "alla", "cucina", "con", "turni", "serali", "e", "festivi",
];

/// Types words into the fields of one CV, in turn: each edit is stored and offered before the next
/// one, so that none is folded away.
#[derive(Debug)]
pub struct Typist {
    document: Document,
    author: Author,
    count: u64,
}

impl Typist {
    /// Begins a CV; different seeds give different documents and writers.
    pub fn new(seed: u8) -> Self {
        let id = DocumentId::new(FIRST_MOMENT_MS, [seed; 10]);
        Self {
            document: Document::new(id, SpaceId::of_document(id)),
            author: Author::new(WriterId([seed; 16])),
            count: 0,
        }
    }

    /// Makes the next edits.
    pub fn next_edits(&mut self, count: usize) -> Vec<Operation> {
        let mut operations = Vec::with_capacity(count);
        while operations.len() < count {
            operations.extend(self.edit());
        }
        operations
    }

    fn edit(&mut self) -> Vec<Operation> {
        let places = places();
        let turn = usize::try_from(self.count).unwrap_or_default();
        let now_ms = FIRST_MOMENT_MS + self.count * BETWEEN_EDITS_MS;
        self.count += 1;
        let path = cv_paths::path(places[turn % places.len()]);
        let mut text = self.document.text(&path).text;
        // A field is written anew when it has become a paragraph.
        if text.len() > 400 {
            text.clear();
        }
        text.push_str(WORDS[turn % WORDS.len()]);
        text.push(' ');
        let Some(change) = self.author.set_text(&self.document, &path, &text, now_ms) else {
            return Vec::new();
        };
        self.document.apply(&change);
        self.document
            .mark_offered(change.operations.iter().map(|operation| operation.id));
        change.operations
    }
}

/// Fields of a CV with some experiences and schools.
fn places() -> Vec<CvPlace> {
    let personal = PersonalField::ALL.map(CvPlace::Personal);
    let entries = (1..=4).flat_map(|item| {
        let item = ItemId(item);
        [
            CvPlace::Experience(item, ExperienceField::Role),
            CvPlace::Experience(item, ExperienceField::Employer),
            CvPlace::Experience(item, ExperienceField::Description),
            CvPlace::Education(item, EducationField::Qualification),
            CvPlace::Education(item, EducationField::Description),
        ]
    });
    [CvPlace::Profile]
        .into_iter()
        .chain(personal)
        .chain(entries)
        .collect()
}
