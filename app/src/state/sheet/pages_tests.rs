//! What stands on the pages of a sheet, filled and empty.

use super::empty_pages::empty_request;
use super::pages::sheet_request;
use crate::i18n::Key;
use approdo_catalog::{Criteria, Criterion, Language, SheetPart};
use approdo_domain::DateText;
use approdo_domain::ItemId;
use approdo_domain::sheet::{Point, Sheet, Step};
use approdo_render::{SheetBlock, SheetRequest};

fn said(key: Key) -> String {
    match key {
        Key::SheetConsentOn => "on {date}".to_owned(),
        key => format!("{key:?}"),
    }
}

fn criterion(id: &str, part: SheetPart) -> Criterion {
    Criterion {
        id: id.to_owned(),
        part,
        name: format!("Name of {id}"),
        levels: [0, 1, 2, 3].map(|level| format!("Level {level} of {id}")),
        first_change: String::new(),
    }
}

fn criteria() -> Criteria {
    Criteria {
        language: Language::Italian,
        criteria: vec![
            criterion("cv-contacts", SheetPart::Cv),
            criterion("cv-dates", SheetPart::Cv),
            criterion("listening", SheetPart::Interview),
        ],
    }
}

fn sheet() -> Sheet {
    let mut sheet = Sheet::default();
    sheet.about.candidate = "Anna".to_owned();
    sheet.about.assessor = "Maria Bianchi".to_owned();
    sheet.words.strengths = "Ascolta\nArriva in anticipo".to_owned();
    sheet.words.first_change = "Di’ che lavoro cerchi".to_owned();
    sheet.reply.first_change = "Lo faccio".to_owned();
    let point = Point {
        level: "2".to_owned(),
        note: "Anche il prefisso".to_owned(),
        answer: "Va bene".to_owned(),
    };
    sheet.points.insert("cv-contacts".parse().unwrap(), point);
    let newer = Point {
        note: "Di una versione nuova".to_owned(),
        ..Point::default()
    };
    sheet.points.insert("of-next-year".parse().unwrap(), newer);
    let mut step = Step::empty(ItemId(1));
    step.what = "Scrivere il patentino".to_owned();
    step.by = DateText("26/02/2026".to_owned());
    sheet.steps = vec![step.clone(), Step::empty(ItemId(2))];
    sheet.consents.desk = DateText("19/02/2026".to_owned());
    sheet
}

fn titles(request: &SheetRequest) -> Vec<&str> {
    let sections = request.sections.iter();
    sections.map(|section| section.title.as_str()).collect()
}

fn block<'request>(request: &'request SheetRequest, title: &str) -> &'request SheetBlock {
    let mut sections = request.sections.iter();
    &sections
        .find(|section| section.title == title)
        .unwrap()
        .blocks[0]
}

#[test]
fn strengths_come_first_and_what_was_not_said_is_left_out() {
    let request = sheet_request(&sheet(), &criteria(), &said, "it");
    assert_eq!(
        titles(&request),
        [
            "",
            "SheetPartStrengths",
            "SheetFieldFirstChange",
            "SheetPartCv",
            "SheetPartOther",
            "SheetPartPlan",
            "SheetPartConsents"
        ]
    );
    assert_eq!(
        (request.person.as_str(), request.author.as_str()),
        ("Anna", "Maria Bianchi")
    );
}

#[test]
fn a_criterion_is_said_in_its_observable_words_with_note_and_answer() {
    let request = sheet_request(&sheet(), &criteria(), &said, "it");
    let SheetBlock::Point { name, said } = block(&request, "SheetPartCv") else {
        panic!("a point, in {request:?}");
    };
    assert_eq!(name, "Name of cv-contacts");
    let texts: Vec<&str> = said.iter().map(|fact| fact.text.as_str()).collect();
    assert_eq!(
        texts,
        ["Level 2 of cv-contacts", "Anche il prefisso", "Va bene"]
    );
    assert_eq!(said[2].label, "SheetFieldAnswer");
}

#[test]
fn the_plan_has_its_days_and_no_empty_steps_and_consents_their_day() {
    let request = sheet_request(&sheet(), &criteria(), &said, "it");
    let SheetBlock::Table { rows, .. } = block(&request, "SheetPartPlan") else {
        panic!("a table, in {request:?}");
    };
    assert_eq!(
        rows,
        &[["Scrivere il patentino", "26/02/2026", ""].map(str::to_owned)]
    );
    let consents = SheetBlock::List("SheetConsentDesk on 19/02/2026".to_owned());
    assert_eq!(block(&request, "SheetPartConsents"), &consents);
}

#[test]
fn a_sheet_with_nothing_in_it_has_its_heading_alone() {
    let request = sheet_request(&Sheet::default(), &criteria(), &said, "it");
    assert_eq!(titles(&request), [""]);
    assert_eq!(request.title, "SheetPrintTitle");
}

#[test]
fn the_empty_sheet_has_a_box_for_each_level_of_each_criterion() {
    let request = empty_request(&criteria(), &said, "it");
    let blocks = request.sections.iter().flat_map(|section| &section.blocks);
    let boxes: Vec<(&str, usize)> = blocks
        .filter_map(|block| match block {
            SheetBlock::Boxes { name, choices, .. } => Some((name.as_str(), choices.len())),
            _ => None,
        })
        .collect();
    let expected = [
        ("Name of cv-contacts", 4),
        ("Name of cv-dates", 4),
        ("Name of listening", 4),
        ("", 3),
    ];
    assert_eq!(boxes, expected);
    assert!(request.person.is_empty() && request.author.is_empty());
    assert!(titles(&request).contains(&"SheetPartPlan"));
}
