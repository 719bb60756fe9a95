//! What the pages of an empty sheet say, for where there is no phone: the same as on screen and in its order, so that
//! it is soon typed in later.

use super::pages::{Said, part_title, plan_heads, request, titled, untitled};
use crate::i18n::Key;
use approdo_catalog::{Criteria, Criterion, SheetPart};
use approdo_render::{SheetBlock, SheetRequest, SheetSection};

/// How many lines there are for a text.
const LINES: u8 = 3;
/// How many rows the plan has.
const STEPS: u8 = 5;

/// Returns what the page layout needs for an empty sheet; `language` is that of the words, as a BCP 47 tag.
pub fn empty_request(criteria: &Criteria, said: Said<'_>, language: &str) -> SheetRequest {
    let who = [
        Key::SheetFieldCandidate,
        Key::SheetFieldOccupation,
        Key::SheetFieldAssessor,
        Key::SheetFieldBody,
        Key::SheetFieldDate,
    ];
    let who = who.map(|label| blank(said(label), 1)).into_iter();
    let how = SheetBlock::Text(said(Key::SheetPaperExplain));
    let lines = |title| titled(title, vec![blank(String::new(), LINES)], said);
    let mut sections = vec![
        untitled(who.chain([how]).collect()),
        lines(Key::SheetPartStrengths),
    ];
    let parts = SheetPart::ALL.into_iter();
    sections.extend(parts.map(|part| boxes_of(part, criteria, said)));
    let plan = SheetBlock::BlankTable {
        heads: plan_heads(said),
        rows: STEPS,
    };
    sections.extend([
        lines(Key::SheetFieldFirstChange),
        titled(Key::SheetPartPlan, vec![plan], said),
        lines(Key::SheetFieldTraining),
        lines(Key::SheetFieldNotes),
        consents(said),
    ]);
    sections.retain(|section| !section.blocks.is_empty());
    request(sections, said, language)
}

fn blank(label: String, lines: u8) -> SheetBlock {
    SheetBlock::Blank { label, lines }
}

fn boxes_of(part: SheetPart, criteria: &Criteria, said: Said<'_>) -> SheetSection {
    let boxes = |criterion: &Criterion| SheetBlock::Boxes {
        name: criterion.name.clone(),
        choices: criterion.levels.to_vec(),
        note: said(Key::SheetFieldNote),
    };
    let all = criteria.part(part).map(boxes).collect();
    titled(part_title(part), all, said)
}

fn consents(said: Said<'_>) -> SheetSection {
    let words = [
        Key::SheetConsentCv,
        Key::SheetConsentDesk,
        Key::SheetConsentParent,
    ];
    let boxes = SheetBlock::Boxes {
        name: String::new(),
        choices: words.map(said).to_vec(),
        note: String::new(),
    };
    titled(Key::SheetPartConsents, vec![boxes], said)
}
