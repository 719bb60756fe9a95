//! The places of a sheet as paths, with the numbers of its fields. Each number is given out once, for
//! ever; the codes that all kinds of documents share are in `document_kind`. A criterion stands in its
//! paths by its name, last.

use crate::document_kind;
use crate::path::{ItemPath, ListPath, Path};
use approdo_domain::ItemId;
use approdo_domain::check::FindingKey;
use approdo_domain::sheet::{
    AboutField, ConsentField, CriterionId, PointField, ReplyField, SheetPlace, StepField,
    WordsField,
};

const ROLE: u8 = 0x03;
const SOURCE: u8 = 0x04;
const ERASE_ON: u8 = 0x05;
const CRITERIA: u8 = 0x06;
const ABOUT: u8 = 0x10;
const POINT: u8 = 0x11;
const WORDS: u8 = 0x12;
const CONSENT: u8 = 0x13;
const REPLY: u8 = 0x14;
const STEPS: u8 = 0x15;

/// What the paths of all that is said of criteria begin with.
pub(crate) const POINTS: [u8; 1] = [POINT];

/// Returns the path of a place.
pub fn path(place: SheetPlace) -> Path {
    Path(match place {
        SheetPlace::Role => vec![ROLE],
        SheetPlace::Source => vec![SOURCE],
        SheetPlace::EraseOn => vec![ERASE_ON],
        SheetPlace::Criteria => vec![CRITERIA],
        SheetPlace::About(field) => vec![ABOUT, about(field)],
        SheetPlace::Words(field) => vec![WORDS, words(field)],
        SheetPlace::Consent(field) => vec![CONSENT, consent(field)],
        SheetPlace::Reply(field) => vec![REPLY, reply(field)],
        SheetPlace::Point(criterion, field) => {
            [&[POINT, point(field)], criterion.as_str().as_bytes()].concat()
        }
        SheetPlace::Step(id, code) => return step(id).field(step_field(code)),
    })
}

/// Returns the place of a path; none for what all documents share and for what newer versions wrote.
pub fn place(path: &Path) -> Option<SheetPlace> {
    if let [POINT, code, name @ ..] = path.0.as_slice() {
        let criterion = CriterionId::from_bytes(name).ok()?;
        let mut fields = PointField::ALL.into_iter();
        let field = fields.find(|field| point(*field) == *code)?;
        return Some(SheetPlace::Point(criterion, field));
    }
    if let Some(id) = steps().item_of(path) {
        let mut fields = StepField::ALL.into_iter();
        let field = fields.find(|field| step(id).field(step_field(*field)) == *path)?;
        return Some(SheetPlace::Step(id, field));
    }
    let mut places = SheetPlace::single_places().into_iter();
    places.find(|place| self::path(*place) == *path)
}

/// Returns the path of the flag that says whether a piece of advice was put off.
pub fn put_off(advice: FindingKey<SheetPlace>) -> Path {
    document_kind::put_off(advice.rule, &path(advice.place), advice.text_hash)
}

/// Returns the list of the steps of the plan.
pub fn steps() -> ListPath {
    ListPath(vec![STEPS])
}

/// Returns the path of one step of the plan.
pub fn step(id: ItemId) -> ItemPath {
    steps().item(id)
}

fn about(field: AboutField) -> u8 {
    match field {
        AboutField::Candidate => 0x10,
        AboutField::Occupation => 0x11,
        AboutField::Assessor => 0x12,
        AboutField::Body => 0x13,
        AboutField::Date => 0x14,
    }
}

fn point(field: PointField) -> u8 {
    match field {
        PointField::Level => 0x10,
        PointField::Note => 0x11,
        PointField::Answer => 0x12,
    }
}

fn words(field: WordsField) -> u8 {
    match field {
        WordsField::Strengths => 0x10,
        WordsField::FirstChange => 0x11,
        WordsField::Training => 0x12,
        WordsField::Notes => 0x13,
    }
}

fn consent(field: ConsentField) -> u8 {
    match field {
        ConsentField::Cv => 0x10,
        ConsentField::Desk => 0x11,
        ConsentField::Parent => 0x12,
    }
}

fn reply(field: ReplyField) -> u8 {
    match field {
        ReplyField::FirstChange => 0x10,
        ReplyField::Whole => 0x11,
    }
}

fn step_field(field: StepField) -> u8 {
    match field {
        StepField::What => 0x10,
        StepField::By => 0x11,
        StepField::Done => 0x12,
    }
}
