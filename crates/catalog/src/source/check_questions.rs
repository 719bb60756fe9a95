//! Checks the interview questions against `content/questions/README.md`: ids, references, counts.
//! What a text must look like is in `check_question_text`.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::check::check_id;
use super::check_question_text::check_question_text;
use super::{Fault, QuestionBank, QuestionSource, Source};
use crate::search::fold::folded;
use crate::{CareerStage, Language, QuestionFamily};

/// Fewest general questions in all.
const FEWEST_GENERAL: usize = 60;
/// Fewest questions of a family.
const FEWEST_OF_FAMILY: usize = 4;
/// Fewest questions of an occupation that has any.
const FEWEST_OF_OCCUPATION: usize = 5;
/// Fewest occupations that have questions.
const FEWEST_OCCUPATIONS: usize = 24;
/// Minutes that a spoken answer may take.
const MINUTES: std::ops::RangeInclusive<u8> = 1..=3;

/// Lists everything in the question bank that does not follow the rules. `source` says which
/// occupations there are.
pub fn check_questions(bank: &QuestionBank, source: &Source) -> Vec<Fault> {
    let occupations: HashSet<&str> = source
        .occupations()
        .map(|(_, occupation)| occupation.id.as_str())
        .collect();
    let mut faults = Vec::new();
    for (file, family, question) in bank.questions() {
        let mut messages: Vec<String> = check_id(&question.id).into_iter().collect();
        messages.extend(check_place(question, family, &occupations));
        for language in Language::ALL {
            let told = check_question_text(question.text(language), language, family);
            let named = told
                .into_iter()
                .map(|message| format!("{}: {message}", language.code()));
            messages.extend(named);
        }
        messages.extend(check_both(question));
        let located = messages
            .into_iter()
            .map(|message| Fault::new(&file, &question.id, message));
        faults.extend(located);
    }
    faults.extend(check_unique(bank));
    faults.extend(check_counts(bank));
    faults
}

/// Whether a question stands in the right kind of file, and how long its answer takes.
fn check_place(
    question: &QuestionSource,
    family: Option<QuestionFamily>,
    occupations: &HashSet<&str>,
) -> Vec<String> {
    let mut messages = Vec::new();
    if !MINUTES.contains(&question.minutes) {
        messages.push(format!(
            "{} minutes; a spoken answer takes 1 to 3",
            question.minutes
        ));
    }
    if question.stages.len() >= CareerStage::ALL.len() {
        messages.push("it is asked of everybody; leave `stages` out".to_owned());
    }
    match (&question.occupation, family) {
        (Some(_), Some(_)) => {
            messages.push("a general question names no occupation; move it".to_owned());
        }
        (None, None) => messages.push("`occupation` is missing".to_owned()),
        (Some(occupation), None) => {
            if !occupations.contains(occupation.as_str()) {
                messages.push(format!("occupation `{occupation}` is not in the catalogue"));
            }
            if !question.id.starts_with(&format!("{occupation}-")) {
                messages.push(format!("the id begins with `{occupation}-`"));
            }
        }
        (None, Some(_)) => {}
    }
    messages
}

/// What both languages must have in common.
fn check_both(question: &QuestionSource) -> Vec<String> {
    let (it, en) = (&question.it, &question.en);
    let pairs = [
        ("good", it.good.len(), en.good.len()),
        ("avoid", it.avoid.len(), en.avoid.len()),
        ("rights", it.rights.iter().len(), en.rights.iter().len()),
        ("strong", it.strong.iter().len(), en.strong.iter().len()),
        ("weak", it.weak.iter().len(), en.weak.iter().len()),
    ];
    pairs
        .into_iter()
        .filter(|(_, italian, english)| italian != english)
        .map(|(name, italian, english)| {
            format!("{name}: {italian} in Italian and {english} in English; each stands in both")
        })
        .collect()
}

/// No id and no question stands there twice.
fn check_unique(bank: &QuestionBank) -> Vec<Fault> {
    let mut seen: HashMap<(String, String), String> = HashMap::new();
    let mut faults = Vec::new();
    for (file, _, question) in bank.questions() {
        let asked_of = question.occupation.clone().unwrap_or_default();
        let asked = format!("{asked_of}: {}", folded(&question.it.ask));
        for key in [
            ("id".to_owned(), question.id.clone()),
            ("ask".to_owned(), asked),
        ] {
            let kind = key.0.clone();
            if let Some(first) = seen.insert(key, question.id.clone()) {
                let message = format!("the {kind} is used twice, first by {first}");
                faults.push(Fault::new(&file, &question.id, message));
            }
        }
    }
    faults
}

/// Whether there are enough questions for everybody to practise with.
fn check_counts(bank: &QuestionBank) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut check = |file: &str, entry: &str, number: usize, fewest: usize, what: &str| {
        if number < fewest {
            let message = format!("{number} {what}; at least {fewest} are wanted");
            faults.push(Fault::new(file, entry, message));
        }
    };
    let mut general = 0;
    for (family, file) in &bank.general {
        let number = file.questions.len();
        general += number;
        check(family.id(), "", number, FEWEST_OF_FAMILY, "questions");
    }
    check("general", "", general, FEWEST_GENERAL, "questions in all");
    let by_occupation = count_by_occupation(bank);
    for (occupation, number) in &by_occupation {
        let fewest = FEWEST_OF_OCCUPATION;
        check("occupations", occupation, *number, fewest, "questions");
    }
    let occupations = by_occupation.len();
    check(
        "occupations",
        "",
        occupations,
        FEWEST_OCCUPATIONS,
        "occupations",
    );
    faults
}

fn count_by_occupation(bank: &QuestionBank) -> BTreeMap<&str, usize> {
    let mut numbers = BTreeMap::new();
    for (_, _, question) in bank.questions() {
        if let Some(occupation) = question.occupation.as_deref() {
            *numbers.entry(occupation).or_default() += 1;
        }
    }
    numbers
}
