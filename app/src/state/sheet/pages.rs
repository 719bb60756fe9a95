//! What the pages of a sheet say: all that was said and answered, strengths first, in the words of the criteria.
//! The empty sheet is in `empty_pages`, how the pages become a file in `pdf`.

use crate::i18n::{Key, fill};
use approdo_catalog::{Criteria, Criterion, SheetPart};
use approdo_domain::sheet::{About, Consents, Sheet, Step};
use approdo_render::{SheetBlock, SheetFact, SheetRequest, SheetSection};

/// The words of the interface, or what stands for them in tests.
pub type Said<'words> = &'words dyn Fn(Key) -> String;

/// Returns what the page layout needs for a sheet; `language` is that of the words, as a BCP 47 tag.
pub fn sheet_request(
    sheet: &Sheet,
    criteria: &Criteria,
    said: Said<'_>,
    language: &str,
) -> SheetRequest {
    let mut sections = vec![
        untitled(vec![facts(&sheet.about, said)]),
        listed(Key::SheetPartStrengths, &sheet.words.strengths, said),
        first_change(sheet, said),
    ];
    let parts = SheetPart::ALL.into_iter();
    sections.extend(parts.map(|part| points(part, sheet, criteria, said)));
    sections.extend([
        of_unknown_criteria(sheet, criteria, said),
        plan(&sheet.steps, said),
        listed(Key::SheetFieldTraining, &sheet.words.training, said),
        listed(Key::SheetFieldNotes, &sheet.words.notes, said),
        listed(Key::SheetFieldWhole, &sheet.reply.whole, said),
        consents(&sheet.consents, said),
    ]);
    sections.retain(|section| !section.blocks.is_empty());
    SheetRequest {
        author: sheet.about.assessor.trim().to_owned(),
        person: sheet.about.candidate.trim().to_owned(),
        ..request(sections, said, language)
    }
}

/// Returns pages with these sections and nobody's name.
pub fn request(sections: Vec<SheetSection>, said: Said<'_>, language: &str) -> SheetRequest {
    SheetRequest {
        title: said(Key::SheetPrintTitle),
        author: String::new(),
        person: String::new(),
        sections,
        page_of: said(Key::CvPageOf),
        language: language.to_owned(),
    }
}

/// Returns what a part of the criteria is called.
pub fn part_title(part: SheetPart) -> Key {
    match part {
        SheetPart::Cv => Key::SheetPartCv,
        SheetPart::Interview => Key::SheetPartInterview,
        SheetPart::TrainingGaps => Key::SheetPartTrainingGaps,
    }
}

/// Returns a section under its title.
pub fn titled(title: Key, blocks: Vec<SheetBlock>, said: Said<'_>) -> SheetSection {
    SheetSection {
        title: said(title),
        blocks,
    }
}

/// Returns what stands right under the heading.
pub fn untitled(blocks: Vec<SheetBlock>) -> SheetSection {
    SheetSection {
        title: String::new(),
        blocks,
    }
}

fn facts(about: &About, said: Said<'_>) -> SheetBlock {
    let facts = [
        (Key::SheetFieldCandidate, &about.candidate),
        (Key::SheetFieldOccupation, &about.occupation),
        (Key::SheetFieldAssessor, &about.assessor),
        (Key::SheetFieldBody, &about.body),
        (Key::SheetFieldDate, &about.date.0),
    ];
    let facts = facts.into_iter().filter(|(_, text)| is_written(text));
    SheetBlock::Facts(facts.map(|(label, text)| fact(said(label), text)).collect())
}

fn listed(title: Key, text: &str, said: Said<'_>) -> SheetSection {
    let list = is_written(text).then(|| SheetBlock::List(text.to_owned()));
    titled(title, list.into_iter().collect(), said)
}

