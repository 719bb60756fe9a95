//! The checklists follow their own rules, which are in `content/checklists/README.md`, and reach the client whole.

mod common;

use approdo_catalog::source::{ChecklistSource, check_checklists};
use approdo_catalog::{Checklists, Language};
use approdo_domain::ItemId;
use approdo_domain::practice::{ChecklistAddition, ChecklistPhase, InterviewKind};
use common::{checklists, lines, question_bank};
use std::collections::BTreeSet;

fn packed(language: Language) -> Checklists {
    let bytes = checklists().in_language(language).to_bytes();
    match bytes.and_then(|bytes| Checklists::from_bytes(&bytes)) {
        Ok(checklists) => checklists,
        Err(error) => panic!("{error}"),
    }
}

#[test]
fn every_checklist_follows_the_rules() {
    let faults = check_checklists(&checklists());
    let number = faults.len();
    assert!(faults.is_empty(), "{number} faults:\n{}", lines(&faults));
}

#[test]
fn each_kind_and_each_case_adds_items_that_are_found_again() {
    for language in Language::ALL {
        let lists = packed(language);
        for kind in InterviewKind::ALL {
            let without = lists.entries(kind, &[]);
            let with = lists.entries(kind, &ChecklistAddition::ALL);
            assert!(with.len() > without.len() + 5);
            let of_kind = without.iter().filter(|it| it.id.starts_with(kind.code()));
            assert!(of_kind.count() >= 5, "{kind:?}");
            for entry in with {
                assert_eq!(lists.entry(ItemId::of_name(&entry.id)), Some(entry));
            }
        }
        let phases: BTreeSet<ChecklistPhase> =
            lists.lists[0].items.iter().map(|it| it.phase).collect();
        assert_eq!(phases.len(), ChecklistPhase::ALL.len());
    }
}

#[test]
fn the_minute_of_calm_has_sixty_seconds() {
    for language in Language::ALL {
        let steps = packed(language).calm.steps;
        assert_eq!(
            steps
                .iter()
                .map(|step| u32::from(step.seconds))
                .sum::<u32>(),
            60
        );
    }
}

#[test]
fn no_two_questions_or_items_become_one_entry_of_a_document() {
    let bank = question_bank();
    let questions = bank.questions().map(|(_, _, question)| question.id.clone());
    let lists = packed(Language::Italian).lists;
    let items = lists
        .into_iter()
        .flat_map(|list| list.items)
        .map(|item| item.id);
    let names: BTreeSet<String> = questions.chain(items).collect();
    let ids: BTreeSet<ItemId> = names.iter().map(|name| ItemId::of_name(name)).collect();
    assert_eq!(ids.len(), names.len());
}

#[test]
fn what_breaks_the_rules_is_told() {
    let mut source = checklists();
    source.calm.breaths += 1;
    source.lists[0].items[0].it.text.push('.');
    source.lists[1].items[0].id = source.lists[0].items[0].id.clone();
    let told = lines(&check_checklists(&source));
    for expected in [
        "70 seconds",
        "ends with a stop",
        "used twice",
        "the id begins with",
    ] {
        assert!(told.contains(expected), "{expected} is not in\n{told}");
    }
    let unreadable = ChecklistSource::read([("calm.toml", "breaths = true")]);
    let told = lines(&unreadable.map(|_| ()).unwrap_err());
    assert!(
        told.contains("calm.toml") && told.contains("all needed"),
        "{told}"
    );
    let list = "id = \"visit\"\npart = \"interview\"\nit = \"A\"\nen = \"B\"";
    let misnamed = ChecklistSource::read([("letter.toml", list)]);
    assert!(lines(&misnamed.map(|_| ()).unwrap_err()).contains("the file's name"));
}
