//! What people do to a CV in the simulated world, and what they typed.

use super::device::Device;
use crate::chance::Chance;
use approdo_document::{Author, Change, Document, DocumentId, OperationId, Path, cv_paths};
use approdo_domain::{
    CvPlace, DrivingCategory, ExperienceField, ItemId, PersonalField, Section, SkillField,
};

const WORDS: [&str; 12] = [
    "magazzino",
    "però",
    "città",
    "turni",
    "l’inventario",
    "muletto",
    "Cremona",
    "pulizie",
    "perché",
    "cucina",
    "saldatura",
    "Sì",
];

/// A text somebody typed, which must stay readable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Typed {
    pub(super) device: usize,
    pub(super) document: DocumentId,
    pub(super) operation: OperationId,
    pub(super) path: Path,
    pub(super) text: String,
}

/// Everything typed, less what its own writer typed over before any server saw it.
#[derive(Debug, Clone, Default)]
pub(super) struct Record(pub(super) Vec<Typed>);

impl Record {
    /// Lets chance make one edit on a device.
    pub(super) fn edit(
        &mut self,
        chance: &mut Chance,
        index: usize,
        device: &mut Device,
        id: DocumentId,
    ) {
        let tab = chance.below(device.tabs());
        let Some(document) = device.shown(tab, id).cloned() else {
            return;
        };
        match chance.below(12) {
            0 => add_entry(chance, device, tab, id),
            1 => delete_entry(chance, device, tab, id, &document),
            2 => move_entry(chance, device, tab, id, &document),
            3 => flip_flag(chance, device, tab, id),
            _ => self.type_text(chance, (index, device), tab, id, &document),
        }
    }

    fn type_text(
        &mut self,
        chance: &mut Chance,
        (index, device): (usize, &mut Device),
        tab: usize,
        id: DocumentId,
        document: &Document,
    ) {
        let path = cv_paths::path(some_place(chance, document));
        let before = document.text(&path).text;
        let text = changed(chance, &before);
        let is_conflict = document.versions(&path).len() > 1;
        let chooses = is_conflict && chance.percent(50);
        let saved = device.edit(tab, id, |author, document, now_ms| {
            if chooses {
                author.choose(document, &path, &text, now_ms)
            } else {
                author.set_text(document, &path, &text, now_ms)
            }
        });
        if let Some(change) = saved {
            self.note(index, id, &path, &text, &change);
        }
    }

    fn note(&mut self, index: usize, id: DocumentId, path: &Path, text: &str, change: &Change) {
        self.0
            .retain(|typed| typed.device != index || !change.folds.contains(&typed.operation));
        self.0
            .extend(change.operations.iter().map(|operation| Typed {
                device: index,
                document: id,
                operation: operation.id,
                path: path.clone(),
                text: text.to_owned(),
            }));
    }

    /// Writes into a document whose space is closed to the device's person: no server will take it.
    pub(super) fn write_where_not_allowed(
        &mut self,
        chance: &mut Chance,
        index: usize,
        device: &mut Device,
        id: DocumentId,
    ) {
        let path = cv_paths::path(CvPlace::Title);
        let text = format!("{} {}", chance.one_of(&WORDS), chance.number());
        // What was refused keeps its id on the device: a copied device must not have the same.
        let writer = chance.writer();
        let saved = device.edit(0, id, |_, document, now_ms| {
            Author::new(writer).set_text(document, &path, &text, now_ms)
        });
        if let Some(change) = saved {
            self.note(index, id, &path, &text, &change);
        }
    }
}

fn entries(document: &Document, section: Section) -> Vec<ItemId> {
    let items = document.items(&cv_paths::list(section));
    items.into_iter().map(|item| item.id).collect()
}

fn some_place(chance: &mut Chance, document: &Document) -> CvPlace {
    let experiences = entries(document, Section::Experience);
    let skills = entries(document, Section::Skills);
    match chance.below(6) {
        0 => CvPlace::Profile,
        1 => CvPlace::Personal(PersonalField::City),
        2 if !skills.is_empty() => CvPlace::Skill(*chance.one_of(&skills), SkillField::Name),
        _ if !experiences.is_empty() => {
            let field = *chance.one_of(&[
                ExperienceField::Role,
                ExperienceField::Employer,
                ExperienceField::Description,
            ]);
            CvPlace::Experience(*chance.one_of(&experiences), field)
        }
        _ => CvPlace::Title,
    }
}

fn changed(chance: &mut Chance, before: &str) -> String {
    let mut words: Vec<&str> = before.split(' ').filter(|word| !word.is_empty()).collect();
    let word = *chance.one_of(&WORDS);
    match chance.below(5) {
        0 if !words.is_empty() => {
            let index = chance.below(words.len());
            words[index] = word;
        }
        1 if words.len() > 3 => {
            words.remove(chance.below(words.len()));
        }
        2 => words.insert(0, word),
        _ => words.push(word),
    }
    words.truncate(40);
    words.join(" ")
}

fn add_entry(chance: &mut Chance, device: &mut Device, tab: usize, id: DocumentId) {
    let section = *chance.one_of(&[Section::Experience, Section::Skills]);
    let (item, at) = (chance.item(), chance.below(4));
    let list = cv_paths::list(section);
    device.edit(tab, id, |author, document, now_ms| {
        Some(author.add_item(document, &list, item, at, now_ms))
    });
}

fn delete_entry(
    chance: &mut Chance,
    device: &mut Device,
    tab: usize,
    id: DocumentId,
    document: &Document,
) {
    let experiences = entries(document, Section::Experience);
    if experiences.len() < 2 {
        return;
    }
    let item = cv_paths::entry(Section::Experience, *chance.one_of(&experiences));
    device.edit(tab, id, |author, document, now_ms| {
        Some(author.delete_item(document, &item, now_ms))
    });
}

fn move_entry(
    chance: &mut Chance,
    device: &mut Device,
    tab: usize,
    id: DocumentId,
    document: &Document,
) {
    let experiences = entries(document, Section::Experience);
    if experiences.is_empty() {
        return;
    }
    let item = *chance.one_of(&experiences);
    let to = chance.below(experiences.len());
    let list = cv_paths::list(Section::Experience);
    device.edit(tab, id, |author, document, now_ms| {
        author.move_item(document, &list, item, to, now_ms)
    });
}

fn flip_flag(chance: &mut Chance, device: &mut Device, tab: usize, id: DocumentId) {
    let category = *chance.one_of(&DrivingCategory::ALL);
    let path = cv_paths::path(CvPlace::Driving(category));
    device.edit(tab, id, |author, document, now_ms| {
        author.set_flag(document, &path, !document.flag(&path), now_ms)
    });
}