fn first_change(sheet: &Sheet, said: Said<'_>) -> SheetSection {
    let (words, answer) = (&sheet.words.first_change, &sheet.reply.first_change);
    let mut blocks = Vec::new();
    if is_written(words) {
        blocks.push(SheetBlock::Text(words.clone()));
    }
    if is_written(answer) {
        blocks.push(SheetBlock::Point {
            name: String::new(),
            said: vec![fact(said(Key::SheetFieldAnswer), answer)],
        });
    }
    titled(Key::SheetFieldFirstChange, blocks, said)
}

fn points(part: SheetPart, sheet: &Sheet, criteria: &Criteria, said: Said<'_>) -> SheetSection {
    let points = criteria.part(part);
    let points = points.filter_map(|criterion| point(criterion, sheet, said));
    titled(part_title(part), points.collect(), said)
}

fn point(criterion: &Criterion, sheet: &Sheet, said: Said<'_>) -> Option<SheetBlock> {
    let point = sheet.points.get(&criterion.criterion_id()?)?;
    let level = point.seen().map(usize::from);
    let level = level.and_then(|level| criterion.levels.get(level));
    let all = [
        fact(String::new(), level.map_or("", String::as_str)),
        fact(String::new(), &point.note),
        fact(said(Key::SheetFieldAnswer), &point.answer),
    ];
    let given: Vec<SheetFact> = all
        .into_iter()
        .filter(|fact| is_written(&fact.text))
        .collect();
    (!given.is_empty()).then(|| SheetBlock::Point {
        name: criterion.name.clone(),
        said: given,
    })
}

/// What was said of criteria that this version does not know: the notes and answers at least.
fn of_unknown_criteria(sheet: &Sheet, criteria: &Criteria, said: Said<'_>) -> SheetSection {
    let is_known = |id: &str| criteria.criteria.iter().any(|known| known.id == id);
    let points = sheet.points.iter();
    let unknown = points.filter(|(id, _)| !is_known(id.as_str()));
    let texts = unknown.flat_map(|(_, point)| [&point.note, &point.answer]);
    let texts = texts.filter(|text| is_written(text));
    let blocks = texts.map(|text| SheetBlock::Text(text.clone())).collect();
    titled(Key::SheetPartOther, blocks, said)
}

fn plan(steps: &[Step], said: Said<'_>) -> SheetSection {
    let row = |step: &Step| {
        let done = match step.done {
            true => said(Key::SheetStepYes),
            false => String::new(),
        };
        vec![step.what.clone(), step.by.0.clone(), done]
    };
    let rows: Vec<Vec<String>> = steps
        .iter()
        .filter(|step| is_written(&step.what))
        .map(row)
        .collect();
    let table = (!rows.is_empty()).then(|| SheetBlock::Table {
        heads: plan_heads(said),
        rows,
    });
    titled(Key::SheetPartPlan, table.into_iter().collect(), said)
}

/// Returns the heads of the plan's columns.
pub fn plan_heads(said: Said<'_>) -> Vec<String> {
    let heads = [Key::SheetFieldStep, Key::SheetFieldBy, Key::SheetStepDone];
    heads.map(said).to_vec()
}

fn consents(consents: &Consents, said: Said<'_>) -> SheetSection {
    let all = [
        (Key::SheetConsentCv, &consents.cv),
        (Key::SheetConsentDesk, &consents.desk),
        (Key::SheetConsentParent, &consents.parent),
    ];
    let given = all.into_iter().filter(|(_, day)| is_written(&day.0));
    let lines: Vec<String> = given
        .map(|(words, day)| {
            let when = fill(&said(Key::SheetConsentOn), &[("date", &day.0)]);
            format!("{} {when}", said(words))
        })
        .collect();
    let list = (!lines.is_empty()).then(|| SheetBlock::List(lines.join("\n")));
    titled(Key::SheetPartConsents, list.into_iter().collect(), said)
}

fn fact(label: String, text: &str) -> SheetFact {
    SheetFact {
        label,
        text: text.to_owned(),
    }
}

fn is_written(text: &str) -> bool {
    !text.trim().is_empty()
}
